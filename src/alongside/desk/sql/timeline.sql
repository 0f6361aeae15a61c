-- Somebody's story, newest first: each kind of line gives at most one page's worth, found by its index, so that a record
-- of two thousand lines opens as fast as one of twenty. `id` orders lines of the same moment. Kinds that nobody asked for are
-- not looked for at all; every kind stands in desk/kinds.py.
DROP FUNCTION IF EXISTS desk_timeline;
CREATE FUNCTION desk_timeline(asked_person uuid, before_on date, before_at timestamptz, before_id uuid, many integer, kinds text[]) RETURNS TABLE (
    kind text, id uuid, "on" date, at timestamptz, by_name text, by_id uuid, words text, detail text, more text, whose text, anyway text, amended boolean,
    others jsonb
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT t.kind, t.id, t."on", t.at, coalesce(s.name, ''), t.by_id, t.words, t.detail, t.more, t.whose, t.anyway, t.amended,
           -- With whom else, as far as whoever asks may see them; of the rest only how many.
           CASE WHEN t.kind = 'note' THEN (
               SELECT jsonb_build_object(
                   'of_them', n.of_them, 'was', n.was_id IS NOT NULL,
                   'named', (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name)) ORDER BY p.name)
                             FROM journeys_note o JOIN people_person p ON p.id = o.person_id
                             WHERE o.together = n.together AND o.person_id <> asked_person))
               FROM journeys_note n WHERE n.id = t.id AND (n.together IS NOT NULL OR n.was_id IS NOT NULL)) END
    FROM (
        (SELECT 'note' AS kind, n.id, n."on", n.at, n.by_id, n.text AS words, n.how AS detail, n.only AS more, '' AS whose, '' AS anyway, n.amended_at IS NOT NULL AS amended
         FROM journeys_note n WHERE (kinds IS NULL OR 'note' = ANY (kinds)) AND n.person_id = asked_person AND (n."on", n.at, n.id) < (before_on, before_at, before_id)
         ORDER BY n."on" DESC, n.at DESC, n.id DESC LIMIT many)
        UNION ALL
        (SELECT 'introduction', i.id, i."on", i.at, i.by_id, i.why, i.introduced_by, i.how_they_said_yes, '', '', i.amended_at IS NOT NULL
         FROM introductions_introduction i WHERE (kinds IS NULL OR 'introduction' = ANY (kinds)) AND i.person_id = asked_person AND (i."on", i.at, i.id) < (before_on, before_at, before_id)
         ORDER BY i."on" DESC, i.at DESC, i.id DESC LIMIT many)
        UNION ALL
        (SELECT 'accepted', i.id, i.accepted_on, i.accepted_at, i.accepted_by_id, '', i.introduced_by, '', '', '', false
         FROM introductions_introduction i WHERE (kinds IS NULL OR 'accepted' = ANY (kinds)) AND i.person_id = asked_person AND i.accepted_on IS NOT NULL
           AND (i.accepted_on, i.accepted_at, i.id) < (before_on, before_at, before_id)
         ORDER BY i.accepted_on DESC, i.accepted_at DESC, i.id DESC LIMIT many)
        UNION ALL
        (SELECT 'level', l.id, l.since, l.at, l.by_id, l.words, l.level, '', '', '', false
         FROM journeys_level l WHERE (kinds IS NULL OR 'level' = ANY (kinds)) AND l.person_id = asked_person AND l.level <> 'introduced' AND (l.since, l.at, l.id) < (before_on, before_at, before_id)
         ORDER BY l.since DESC, l.at DESC, l.id DESC LIMIT many)
        UNION ALL
        (SELECT 'good life', g.id, g.at::date, g.at, g.by_id, g.words, '', '', '', '', false
         FROM journeys_goodlife g WHERE (kinds IS NULL OR 'good life' = ANY (kinds)) AND g.person_id = asked_person AND (g.at::date, g.at, g.id) < (before_on, before_at, before_id)
         ORDER BY g.at DESC, g.id DESC LIMIT many)
        UNION ALL
        (SELECT 'agreement', a.id, a.agreed_on, a.at, a.by_id,
                concat_ws(E'\n', nullif(a.words, ''), nullif(a.they_do, ''), nullif(a.we_do, ''), nullif(a.others_do, ''), nullif(a.how_we_meet, ''),
                          nullif(a.not_do, '')), a.how_agreed, a.version::text, '', '', false
         FROM journeys_agreement a WHERE (kinds IS NULL OR 'agreement' = ANY (kinds)) AND a.person_id = asked_person AND (a.agreed_on, a.at, a.id) < (before_on, before_at, before_id)
         ORDER BY a.agreed_on DESC, a.at DESC, a.id DESC LIMIT many)
        UNION ALL
        -- What was agreed stands on the day it was, and again on the day it ended; begun and ended in one moment, it is told once.
        (SELECT 'step', p.id, p.at::date, p.at, p.by_id, '', p.words, p.who_kind, coalesce(nullif(p.who, ''), d.name, ''), coalesce(p.by_when::text, ''), false
         FROM journeys_step p LEFT JOIN teams_staff d ON d.id = p.staff_id
         WHERE (kinds IS NULL OR 'step' = ANY (kinds)) AND p.person_id = asked_person AND p.ended_at IS DISTINCT FROM p.at AND (p.at::date, p.at, p.id) < (before_on, before_at, before_id)
         ORDER BY p.at DESC, p.id DESC LIMIT many)
        UNION ALL
        (SELECT 'step ended', p.id, p.ended_on, p.ended_at, p.ended_by_id, p.how_it_went, p.words, p.ended_as, '', '', false
         FROM journeys_step p WHERE (kinds IS NULL OR 'step ended' = ANY (kinds)) AND p.person_id = asked_person AND p.ended_on IS NOT NULL
           AND (p.ended_on, p.ended_at, p.id) < (before_on, before_at, before_id)
         ORDER BY p.ended_on DESC, p.ended_at DESC, p.id DESC LIMIT many)
        UNION ALL
        (SELECT 'part ended', e.id, e."on", e.at, e.by_id, e.words, e.part, '', '', '', false
         FROM journeys_endedpart e WHERE (kinds IS NULL OR 'part ended' = ANY (kinds)) AND e.person_id = asked_person AND (e."on", e.at, e.id) < (before_on, before_at, before_id)
         ORDER BY e."on" DESC, e.at DESC, e.id DESC LIMIT many)
        UNION ALL
        (SELECT 'wait', w.id, w.since, w.at, w.by_id, '', w.awaited, w.of_whom, w.company, '', false
         FROM journeys_waiting w WHERE (kinds IS NULL OR 'wait' = ANY (kinds)) AND w.person_id = asked_person AND w.ended_at IS DISTINCT FROM w.at AND (w.since, w.at, w.id) < (before_on, before_at, before_id)
         ORDER BY w.since DESC, w.at DESC, w.id DESC LIMIT many)
        UNION ALL
        (SELECT 'wait ended', w.id, w.ended_on, w.ended_at, w.ended_by_id, w.how_it_went, w.awaited, w.ended_as, w.since::text, '', false
         FROM journeys_waiting w WHERE (kinds IS NULL OR 'wait ended' = ANY (kinds)) AND w.person_id = asked_person AND w.ended_on IS NOT NULL
           AND (w.ended_on, w.ended_at, w.id) < (before_on, before_at, before_id)
         ORDER BY w.ended_on DESC, w.ended_at DESC, w.id DESC LIMIT many)
        UNION ALL
        (SELECT 'look back', b.id, b.ended_on, b.ended_at, b.ended_by_id, b.words, b.ended_as, '', '', '', false
         FROM journeys_lookback b WHERE (kinds IS NULL OR 'look back' = ANY (kinds)) AND b.person_id = asked_person AND b.ended_on IS NOT NULL
           AND (b.ended_on, b.ended_at, b.id) < (before_on, before_at, before_id)
         ORDER BY b.ended_on DESC, b.ended_at DESC, b.id DESC LIMIT many)
        UNION ALL
        (SELECT 'message back', m.id, m.sent_on, m.at, m.by_id, m.words, m.to_whom, m.how_sent, '', '', false
         FROM introductions_messageback m WHERE (kinds IS NULL OR 'message back' = ANY (kinds)) AND m.person_id = asked_person AND (m.sent_on, m.at, m.id) < (before_on, before_at, before_id)
         ORDER BY m.sent_on DESC, m.at DESC, m.id DESC LIMIT many)
        UNION ALL
        (SELECT 'rung', r.id, r."on", r.at, r.by_id, r.words, c."to", r.rung, c.kind, '', false
         FROM connections_rung r JOIN connections_connection c ON c.id = r.connection_id
         WHERE (kinds IS NULL OR 'rung' = ANY (kinds)) AND r.person_id = asked_person AND (r."on", r.at, r.id) < (before_on, before_at, before_id)
         ORDER BY r."on" DESC, r.at DESC, r.id DESC LIMIT many)
        UNION ALL
        (SELECT 'change', o.id, o.noticed_on, o.at, o.by_id, o.words, o.direction, o.others_share, o.whose_doing, o.would_have_happened, o.amended_at IS NOT NULL
         FROM outcomes_lifechange o WHERE (kinds IS NULL OR 'change' = ANY (kinds)) AND o.person_id = asked_person AND (o.noticed_on, o.at, o.id) < (before_on, before_at, before_id)
         ORDER BY o.noticed_on DESC, o.at DESC, o.id DESC LIMIT many)
        UNION ALL
        (SELECT 'gave', g.id, g."on", g.at, g.by_id, g.words, coalesce(nullif(o.likes_to_be_called, ''), o.name, g.whom), coalesce(g.minutes::text, ''), g.kind, '', g.amended_at IS NOT NULL
         FROM connections_contribution g LEFT JOIN people_person o ON o.id = g.other_id
         WHERE (kinds IS NULL OR 'gave' = ANY (kinds)) AND g.person_id = asked_person AND g.way = 'gave' AND (g."on", g.at, g.id) < (before_on, before_at, before_id)
         ORDER BY g."on" DESC, g.at DESC, g.id DESC LIMIT many)
        UNION ALL
        (SELECT 'received', g.id, g."on", g.at, g.by_id, g.words, coalesce(nullif(o.likes_to_be_called, ''), o.name, g.whom), coalesce(g.minutes::text, ''), g.kind, '', g.amended_at IS NOT NULL
         FROM connections_contribution g LEFT JOIN people_person o ON o.id = g.other_id
         WHERE (kinds IS NULL OR 'received' = ANY (kinds)) AND g.person_id = asked_person AND g.way = 'received' AND (g."on", g.at, g.id) < (before_on, before_at, before_id)
         ORDER BY g."on" DESC, g.at DESC, g.id DESC LIMIT many)
        UNION ALL
        (SELECT 'left their life', i.id, i.until, i.at, NULL::uuid, '', i.name, i.left_as, '', '', false
         FROM people_intheirlife i WHERE (kinds IS NULL OR 'left their life' = ANY (kinds)) AND i.person_id = asked_person AND i.until IS NOT NULL
           AND (i.until, i.at, i.id) < (before_on, before_at, before_id)
         ORDER BY i.until DESC, i.at DESC, i.id DESC LIMIT many)
        UNION ALL
        -- Somebody came closer or went further away: where they stand since, and where they stood; the first place is no move.
        (SELECT 'moved ring', c.id, c.since, c.at, c.by_id, '', i.name, c.ring, f.ring, '', false
         FROM people_closeness c JOIN people_intheirlife i ON i.id = c.one_id
         CROSS JOIN LATERAL (SELECT b.ring FROM people_closeness b WHERE b.one_id = c.one_id AND b.since < c.since ORDER BY b.since DESC LIMIT 1) f
         WHERE (kinds IS NULL OR 'moved ring' = ANY (kinds)) AND c.person_id = asked_person AND (c.since, c.at, c.id) < (before_on, before_at, before_id)
         ORDER BY c.since DESC, c.at DESC, c.id DESC LIMIT many)
        UNION ALL
        -- A visit that was put off before its day stands where that was said, not on a day that has not come.
        (SELECT 'visit', v.id, least(v."on", v.ended_at::date), v.ended_at, v.by_id, v.words, v.ended, '', '', '', false
         FROM journeys_visit v WHERE (kinds IS NULL OR 'visit' = ANY (kinds)) AND v.person_id = asked_person AND v.ended IN ('not in', 'put off')
           AND (least(v."on", v.ended_at::date), v.ended_at, v.id) < (before_on, before_at, before_id)
         ORDER BY least(v."on", v.ended_at::date) DESC, v.ended_at DESC, v.id DESC LIMIT many)
        UNION ALL
        -- Their own, also where one of us wrote it down for them.
        (SELECT 'their words', m.id, m."on", m.at, m.by_id, m.words, m.how, '', '', '', false
         FROM mine_theirwords m WHERE (kinds IS NULL OR 'their words' = ANY (kinds)) AND m.person_id = asked_person AND m.taken_back_at IS NULL
           AND (m."on", m.at, m.id) < (before_on, before_at, before_id)
         ORDER BY m."on" DESC, m.at DESC, m.id DESC LIMIT many)
        UNION ALL
        -- Told on the day it was said; it may be for a day to come.
        (SELECT 'handed over', h.id, h.at::date, h.at, h.by_id, h.words, f.name, g.name, o.since::text, '', false
         FROM journeys_handedover h JOIN journeys_handover o ON o.id = h.hand_over_id JOIN teams_staff f ON f.id = o.taker_id JOIN teams_staff g ON g.id = o.giver_id
         WHERE (kinds IS NULL OR 'handed over' = ANY (kinds)) AND h.person_id = asked_person AND h.taken_back_at IS NULL
           AND (h.at::date, h.at, h.id) < (before_on, before_at, before_id)
         ORDER BY h.at DESC, h.id DESC LIMIT many)
    ) t
    LEFT JOIN teams_staff s ON s.id = t.by_id
    ORDER BY t."on" DESC, t.at DESC, t.id DESC
    LIMIT many;
END
$$;
