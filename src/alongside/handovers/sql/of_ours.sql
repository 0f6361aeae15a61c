-- What is handed over is for its two sides: whoever sees that part of the record, whoever handed it over, and whoever it was handed
-- to while it is open (access/sql/may_see.sql). Whom a team hands to, and what it says of the boundary, is the team's; the other side
-- reads what concerns its own hand-overs.
-- Row security asks these at every look: written so, their plan is found once a connection and not once a look.
CREATE OR REPLACE FUNCTION handed_to_me() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY SELECT n.step_up_id FROM named_in_a_hand_over n WHERE n.actor_id = current_actor();
END
$$;

-- Of those, which are worked jointly: with a page that both write, and notes of one's own.
CREATE OR REPLACE FUNCTION shared_with_me() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY SELECT n.step_up_id FROM named_in_a_hand_over n WHERE n.actor_id = current_actor() AND n.together;
END
$$;

CREATE OR REPLACE FUNCTION handed_over_by_me() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY SELECT u.id FROM handovers_stepup u WHERE u.by_id = current_actor();
END
$$;

-- Whether some hand-over to this one is shown to whoever asks, and whether anybody of that kind in that team is: with the rights of whoever asks.
CREATE OR REPLACE FUNCTION receiver_in_sight(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN EXISTS (SELECT FROM handovers_stepup u WHERE u.receiver_id = asked);
END
$$;
CREATE OR REPLACE FUNCTION boundary_in_sight(of_team uuid, of_kind text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN EXISTS (SELECT FROM handovers_receiver r WHERE r.team_id = of_team AND r.kind = of_kind);
END
$$;

ALTER TABLE handovers_receiver ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON handovers_receiver;
CREATE POLICY of_my_team ON handovers_receiver FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS of_a_hand_over ON handovers_receiver;
CREATE POLICY of_a_hand_over ON handovers_receiver FOR SELECT TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()) OR receiver_in_sight(id));

ALTER TABLE handovers_whodoeswhat ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON handovers_whodoeswhat;
CREATE POLICY of_my_team ON handovers_whodoeswhat FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS of_a_hand_over ON handovers_whodoeswhat;
CREATE POLICY of_a_hand_over ON handovers_whodoeswhat FOR SELECT TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()) OR boundary_in_sight(team_id, kind));
