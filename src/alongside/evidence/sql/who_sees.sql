-- The teams whose figures somebody may see: a manager their own, a commissioner those of their own organisation.
CREATE OR REPLACE FUNCTION teams_counted() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT m.team_id FROM teams_membership m
    WHERE m.staff_id = current_actor() AND m.role = 'manager'
      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
    UNION
    SELECT theirs.id FROM teams_membership m
    JOIN teams_team own ON own.id = m.team_id
    JOIN teams_team theirs ON theirs.organisation_id = own.organisation_id
    WHERE m.staff_id = current_actor() AND m.role = 'commissioner'
      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
$$;

-- The teams somebody manages.
CREATE OR REPLACE FUNCTION teams_managed() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT m.team_id FROM teams_membership m
    WHERE m.staff_id = current_actor() AND m.role = 'manager'
      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
$$;

-- The application reads an extract under this policy and has none to write by.
ALTER TABLE evidence_extract ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS may_read ON evidence_extract;
CREATE POLICY may_read ON evidence_extract FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_counted()));

-- What was counted ahead of an extract is read by whoever may read the extract, and added by the team's managers; nobody changes it, and it goes
-- with the least change of what it was counted from.
ALTER TABLE evidence_countedahead ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS may_read ON evidence_countedahead;
CREATE POLICY may_read ON evidence_countedahead FOR SELECT TO alongside_app
    USING (EXISTS (SELECT FROM evidence_extract e WHERE e.id = extract_id AND e.team_id IN (SELECT teams_counted())));
DROP POLICY IF EXISTS may_add ON evidence_countedahead;
CREATE POLICY may_add ON evidence_countedahead FOR INSERT TO alongside_app
    WITH CHECK (EXISTS (SELECT FROM evidence_extract e WHERE e.id = extract_id AND e.team_id IN (SELECT teams_i_manage())));

CREATE OR REPLACE FUNCTION evidence_count_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    DELETE FROM evidence_countedahead c WHERE c.extract_id = NEW.id;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION evidence_count_again IS 'for other functions alone';

CREATE OR REPLACE TRIGGER counted_again AFTER UPDATE OF payload ON evidence_extract FOR EACH ROW EXECUTE FUNCTION evidence_count_again();

-- What has left stays as it left: whoever may see a team's figures reads it, its managers add to it, and nobody changes it.
ALTER TABLE evidence_letout ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS may_read ON evidence_letout;
CREATE POLICY may_read ON evidence_letout FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_counted()));
DROP POLICY IF EXISTS may_add ON evidence_letout;
CREATE POLICY may_add ON evidence_letout FOR INSERT TO alongside_app WITH CHECK (team_id IN (SELECT teams_i_manage()));
DROP POLICY IF EXISTS may_take_back ON evidence_letout;
CREATE POLICY may_take_back ON evidence_letout FOR UPDATE TO alongside_app
    USING (team_id IN (SELECT teams_i_manage()) AND taken_back_at IS NULL) WITH CHECK (team_id IN (SELECT teams_i_manage()));

CREATE OR REPLACE FUNCTION what_left_stays() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF to_jsonb(NEW) - ARRAY['taken_back_at', 'taken_back_by_id', 'why_taken_back'] <> to_jsonb(OLD) - ARRAY['taken_back_at', 'taken_back_by_id', 'why_taken_back'] THEN
        RAISE EXCEPTION 'What has left stays as it left.' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;

COMMENT ON FUNCTION what_left_stays IS 'for other functions alone';

CREATE OR REPLACE TRIGGER stays_as_it_left BEFORE UPDATE ON evidence_letout FOR EACH ROW EXECUTE FUNCTION what_left_stays();

-- What a manager set beside use of services: read with the team's figures, written by its managers.
ALTER TABLE evidence_besideaservice ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS may_read ON evidence_besideaservice;
CREATE POLICY may_read ON evidence_besideaservice FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_counted()));
DROP POLICY IF EXISTS may_write ON evidence_besideaservice;
CREATE POLICY may_write ON evidence_besideaservice FOR INSERT TO alongside_app WITH CHECK (team_id IN (SELECT teams_i_manage()));
DROP POLICY IF EXISTS may_change ON evidence_besideaservice;
CREATE POLICY may_change ON evidence_besideaservice FOR UPDATE TO alongside_app
    USING (team_id IN (SELECT teams_i_manage())) WITH CHECK (team_id IN (SELECT teams_i_manage()));
