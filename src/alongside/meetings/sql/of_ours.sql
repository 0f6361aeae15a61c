-- A series with its table and its days is for the team that calls it. Of those at the table, each reads the series, its days and
-- what they proposed themselves; who else sits there with which link is read by the team alone.
CREATE OR REPLACE FUNCTION seats_i_hold() RETURNS TABLE (seat_id uuid, series_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT s.id, s.series_id FROM meetings_seat s
    WHERE s.since <= current_date AND (s.until IS NULL OR s.until > current_date)
      AND (s.staff_id = current_actor() OR (s.id = current_actor() AND s.link_ended_at IS NULL AND s.link_until > current_date))
$$;

-- Which places on which lists are shown to the one who asks (access/sql/may_see.sql).
CREATE OR REPLACE FUNCTION listed_to_me() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY SELECT t.listed_id FROM at_the_table t WHERE t.actor_id = current_actor();
END
$$;

ALTER TABLE meetings_series ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON meetings_series;
CREATE POLICY of_my_team ON meetings_series FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS at_my_table ON meetings_series;
CREATE POLICY at_my_table ON meetings_series FOR SELECT TO alongside_app USING (id IN (SELECT h.series_id FROM seats_i_hold() h));

CREATE OR REPLACE FUNCTION series_i_call() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT s.id FROM meetings_series s WHERE s.team_id IN (SELECT teams_i_walk_in())
$$;

ALTER TABLE meetings_seat ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON meetings_seat;
CREATE POLICY of_my_team ON meetings_seat FOR ALL TO alongside_app
    USING (series_id IN (SELECT series_i_call())) WITH CHECK (series_id IN (SELECT series_i_call()));
DROP POLICY IF EXISTS mine ON meetings_seat;
CREATE POLICY mine ON meetings_seat FOR SELECT TO alongside_app USING (id IN (SELECT h.seat_id FROM seats_i_hold() h));

ALTER TABLE meetings_meeting ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON meetings_meeting;
CREATE POLICY of_my_team ON meetings_meeting FOR ALL TO alongside_app
    USING (series_id IN (SELECT series_i_call())) WITH CHECK (series_id IN (SELECT series_i_call()));
DROP POLICY IF EXISTS at_my_table ON meetings_meeting;
CREATE POLICY at_my_table ON meetings_meeting FOR SELECT TO alongside_app USING (series_id IN (SELECT h.series_id FROM seats_i_hold() h));

ALTER TABLE meetings_present ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON meetings_present;
CREATE POLICY of_my_team ON meetings_present FOR ALL TO alongside_app
    USING (meeting_id IN (SELECT id FROM meetings_meeting)) WITH CHECK (seat_id IN (SELECT id FROM meetings_seat WHERE series_id IN (SELECT series_i_call())));

ALTER TABLE meetings_proposal ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON meetings_proposal;
CREATE POLICY of_my_team ON meetings_proposal FOR ALL TO alongside_app
    USING (series_id IN (SELECT series_i_call())) WITH CHECK (series_id IN (SELECT series_i_call()));
DROP POLICY IF EXISTS i_read_mine ON meetings_proposal;
CREATE POLICY i_read_mine ON meetings_proposal FOR SELECT TO alongside_app USING (seat_id IN (SELECT h.seat_id FROM seats_i_hold() h));
DROP POLICY IF EXISTS i_propose ON meetings_proposal;
CREATE POLICY i_propose ON meetings_proposal FOR INSERT TO alongside_app
    WITH CHECK (decided = '' AND (seat_id, series_id) IN (SELECT h.seat_id, h.series_id FROM seats_i_hold() h));

-- What a team thinks over is for that team, and for nobody else, whatever they see of people.
ALTER TABLE meetings_reflection ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON meetings_reflection;
CREATE POLICY of_my_team ON meetings_reflection FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()) AND by_id = (SELECT current_actor()));

ALTER TABLE meetings_thought ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON meetings_thought;
CREATE POLICY of_my_team ON meetings_thought FOR SELECT TO alongside_app USING (reflection_id IN (SELECT id FROM meetings_reflection));
DROP POLICY IF EXISTS mine_to_write ON meetings_thought;
CREATE POLICY mine_to_write ON meetings_thought FOR ALL TO alongside_app
    USING (by_id = (SELECT current_actor()) AND reflection_id IN (SELECT id FROM meetings_reflection))
    WITH CHECK (by_id = (SELECT current_actor()) AND reflection_id IN (SELECT id FROM meetings_reflection));

ALTER TABLE meetings_owncalendar ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS mine ON meetings_owncalendar;
CREATE POLICY mine ON meetings_owncalendar FOR ALL TO alongside_app
    USING (staff_id = (SELECT current_actor())) WITH CHECK (staff_id = (SELECT current_actor()));
