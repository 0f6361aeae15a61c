-- What there is to look back at together, besides what stands beside their story: what they wanted at first, steps that ended,
-- who was in their life at the start, what changed, and the last look back. Row security filters every part of it.
DROP FUNCTION IF EXISTS desk_looked_back;
CREATE FUNCTION desk_looked_back(asked_person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
    SELECT jsonb_build_object(
        'first_good_life', (SELECT jsonb_build_object('words', g.words, 'at', g.at)
                            FROM journeys_goodlife g WHERE g.person_id = asked_person ORDER BY g.at, g.id LIMIT 1),
        'ended_steps', (SELECT jsonb_agg(jsonb_build_object('words', s.words, 'as', s.ended_as, 'on', s.ended_on) ORDER BY s.ended_on DESC, s.id)
                        FROM (SELECT * FROM journeys_step e WHERE e.person_id = asked_person AND e.ended_on IS NOT NULL
                              ORDER BY e.ended_on DESC, e.id LIMIT 30) s),
        -- The same start as in the circle (circle.sql): six weeks from the day it was begun.
        'circle_then', (SELECT jsonb_agg(jsonb_build_object('name', c.name, 'there', c.until IS NULL OR c.until > current_date) ORDER BY c.at, c.id)
                        FROM people_intheirlife c
                        CROSS JOIN (SELECT min(l."on") AS day FROM people_circlelook l WHERE l.person_id = asked_person) b
                        WHERE c.person_id = asked_person AND c.since < b.day + 42 AND (c.until IS NULL OR c.until > b.day)),
        'all_changes', (SELECT jsonb_agg(jsonb_build_object('words', c.words, 'direction', c.direction, 'on', c.noticed_on)
                                         ORDER BY c.noticed_on DESC, c.at DESC)
                        FROM (SELECT * FROM outcomes_lifechange o WHERE o.person_id = asked_person ORDER BY o.noticed_on DESC, o.at DESC LIMIT 12) c),
        'last_look_back', (SELECT jsonb_build_object('on', b.ended_on, 'as', b.ended_as, 'words', b.words)
                           FROM journeys_lookback b WHERE b.person_id = asked_person AND b.ended_on IS NOT NULL
                           ORDER BY b.ended_on DESC, b.ended_at DESC, b.id DESC LIMIT 1))
    );
END
$$;
