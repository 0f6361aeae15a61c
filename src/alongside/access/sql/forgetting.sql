-- Forgetting somebody: every row about them in every table that the models declare, and what stays so that no figure of a
-- period that is over changes. It crosses every line of row security, so it asks for itself who may; and it cannot be undone.

-- Under which keys somebody is known: their own, and those of records that were joined to theirs.
CREATE OR REPLACE FUNCTION known_under(of_person uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH RECURSIVE them (id) AS (
        SELECT of_person
        UNION
        SELECT j.other_id FROM them t JOIN people_joining j ON j.person_id = t.id AND j.undone_at IS NULL
    )
    SELECT array_agg(id) FROM them
$$;
COMMENT ON FUNCTION known_under IS 'for other functions alone';

-- What would go, as counts alone: for whoever may see what they asked of us.
CREATE OR REPLACE FUNCTION what_would_be_forgotten(of_person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    held record;
    many bigint;
    found jsonb := '{}';
    them uuid[] := known_under(of_person);
BEGIN
    IF NOT EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = of_person AND s.part = 'their rights') THEN
        RETURN found;
    END IF;
    FOR held IN SELECT * FROM tables_with_a_person() LOOP
        EXECUTE format('SELECT count(*) FROM %I WHERE %I = ANY ($1)', held.named, held.person) INTO many USING them;
        IF many > 0 THEN
            found := found || jsonb_build_object(held.named, many);
        END IF;
    END LOOP;
    FOR held IN SELECT * FROM rows_that_point_at_people() p WHERE p.named IS NOT NULL LOOP
        EXECUTE format('SELECT count(*) FROM %I WHERE %I = ANY ($1)', held.named, held.pointer) INTO many USING them;
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
    of_organisation uuid;
    many bigint;
    gone jsonb := '{}';
    them uuid[];
BEGIN
    SELECT * INTO wish FROM access_asked a WHERE a.id = of_asked FOR UPDATE;
    them := known_under(wish.person_id);
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
    FOR held IN SELECT DISTINCT h.team_id, h.person_id FROM people_holding h WHERE h.person_id = ANY (them) ORDER BY 1, 2 LOOP
        PERFORM evidence_forget(held.person_id, held.team_id, current_date);
    END LOOP;
    -- What they said stands also in the history of whoever's record theirs was once joined to and parted from again: the rows
    -- that were carried over, by their own keys; and what was taken over into the other's own row, by when that was.
    UPDATE trail_change c SET was = NULL, salt = NULL
    FROM people_joining j
    WHERE j.other_id = ANY (them) AND c.person_id = j.person_id AND c.was IS NOT NULL
      AND (EXISTS (SELECT FROM people_joinedrow r WHERE r.joining_id = j.id AND r.table_name = c.table_name AND r.row_key = c.row_id
                   AND (r.how <> 'taken over' OR c.at BETWEEN j.at - interval '1 minute' AND coalesce(j.undone_at, now()) + interval '1 minute')));
    DELETE FROM people_joinedrow r USING people_joining j WHERE j.id = r.joining_id AND j.other_id = ANY (them);
    -- In somebody else's record stays what they or we wrote there; that it is this person goes.
    FOR held IN SELECT * FROM rows_that_point_at_people() p WHERE p.named IS NOT NULL LOOP
        EXECUTE format(CASE WHEN held.may_be_empty THEN 'UPDATE %1$I SET %2$I = NULL WHERE %2$I = ANY ($1)' ELSE 'DELETE FROM %1$I WHERE %2$I = ANY ($1)' END,
                       held.named, held.pointer) USING them;
        GET DIAGNOSTICS many = ROW_COUNT;
        IF many > 0 THEN
            gone := gone || jsonb_build_object('others: ' || held.named, many);
        END IF;
    END LOOP;
    -- What a spreadsheet that brought them says of them is thrown away with all of it, as when it is confirmed.
    UPDATE exchange_movingin m SET book = '{}', known = '{}', settled = '{}', plan = '', confirmed_at = moment
    WHERE m.confirmed_at IS NULL AND m.loaded_at IS NOT NULL AND m.id IN (SELECT s.moving_id FROM exchange_sheetrow s WHERE s.person_id = ANY (them));
    DELETE FROM exchange_plannedpage p USING exchange_movingin m WHERE m.id = p.moving_id AND m.confirmed_at = moment;
    -- A spreadsheet that still waits and names them, or says that somebody in it may be them, is thrown away with its pages: it can be brought anew.
    FOR held IN
        SELECT m.id FROM exchange_movingin m
        WHERE m.loaded_at IS NULL
          AND EXISTS (SELECT FROM teams_membership s JOIN teams_team t ON t.id = s.team_id WHERE s.staff_id = m.by_id AND t.organisation_id = of_organisation)
          AND (EXISTS (SELECT FROM unnest(them) t WHERE m.known::text LIKE '%' || t || '%')
               OR EXISTS (SELECT FROM people_person p WHERE p.id = ANY (them) AND p.name ~ '[^[:space:]]{2,} +[^[:space:]]{2,}'
                          AND normalize(m.book::text, NFC) ~* pattern_of(ARRAY[p.name])))
    LOOP
        DELETE FROM exchange_plannedpage p WHERE p.moving_id = held.id;
        DELETE FROM exchange_sheetrow s WHERE s.moving_id = held.id;
        DELETE FROM exchange_movingin m WHERE m.id = held.id;
    END LOOP;
    -- What somebody is still writing in which their whole name stands.
    DELETE FROM web_draft d USING people_person p
    WHERE p.id = ANY (them) AND p.name ~ '[^[:space:]]{2,} +[^[:space:]]{2,}' AND normalize(d.words::text, NFC) ~* pattern_of(ARRAY[p.name])
      AND EXISTS (SELECT FROM teams_membership m JOIN teams_team t ON t.id = m.team_id WHERE m.staff_id = d.writer_id AND t.organisation_id = of_organisation);
    -- What somebody is still writing about several people, this one among them.
    DELETE FROM web_draft d USING unnest(them) t WHERE d.words::text LIKE '%' || t || '%';
    -- What stands with others and leans on what goes, such as a rung that was written while two records were one: it is of this person.
    FOR held IN SELECT b.of_table, b.of_row FROM unnest(them) t, people_bring_along(t) b LOOP
        UPDATE trail_change c SET was = NULL, salt = NULL WHERE c.table_name = held.of_table AND c.row_id = held.of_row AND c.was IS NOT NULL;
    END LOOP;
    FOR held IN SELECT * FROM tables_with_a_person() p WHERE p.named <> 'trail_change' LOOP
        EXECUTE format('DELETE FROM %I WHERE %I = ANY ($1)', held.named, held.person) USING them;
        GET DIAGNOSTICS many = ROW_COUNT;
        IF many > 0 THEN
            gone := gone || jsonb_build_object(held.named, many);
        END IF;
    END LOOP;
    -- Last: also what the rows held that were removed just now.
    UPDATE trail_change c SET was = NULL, salt = NULL WHERE c.person_id = ANY (them) AND c.was IS NOT NULL;
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
