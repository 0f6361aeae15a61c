-- What came of a wish since it was kept with others: the idea of a group, its first open day, a barrier that is cleared or stays. Whoever asks is told
-- of what their team keeps; what answered the wish itself stands with it (directory_gap).
DROP FUNCTION IF EXISTS gap_news(uuid);
CREATE FUNCTION gap_news(asked uuid) RETURNS TABLE (key uuid, kind text, said text, "on" date, leads_to uuid)
LANGUAGE sql STABLE AS
$$
    WITH here AS (SELECT t.bundle_id FROM gaps_together t JOIN gaps_bundle b ON b.id = t.bundle_id AND b.apart_at IS NULL
                  WHERE t.gap_id = asked AND t.left_at IS NULL)
    SELECT g.id, 'group idea', g.name, (i.at AT TIME ZONE 'Europe/London')::date, g.id
    FROM here h JOIN gaps_idea i ON i.bundle_id = h.bundle_id AND i.taken_back_at IS NULL JOIN groups_group g ON g.id = i.group_id
    UNION ALL
    (SELECT s.id, 'group started', g.name, s."on", g.id
     FROM here h JOIN gaps_idea i ON i.bundle_id = h.bundle_id AND i.taken_back_at IS NULL JOIN groups_group g ON g.id = i.group_id
     JOIN groups_step s ON s.group_id = g.id AND s.stage = 'started' AND s.taken_back_at IS NULL
     ORDER BY s.number LIMIT 1)
    UNION ALL
    SELECT s.id, s.state, s.words, s."on", r.bundle_id
    FROM here h JOIN gaps_barrier r ON r.bundle_id = h.bundle_id
    JOIN LATERAL (SELECT s.id, s.state, s.words, s."on" FROM gaps_barrierstep s WHERE s.barrier_id = r.id AND s.taken_back_at IS NULL
                  ORDER BY s.number DESC LIMIT 1) s ON s.state IN ('cleared', 'cannot')
$$;
