-- Who may part two records again is asked of two things: whether they see where the one who stayed is, and which teams would hold
-- each of the two. To whoever sees the record, and of what it says nothing but this.
CREATE OR REPLACE FUNCTION people_parting(of_joining uuid) RETURNS TABLE (sees_where boolean, held_by uuid[], other_held_by uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH goes_home AS (
        SELECT coalesce(h.team_id, (r.was ->> 'team_id')::uuid) AS team_id, h.id
        FROM people_joinedrow r LEFT JOIN people_holding h ON r.how = 'carried over' AND h.id::text = r.row_key
        WHERE r.joining_id = of_joining AND r.table_name = 'people_holding' AND (r.how = 'set aside' OR h.id IS NOT NULL)
    )
    SELECT EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = j.person_id AND s.part = 'whereabouts'),
           ARRAY(SELECT h.team_id FROM people_holding h WHERE h.person_id = j.person_id AND h.id NOT IN (SELECT g.id FROM goes_home g WHERE g.id IS NOT NULL)),
           ARRAY(SELECT g.team_id FROM goes_home g)
    FROM people_joining j
    WHERE j.id = of_joining AND EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = j.person_id AND s.part = 'record')
$$;

-- The same backwards. Rows carried over go home as they are now; what was set aside comes back; what was taken over is given back where nobody has
-- changed it since. Whatever was written since stays where it was written,
-- but for what leans on a row that went home.
CREATE OR REPLACE FUNCTION people_part(of_joining uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    kept uuid;
    other uuid;
    touched record;
    given text;
    row_name text;
    protected_by people_locationprotection;
    listed uuid[];
BEGIN
    SELECT j.person_id, j.other_id INTO kept, other FROM people_joining j WHERE j.id = of_joining AND j.undone_at IS NULL;
    IF kept IS NULL OR NOT coalesce((SELECT p.sees_where FROM people_parting(of_joining) p), false) THEN
        RAISE EXCEPTION 'Only whoever sees the record, and where they are, parts it again.';
    END IF;
    -- What keeps from others where they are, and who is on the list, while they are still one.
    SELECT p.* INTO protected_by FROM people_locationprotection p
    WHERE p.person_id = kept AND (p.until IS NULL OR p.until > current_date) ORDER BY p.until DESC NULLS FIRST LIMIT 1;
    SELECT coalesce(array_agg(l.staff_id), '{}') INTO listed FROM people_locationlisted l WHERE l.person_id = kept;
    PERFORM people_end_links(ARRAY[kept, other]);
    -- First of all: of a row with two people in it, one may have been carried over before it was set aside.
    FOR touched IN SELECT * FROM people_joinedrow r WHERE r.joining_id = of_joining AND r.how = 'set aside' LOOP
        BEGIN
            EXECUTE format('INSERT INTO %I SELECT * FROM jsonb_populate_record(NULL::%1$I, $1)', touched.table_name) USING touched.was;
        -- Somebody wrote the same since.
        EXCEPTION WHEN unique_violation OR exclusion_violation THEN
            NULL;
        END;
    END LOOP;
    FOR touched IN SELECT * FROM people_joinedrow r WHERE r.joining_id = of_joining AND r.how = 'numbered anew' LOOP
        EXECUTE format('UPDATE %I t SET %I = t.%2$I + 10000 WHERE t.id::text = $1', touched.table_name, touched.column_name) USING touched.row_key;
    END LOOP;
    FOR touched IN SELECT * FROM people_joinedrow r WHERE r.joining_id = of_joining AND r.how IN ('carried over', 'ended') LOOP
        SELECT c.row_name INTO row_name FROM (VALUES /*CARRIED*/) AS c (table_name, column_name, row_name)
        WHERE c.table_name = touched.table_name AND c.column_name = touched.column_name;
        EXECUTE format('UPDATE %I t SET %I = $1%s WHERE t.%I::text = $2 AND t.%2$I = $3', touched.table_name, touched.column_name,
                       CASE touched.how WHEN 'ended' THEN ', until = ($4 ->> ''until'')::date' ELSE '' END, row_name)
        USING other, touched.row_key, kept, touched.was;
    END LOOP;
    FOR touched IN SELECT * FROM people_joinedrow r WHERE r.joining_id = of_joining AND r.how = 'gave way' LOOP
        BEGIN
            UPDATE journeys_level l SET until = NULL WHERE l.id::text = touched.row_key AND l.person_id = kept;
        -- Another was set since, and holds.
        EXCEPTION WHEN unique_violation OR exclusion_violation THEN
            NULL;
        END;
    END LOOP;
    FOR touched IN SELECT * FROM people_joinedrow r WHERE r.joining_id = of_joining AND r.how = 'numbered anew' LOOP
        EXECUTE format('UPDATE %I t SET %I = ($2 ->> %L)::int WHERE t.id::text = $1', touched.table_name, touched.column_name, touched.column_name)
        USING touched.row_key, touched.was;
    END LOOP;
    FOR touched IN SELECT * FROM people_joinedrow r WHERE r.joining_id = of_joining AND r.how = 'taken over' LOOP
        FOREACH given IN ARRAY string_to_array(touched.column_name, ',') LOOP
            EXECUTE format('UPDATE %I t SET %I = (jsonb_populate_record(NULL::%1$I, $2)).%2$I WHERE t.%3$I = $1 AND to_jsonb(t) -> %4$L IS NOT DISTINCT FROM $3 -> %4$L',
                           touched.table_name, given, CASE touched.table_name WHEN 'people_person' THEN 'id' ELSE 'person_id' END, given)
            USING kept, touched.was, touched.became;
        END LOOP;
    END LOOP;
    -- Such as a rung of a connection that went home, or a photograph of a paper: written since, and of no use without it.
    INSERT INTO people_joinedrow (id, joining_id, person_id, table_name, column_name, row_key, how, was)
    SELECT gen_random_uuid(), of_joining, kept, b.of_table, '', b.of_row, 'brought along', '{}' FROM people_bring_along(other, kept) b;
    IF protected_by.id IS NOT NULL THEN
        PERFORM people_stay_protected(of_joining, kept, other, protected_by, listed);
    END IF;
    UPDATE people_joining j SET undone_at = now(), undone_by_id = current_actor() WHERE j.id = of_joining;
END
$$;

-- Parting unprotects nobody, and puts nobody back on a list from which they were struck meanwhile: what protected the one record
-- protects both. On the list of the other are those who were on it before and are on that of the one still; where it had none,
-- those of the one. Whoever parts them is on both, so that neither is without anybody.
CREATE OR REPLACE FUNCTION people_stay_protected(of_joining uuid, kept uuid, other uuid, protected_by people_locationprotection, listed uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    begun timestamptz := (SELECT j.at FROM people_joining j WHERE j.id = of_joining);
    of_their_own boolean := EXISTS (
        SELECT FROM people_joinedrow r WHERE r.joining_id = of_joining AND r.table_name = 'people_locationprotection'
        AND (r.was ->> 'until' IS NULL OR (r.was ->> 'until')::date > begun::date));
    whom uuid;
BEGIN
    -- Protection that ended, and was begun anew with a list of its own.
    IF NOT EXISTS (SELECT FROM people_locationprotection p
                   WHERE p.person_id = kept AND p.at <= begun AND (p.until IS NULL OR p.until > current_date)) THEN
        DELETE FROM people_locationlisted l WHERE l.person_id = kept AND l.staff_id <> ALL (listed);
    END IF;
    DELETE FROM people_locationlisted l WHERE l.person_id = other AND l.staff_id <> ALL (listed);
    FOREACH whom IN ARRAY ARRAY[kept, other] LOOP
        IF NOT EXISTS (SELECT FROM people_locationprotection p
                       WHERE p.person_id = whom AND (p.until IS NULL OR p.until >= protected_by.until AND protected_by.until IS NOT NULL)) THEN
            INSERT INTO people_locationprotection (id, person_id, by_id, at, why, until)
            VALUES (gen_random_uuid(), whom, protected_by.by_id, protected_by.at, protected_by.why, protected_by.until);
        END IF;
        INSERT INTO people_locationlisted (id, person_id, staff_id, by_id, at)
        SELECT gen_random_uuid(), whom, s, current_actor(), now() FROM unnest(listed) s
        WHERE whom = kept OR NOT of_their_own OR s = current_actor()
        ON CONFLICT (person_id, staff_id) DO NOTHING;
    END LOOP;
END
$$;
COMMENT ON FUNCTION people_stay_protected IS 'for other functions alone';

-- Every row about others that leans on a row about this person by a foreign key becomes this person's too, and whatever leans on that:
-- those about one other person, or about anybody else. Read from the tables themselves, so also of what is added tomorrow.
CREATE OR REPLACE FUNCTION people_bring_along(to_whom uuid, from_whom uuid DEFAULT NULL) RETURNS TABLE (of_table text, of_row text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    tie record;
    many bigint;
    moved bigint := 1;
BEGIN
    WHILE moved > 0 LOOP
        moved := 0;
        FOR tie IN
            SELECT leaning.named, leaning.person, a.attname AS leans_by, leant_on.named AS on_named, leant_on.person AS on_person, k.attname AS on_key
            FROM pg_constraint c
            JOIN tables_with_a_person() leaning ON leaning.named = c.conrelid::regclass::text
            JOIN tables_with_a_person() leant_on ON leant_on.named = c.confrelid::regclass::text
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            JOIN pg_attribute k ON k.attrelid = c.confrelid AND k.attnum = c.confkey[1]
            WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 1
              AND leant_on.named NOT IN ('people_person', 'people_joining')
        LOOP
            RETURN QUERY EXECUTE format(
                'UPDATE %1$I t SET %2$I = $1 FROM %4$I o WHERE o.%6$I = t.%3$I AND o.%5$I = $1 AND t.%2$I <> $1 AND ($2 IS NULL OR t.%2$I = $2) '
                'RETURNING %1$L::text, coalesce(to_jsonb(t) ->> ''id'', to_jsonb(t) ->> %2$L)',
                tie.named, tie.person, tie.leans_by, tie.on_named, tie.on_person, tie.on_key) USING to_whom, from_whom;
            GET DIAGNOSTICS many = ROW_COUNT;
            moved := moved + many;
        END LOOP;
    END LOOP;
END
$$;
COMMENT ON FUNCTION people_bring_along IS 'for other functions alone';
