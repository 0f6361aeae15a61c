-- What a row held before. Fired by every insert, update and delete on a table with a person, or with somebody's rights,
-- however it was made. All that one transaction changes has one number, that of its first change: the first line that the
-- transaction adds to the trail vouches for it (chain.sql).
CREATE OR REPLACE FUNCTION trail_remember(of_table text, of_row text, person uuid, staff uuid, of_part text, done text, held jsonb)
RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    number bigint := nextval('trail_change_id_seq');
    made_together bigint := nullif(current_setting('alongside.history', true), '')::bigint;
    made_salt uuid := CASE WHEN held IS NOT NULL THEN gen_random_uuid() END;
BEGIN
    IF made_together IS NULL THEN
        made_together := number;
        PERFORM set_config('alongside.history', number::text, true);
    END IF;
    INSERT INTO trail_change (id, at, actor_id, table_name, row_id, person_id, staff_id, part, deed, was, salt, commitment, together)
    VALUES (number, clock_timestamp(), current_actor(), of_table, of_row, person, staff, of_part, done, held, made_salt,
            CASE WHEN held IS NULL THEN '\x'::bytea ELSE sha256(convert_to(made_salt || held::text, 'UTF8')) END, made_together);
END
$$;

-- Of a table with a person. Arguments: the column that says whom, and the part of the record the table belongs to.
CREATE OR REPLACE FUNCTION trail_keep_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    row_now jsonb := CASE WHEN TG_OP = 'INSERT' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
BEGIN
    PERFORM trail_remember(TG_TABLE_NAME, coalesce(row_now ->> 'id', row_now ->> TG_ARGV[0]), (row_now ->> TG_ARGV[0])::uuid, NULL, TG_ARGV[1],
                           CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
                           CASE WHEN TG_OP <> 'INSERT' THEN row_now END);
    RETURN NULL;
END
$$;

-- Of a table with somebody's rights. Arguments, each a list with commas: the column that says whose, columns that hold a
-- secret, and columns that are written whenever it is used and give no right. Of a secret is kept only that it is another.
CREATE OR REPLACE FUNCTION trail_keep_rights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    row_was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - string_to_array(TG_ARGV[2], ',') END;
    row_now jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - string_to_array(TG_ARGV[2], ',') END;
    secrets text[] := string_to_array(TG_ARGV[1], ',');
    others jsonb := '{}';
BEGIN
    IF row_was = row_now THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        SELECT coalesce(jsonb_object_agg(secret, 'another'), '{}') INTO others FROM unnest(secrets) AS secret
        WHERE row_was -> secret IS DISTINCT FROM row_now -> secret;
    END IF;
    PERFORM trail_remember(TG_TABLE_NAME, coalesce(row_now, row_was) ->> 'id', NULL, (coalesce(row_now, row_was) ->> TG_ARGV[0])::uuid, '',
                           CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
                           row_was - secrets || others);
    RETURN NULL;
END
$$;

-- The last word of a transaction that changed something and added no line to the trail: a line is added for it.
CREATE OR REPLACE FUNCTION trail_vouch() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF current_setting('alongside.history', true) = NEW.together::text THEN
        PERFORM trail_append(jsonb_build_array(jsonb_build_object(
            'role', '', 'verb', 'changed something by hand', 'about', 'change ' || NEW.together, 'purpose', '', 'outcome', 'done',
            'people', (SELECT coalesce(jsonb_agg(DISTINCT c.person_id) FILTER (WHERE c.person_id IS NOT NULL), '[]')
                       FROM trail_change c WHERE c.id >= NEW.together AND c.together = NEW.together))));
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS vouched_for ON trail_change;
CREATE CONSTRAINT TRIGGER vouched_for AFTER INSERT ON trail_change DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION trail_vouch();

CREATE OR REPLACE FUNCTION trail_history_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'Emptying % would leave no history: delete its rows.', TG_TABLE_NAME; END $$;
CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON trail_change
    FOR EACH STATEMENT EXECUTE FUNCTION trail_history_refuses();
