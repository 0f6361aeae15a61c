-- What a team counts, and which measures it may ask: its manager writes both, its colleagues and whoever sees its figures read them, and
-- the person whose record it holds reads which questions they may answer on their own page.
ALTER TABLE outcomes_teamkind ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON outcomes_teamkind;
CREATE POLICY of_my_team ON outcomes_teamkind FOR SELECT TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()) OR team_id IN (SELECT teams_counted()));
DROP POLICY IF EXISTS of_a_team_i_manage ON outcomes_teamkind;
CREATE POLICY of_a_team_i_manage ON outcomes_teamkind FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_manage())) WITH CHECK (team_id IN (SELECT teams_i_manage()));

ALTER TABLE outcomes_teammeasure ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON outcomes_teammeasure;
CREATE POLICY of_my_team ON outcomes_teammeasure FOR SELECT TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()) OR team_id IN (SELECT teams_counted())
           OR team_id IN (SELECT h.team_id FROM people_holding h WHERE h.person_id = (SELECT current_actor())));
DROP POLICY IF EXISTS of_a_team_i_manage ON outcomes_teammeasure;
CREATE POLICY of_a_team_i_manage ON outcomes_teammeasure FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_manage())) WITH CHECK (team_id IN (SELECT teams_i_manage()));

-- That a practice's table came in, for the team that brought it.
ALTER TABLE outcomes_broughtuses ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON outcomes_broughtuses;
CREATE POLICY of_my_team ON outcomes_broughtuses FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS of_a_team_i_manage ON outcomes_broughtuses;
CREATE POLICY of_a_team_i_manage ON outcomes_broughtuses FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_manage())) WITH CHECK (team_id IN (SELECT teams_i_manage()));
