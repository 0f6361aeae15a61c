-- Two records are one person's: everything of the other is carried to the one, by the owner, because much of it is nobody's to move (a holding is
-- given, not moved; a draft is its writer's; the keys of the duplicate check no page can read). Each row that was touched is written down with what it
-- held, so that it can be undone whole. Only whoever wrote the joining in this very moment, and may see both records, sets it going.
CREATE OR REPLACE FUNCTION people_join(of_joining uuid, taking text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    kept uuid;
    other uuid;
    column_of record;
    held record;
    how text;
    new_key text;
    both_protected boolean;
BEGIN
    SELECT j.person_id, j.other_id INTO kept, other FROM people_joining j
    WHERE j.id = of_joining AND j.by_id = current_actor() AND j.undone_at IS NULL AND NOT EXISTS (SELECT FROM people_joinedrow r WHERE r.joining_id = j.id);
    IF kept IS NULL OR kept = other OR (
        SELECT count(DISTINCT s.person_id) FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id IN (kept, other) AND s.part = 'record') <> 2 THEN
        RAISE EXCEPTION 'Only whoever sees both records joins them.';
    END IF;
    PERFORM people_ties('IMMEDIATE');
    PERFORM people_end_links(ARRAY[kept, other]);

    -- What is taken from the other, column by column; the rest of the one's row stays.
    FOR column_of IN SELECT t.table_name, t.whom, array_agg(t.column_name) AS columns
                     FROM (VALUES /*TAKEN*/) AS t (table_name, whom, column_name)
                     WHERE t.table_name || '.' || t.column_name = ANY(taking) GROUP BY 1, 2 LOOP
        EXECUTE format('SELECT to_jsonb(t) AS was FROM %I t WHERE t.%I = $1', column_of.table_name, column_of.whom) INTO held USING kept;
        IF held.was IS NOT NULL THEN
            EXECUTE format('UPDATE %1$I k SET %2$s FROM %1$I o WHERE k.%3$I = $1 AND o.%3$I = $2', column_of.table_name,
                           (SELECT string_agg(format('%1$I = o.%1$I', c), ', ') FROM unnest(column_of.columns) c), column_of.whom) USING kept, other;
            INSERT INTO people_joinedrow (id, joining_id, person_id, table_name, column_name, row_key, how, was, became)
            SELECT gen_random_uuid(), of_joining, kept, column_of.table_name, array_to_string(column_of.columns, ','), kept::text, 'taken over', held.was, NULL;
            EXECUTE format('UPDATE people_joinedrow r SET became = to_jsonb(t) FROM %I t WHERE t.%I = $1 AND r.joining_id = $2 AND r.table_name = $3 AND r.how = $4',
                           column_of.table_name, column_of.whom) USING kept, of_joining, column_of.table_name, 'taken over';
        END IF;
    END LOOP;

    -- Whoever looks for either finds the one.
    INSERT INTO people_matchkey (person_id, kind, key)
    SELECT kept, k.kind, k.key FROM people_matchkey k
    WHERE k.person_id = other AND NOT EXISTS (SELECT FROM people_matchkey m WHERE m.person_id = kept AND m.kind = k.kind AND m.key = k.key);

    -- Where both are protected, whoever is on one list alone sees the whereabouts no more: the stricter holds.
    SELECT count(DISTINCT p.person_id) = 2 INTO both_protected FROM people_locationprotection p
    WHERE p.person_id IN (kept, other) AND (p.until IS NULL OR p.until > current_date);
    IF both_protected THEN
        FOR held IN SELECT l.id::text AS key, to_jsonb(l) AS was FROM people_locationlisted l
                    WHERE l.person_id = other OR (l.person_id = kept AND l.staff_id <> current_actor() AND NOT EXISTS (
                        SELECT FROM people_locationlisted o WHERE o.person_id = other AND o.staff_id = l.staff_id)) LOOP
            DELETE FROM people_locationlisted l WHERE l.id::text = held.key;
            INSERT INTO people_joinedrow (id, joining_id, person_id, table_name, column_name, row_key, how, was)
            VALUES (gen_random_uuid(), of_joining, kept, 'people_locationlisted', 'person_id', held.key, 'set aside', held.was);
        END LOOP;
    END IF;

    -- Numbers first become large ones, so that both can stand beside each other.
    FOR column_of IN SELECT * FROM (VALUES /*NUMBERED*/) AS n (table_name, number, in_order) LOOP
        FOR held IN EXECUTE format('SELECT t.id::text AS key, to_jsonb(t) AS was FROM %I t WHERE t.person_id IN ($1, $2) '
                                   'AND EXISTS (SELECT FROM %1$I o WHERE o.person_id = $2) AND EXISTS (SELECT FROM %1$I k WHERE k.person_id = $1)',
                                   column_of.table_name) USING kept, other LOOP
            INSERT INTO people_joinedrow (id, joining_id, person_id, table_name, column_name, row_key, how, was)
            VALUES (gen_random_uuid(), of_joining, kept, column_of.table_name, column_of.number, held.key, 'numbered anew', held.was);
        END LOOP;
        EXECUTE format('UPDATE %I t SET %2$I = o.place + 10000 FROM (SELECT i.id, row_number() OVER (ORDER BY %3$s, i.id) AS place FROM %1$I i '
                       'WHERE i.person_id IN ($1, $2)) o WHERE o.id = t.id AND EXISTS (SELECT FROM people_joinedrow r WHERE r.joining_id = $3 '
                       'AND r.table_name = $4 AND r.how = ''numbered anew'')',
                       column_of.table_name, column_of.number, column_of.in_order) USING kept, other, of_joining, column_of.table_name;
    END LOOP;

    -- Of two levels the nearer holds: whoever is walked alongside on either page is walked alongside.
    FOR held IN SELECT k.id::text AS key, to_jsonb(k) AS was FROM journeys_level k JOIN journeys_level o ON o.person_id = other AND o.until IS NULL
                WHERE k.person_id = kept AND k.until IS NULL AND array_position(/*NEARNESS*/, o.level) < array_position(/*NEARNESS*/, k.level) LOOP
        UPDATE journeys_level l SET until = greatest(current_date, l.since) WHERE l.id::text = held.key;
        INSERT INTO people_joinedrow (id, joining_id, person_id, table_name, column_name, row_key, how, was)
        VALUES (gen_random_uuid(), of_joining, kept, 'journeys_level', 'until', held.key, 'gave way', held.was);
    END LOOP;

    FOR column_of IN SELECT * FROM (VALUES /*CARRIED*/) AS c (table_name, column_name, row_name) LOOP
        FOR held IN EXECUTE format('SELECT t.%I::text AS key, to_jsonb(t) AS was FROM %I t WHERE t.%I = $1 ORDER BY t.%1$I',
                                   column_of.row_name, column_of.table_name, column_of.column_name) USING other LOOP
            BEGIN
                EXECUTE format('UPDATE %I t SET %I = $1 WHERE t.%I::text = $2', column_of.table_name, column_of.column_name, column_of.row_name) USING kept, held.key;
                how := 'carried over';
            EXCEPTION WHEN unique_violation OR exclusion_violation THEN
                IF column_of.table_name IN (/*ENDS*/) THEN
                    EXECUTE format('UPDATE %I t SET %I = $1, until = greatest(current_date, t.since) WHERE t.%I::text = $2',
                                   column_of.table_name, column_of.column_name, column_of.row_name) USING kept, held.key;
                    how := 'ended';
                ELSIF column_of.table_name = 'web_draft' THEN
                    how := 'left with its writer';
                ELSE
                    BEGIN
                        EXECUTE format('DELETE FROM %I t WHERE t.%I::text = $1', column_of.table_name, column_of.row_name) USING held.key;
                        how := 'set aside';
                    -- Something that is carried over leans on it: it stays where it was, seen by nobody until this is undone.
                    EXCEPTION WHEN foreign_key_violation OR raise_exception THEN
                        how := 'left';
                    END;
                END IF;
            END;
            new_key := CASE WHEN column_of.row_name = column_of.column_name AND how = 'carried over' THEN kept::text ELSE held.key END;
            INSERT INTO people_joinedrow (id, joining_id, person_id, table_name, column_name, row_key, how, was)
            VALUES (gen_random_uuid(), of_joining, kept, column_of.table_name, column_of.column_name, new_key, how,
                    -- A picture that is taken away later is to stand nowhere, here neither.
                    CASE WHEN column_of.table_name IN (/*REALLY_GONE*/) THEN '{}' ELSE held.was END);
        END LOOP;
    END LOOP;

    FOR column_of IN SELECT * FROM (VALUES /*NUMBERED*/) AS n (table_name, number, in_order) LOOP
        EXECUTE format('UPDATE %I t SET %2$I = t.%2$I - 10000 WHERE t.person_id = $1 AND t.%2$I > 10000', column_of.table_name, column_of.number) USING kept;
    END LOOP;
    -- What a copy of the other tells of visits came along, and is read by the whole team.
    IF EXISTS (SELECT FROM people_locationprotection p WHERE p.person_id = kept AND (p.until IS NULL OR p.until > current_date)) THEN
        PERFORM mine_tells_no_visits(kept);
    END IF;
    PERFORM people_ties('DEFERRED');
END
$$;

-- Whether rows that lean on one another are looked at with each step, or at the end of all.
CREATE OR REPLACE FUNCTION people_ties(when_looked_at text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    ties text := (SELECT string_agg(format('%I', c.conname), ', ') FROM pg_constraint c
                  WHERE c.contype = 'f' AND c.condeferrable AND c.connamespace = 'public'::regnamespace);
BEGIN
    EXECUTE 'SET CONSTRAINTS ' || ties || CASE when_looked_at WHEN 'IMMEDIATE' THEN ' IMMEDIATE' ELSE ' DEFERRED' END;
END
$$;

-- Whoever has a link to the copy of one, or waits for a file of everything about one, was never meant to read of the other: both end,
-- when two records are joined and when they are parted. New ones are given to whoever it turns out to be.
CREATE OR REPLACE FUNCTION people_end_links(them uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    UPDATE mine_link l SET ended_at = now(), ended_by_id = current_actor() WHERE l.person_id = ANY (them) AND l.ended_at IS NULL AND l.until > current_date;
    DELETE FROM access_gathered g WHERE g.person_id = ANY (them);
$$;
COMMENT ON FUNCTION people_end_links IS 'for other functions alone';
