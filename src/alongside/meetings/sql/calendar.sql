-- The days of meetings, for a calendar that has their address: of one seat while its link is open, or of all the tables of a colleague and
-- all meetings that a team calls in which they walk. When, where and what it is; nobody's name.
DROP FUNCTION IF EXISTS series_in_a_calendar;
CREATE FUNCTION series_in_a_calendar(asked_reference text)
RETURNS TABLE (id uuid, name text, starts_on date, rule text, last_day date, nation text, starts_at time, minutes smallint, place text, call_link text, at timestamptz, met_on date[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT r.id, r.name, r.starts_on, r.rule, r.last_day, r.nation, r.starts_at, r.minutes, r.place, r.call_link, r.at,
           (SELECT coalesce(array_agg(g."on" ORDER BY g."on"), '{}') FROM meetings_meeting g WHERE g.series_id = r.id)
    FROM meetings_series r
    WHERE r.id IN (
        SELECT s.series_id FROM meetings_seat s
        WHERE s.since <= current_date AND (s.until IS NULL OR s.until > current_date)
          AND (s.reference = asked_reference AND s.link_ended_at IS NULL AND s.link_until > current_date
               OR s.staff_id IN (SELECT c.staff_id FROM meetings_owncalendar c JOIN teams_staff p ON p.id = c.staff_id AND p.is_active
                                 WHERE c.reference = asked_reference)))
       OR r.team_id IN (
        SELECT m.team_id FROM meetings_owncalendar c
        JOIN teams_staff p ON p.id = c.staff_id AND p.is_active
        JOIN teams_membership m ON m.staff_id = c.staff_id AND m.role IN ('coordinator', 'support officer', 'manager')
         AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
        WHERE c.reference = asked_reference)
    ORDER BY r.name
$$;
