-- Who this is, if the one who asks may see this part of their record, and because of what. The first reason wins.
DROP FUNCTION IF EXISTS desk_open;
CREATE FUNCTION desk_open(asked_person uuid, asked_part text) RETURNS TABLE (id uuid, name text, likes_to_be_called text, date_of_birth date, because text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT p.id, p.name, p.likes_to_be_called, p.date_of_birth, s.because
    FROM people_person p
    JOIN i_may_see s ON s.person_id = p.id AND s.part = asked_part
    WHERE p.id = asked_person
    ORDER BY array_position(ARRAY['walks alongside', 'cover', 'same team'], s.because) NULLS LAST
    LIMIT 1;
END
$$;

-- The same for several at once: whose record the one who asks may see, by name.
DROP FUNCTION IF EXISTS desk_open_all;
CREATE FUNCTION desk_open_all(asked_people uuid[]) RETURNS TABLE (id uuid, name text, likes_to_be_called text, date_of_birth date, because text)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT p.id, p.name, p.likes_to_be_called, p.date_of_birth, s.because
    FROM unnest(asked_people) AS asked (id)
    JOIN people_person p ON p.id = asked.id
    JOIN LATERAL (SELECT s.because FROM i_may_see s WHERE s.person_id = p.id AND s.part = 'record'
                  ORDER BY array_position(ARRAY['walks alongside', 'same team'], s.because) NULLS LAST LIMIT 1) s ON true
    ORDER BY p.name, p.id;
END
$$;
