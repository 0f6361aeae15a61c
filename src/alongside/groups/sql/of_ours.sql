-- A group, with the words that were said of it, is for the team that keeps it; what everybody sees of it is its entry in the directory.
ALTER TABLE groups_group ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON groups_group;
CREATE POLICY of_my_team ON groups_group FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));

ALTER TABLE groups_step ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON groups_step;
CREATE POLICY of_my_team ON groups_step FOR ALL TO alongside_app
    USING (group_id IN (SELECT id FROM groups_group)) WITH CHECK (group_id IN (SELECT id FROM groups_group));

ALTER TABLE groups_held ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON groups_held;
CREATE POLICY of_my_team ON groups_held FOR ALL TO alongside_app
    USING (group_id IN (SELECT id FROM groups_group)) WITH CHECK (group_id IN (SELECT id FROM groups_group));

ALTER TABLE groups_taster ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON groups_taster;
CREATE POLICY of_my_team ON groups_taster FOR ALL TO alongside_app
    USING (group_id IN (SELECT id FROM groups_group)) WITH CHECK (group_id IN (SELECT id FROM groups_group));

ALTER TABLE groups_registerlink ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON groups_registerlink;
CREATE POLICY of_my_team ON groups_registerlink FOR ALL TO alongside_app
    USING (group_id IN (SELECT id FROM groups_group)) WITH CHECK (group_id IN (SELECT id FROM groups_group));

ALTER TABLE groups_gathering ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON groups_gathering;
CREATE POLICY of_my_team ON groups_gathering FOR ALL TO alongside_app
    USING (group_id IN (SELECT id FROM groups_group)) WITH CHECK (group_id IN (SELECT id FROM groups_group));

ALTER TABLE groups_stillgoing ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON groups_stillgoing;
CREATE POLICY of_my_team ON groups_stillgoing FOR ALL TO alongside_app
    USING (group_id IN (SELECT id FROM groups_group)) WITH CHECK (group_id IN (SELECT id FROM groups_group));

ALTER TABLE groups_packpage ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON groups_packpage;
CREATE POLICY of_my_team ON groups_packpage FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));
