-- Which two records of those in sight could be one person's: pairs with a telling piece in common, those with the most in common first. Of where
-- somebody lives only by whoever may see that, of both. Nothing is said of anybody else, nor that there is anybody. Who was told apart is left out.
-- A piece that more than fifty share tells nobody apart: of fifty John Smiths those are found who share a birthday or a telephone as well.
CREATE OR REPLACE FUNCTION likely_same(of_person uuid, most int) RETURNS TABLE (one uuid, other uuid, known int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' AS
$$
BEGIN
    RETURN QUERY
    WITH mine AS MATERIALIZED (
        SELECT s.person_id, bool_or(s.part = 'whereabouts') AS whereabouts FROM may_see s
        WHERE s.actor_id = (SELECT current_actor()) AND s.part IN ('record', 'whereabouts') GROUP BY s.person_id HAVING bool_or(s.part = 'record')
    ),
    keys AS MATERIALIZED (
        SELECT k.person_id, k.kind, k.key FROM people_matchkey k JOIN mine m ON m.person_id = k.person_id
        WHERE k.kind <> 'name part' AND (k.kind NOT IN ('phone', 'postcode') OR m.whereabouts)
    ),
    telling AS MATERIALIZED (
        SELECT k.person_id, k.kind, k.key, CASE k.kind WHEN 'phone' THEN 4 WHEN 'name' THEN 3 ELSE 2 END AS weight
        FROM keys k WHERE k.kind IN ('phone', 'name', 'sounds like', 'form of name')
        UNION ALL
        -- A birthday or a postcode alone is shared by many; with a name that sounds alike it is telling.
        SELECT k.person_id, k.kind || ' and name', k.key || ' ' || n.key, CASE k.kind WHEN 'born' THEN 4 ELSE 2 END
        FROM keys k JOIN keys n ON n.person_id = k.person_id AND n.kind = 'part sounds like'
        WHERE k.kind IN ('born', 'postcode')
    ),
    shared AS MATERIALIZED (
        SELECT t.kind, t.key, min(t.weight) AS weight, array_agg(DISTINCT t.person_id) AS people FROM telling t
        GROUP BY t.kind, t.key
        HAVING count(DISTINCT t.person_id) BETWEEN 2 AND 50 AND (of_person IS NULL OR bool_or(t.person_id = of_person))
    )
    SELECT a.first, b.second, (SELECT count(*)::int FROM mine)
    FROM shared s CROSS JOIN unnest(s.people) AS a (first) CROSS JOIN unnest(s.people) AS b (second)
    WHERE a.first < b.second AND (of_person IS NULL OR of_person IN (a.first, b.second))
      AND NOT EXISTS (SELECT FROM people_notthesame n WHERE (n.person_id, n.other_id) IN ((a.first, b.second), (b.second, a.first)))
    GROUP BY a.first, b.second ORDER BY sum(s.weight) DESC, a.first, b.second LIMIT most;
END
$$;
