-- Every yes that ends between two days, of those this colleague walks alongside, and about which nothing newer was said. Row security
-- filters all of it; a function, so that its plan is found once a connection: the day's page asks it each time.
DROP FUNCTION IF EXISTS yes_ending;
CREATE FUNCTION yes_ending(walked_with_by uuid, today date, after_day date, last_day date) RETURNS TABLE (
    id uuid, person_id uuid, audience text, called text, until date, name text, likes_to_be_called text
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT newest.id, newest.person_id, newest.audience, newest.called, newest.until, p.name, p.likes_to_be_called
    FROM (
        SELECT DISTINCT ON (c.person_id, c.audience, c.subject) c.id, c.person_id, c.audience, c.called, c.until
        FROM access_choice c
        WHERE c.person_id IN (SELECT a.person_id FROM journeys_alongside a
                              WHERE a.coordinator_id = walked_with_by AND a.since <= today AND (a.until IS NULL OR a.until > today))
        ORDER BY c.person_id, c.audience, c.subject, c."on" DESC, c.at DESC, c.id DESC
    ) newest
    JOIN people_person p ON p.id = newest.person_id
    WHERE newest.until > after_day AND newest.until <= last_day
    ORDER BY newest.until, p.name, newest.id;
END
$$;
