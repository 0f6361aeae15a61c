-- How long a file waits for whoever brought it: until it is loaded, at most 30 days. What is older is shown to nobody, and goes.
CREATE OR REPLACE FUNCTION moving_in_waits(brought_at timestamptz, loaded timestamptz) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT loaded IS NOT NULL OR brought_at > now() - interval '30 days' $$;

CREATE OR REPLACE FUNCTION forget_old_moving_in() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM exchange_plannedpage p USING exchange_movingin m WHERE m.id = p.moving_id AND NOT moving_in_waits(m.at, m.loaded_at);
   DELETE FROM exchange_movingin WHERE NOT moving_in_waits(at, loaded_at) $$;

-- The number under which the history keeps all that this transaction changed (trail/sql/history.sql).
CREATE OR REPLACE FUNCTION changed_together() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('alongside.history', true), '')::bigint $$;

-- Take back all that a file brought: exactly the rows that the history says its loading added, and nothing else. Nobody of whom
-- anything was written since goes, nor anybody about whom somebody is writing now; they are told. Run by its owner, because a holding is otherwise never removed.
-- It takes back only what the one who asks loaded themselves.
CREATE OR REPLACE FUNCTION take_back_moving_in(moving uuid) RETURNS TABLE (person_id uuid, stays boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
DECLARE
    loaded bigint;
    everybody uuid[];
    going uuid[];
    newcomers uuid[];
    found record;
BEGIN
    SELECT m.together INTO loaded FROM exchange_movingin m
    WHERE m.id = moving AND m.by_id = current_actor() AND m.loaded_at IS NOT NULL AND m.undone_at IS NULL AND m.confirmed_at IS NULL;
    IF loaded IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg(DISTINCT c.person_id) INTO everybody FROM trail_change c
    WHERE c.id >= loaded AND c.together = loaded AND c.actor_id = current_actor() AND c.deed = 'added' AND c.person_id IS NOT NULL;
    SELECT coalesce(array_agg(p), '{}') INTO going FROM unnest(everybody) AS p
    WHERE NOT EXISTS (SELECT FROM trail_change c WHERE c.person_id = p AND c.id > loaded AND c.together <> loaded)
      AND NOT EXISTS (SELECT FROM web_draft d WHERE d.person_id = p AND d.writer_id <> current_actor());
    -- What has no history, such as a picture of their own, and whatever in another's record points to them: whoever has one that was not loaded stays.
    FOR found IN
        SELECT k.conrelid::regclass::text AS named, a.attname AS person, key.attname AS key
        FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        JOIN pg_index i ON i.indrelid = k.conrelid AND i.indisprimary
        JOIN pg_attribute key ON key.attrelid = i.indrelid AND key.attnum = i.indkey[0]
        WHERE k.contype = 'f' AND k.confrelid = 'people_person'::regclass
          AND (k.conrelid::regclass::text LIKE 'pictures\_%'
               OR (k.conrelid::regclass::text, a.attname::text) IN (SELECT p.named, p.pointer FROM rows_that_point_at_people() p))
    LOOP
        EXECUTE format('SELECT coalesce(array_agg(p), ''{}'') FROM unnest($1) AS p WHERE NOT EXISTS (SELECT FROM %I t WHERE t.%I = p '
                       'AND NOT EXISTS (SELECT FROM trail_change c WHERE c.id >= $2 AND c.together = $2 AND c.deed = ''added'' '
                       'AND c.table_name = %L AND c.row_id = t.%I::text))', found.named, found.person, found.named, found.key)
        INTO going USING going, loaded;
    END LOOP;
    -- A couple's note was typed once: whoever shares one with somebody who stays, stays.
    SELECT coalesce(array_agg(p), '{}') INTO going FROM unnest(going) AS p
    WHERE NOT EXISTS (SELECT FROM journeys_note mine JOIN journeys_note other ON other.together = mine.together
                      WHERE mine.person_id = p AND NOT other.person_id = ANY (going));
    SELECT coalesce(array_agg(DISTINCT c.person_id), '{}') INTO newcomers FROM trail_change c
    WHERE c.id >= loaded AND c.together = loaded AND c.deed = 'added' AND c.table_name = 'people_person' AND c.person_id = ANY (going);
    FOR found IN
        SELECT c.table_name, a.attname AS key, array_agg(c.row_id) AS rows
        FROM trail_change c
        JOIN pg_index i ON i.indrelid = to_regclass(c.table_name) AND i.indisprimary
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        WHERE c.id >= loaded AND c.together = loaded AND c.actor_id = current_actor() AND c.deed = 'added' AND c.person_id = ANY (going)
        GROUP BY c.table_name, a.attname
    LOOP
        EXECUTE format('DELETE FROM %I WHERE %I = ANY ($1::uuid[])', found.table_name, found.key) USING found.rows;
    END LOOP;
    -- What has no history is made from what has: pieces for the duplicate check, the bridge to figures.
    FOR found IN
        SELECT k.conrelid::regclass AS "table", a.attname AS person,
               NOT a.attnotnull AND NOT EXISTS (SELECT FROM tables_with_a_person() t WHERE t.named = k.conrelid::regclass::text AND t.person = a.attname) AS points
        FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f' AND k.confrelid = 'people_person'::regclass
    LOOP
        -- Of another's row nothing goes but that it is this person.
        EXECUTE format(CASE WHEN found.points THEN 'UPDATE %1$s SET %2$I = NULL WHERE %2$I = ANY ($1)' ELSE 'DELETE FROM %1$s WHERE %2$I = ANY ($1)' END,
                       found."table", found.person) USING newcomers;
    END LOOP;
    RETURN QUERY SELECT p, NOT p = ANY (going) FROM unnest(everybody) AS p;
END
$$;
