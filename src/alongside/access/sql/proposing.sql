-- Whoever sees one of two records may propose that they are one person's, to those who see the other: the one is told how sure it is and whom to
-- ask, the other that somebody asked. Neither is told who the other's is, nor anything of them.

-- Those like somebody whom the one who asks may see, and whom they may not: by the pieces that are kept, which nobody can choose.
CREATE OR REPLACE FUNCTION out_of_sight_like(of_person uuid) RETURNS TABLE (person_id uuid, strength text, ask text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH mine AS (
        SELECT bool_or(s.part = 'record') AS record, bool_or(s.part = 'whereabouts') AS whereabouts
        FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = of_person
    ),
    pieces AS (
        SELECT array_agg(k.kind ORDER BY k.id) AS kinds, array_agg(k.key ORDER BY k.id) AS keys
        FROM people_matchkey k, mine m
        WHERE k.person_id = of_person AND m.record AND k.kind <> 'part sounds like' AND (k.kind NOT IN ('phone', 'postcode') OR m.whereabouts)
    )
    SELECT j.person_id, j.strength, j.ask
    FROM pieces p CROSS JOIN LATERAL people_judged(p.kinds, p.keys) j
    WHERE j.person_id <> of_person
      AND NOT EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = j.person_id)
      AND NOT EXISTS (SELECT FROM people_notthesame n WHERE (n.person_id, n.other_id) IN ((of_person, j.person_id), (j.person_id, of_person)))
    ORDER BY array_position(ARRAY['almost certainly', 'probably', 'perhaps'], j.strength), j.ask
    LIMIT 5
$$;
COMMENT ON FUNCTION out_of_sight_like IS 'for other functions alone';

-- How sure it is, whom to ask, and whether that was proposed already: never a key or a name.
CREATE OR REPLACE FUNCTION others_like(of_person uuid) RETURNS TABLE (strength text, ask text, proposed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT o.strength, o.ask, EXISTS (SELECT FROM people_proposal p WHERE p.person_id = of_person AND p.other_id = o.person_id AND p.answer = '')
    FROM out_of_sight_like(of_person) o
$$;

-- Two rows, one on each side, each for those who see that side; they share a key.
CREATE OR REPLACE FUNCTION propose_joining(of_person uuid, whom_to_ask text, said text, made uuid[], moment timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    found record;
    place int := 0;
BEGIN
    FOR found IN SELECT o.person_id, o.strength FROM out_of_sight_like(of_person) o
                 WHERE o.ask = whom_to_ask AND NOT EXISTS (
                     SELECT FROM people_proposal p WHERE p.person_id = of_person AND p.other_id = o.person_id AND p.answer = '') LOOP
        EXIT WHEN 3 * place + 3 > cardinality(made);
        INSERT INTO people_proposal (id, person_id, other_id, together, asked, strength, words, by_id, at, answer, answer_words, answered_by_id, answered_at)
        VALUES (made[3 * place + 1], of_person, found.person_id, made[3 * place + 3], false, found.strength, said, current_actor(), moment, '', '', NULL, NULL),
               (made[3 * place + 2], found.person_id, of_person, made[3 * place + 3], true, found.strength, said, current_actor(), moment, '', '', NULL, NULL);
        place := place + 1;
    END LOOP;
    RETURN place;
END
$$;

-- Answered on both sides by whoever sees the one who was asked about. That they are two people is kept for good.
CREATE OR REPLACE FUNCTION answer_joining(of_row uuid, said text, in_words text, told_apart uuid, moment timestamptz) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    wish record;
BEGIN
    SELECT * INTO wish FROM people_proposal p WHERE p.id = of_row AND p.asked AND p.answer IN ('', 'ask') FOR UPDATE;
    IF wish.id IS NULL OR NOT EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = wish.person_id AND s.part = 'record') THEN
        RAISE EXCEPTION 'Only whoever sees the record that was asked about answers.' USING ERRCODE = '42501';
    END IF;
    UPDATE people_proposal p SET answer = said, answer_words = in_words, answered_by_id = current_actor(), answered_at = moment WHERE p.together = wish.together;
    IF said = 'two people' THEN
        INSERT INTO people_notthesame (id, person_id, other_id, by_id, at)
        VALUES (told_apart, least(wish.person_id, wish.other_id), greatest(wish.person_id, wish.other_id), current_actor(), moment) ON CONFLICT DO NOTHING;
    END IF;
    RETURN ARRAY[wish.person_id, wish.other_id];
END
$$;
