-- Whom a list shows: of all in sight the first so many that fit, and which place each has. Whoever may be seen is asked once for all of
-- them; row security would ask it again of every one (docs/decisions/0074). What the list tells of them is read under row security.
DROP FUNCTION IF EXISTS desk_first_in_sight;
CREATE FUNCTION desk_first_in_sight(walked_with_by uuid, at_level text, among uuid[], asked_words text, like_words text, whole uuid[], sounding uuid[], elsewhere uuid[], after_name text, after_id uuid, many integer) RETURNS TABLE (
    person_id uuid, place integer
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
DECLARE
    -- Found first and by themselves: beside names and words PostgreSQL takes them for few, and looks through all of them for each.
    in_sight uuid[] := ARRAY(SELECT s.person_id FROM may_see s
                             WHERE s.actor_id = (SELECT current_actor()) AND s.part = 'identity'
                               -- Those whom they cover for a colleague are theirs for these days.
                               AND (walked_with_by IS NULL OR (s.because = 'cover' AND walked_with_by = current_actor())));
    in_full uuid[] := CASE WHEN walked_with_by IS NOT NULL OR at_level <> '' THEN
        ARRAY(SELECT s.person_id FROM may_see s WHERE s.actor_id = (SELECT current_actor()) AND s.part = 'record') END;
BEGIN
    IF walked_with_by IS NOT NULL THEN
        in_sight := in_sight || ARRAY(SELECT a.person_id FROM journeys_alongside a
                                      WHERE a.coordinator_id = walked_with_by AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date)
                                        AND a.person_id IN (SELECT unnest(in_full)));
    END IF;
    IF at_level <> '' THEN
        in_full := ARRAY(SELECT l.person_id FROM journeys_level l WHERE l.until IS NULL AND l.level = at_level AND l.person_id IN (SELECT unnest(in_full)));
    END IF;
    RETURN QUERY
    SELECT p.id,
           -- Names before streets, and whole names before beginnings; whoever is called just that stands first.
           CASE WHEN asked_words = '' THEN 0
                WHEN lower(asked_words) IN (lower(p.likes_to_be_called), lower(p.name), lower(split_part(p.name, ' ', 1))) THEN 0
                WHEN p.id = ANY (whole) THEN 1
                WHEN p.name ILIKE like_words OR p.likes_to_be_called ILIKE like_words THEN 2
                WHEN p.id = ANY (sounding) THEN 3
                ELSE 4 END AS place
    FROM people_person p
    WHERE p.id = ANY (in_sight)
      AND (at_level = '' OR p.id IN (SELECT unnest(in_full)))
      AND (among IS NULL OR p.id = ANY (among))
      AND (asked_words = '' OR p.name ILIKE like_words OR p.likes_to_be_called ILIKE like_words OR p.id = ANY (whole || sounding || elsewhere))
      AND (p.name, p.id) > (after_name, after_id)
    ORDER BY place, p.name, p.id
    LIMIT many;
END
$$;

-- The people somebody walks alongside, or all in sight, by name, with when anybody was last in touch; also only those at one level, or only these.
DROP FUNCTION IF EXISTS desk_people;
CREATE FUNCTION desk_people(walked_with_by uuid, at_level text, among uuid[], asked_words text, like_words text, whole uuid[], sounding uuid[], elsewhere uuid[], after_name text, after_id uuid, many integer) RETURNS TABLE (
    id uuid, name text, likes_to_be_called text, level text, since date, last date, walking text, born date, "where" text
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT p.id, p.name, p.likes_to_be_called, coalesce(l.level, ''), l.since, n.last, coalesce(names.walking, ''), p.date_of_birth,
           -- Asked of those alone who are looked for: which of two of one name it is.
           coalesce(CASE WHEN asked_words <> '' THEN concat_ws(', ', nullif(split_part(w.address, E'\n', 1), ''), nullif(w.postcode, '')) END, '')
    FROM desk_first_in_sight(walked_with_by, at_level, among, asked_words, like_words, whole, sounding, elsewhere, after_name, after_id, many) first
    JOIN people_person p ON p.id = first.person_id
    LEFT JOIN people_whereabouts w ON asked_words <> '' AND w.person_id = p.id
    LEFT JOIN journeys_level l ON l.person_id = p.id AND l.until IS NULL
    LEFT JOIN LATERAL (SELECT n."on" AS last FROM journeys_note n WHERE n.person_id = p.id AND n.how <> 'no answer' ORDER BY n."on" DESC LIMIT 1) n ON true
    LEFT JOIN LATERAL (SELECT string_agg(s.name, ', ' ORDER BY s.name) AS walking
                       FROM journeys_alongside a JOIN teams_staff s ON s.id = a.coordinator_id
                       WHERE a.person_id = p.id AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date)) names ON true
    ORDER BY first.place, p.name, p.id;
END
$$;
