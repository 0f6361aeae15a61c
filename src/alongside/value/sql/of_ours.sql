-- A team's valuations: worked on by its managers; versions of them read by whoever may see the team's figures too, and never changed.
ALTER TABLE value_worked ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS may_read ON value_worked;
CREATE POLICY may_read ON value_worked FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_counted()));
DROP POLICY IF EXISTS may_work ON value_worked;
CREATE POLICY may_work ON value_worked FOR ALL TO alongside_app USING (team_id IN (SELECT teams_managed())) WITH CHECK (team_id IN (SELECT teams_managed()));

ALTER TABLE value_version ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS may_read ON value_version;
CREATE POLICY may_read ON value_version FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_counted()));
DROP POLICY IF EXISTS may_keep ON value_version;
CREATE POLICY may_keep ON value_version FOR INSERT TO alongside_app WITH CHECK (by_id = current_actor() AND team_id IN (SELECT teams_managed()));

CREATE OR REPLACE FUNCTION value_versions_stay() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
BEGIN
    RAISE EXCEPTION 'A version of a valuation is never changed nor removed' USING ERRCODE = 'check_violation';
END
$$;
CREATE OR REPLACE TRIGGER versions_stay BEFORE UPDATE OR DELETE ON value_version FOR EACH ROW EXECUTE FUNCTION value_versions_stay();
