-- Who stands for somebody whose record was joined to another's; themselves when it was not. It says a key to whoever gives one, and shows nobody.
CREATE OR REPLACE FUNCTION stands_for(person uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH RECURSIVE way (id, steps) AS (
        SELECT person, 0
        UNION ALL
        SELECT j.person_id, w.steps + 1 FROM way w JOIN people_joining j ON j.other_id = w.id AND j.undone_at IS NULL WHERE w.steps < 50
    )
    SELECT id FROM way ORDER BY steps DESC LIMIT 1
$$;

-- Of people named in a line of the trail, those who stand for somebody joined to them.
CREATE OR REPLACE FUNCTION stand_for(people uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT coalesce(array_agg(stands_for(j.other_id)), '{}') FROM people_joining j WHERE j.other_id = ANY(people) AND j.undone_at IS NULL
$$;

-- Everybody whose record was joined to this one, however many came between, for whoever may see this one.
CREATE OR REPLACE FUNCTION joined_to(person uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH RECURSIVE found (id) AS (
        SELECT j.other_id FROM people_joining j
        WHERE j.person_id = person AND j.undone_at IS NULL
          AND EXISTS (SELECT FROM may_see s WHERE s.actor_id = (SELECT current_actor()) AND s.person_id = person)
        UNION
        SELECT j.other_id FROM found f JOIN people_joining j ON j.person_id = f.id AND j.undone_at IS NULL
    )
    SELECT id FROM found
$$;
