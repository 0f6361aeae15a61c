-- What is missing here, what came of it and what stands in its way are for the team that keeps them.
ALTER TABLE gaps_bundle ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON gaps_bundle;
CREATE POLICY of_my_team ON gaps_bundle FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));

-- A wish is only put where it may be read, and with what is the same team's.
ALTER TABLE gaps_together ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON gaps_together;
CREATE POLICY of_my_team ON gaps_together FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()))
    WITH CHECK (EXISTS (SELECT FROM gaps_bundle b WHERE b.id = bundle_id AND b.team_id = gaps_together.team_id)
                AND EXISTS (SELECT FROM directory_gap g WHERE g.id = gap_id));

ALTER TABLE gaps_different ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON gaps_different;
CREATE POLICY of_my_team ON gaps_different FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()))
    WITH CHECK (team_id IN (SELECT teams_i_walk_in()) AND EXISTS (SELECT FROM directory_gap g WHERE g.id = one_id)
                AND EXISTS (SELECT FROM directory_gap g WHERE g.id = other_id));

ALTER TABLE gaps_idea ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON gaps_idea;
CREATE POLICY of_my_team ON gaps_idea FOR ALL TO alongside_app
    USING (bundle_id IN (SELECT id FROM gaps_bundle)) WITH CHECK (bundle_id IN (SELECT id FROM gaps_bundle) AND group_id IN (SELECT id FROM groups_group));

ALTER TABLE gaps_barrier ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON gaps_barrier;
CREATE POLICY of_my_team ON gaps_barrier FOR ALL TO alongside_app
    USING (bundle_id IN (SELECT id FROM gaps_bundle)) WITH CHECK (bundle_id IN (SELECT id FROM gaps_bundle));

ALTER TABLE gaps_barrierstep ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON gaps_barrierstep;
CREATE POLICY of_my_team ON gaps_barrierstep FOR ALL TO alongside_app
    USING (barrier_id IN (SELECT id FROM gaps_barrier)) WITH CHECK (barrier_id IN (SELECT id FROM gaps_barrier));
