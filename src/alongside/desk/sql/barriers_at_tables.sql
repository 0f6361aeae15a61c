-- What stands in the way, for whoever sits at a leadership group's table or calls it: what it is, who sees to it and by when. No wish, no number
-- of those who wished, and nobody by name but whoever owns it, by their work.
DROP FUNCTION IF EXISTS barriers_at_table;
CREATE FUNCTION barriers_at_table(asked_series uuid)
RETURNS TABLE (id uuid, kind text, words text, state text, "on" date, said text, owner text, by_when date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT b.id, b.kind, b.words, s.state, s."on", s.words, s.owner, s.by_when
    FROM meetings_series r
    JOIN gaps_bundle d ON d.team_id = r.team_id AND d.apart_at IS NULL AND (r.locality_id IS NULL OR d.locality_id = r.locality_id)
    JOIN gaps_barrier b ON b.bundle_id = d.id
    CROSS JOIN LATERAL (SELECT * FROM gaps_barrierstep t WHERE t.barrier_id = b.id AND t.taken_back_at IS NULL ORDER BY t.number DESC LIMIT 1) s
    WHERE r.id = asked_series AND r.kind = 'leadership' AND s.state IN ('raised', 'owned')
      AND (r.id IN (SELECT series_i_call()) OR r.id IN (SELECT h.series_id FROM seats_i_hold() h))
    ORDER BY s.state DESC, s.by_when NULLS FIRST, b.at
$$;
