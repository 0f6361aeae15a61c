-- Forgetting somebody: every row about them in every table that the models declare, and what stays so that no figure of a
-- period that is over changes. It crosses every line of row security, so it asks for itself who may; and it cannot be undone.

-- What would go, as counts alone: for whoever may see what they asked of us.
CREATE OR REPLACE FUNCTION what_would_be_forgotten(of_person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    held record;
    many bigint;
    found jsonb := '{}';
BEGIN
    IF NOT EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = of_person AND s.part = 'their rights') THEN
        RETURN found;
    END IF;
    FOR held IN SELECT * FROM tables_with_a_person() LOOP
        EXECUTE format('SELECT count(*) FROM %I WHERE %I = $1', held.named, held.person) INTO many USING of_person;
        IF many > 0 THEN
            found := found || jsonb_build_object(held.named, many);
        END IF;
    END LOOP;
    FOR held IN SELECT * FROM rows_that_point_at_people() p WHERE p.named IS NOT NULL LOOP
        EXECUTE format('SELECT count(*) FROM %I WHERE %I = $1', held.named, held.pointer) INTO many USING of_person;
        IF many > 0 THEN
            found := found || jsonb_build_object('others: ' || held.named, many);
        END IF;
    END LOOP;
    RETURN found;
END
$$;

-- Two people decide: the information governance lead with a reason, and then a manager of a team that holds them, who is
-- somebody else. Lines of the trail hold keys alone and stay; what rows held before goes with its salt, so that the chain stays whole.
CREATE OR REPLACE FUNCTION forget_somebody(of_asked uuid, made_id uuid, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    wish record;
    held record;
    team uuid;
    of_organisation uuid;
    many bigint;
    gone jsonb := '{}';
BEGIN
    SELECT * INTO wish FROM access_asked a WHERE a.id = of_asked FOR UPDATE;
    IF wish.id IS NULL OR wish.for_what <> 'be forgotten' OR wish.answer <> 'yes' OR wish.done_at IS NOT NULL THEN
        RAISE EXCEPTION 'Nobody is forgotten who did not ask for it, or whose wish was not granted.' USING ERRCODE = '42501';
    END IF;
    SELECT t.organisation_id INTO of_organisation
    FROM people_holding h JOIN teams_team t ON t.id = h.team_id
    JOIN teams_membership m ON m.team_id = t.id AND m.staff_id = current_actor() AND m.role = 'manager'
     AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
    WHERE h.person_id = wish.person_id LIMIT 1;
    IF of_organisation IS NULL OR current_actor() = wish.answered_by_id THEN
        RAISE EXCEPTION 'Somebody is forgotten by a manager of a team that holds their record, who did not decide it alone.' USING ERRCODE = '42501';
    END IF;
    SET CONSTRAINTS ALL DEFERRED;
    FOR team IN SELECT DISTINCT h.team_id FROM people_holding h WHERE h.person_id = wish.person_id ORDER BY 1 LOOP
        PERFORM evidence_forget(wish.person_id, team, current_date);
    END LOOP;
    -- In somebody else's record stays what they or we wrote there; that it is this person goes.
    FOR held IN SELECT * FROM rows_that_point_at_people() p WHERE p.named IS NOT NULL LOOP
        EXECUTE format(CASE WHEN held.may_be_empty THEN 'UPDATE %1$I SET %2$I = NULL WHERE %2$I = $1' ELSE 'DELETE FROM %1$I WHERE %2$I = $1' END,
                       held.named, held.pointer) USING wish.person_id;
        GET DIAGNOSTICS many = ROW_COUNT;
        IF many > 0 THEN
            gone := gone || jsonb_build_object('others: ' || held.named, many);
        END IF;
    END LOOP;
    -- What somebody is still writing about several people, this one among them.
    DELETE FROM web_draft d WHERE d.words::text LIKE '%' || wish.person_id || '%';
    FOR held IN SELECT * FROM tables_with_a_person() p WHERE p.named <> 'trail_change' LOOP
        EXECUTE format('DELETE FROM %I WHERE %I = $1', held.named, held.person) USING wish.person_id;
        GET DIAGNOSTICS many = ROW_COUNT;
        IF many > 0 THEN
            gone := gone || jsonb_build_object(held.named, many);
        END IF;
    END LOOP;
    -- Last: also what the rows held that were removed just now.
    UPDATE trail_change c SET was = NULL, salt = NULL WHERE c.person_id = wish.person_id AND c.was IS NOT NULL;
    GET DIAGNOSTICS many = ROW_COUNT;
    gone := gone || jsonb_build_object('trail_change', many);
    INSERT INTO access_forgotten (id, organisation_id, asked_on, decided_by_id, decided_at, confirmed_by_id, done_at, rows)
    VALUES (made_id, of_organisation, wish.on, wish.answered_by_id, wish.answered_at, current_actor(), moment, gone);
END
$$;

-- A certificate is read where it was decided: by information governance leads and managers of the organisation.
ALTER TABLE access_forgotten ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS may_read ON access_forgotten;
CREATE POLICY may_read ON access_forgotten FOR SELECT TO alongside_app USING (organisation_id IN (
    SELECT t.organisation_id FROM teams_membership m JOIN teams_team t ON t.id = m.team_id
    WHERE m.staff_id = (SELECT current_actor()) AND m.role IN ('information governance lead', 'manager')
      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)));
