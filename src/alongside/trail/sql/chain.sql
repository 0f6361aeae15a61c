-- The chain. Each line's hash covers the line and the hash before it, so an edit, a deletion, a swap or an insertion
-- shows; a cut tail shows against a head kept elsewhere. trail/chain.py computes the same in Python.

CREATE OR REPLACE FUNCTION trail_hash(
    previous bytea, seq bigint, at timestamptz, actor uuid, role text, verb text, about text,
    people uuid[], purpose text, outcome text, commitment bytea
) RETURNS bytea LANGUAGE sql IMMUTABLE AS
$$
    SELECT sha256('\x00'::bytea || previous || convert_to(concat_ws(
        E'\x1f', seq, (extract(epoch FROM at) * 1000000)::bigint, actor, role, verb, about,
        array_to_string(people, ','), purpose, outcome, encode(commitment, 'hex')), 'UTF8'))
$$;

-- What a transaction changed, in one digest over its rows of history in their order. What a row held before counts by its
-- commitment, so that the words can be erased and the digest stays. trail/vouching.py computes the same in Python.
CREATE OR REPLACE FUNCTION trail_history_digest(made_together bigint) RETURNS bytea LANGUAGE sql STABLE AS
$$
    SELECT sha256(coalesce(string_agg(sha256(convert_to(concat_ws(
        E'\x1f', c.id, (extract(epoch FROM c.at) * 1000000)::bigint, coalesce(c.actor_id::text, ''), c.table_name, c.row_id,
        coalesce(c.person_id::text, ''), coalesce(c.staff_id::text, ''), c.part, c.deed, encode(c.commitment, 'hex')), 'UTF8')),
        ''::bytea ORDER BY c.id), ''::bytea))
    FROM trail_change c WHERE c.id >= made_together AND c.together = made_together
$$;

-- A line's commitment is empty, or 32 bytes for the reason that was given (noughts if none was); and where the transaction
-- changed something, then 8 with the number of its changes and 32 with their digest.
-- Lines are added here and nowhere else. The lock is held from here to the commit, so this is called last.
CREATE OR REPLACE FUNCTION trail_append(lines jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    head record;
    line record;
    next_seq bigint;
    next_at timestamptz;
    previous_hash bytea;
    actor uuid := coalesce(current_actor(), '00000000-0000-0000-0000-000000000000');
    made_salt uuid;
    commitment bytea;
    next_hash bytea;
    made_together bigint := nullif(current_setting('alongside.history', true), '')::bigint;
    history bytea := int8send(made_together) || trail_history_digest(made_together);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('alongside trail'));
    SELECT e.seq, e.at, e.hash INTO head FROM trail_entry e ORDER BY e.seq DESC LIMIT 1;
    next_seq := coalesce(head.seq, 0);
    next_at := coalesce(head.at, '-infinity');
    previous_hash := coalesce(head.hash, '\x'::bytea);
    FOR line IN
        SELECT * FROM jsonb_to_recordset(lines) AS l(
            at timestamptz, role text, verb text, about text, people uuid[], purpose text, outcome text, reason text)
    LOOP
        IF array_position(line.people, NULL) IS NOT NULL THEN
            RAISE EXCEPTION 'A line of the trail names nobody in place of somebody.';
        END IF;
        next_seq := next_seq + 1;
        -- Never before the line above it and never in the future, whatever a clock says.
        next_at := greatest(next_at, least(coalesce(line.at, clock_timestamp()), clock_timestamp()));
        commitment := '\x'::bytea;
        IF line.reason IS NOT NULL THEN
            made_salt := gen_random_uuid();
            commitment := sha256(convert_to(made_salt || line.reason, 'UTF8'));
            INSERT INTO trail_reason (seq, person_id, salt, text) VALUES (next_seq, line.people[1], made_salt, line.reason);
        END IF;
        IF history IS NOT NULL THEN
            commitment := CASE commitment WHEN '\x' THEN decode(repeat('00', 32), 'hex') ELSE commitment END || history;
            history := NULL;
            PERFORM set_config('alongside.history', '', true);
        END IF;
        next_hash := trail_hash(previous_hash, next_seq, next_at, actor, line.role, line.verb, line.about,
                                line.people, line.purpose, line.outcome, commitment);
        INSERT INTO trail_entry (seq, at, actor_id, role, verb, about, people, purpose, outcome, commitment, previous, hash)
        VALUES (next_seq, next_at, actor, line.role, line.verb, line.about, line.people, line.purpose, line.outcome,
                commitment, previous_hash, next_hash);
        previous_hash := next_hash;
    END LOOP;
    RETURN next_seq;
END
$$;

CREATE OR REPLACE FUNCTION trail_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'The trail is written once: no line of it is changed or removed.'; END $$;

CREATE OR REPLACE TRIGGER written_once BEFORE UPDATE OR DELETE ON trail_entry
    FOR EACH ROW EXECUTE FUNCTION trail_refuses();
CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON trail_entry
    FOR EACH STATEMENT EXECUTE FUNCTION trail_refuses();
