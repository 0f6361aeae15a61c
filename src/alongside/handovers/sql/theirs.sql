-- Whose hand-over a link is, while it is open: the name of a post, and nobody we walk alongside.
DROP FUNCTION IF EXISTS hand_over_of_a_link;
CREATE FUNCTION hand_over_of_a_link(asked_reference text) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT u.id, concat_ws(', ', r.name, nullif(r.organisation, '')) FROM handovers_stepup u JOIN handovers_receiver r ON r.id = u.receiver_id
    WHERE u.reference = asked_reference AND EXISTS (SELECT FROM named_in_a_hand_over n WHERE n.step_up_id = u.id AND n.actor_id = u.id)
$$;

-- What those to whom something was handed are called, for whoever reads who looked at somebody.
DROP FUNCTION IF EXISTS names_of_receivers;
CREATE FUNCTION names_of_receivers(asked uuid[]) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT u.id, concat_ws(', ', r.name, nullif(r.organisation, '')) FROM handovers_stepup u JOIN handovers_receiver r ON r.id = u.receiver_id WHERE u.id = ANY (asked)
$$;

-- The other side says something, and with it how it stands: theirs, together, not theirs, handed back. Its end is the end of what they see.
DROP FUNCTION IF EXISTS say_in_a_hand_over;
CREATE FUNCTION say_in_a_hand_over(of_step_up uuid, turn uuid, did text, said text, it_avoided text, written_by text, became text, moment timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    found handovers_stepup;
BEGIN
    SELECT * INTO found FROM handovers_stepup u WHERE u.id = of_step_up AND u.id IN (SELECT handed_to_me()) FOR UPDATE;
    IF found.id IS NULL OR did NOT IN ('says', 'takes on', 'together', 'not theirs', 'hands back') THEN
        RETURN NULL;
    END IF;
    INSERT INTO handovers_turn (id, step_up_id, person_id, part, by_id, at, deed, words, avoided, writer)
    VALUES (turn, found.id, found.person_id, found.part, NULL, moment, did, said, it_avoided, written_by);
    UPDATE handovers_stepup u SET
        answered_at = coalesce(u.answered_at, moment),
        stage = CASE did WHEN 'takes on' THEN 'taken on' WHEN 'together' THEN 'together' WHEN 'not theirs' THEN 'not theirs' WHEN 'hands back' THEN 'back' ELSE u.stage END,
        ended_at = CASE WHEN did IN ('not theirs', 'hands back') THEN moment END,
        outcome = CASE did WHEN 'hands back' THEN became ELSE u.outcome END
    WHERE u.id = found.id;
    RETURN found.person_id;
END
$$;

-- The other side writes on the page that both share; what stood there stays as an older version.
DROP FUNCTION IF EXISTS write_on_a_shared_page;
CREATE FUNCTION write_on_a_shared_page(of_step_up uuid, version uuid, now_agreed text, now_who text, now_next text, moment timestamptz) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    INSERT INTO handovers_sharedpage (id, step_up_id, person_id, part, by_id, at, agreed, who_does_what, comes_next)
    SELECT version, u.id, u.person_id, u.part, NULL, moment, now_agreed, now_who, now_next
    FROM handovers_stepup u WHERE u.id = of_step_up AND u.id IN (SELECT shared_with_me())
    RETURNING person_id
$$;
