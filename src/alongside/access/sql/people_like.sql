-- Who, of those in sight, has one of these pieces: the keys that no page can read, asked about by whoever may see the person anyway,
-- and about where they are only by whoever may see that. What is known of anybody else is not told, nor that there is anything.
CREATE OR REPLACE FUNCTION people_like(kinds text[], keys text[]) RETURNS TABLE (person_id uuid, kind text, key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT DISTINCT k.person_id, k.kind, k.key
    FROM unnest(kinds, keys) AS a (kind, key)
    JOIN people_matchkey k ON k.kind = a.kind AND k.key = a.key
    WHERE EXISTS (SELECT FROM may_see s
                  WHERE s.actor_id = (SELECT current_actor()) AND s.person_id = k.person_id
                    AND s.part = CASE WHEN k.kind IN ('postcode', 'phone') THEN 'whereabouts' ELSE 'identity' END)
    LIMIT 1000
$$;
