-- All that stands beside somebody's story, in one answer: what must be known, their good life, what they bring, who is in
-- their life, what was agreed, what comes next. Row security filters every part of it.
DROP FUNCTION IF EXISTS desk_beside;
CREATE FUNCTION desk_beside(asked_person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
    SELECT jsonb_build_object(
        'left_out', (SELECT t.left_out FROM people_holding h JOIN teams_team t ON t.id = h.team_id WHERE h.person_id = asked_person ORDER BY h.at LIMIT 1),
        'asks_people', EXISTS (SELECT FROM people_holding h JOIN teams_team t ON t.id = h.team_id WHERE h.person_id = asked_person AND t.asks_people <> '[]')
                       OR EXISTS (SELECT FROM people_ofthemselves o WHERE o.person_id = asked_person),
        'level', (SELECT jsonb_build_object('id', l.id, 'level', l.level, 'since', l.since, 'words', l.words)
                  FROM journeys_level l WHERE l.person_id = asked_person AND l.until IS NULL),
        'walking', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'since', a.since, 'to_come', a.since > current_date,
                                                        'after', (SELECT g.name FROM journeys_handedover h JOIN journeys_handover o ON o.id = h.hand_over_id
                                                                  JOIN teams_staff g ON g.id = o.giver_id WHERE h.began_id = a.id)) ORDER BY a.since)
                    FROM journeys_alongside a JOIN teams_staff s ON s.id = a.coordinator_id
                    WHERE a.person_id = asked_person AND (a.until IS NULL OR a.until > current_date)),
        'introduced', (SELECT jsonb_build_object('id', i.id, 'accepted_on', i.accepted_on)
                       FROM introductions_introduction i WHERE i.person_id = asked_person ORDER BY i."on" DESC, i.at DESC, i.id DESC LIMIT 1),
        'where', (SELECT jsonb_build_object('address', w.address, 'postcode', w.postcode, 'phone', w.phone, 'email', w.email,
                                            'usual_places', w.usual_places, 'locality', l.name, 'on_map', w.latitude IS NOT NULL)
                  FROM people_whereabouts w LEFT JOIN places_locality l ON l.id = w.locality_id WHERE w.person_id = asked_person),
        'protected', (SELECT jsonb_build_object('why', p.why,
                             'listed', (SELECT jsonb_agg(s.name ORDER BY s.name) FROM people_locationlisted l
                                        JOIN teams_staff s ON s.id = l.staff_id WHERE l.person_id = asked_person))
                      FROM people_locationprotection p WHERE p.person_id = asked_person AND (p.until IS NULL OR p.until > current_date)),
        'good_to_know', (SELECT jsonb_build_object('how_to_reach', g.how_to_reach, 'keep_in_mind', g.keep_in_mind, 'access', g.access, 'told', g.likes_to_be_told, 'at', g.at)
                         FROM people_goodtoknow g WHERE g.person_id = asked_person),
        'also', desk_also(asked_person),
        'have_met', EXISTS (SELECT FROM journeys_note n WHERE n.person_id = asked_person AND n.how IN ('visit', 'out')),
        'good_life', (SELECT jsonb_build_object('words', g.words, 'at', g.at)
                      FROM journeys_goodlife g WHERE g.person_id = asked_person ORDER BY g.at DESC LIMIT 1),
        'gifts', (SELECT jsonb_agg(jsonb_build_object('id', g.id, 'words', g.words) ORDER BY g.at, g.id)
                  FROM people_gift g WHERE g.person_id = asked_person AND (g.until IS NULL OR g.until > current_date)),
        'would_help', (SELECT jsonb_agg(jsonb_build_object('words', k.words) ORDER BY k.at, k.id)
                  FROM people_likestobeasked k WHERE k.person_id = asked_person AND (k.until IS NULL OR k.until > current_date)),
        'circle', desk_circle(asked_person),
        'giving', (SELECT CASE WHEN count(*) > 0 THEN jsonb_build_object(
                              'gave', count(*) FILTER (WHERE v.way = 'gave'), 'given', coalesce(sum(v.minutes) FILTER (WHERE v.way = 'gave'), 0),
                              'got', count(*) FILTER (WHERE v.way = 'received'), 'received', coalesce(sum(v.minutes) FILTER (WHERE v.way = 'received'), 0)) END
                   FROM connections_contribution v WHERE v.person_id = asked_person),
        'week', (SELECT jsonb_agg(jsonb_build_object('words', y.words, 'days', y.days, 'with_whom', y.with_whom, 'takes_place_of', y.takes_place_of) ORDER BY y.at, y.id)
                 FROM connections_activity y WHERE y.person_id = asked_person AND (y.until IS NULL OR y.until > current_date)),
        'agreement', (SELECT jsonb_build_object('id', a.id, 'words', a.words, 'they_do', a.they_do, 'we_do', a.we_do, 'others_do', a.others_do,
                                                'how_we_meet', a.how_we_meet, 'not_do', a.not_do, 'version', a.version, 'agreed_on', a.agreed_on,
                                                'how_agreed', a.how_agreed, 'who_was_there', a.who_was_there, 'kept_where', a.kept_where,
                                                'ended', (SELECT jsonb_agg(jsonb_build_object('id', e.id, 'part', e.part, 'on', e."on", 'words', e.words)
                                                                           ORDER BY e."on", e.at, e.id)
                                                          FROM journeys_endedpart e WHERE e.agreement_id = a.id))
                      FROM journeys_agreement a WHERE a.person_id = asked_person ORDER BY a.version DESC LIMIT 1),
        'waits', (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'awaited', w.awaited, 'of_whom', w.of_whom, 'since', w.since, 'company', w.company,
                                                      'staff', f.name, 'look_again_on', w.look_again_on) ORDER BY w.since, w.at, w.id)
                  FROM journeys_waiting w LEFT JOIN teams_staff f ON f.id = who_does_it_now(w.id, w.person_id, w.staff_id)
                  WHERE w.person_id = asked_person AND w.ended_on IS NULL),
        'look_back', (SELECT jsonb_build_object('id', b.id, 'on', b."on") FROM journeys_lookback b WHERE b.person_id = asked_person AND b.ended_as = ''),
        'laid_aside', (SELECT count(*) FROM (
                           SELECT s.id FROM journeys_step s WHERE s.person_id = asked_person AND s.laid_aside_with_id IS NOT NULL
                           UNION ALL SELECT w.id FROM journeys_waiting w WHERE w.person_id = asked_person AND w.laid_aside_with_id IS NOT NULL
                           UNION ALL SELECT b.id FROM journeys_lookback b WHERE b.person_id = asked_person AND b.laid_aside_with_id IS NOT NULL
                           UNION ALL SELECT v.id FROM journeys_visit v WHERE v.person_id = asked_person AND v.laid_aside_with_id IS NOT NULL) laid),
        'message_back', (SELECT jsonb_build_object('id', m.id, 'to_whom', m.to_whom, 'sent_on', m.sent_on)
                         FROM introductions_messageback m WHERE m.person_id = asked_person ORDER BY m.sent_on DESC, m.at DESC LIMIT 1),
        'joined', (SELECT jsonb_agg(jsonb_build_object('id', j.id, 'at', j.at, 'by', s.name) ORDER BY j.at DESC)
                   FROM people_joining j JOIN teams_staff s ON s.id = j.by_id WHERE j.person_id = asked_person AND j.undone_at IS NULL),
        'steps', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'words', s.words, 'who_kind', s.who_kind, 'who', s.who, 'staff', f.name,
                                                      'why_a_service', s.why_a_service, 'by_id', s.by_id, 'at', s.at, 'by_when', s.by_when, 'so_far', s.how_it_went,
                                                      'asked_of_a_colleague', s.staff_id IS NOT NULL AND s.staff_id <> s.by_id) ORDER BY s.by_when, s.at, s.id)
                  FROM journeys_step s LEFT JOIN teams_staff f ON f.id = who_does_it_now(s.id, s.person_id, s.staff_id)
                  WHERE s.person_id = asked_person AND s.ended_on IS NULL),
        'connections', (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'to', c."to", 'kind', c.kind, 'entry', c.entry_id,
                                                            'rung', r.rung, 'on', r."on", 'words', r.words,
                                                            'went', EXISTS (SELECT FROM connections_rung w WHERE w.connection_id = c.id
                                                                            AND w.rung IN ('went together', 'went alone', 'still going', 'helps to run it')))
                                         ORDER BY c.made_on, c.id)
                        FROM connections_connection c
                        LEFT JOIN LATERAL (SELECT r.rung, r."on", r.words FROM connections_rung r
                                           WHERE r.connection_id = c.id ORDER BY r."on" DESC, r.at DESC LIMIT 1) r ON true
                        WHERE c.person_id = asked_person),
        'changes', (SELECT jsonb_agg(jsonb_build_object('words', c.words, 'direction', c.direction, 'on', c.noticed_on) ORDER BY c.noticed_on DESC, c.at DESC)
                    FROM (SELECT * FROM outcomes_lifechange o WHERE o.person_id = asked_person ORDER BY o.noticed_on DESC, o.at DESC LIMIT 5) c),
        'visits', (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'on', v."on", 'starts_at', v.starts_at, 'where', v."where",
                                                       'words', v.words, 'staff', f.name) ORDER BY v."on", v.starts_at)
                   FROM journeys_visit v JOIN teams_staff f ON f.id = v.staff_id
                   WHERE v.person_id = asked_person AND v.ended = ''),
        'step_ups', (SELECT jsonb_agg(jsonb_build_object('id', u.id, 'kind', u.kind, 'to', r.name, 'stage', u.stage, 'at', u.at, 'answer_by', u.answer_by)
                                      ORDER BY u.at DESC)
                     FROM handovers_stepup u JOIN handovers_receiver r ON r.id = u.receiver_id WHERE u.person_id = asked_person),
        'from_a_sheet', EXISTS (SELECT FROM exchange_sheetrow r WHERE r.person_id = asked_person),
        'choices', (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'audience', c.audience, 'subject', c.subject, 'called', c.called, 'answer', c.answer,
                                                        'on', c."on", 'at', c.at, 'until', c.until) ORDER BY c."on" DESC, c.at DESC, c.id DESC)
                    FROM access_choice c WHERE c.person_id = asked_person),
        'own_copy', (SELECT jsonb_build_object('on', (SELECT max(c.at)::date FROM mine_copy c WHERE c.person_id = asked_person),
                                               'until', (SELECT max(l.until) FROM mine_link l WHERE l.person_id = asked_person AND l.ended_at IS NULL AND l.until > current_date))),
        'pack_until', pack_waits_until(asked_person, now()),
        'not_right', (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'on', n."on", 'said', n.said, 'words', n.words, 'wish', n.wish, 'answer', n.answer,
                                                          'answer_words', n.answer_words) ORDER BY n."on", n.at)
                      FROM mine_notright n WHERE n.person_id = asked_person AND n.taken_back_at IS NULL AND n.answer <> 'put right'),
        'namings', (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'partner', f.name, 'until', n.until, 'extract', n.extract, 'yes', n.how_they_said_yes,
                                                       'ground', n.ground, 'reason', n.reason, 'told', n.told) ORDER BY n.until)
                    FROM access_naming n JOIN teams_staff f ON f.id = n.partner_id
                    WHERE n.person_id = asked_person AND n.until > current_date)
    )
    );
END
$$;
