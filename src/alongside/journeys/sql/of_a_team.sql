-- Two tables about nobody in particular, each with whose it is. Light contacts belong to a team; the time and the miles of a
-- visit to whoever went, and to the managers of the team they went for.
CREATE OR REPLACE FUNCTION teams_i_walk_in() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT m.team_id FROM teams_membership m
    WHERE m.staff_id = current_actor() AND m.role IN ('coordinator', 'support officer', 'manager')
      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
$$;

CREATE OR REPLACE FUNCTION teams_i_manage() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT m.team_id FROM teams_membership m
    WHERE m.staff_id = current_actor() AND m.role = 'manager'
      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
$$;

ALTER TABLE journeys_nameless ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON journeys_nameless;
CREATE POLICY of_my_team ON journeys_nameless FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));

ALTER TABLE journeys_outing ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS mine ON journeys_outing;
CREATE POLICY mine ON journeys_outing FOR ALL TO alongside_app
    USING (by_id = (SELECT current_actor())) WITH CHECK (by_id = (SELECT current_actor()) AND team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS of_a_team_i_manage ON journeys_outing;
CREATE POLICY of_a_team_i_manage ON journeys_outing FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_i_manage()));
