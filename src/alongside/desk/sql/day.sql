-- A coordinator's day in one answer: whom to meet, what they promised, what others asked of them, who has gone quiet.
DROP FUNCTION IF EXISTS desk_day;
CREATE FUNCTION desk_day(me uuid, last_day date, quiet_before date, today date, a_list integer) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
    -- Whom they stand in for, and until which day (the last one with): what waits for those who are away waits for whoever covers.
    WITH covers AS MATERIALIZED (
        SELECT c.id, c.away_id, c.since, c.until, c.everybody, jsonb_build_object('name', f.name, 'until', c.until - 1) AS stands
        FROM access_cover c JOIN teams_staff f ON f.id = c.away_id
        WHERE c.covering_id = me AND c.ended_at IS NULL AND c.until > current_date AND c.since <= last_day
    ),
    mine AS MATERIALIZED (
        SELECT DISTINCT ON (w.person_id) w.person_id, w.stands, l.level, l.since
        FROM (SELECT a.person_id, NULL::jsonb AS stands FROM journeys_alongside a
              WHERE a.coordinator_id = me AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date)
              UNION ALL
              SELECT a.person_id, c.stands FROM covers c JOIN journeys_alongside a ON a.coordinator_id = c.away_id AND a.since <= current_date
                   AND (a.until IS NULL OR a.until > current_date)
              WHERE c.since <= current_date AND (c.everybody OR EXISTS (SELECT FROM access_covered d WHERE d.cover_id = c.id AND d.person_id = a.person_id))) w
        JOIN journeys_level l ON l.person_id = w.person_id AND l.until IS NULL AND l.level IN ('introduced', 'level 1', 'level 2')
        ORDER BY w.person_id, w.stands NULLS FIRST
    ),
    -- What they handed over for a day to come is theirs until then.
    to_come AS MATERIALIZED (
        SELECT unnest(h.steps || h.waits) AS id FROM journeys_handover o JOIN journeys_handedover h ON h.hand_over_id = o.id
        WHERE o.giver_id = ANY (ARRAY(SELECT me UNION SELECT c.away_id FROM covers c)) AND o.since > current_date AND h.taken_back_at IS NULL
    ),
    promises AS MATERIALIZED (
        SELECT s.id, p.id AS person, coalesce(nullif(p.likes_to_be_called, ''), p.name) AS name, s.words, s.by_when, s.at, s.staff_id, s.by_id, k.stands
        FROM (SELECT s.id, s.person_id, s.words, s.by_when, s.at, s.by_id, who_does_it_now(s.id, s.person_id, s.staff_id) AS staff_id FROM journeys_step s
              WHERE s.ended_on IS NULL AND (s.staff_id = ANY (ARRAY(SELECT me UNION SELECT c.away_id FROM covers c)) OR s.id IN (SELECT t.id FROM to_come t))) s
        JOIN people_person p ON p.id = s.person_id
        LEFT JOIN LATERAL (SELECT c.stands FROM covers c WHERE c.away_id = s.staff_id AND c.since <= current_date
                           AND (c.everybody OR EXISTS (SELECT FROM access_covered d WHERE d.cover_id = c.id AND d.person_id = s.person_id))
                           ORDER BY c.until DESC LIMIT 1) k ON true
        WHERE s.staff_id = me OR k.stands IS NOT NULL
    ),
    -- Whose these wishes were stands nowhere.
    nameless AS MATERIALIZED (
        SELECT g.id, g.words, n.said AS there, n.kind, n.key AS news, CASE WHEN g.answered_at IS NULL THEN 'open' ELSE 'answered' END AS state,
               row_number() OVER (ORDER BY n."on", g.id, n.key) AS place
        FROM directory_gap g
        JOIN LATERAL (SELECT e.id AS key, '' AS kind, e.name AS said, (g.answered_at AT TIME ZONE 'Europe/London')::date AS "on"
                      FROM directory_entry e WHERE e.id = g.entry_id
                      UNION ALL
                      SELECT c.key, c.kind, c.said, c."on" FROM gap_news(g.id) c) n ON NOT g.told_of ? n.key::text
        WHERE g.by_id = me AND g.ended_at IS NULL AND NOT EXISTS (SELECT FROM connections_gapof k WHERE k.gap_id = g.id)
    )
    SELECT jsonb_build_object(
        'visits', (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                       'on', v."on", 'starts_at', v.starts_at, 'where', v."where", 'words', v.words, 'stands', k.stands)
                                    ORDER BY v."on", v.starts_at NULLS LAST)
                   FROM journeys_visit v JOIN people_person p ON p.id = v.person_id
                   LEFT JOIN LATERAL (SELECT c.stands FROM covers c WHERE c.away_id = v.staff_id AND c.since <= v."on" AND c.until > v."on"
                                      AND (c.everybody OR EXISTS (SELECT FROM access_covered d WHERE d.cover_id = c.id AND d.person_id = v.person_id))
                                      LIMIT 1) k ON true
                   WHERE v.staff_id = ANY (ARRAY(SELECT me UNION SELECT c.away_id FROM covers c))
                     AND v.ended = '' AND v."on" <= last_day AND (v.staff_id = me OR k.stands IS NOT NULL)),
        'promised', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'person', s.person, 'name', s.name, 'words', s.words, 'by_when', s.by_when,
                                                         'stands', s.stands) ORDER BY s.by_when, s.at)
                     FROM promises s WHERE s.by_id = s.staff_id),
        'asked', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'person', s.person, 'name', s.name, 'words', s.words, 'by_when', s.by_when,
                                                      'by', f.name, 'stands', s.stands) ORDER BY s.by_when, s.at)
                  FROM promises s JOIN teams_staff f ON f.id = s.by_id WHERE s.by_id <> s.staff_id),
        'waits', (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                      'awaited', w.awaited, 'of_whom', w.of_whom, 'since', w.since, 'look_again_on', w.look_again_on,
                                                      'stands', (SELECT m.stands FROM mine m WHERE m.person_id = w.person_id))
                                   ORDER BY w.look_again_on, w.since)
                  FROM journeys_waiting w JOIN people_person p ON p.id = w.person_id
                  WHERE (w.person_id IN (SELECT m.person_id FROM mine m) OR who_does_it_now(w.id, w.person_id, w.staff_id) = me)
                    AND w.ended_on IS NULL AND w.look_again_on <= today),
        'looks_back', (SELECT jsonb_agg(jsonb_build_object('id', b.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                           'on', b."on", 'stands', m.stands) ORDER BY b."on")
                       FROM journeys_lookback b JOIN mine m ON m.person_id = b.person_id JOIN people_person p ON p.id = b.person_id
                       WHERE b.ended_as = '' AND b."on" <= today),
        'introduced', (SELECT jsonb_agg(jsonb_build_object('person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                           'since', m.since, 'introduced_by', i.introduced_by, 'by', f.name, 'stands', m.stands) ORDER BY m.since)
                       FROM mine m
                       JOIN people_person p ON p.id = m.person_id
                       JOIN LATERAL (SELECT i.introduced_by, i.by_id FROM introductions_introduction i
                                     WHERE i.person_id = m.person_id ORDER BY i."on" DESC, i.at DESC LIMIT 1) i ON true
                       LEFT JOIN teams_staff f ON f.id = i.by_id AND f.id <> me
                       WHERE m.level = 'introduced'),
        'papers', (SELECT jsonb_agg(jsonb_build_object('id', q.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name), 'what', q.what,
                                                       'for_whom', q.for_whom, 'by_when', q.by_when, 'stands', m.stands) ORDER BY q.by_when, q.id)
                   FROM mine m JOIN journeys_paper q ON q.person_id = m.person_id JOIN people_person p ON p.id = q.person_id
                   WHERE q.state IN ('needed', 'asked for', 'here') AND q.by_when <= last_day),
        -- Those who could have gone quiet, with what it takes to judge (sql/quiet.sql).
        'quiet', (SELECT jsonb_agg(jsonb_build_object('person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name), 'stands', m.stands,
                                                      'touch', q.touch) ORDER BY p.name, p.id)
                  FROM desk_may_be_quiet(ARRAY(SELECT m.person_id FROM mine m WHERE m.level IN ('level 1', 'level 2')), quiet_before, today) q
                  JOIN mine m ON m.person_id = q.person_id JOIN people_person p ON p.id = q.person_id),
        -- Whom they take over, from a colleague, with a word; until they have read it.
        'handed', (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'giver', f.name, 'since', o.since, 'words', h.words, 'person', p.id,
                                                       'name', coalesce(nullif(p.likes_to_be_called, ''), p.name)) ORDER BY o.since, o.at, p.name, p.id)
                   FROM journeys_handover o JOIN teams_staff f ON f.id = o.giver_id JOIN journeys_handedover h ON h.hand_over_id = o.id
                   JOIN people_person p ON p.id = h.person_id
                   WHERE o.taker_id = me AND h.taken_back_at IS NULL AND o.undone_at IS NULL AND o.read_at IS NULL),
        -- What is urgent, waits with another profession, and was to be answered by now: of those whom they walk alongside, or handed over by them.
        'unanswered', (SELECT jsonb_agg(jsonb_build_object('id', u.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name), 'to', u."to",
                                                           'at', u.answer_by, 'reach_now', u.reach_now, 'stands', m.stands) ORDER BY u.answer_by)
                       FROM handovers_stepup u JOIN people_person p ON p.id = u.person_id LEFT JOIN mine m ON m.person_id = u.person_id
                       WHERE u.stage = 'waits' AND u.answer_by < now() AND (u.by_id = me OR m.person_id IS NOT NULL)),
        'covered_by', (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', f.name, 'since', c.since, 'until', c.until - 1) ORDER BY c.since)
                       FROM access_cover c LEFT JOIN teams_staff f ON f.id = c.covering_id
                       WHERE c.away_id = me AND c.ended_at IS NULL AND c.until > current_date),
        -- What they say is not right with what we wrote, and nobody has answered.
        'not_right', (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                          'words', n.words, 'since', n."on") ORDER BY n.at)
                      FROM mine_notright n JOIN people_person p ON p.id = n.person_id
                      WHERE n.answer = '' AND n.taken_back_at IS NULL
                        AND n.person_id IN (SELECT a.person_id FROM journeys_alongside a
                                            WHERE a.coordinator_id = me AND (a.until IS NULL OR a.until > current_date))),
        -- What they wished for and nothing suited: there is something now, and they do not know yet.
        'something_now', (SELECT jsonb_agg(jsonb_build_object('id', k.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                              'words', k.words, 'there', n.said, 'kind', n.kind, 'news', n.key, 'stands', m.stands)
                                           ORDER BY n."on", k.id, n.key)
                          FROM mine m JOIN connections_gapof k ON k.person_id = m.person_id
                          JOIN directory_gap g ON g.id = k.gap_id AND g.ended_at IS NULL
                          JOIN LATERAL (SELECT NULL::uuid AS key, '' AS kind, e.name AS said, (g.answered_at AT TIME ZONE 'Europe/London')::date AS "on"
                                        FROM directory_entry e WHERE e.id = g.entry_id AND k.told_on IS NULL
                                        UNION ALL
                                        SELECT c.key, c.kind, c.said, c."on" FROM gap_news(k.gap_id) c WHERE NOT k.told_of ? c.key::text) n ON true
                          JOIN people_person p ON p.id = m.person_id),
        -- What they kept without a name: something came of it, and nobody said that it was passed on. Those that wait longest, and how many more there are.
        'wishes_kept', (SELECT jsonb_agg(to_jsonb(n) - 'place' ORDER BY n.place) FROM nameless n WHERE n.place <= a_list),
        'more_wishes', (SELECT greatest(count(*) - a_list, 0) FROM nameless),
        -- For whom somebody near may be the one, whom they have not been asked about yet: how many, and nothing of the others (may_meet.sql).
        'near', (SELECT jsonb_agg(jsonb_build_object('person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name), 'many', n.many,
                                                     'waits', n.waits, 'stands', m.stands) ORDER BY n.waits DESC, p.name, p.id)
                 FROM (SELECT n.person_id, count(*) AS many, bool_or(n.waits) AS waits
                       FROM (SELECT ARRAY(SELECT m.person_id FROM mine m
                                          WHERE EXISTS (SELECT FROM people_likestobeasked o WHERE o.person_id = m.person_id AND (o.until IS NULL OR o.until > today))
                                             OR EXISTS (SELECT FROM people_wouldlike w WHERE w.person_id = m.person_id AND (w.until IS NULL OR w.until > today))) AS who
                             OFFSET 0) g
                       CROSS JOIN LATERAL may_meet(g.who) n WHERE cardinality(g.who) > 0 AND n.state = 'could' GROUP BY n.person_id) n
                 JOIN mine m ON m.person_id = n.person_id JOIN people_person p ON p.id = n.person_id),
        'meetings', waiting_at_meetings(today),
        -- What stands in the way of what is missing, of which they raised it or said who sees to it, and whose day has gone.
        'late_barriers', (SELECT jsonb_agg(jsonb_build_object('id', x.id, 'words', x.words, 'owner', n.owner, 'by_when', n.by_when) ORDER BY n.by_when, x.id)
                          FROM gaps_barrier x JOIN gaps_bundle b ON b.id = x.bundle_id AND b.apart_at IS NULL
                          JOIN LATERAL (SELECT p.state, p.owner, p.by_when FROM gaps_barrierstep p
                                        WHERE p.barrier_id = x.id AND p.taken_back_at IS NULL ORDER BY p.number DESC LIMIT 1) n
                               ON n.state = 'owned' AND n.by_when < today
                          WHERE x.id IN (SELECT p.barrier_id FROM gaps_barrierstep p WHERE p.by_id = me)),
        'unfinished', (SELECT count(*) FROM web_draft d WHERE d.writer_id = me AND NOT starts_with(d.form, 'thrown away: '))
    )
    );
END
$$;
