-- Who is in somebody's life now, from the closest outwards, and how many there were at the start and are now, unpaid and paid.
-- The start is the six weeks from the day their circle was begun (people/rings.py says the same; a test holds the two together).
DROP FUNCTION IF EXISTS desk_circle;
CREATE FUNCTION desk_circle(asked_person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
    WITH begun AS (
        SELECT min(l."on") AS day, min(l."on") + 42 AS until FROM people_circlelook l WHERE l.person_id = asked_person
    ),
    everybody AS (
        SELECT c.id, c.name, c.relation, concat_ws(' ', nullif(c.gives, ''), nullif(c.words, '')) AS words, c.receives, c.at,
               c.since <= current_date AND (c.until IS NULL OR c.until > current_date) AS is_there,
               c.since < b.until AND (c.until IS NULL OR c.until > b.day) AS was_there,
               coalesce((SELECT p.ring FROM people_closeness p WHERE p.one_id = c.id ORDER BY p.since LIMIT 1), '') AS first_ring,
               coalesce((SELECT p.ring FROM people_closeness p WHERE p.one_id = c.id AND p.since <= current_date ORDER BY p.since DESC LIMIT 1),
                        (SELECT p.ring FROM people_closeness p WHERE p.one_id = c.id ORDER BY p.since LIMIT 1), '') AS ring
        FROM people_intheirlife c CROSS JOIN begun b WHERE c.person_id = asked_person
    )
    SELECT CASE WHEN count(*) > 0 THEN jsonb_build_object(
        'people', jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'relation', e.relation, 'words', e.words, 'receives', e.receives, 'ring', e.ring)
                            ORDER BY array_position(ARRAY['closest', 'close', 'know', 'paid', ''], e.ring), e.at, e.id) FILTER (WHERE e.is_there),
        'compared', (SELECT current_date >= b.until FROM begun b),
        'at_start', jsonb_build_object('unpaid', count(*) FILTER (WHERE e.was_there AND e.first_ring <> 'paid'),
                                       'paid', count(*) FILTER (WHERE e.was_there AND e.first_ring = 'paid')),
        'now', jsonb_build_object('unpaid', count(*) FILTER (WHERE e.is_there AND e.ring <> 'paid'),
                                  'paid', count(*) FILTER (WHERE e.is_there AND e.ring = 'paid'))) END
    FROM everybody e
    );
END
$$;
