-- Who does what was handed over for a day to come: until that day still the one before, then whom the row names. A row that somebody
-- gave to another since is theirs at once.
DROP FUNCTION IF EXISTS who_does_it_now;
CREATE FUNCTION who_does_it_now(of_row uuid, of_person uuid, named uuid) RETURNS uuid
LANGUAGE sql STABLE AS
$$
    SELECT coalesce((SELECT CASE WHEN (array_agg(o.taker_id ORDER BY o.since DESC, o.at DESC))[1] = named
                                 THEN (array_agg(o.giver_id ORDER BY o.since, o.at))[1] END
                     FROM journeys_handedover h JOIN journeys_handover o ON o.id = h.hand_over_id
                     WHERE h.person_id = of_person AND h.taken_back_at IS NULL AND o.since > current_date
                       AND (of_row = ANY (h.steps) OR of_row = ANY (h.waits))), named)
$$;

-- Whether everybody of a hand-over was taken back, also those whom the one who asks does not see: a yes or a no, and nothing else. For whoever sees one of them.
CREATE OR REPLACE FUNCTION all_taken_back(of_hand_over uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT NOT EXISTS (SELECT FROM journeys_handedover h WHERE h.hand_over_id = of_hand_over AND h.taken_back_at IS NULL)
       AND EXISTS (SELECT FROM journeys_handedover h JOIN may_see s ON s.person_id = h.person_id AND s.actor_id = current_actor() AND s.part = 'record'
                   WHERE h.hand_over_id = of_hand_over)
$$;
