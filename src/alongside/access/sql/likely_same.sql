-- Which two records of those in sight could be one person's: pairs with a telling piece in common, those with the most in common first. Of where
-- somebody lives only by whoever may see that, of both. Nothing is said of anybody else, nor that there is anybody. Who was told apart is left out.
CREATE OR REPLACE FUNCTION likely_same(of_person uuid, most int) RETURNS TABLE (one uuid, other uuid, known int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    RETURN QUERY
    WITH mine AS MATERIALIZED (
        SELECT s.person_id, bool_or(s.part = 'whereabouts') AS whereabouts FROM may_see s
        WHERE s.actor_id = (SELECT current_actor()) AND s.part IN ('record', 'whereabouts') GROUP BY s.person_id HAVING bool_or(s.part = 'record')
    ),
    keys AS MATERIALIZED (
        SELECT k.person_id, k.kind, k.key FROM people_matchkey k JOIN mine m ON m.person_id = k.person_id
        WHERE k.kind NOT IN ('phone', 'postcode') OR m.whereabouts
    ),
    told AS MATERIALIZED (SELECT k.person_id, k.kind, k.key FROM keys k WHERE of_person IS NULL OR k.person_id = of_person),
    alike AS (
        SELECT least(a.person_id, b.person_id) AS first, greatest(a.person_id, b.person_id) AS second,
               CASE a.kind WHEN 'phone' THEN 4 WHEN 'name' THEN 3 ELSE 2 END AS weight
        FROM told a JOIN keys b ON b.kind = a.kind AND b.key = a.key AND b.person_id <> a.person_id
        WHERE a.kind IN ('phone', 'name', 'sounds like', 'form of name')
        UNION ALL
        -- A birthday or a postcode alone is shared by many; with a name that sounds alike it is telling.
        SELECT least(a.person_id, b.person_id), greatest(a.person_id, b.person_id), CASE a.kind WHEN 'born' THEN 4 ELSE 2 END
        FROM told a JOIN keys b ON b.kind = a.kind AND b.key = a.key AND b.person_id <> a.person_id
        WHERE a.kind IN ('born', 'postcode')
          AND EXISTS (SELECT FROM keys c JOIN keys d ON d.kind = c.kind AND d.key = c.key
                      WHERE c.person_id = a.person_id AND d.person_id = b.person_id AND c.kind = 'part sounds like')
    )
    SELECT a.first, a.second, (SELECT count(*)::int FROM mine) FROM alike a
    WHERE NOT EXISTS (SELECT FROM people_notthesame n WHERE (n.person_id, n.other_id) IN ((a.first, a.second), (a.second, a.first)))
    GROUP BY a.first, a.second ORDER BY sum(a.weight) DESC, a.first, a.second LIMIT most;
END
$$;
