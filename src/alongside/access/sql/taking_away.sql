-- Everything about somebody, gathered because they asked for it. It crosses every line of row security, so it gives nothing
-- back: it leaves a row that row security shows to the information governance lead alone, until its time is over.

CREATE OR REPLACE FUNCTION may_gather(of_asked uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT a.person_id FROM access_asked a
    JOIN may_see s ON s.person_id = a.person_id AND s.part = 'gathered' AND s.actor_id = current_actor()
    WHERE a.id = of_asked AND a.for_what = 'everything' LIMIT 1
$$;
COMMENT ON FUNCTION may_gather IS 'for other functions alone';

CREATE OR REPLACE FUNCTION gather_everything(of_asked uuid, moment timestamptz, ends timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    of_person uuid := may_gather(of_asked);
    held record;
    found jsonb;
    everything jsonb := '{}';
    them uuid[] := known_under(of_person);
BEGIN
    IF of_person IS NULL THEN
        RAISE EXCEPTION 'Everything about somebody is gathered by an information governance lead, because they asked for it.' USING ERRCODE = '42501';
    END IF;
    DELETE FROM access_gathered g WHERE g.until <= clock_timestamp() OR g.asked_id = of_asked;
    -- Not what a joining wrote down to be undone: all of it stands in the rows themselves and in their history, and of one that was
    -- undone it would be somebody else's.
    FOR held IN SELECT * FROM tables_with_a_person() p WHERE p.named NOT IN ('access_gathered', 'people_joinedrow') ORDER BY 1 LOOP
        EXECUTE format('SELECT coalesce(jsonb_agg(to_jsonb(t)), ''[]'') FROM %I t WHERE %I = ANY ($1)', held.named, held.person) INTO found USING them;
        everything := everything || jsonb_build_object(held.named, found);
    END LOOP;
    -- Who looked and what was done: the lines, and of those that name several people only that they name this one.
    everything := everything || jsonb_build_object('trail_entry', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'at', e.at, 'actor_id', e.actor_id, 'role', e.role, 'verb', e.verb, 'about', e.about,
                                                     'purpose', e.purpose, 'outcome', e.outcome) ORDER BY e.seq), '[]')
        FROM trail_entry e WHERE e.people && them));
    INSERT INTO access_gathered (asked_id, person_id, at, everything, until) VALUES (of_asked, of_person, moment, everything, ends);
END
$$;

-- What was left in and what was left out is decided: the file as it is handed over stays, and what was gathered goes.
CREATE OR REPLACE FUNCTION keep_pack(of_asked uuid, made bytea, ends timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF may_gather(of_asked) IS NULL THEN
        RAISE EXCEPTION 'What was gathered is handed over by an information governance lead.' USING ERRCODE = '42501';
    END IF;
    UPDATE access_gathered g SET pack = made, until = ends, everything = '{}', may_stay = NULL WHERE g.asked_id = of_asked;
END
$$;

-- What may stay in, as far as it was looked through.
CREATE OR REPLACE FUNCTION keep_what_may_stay(of_asked uuid, chosen jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF may_gather(of_asked) IS NULL THEN
        RAISE EXCEPTION 'What was gathered is looked through by an information governance lead.' USING ERRCODE = '42501';
    END IF;
    UPDATE access_gathered g SET may_stay = chosen WHERE g.asked_id = of_asked;
END
$$;

-- The file, for the person whose own it is, on their own page, as long as it waits there.
-- With that what they asked for is done.
CREATE OR REPLACE FUNCTION my_pack(moment timestamptz) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    of_asked uuid;
    made bytea;
BEGIN
    SELECT g.asked_id, g.pack INTO of_asked, made FROM access_gathered g
    WHERE g.person_id = current_actor() AND g.pack IS NOT NULL AND g.until > moment ORDER BY g.at DESC LIMIT 1;
    UPDATE access_asked a SET done_at = moment WHERE a.id = of_asked AND a.done_at IS NULL;
    RETURN made;
END
$$;

-- Until when a file waits, for whoever may know what they asked of us, themselves among them; never what is in it.
CREATE OR REPLACE FUNCTION pack_waits_until(of_person uuid, moment timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT g.until FROM access_gathered g
    WHERE g.person_id = of_person AND g.pack IS NOT NULL AND g.until > moment
      AND EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = of_person AND s.part = 'their rights')
    ORDER BY g.at DESC LIMIT 1
$$;

-- Whatever waited too long, whoever gathered it.
CREATE OR REPLACE FUNCTION forget_old_packs() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM access_gathered WHERE until <= clock_timestamp() $$;
