-- A coordinator's day in one answer: whom to meet, what they promised, what others asked of them, who has gone quiet.
DROP FUNCTION IF EXISTS desk_day;
CREATE FUNCTION desk_day(me uuid, last_day date, quiet_before date, today date) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
    WITH mine AS MATERIALIZED (
        SELECT a.person_id, l.level, l.since
        FROM journeys_alongside a JOIN journeys_level l ON l.person_id = a.person_id AND l.until IS NULL
        WHERE a.coordinator_id = me AND a.until IS NULL AND l.level IN ('introduced', 'level 1', 'level 2')
    )
    SELECT jsonb_build_object(
        'visits', (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                       'on', v."on", 'starts_at', v.starts_at, 'where', v."where", 'words', v.words)
                                    ORDER BY v."on", v.starts_at NULLS LAST)
                   FROM journeys_visit v JOIN people_person p ON p.id = v.person_id
                   WHERE v.staff_id = me AND v.ended = '' AND v."on" <= last_day),
        'promised', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                         'words', s.words, 'by_when', s.by_when) ORDER BY s.by_when, s.at)
                     FROM journeys_step s JOIN people_person p ON p.id = s.person_id
                     WHERE s.staff_id = me AND s.by_id = me AND s.ended_on IS NULL),
        'asked', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                      'words', s.words, 'by_when', s.by_when, 'by', f.name) ORDER BY s.by_when, s.at)
                  FROM journeys_step s JOIN people_person p ON p.id = s.person_id JOIN teams_staff f ON f.id = s.by_id
                  WHERE s.staff_id = me AND s.by_id <> me AND s.ended_on IS NULL),
        'waits', (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                      'awaited', w.awaited, 'of_whom', w.of_whom, 'since', w.since, 'look_again_on', w.look_again_on)
                                   ORDER BY w.look_again_on, w.since)
                  FROM journeys_waiting w JOIN people_person p ON p.id = w.person_id
                  WHERE (w.person_id IN (SELECT m.person_id FROM mine m) OR w.staff_id = me)
                    AND w.ended_on IS NULL AND w.look_again_on <= today),
        'looks_back', (SELECT jsonb_agg(jsonb_build_object('id', b.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                           'on', b."on") ORDER BY b."on")
                       FROM journeys_lookback b JOIN mine m ON m.person_id = b.person_id JOIN people_person p ON p.id = b.person_id
                       WHERE b.ended_as = '' AND b."on" <= today),
        'introduced', (SELECT jsonb_agg(jsonb_build_object('person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                           'since', m.since, 'introduced_by', i.introduced_by, 'by', f.name) ORDER BY m.since)
                       FROM mine m
                       JOIN people_person p ON p.id = m.person_id
                       JOIN LATERAL (SELECT i.introduced_by, i.by_id FROM introductions_introduction i
                                     WHERE i.person_id = m.person_id ORDER BY i."on" DESC, i.at DESC LIMIT 1) i ON true
                       LEFT JOIN teams_staff f ON f.id = i.by_id AND f.id <> me
                       WHERE m.level = 'introduced'),
        'quiet', (SELECT jsonb_agg(jsonb_build_object('person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name), 'since', q.last)
                                   ORDER BY q.last)
                  FROM (SELECT m.person_id, n."on" AS last
                        FROM mine m
                        LEFT JOIN LATERAL (SELECT n."on" FROM journeys_note n WHERE n.person_id = m.person_id
                                           ORDER BY n."on" DESC LIMIT 1) n ON true
                        WHERE m.level IN ('level 1', 'level 2') AND (n."on" IS NULL OR n."on" < quiet_before)
                        ORDER BY n."on" LIMIT 20) q
                  JOIN people_person p ON p.id = q.person_id),
        'unfinished', (SELECT count(*) FROM web_draft d WHERE d.writer_id = me)
    )
    );
END
$$;
