-- Who stands for a colleague with somebody on a day: they themselves, unless they are away; then whoever covers; nobody, if nobody does.
DROP FUNCTION IF EXISTS who_stands_in;
CREATE FUNCTION who_stands_in(colleague uuid, with_person uuid, on_day date) RETURNS uuid
LANGUAGE sql STABLE AS
$$
    SELECT CASE WHEN NOT EXISTS (SELECT FROM access_cover c
                                 WHERE c.away_id = colleague AND c.ended_at IS NULL AND c.since <= on_day AND c.until > on_day)
                THEN colleague
                ELSE (SELECT c.covering_id FROM access_cover c
                      WHERE c.away_id = colleague AND c.ended_at IS NULL AND c.since <= on_day AND c.until > on_day AND c.covering_id IS NOT NULL
                        AND (c.everybody OR EXISTS (SELECT FROM access_covered d WHERE d.cover_id = c.id AND d.person_id = with_person))
                      ORDER BY c.at LIMIT 1) END
$$;
