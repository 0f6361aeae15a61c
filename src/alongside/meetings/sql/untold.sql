-- Of whom a meeting spoke that my team calls and that is closed, and who was not told yet what it said: keys of places on lists alone, so that
-- row security then asks about these few, and not about everybody who was ever on a list.
DROP FUNCTION IF EXISTS untold_after;
CREATE FUNCTION untold_after(asked_day date) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT l.id FROM meetings_meeting g JOIN meetings_listed l ON l.meeting_id = g.id
    WHERE g.series_id IN (SELECT series_i_call()) AND g.closed_at IS NOT NULL AND g."on" > asked_day AND l.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT FROM meetings_toldback t WHERE t.listed_id = l.id)
$$;
