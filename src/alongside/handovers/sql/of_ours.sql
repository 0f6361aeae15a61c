-- What is handed over is for its two sides: whoever sees that part of the record, whoever handed it over, and whoever it was handed
-- to while it is open (access/sql/may_see.sql). Whom a team hands to, and what it says of the boundary, is the team's; the other side
-- reads what concerns its own hand-overs.
CREATE OR REPLACE FUNCTION handed_to_me() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT n.step_up_id FROM named_in_a_hand_over n WHERE n.actor_id = current_actor()
$$;

-- Of those, which are worked jointly: with a page that both write, and notes of one's own.
CREATE OR REPLACE FUNCTION shared_with_me() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT n.step_up_id FROM named_in_a_hand_over n WHERE n.actor_id = current_actor() AND n.together
$$;

CREATE OR REPLACE FUNCTION handed_over_by_me() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT u.id FROM handovers_stepup u WHERE u.by_id = current_actor()
$$;

ALTER TABLE handovers_receiver ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON handovers_receiver;
CREATE POLICY of_my_team ON handovers_receiver FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS of_a_hand_over ON handovers_receiver;
CREATE POLICY of_a_hand_over ON handovers_receiver FOR SELECT TO alongside_app
    USING (EXISTS (SELECT FROM handovers_stepup u WHERE u.receiver_id = handovers_receiver.id));

ALTER TABLE handovers_whodoeswhat ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON handovers_whodoeswhat;
CREATE POLICY of_my_team ON handovers_whodoeswhat FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS of_a_hand_over ON handovers_whodoeswhat;
CREATE POLICY of_a_hand_over ON handovers_whodoeswhat FOR SELECT TO alongside_app
    USING (EXISTS (SELECT FROM handovers_receiver r WHERE r.team_id = handovers_whodoeswhat.team_id AND r.kind = handovers_whodoeswhat.kind));
