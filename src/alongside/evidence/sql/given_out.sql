-- Receipts of extracts that left: whoever may see the team's figures reads them, a manager of the team writes one, and none is changed or removed.
ALTER TABLE evidence_givenout ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS may_read ON evidence_givenout;
CREATE POLICY may_read ON evidence_givenout FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_counted()));
DROP POLICY IF EXISTS may_give ON evidence_givenout;
CREATE POLICY may_give ON evidence_givenout FOR INSERT TO alongside_app
    WITH CHECK (by_id = current_actor() AND team_id IN (SELECT m.team_id FROM teams_membership m WHERE m.staff_id = current_actor() AND m.role = 'manager'
                AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)));
