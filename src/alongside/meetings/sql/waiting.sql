-- What waits at the meetings that my team calls, and no row of anybody: how many proposals by series, lists that are not out, meetings that were and
-- are not closed. Which lists are due the rhythm's bank holidays say (days.py), so of each its nation is told; none is further ahead than the
-- longest run of days off, and none longer past than a table would still see it (at_the_table).
DROP FUNCTION IF EXISTS waiting_at_meetings;
CREATE FUNCTION waiting_at_meetings(today date) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
        WITH ours AS MATERIALIZED (SELECT series_i_call() AS id)
        SELECT jsonb_build_object(
            'proposed', (SELECT jsonb_agg(jsonb_build_object('series', c.series_id, 'many', c.many) ORDER BY c.series_id)
                         FROM (SELECT p.series_id, count(*) AS many FROM meetings_proposal p
                               WHERE p.decided = '' AND p.series_id IN (SELECT o.id FROM ours o) GROUP BY p.series_id) c),
            'lists', (SELECT jsonb_agg(jsonb_build_object('series', g.series_id, 'on', g."on", 'nation', r.nation) ORDER BY g."on", g.id)
                      FROM meetings_meeting g JOIN meetings_series r ON r.id = g.series_id
                      WHERE g.series_id IN (SELECT o.id FROM ours o) AND g.sent_at IS NULL AND g."on" BETWEEN today - 6 AND today + 10),
            'not_closed', (SELECT jsonb_agg(jsonb_build_object('series', g.series_id, 'on', g."on") ORDER BY g."on", g.id)
                           FROM meetings_meeting g
                           WHERE g.series_id IN (SELECT o.id FROM ours o) AND g.sent_at IS NOT NULL AND g.closed_at IS NULL
                             AND g."on" < today AND g."on" > today - 28)));
END
$$;
