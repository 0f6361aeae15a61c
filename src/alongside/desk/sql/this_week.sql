-- What the week holds beside the day (sql/day.sql), in one answer: looks back that are due, all that is awaited and since when, cover that begins
-- or ends, what people asked and said through their own copy, and whom nobody told what a meeting said. As far as the one who asks may see.
DROP FUNCTION IF EXISTS desk_this_week;
CREATE FUNCTION desk_this_week(me uuid, today date, last_day date) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
    WITH theirs AS MATERIALIZED (
        SELECT DISTINCT ON (w.person_id) w.person_id, w.stands, coalesce(nullif(p.likes_to_be_called, ''), p.name) AS name,
               EXISTS (SELECT FROM journeys_level l WHERE l.person_id = w.person_id AND l.until IS NULL AND l.level IN ('introduced', 'level 1', 'level 2')) AS goes_on
        FROM (SELECT a.person_id, NULL::jsonb AS stands FROM journeys_alongside a
              WHERE a.coordinator_id = me AND a.since <= today AND (a.until IS NULL OR a.until > today)
              UNION ALL
              SELECT a.person_id, jsonb_build_object('name', f.name, 'until', c.until - 1)
              FROM access_cover c JOIN teams_staff f ON f.id = c.away_id
              JOIN journeys_alongside a ON a.coordinator_id = c.away_id AND a.since <= today AND (a.until IS NULL OR a.until > today)
              WHERE c.covering_id = me AND c.ended_at IS NULL AND c.since <= today AND c.until > today
                AND (c.everybody OR EXISTS (SELECT FROM access_covered d WHERE d.cover_id = c.id AND d.person_id = a.person_id))) w
        JOIN people_person p ON p.id = w.person_id
        ORDER BY w.person_id, w.stands NULLS FIRST
    )
    SELECT jsonb_build_object(
        'looks_back', (SELECT jsonb_agg(jsonb_build_object('id', b.id, 'person', t.person_id, 'name', t.name, 'on', b."on", 'stands', t.stands)
                                        ORDER BY b."on", t.name)
                       FROM journeys_lookback b JOIN theirs t ON t.person_id = b.person_id
                       WHERE t.goes_on AND b.ended_as = '' AND b."on" <= last_day),
        'waits', (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                      'awaited', w.awaited, 'of_whom', w.of_whom, 'since', w.since, 'stands', t.stands) ORDER BY w.since, p.name)
                  FROM journeys_waiting w JOIN people_person p ON p.id = w.person_id LEFT JOIN theirs t ON t.person_id = w.person_id
                  WHERE w.ended_on IS NULL AND (t.goes_on OR who_does_it_now(w.id, w.person_id, w.staff_id) = me)),
        'covers', (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'away', a.name, 'covering', f.name, 'since', c.since, 'until', c.until - 1,
                                                       'begins', c.since >= today AND c.since <= last_day, 'ends', c.until - 1 <= last_day) ORDER BY c.since, c.id)
                   FROM access_cover c JOIN teams_staff a ON a.id = c.away_id LEFT JOIN teams_staff f ON f.id = c.covering_id
                   WHERE (c.away_id = me OR c.covering_id = me) AND c.ended_at IS NULL AND c.until > today
                     AND (c.since >= today AND c.since <= last_day OR c.until - 1 <= last_day)),
        'asked_of_us', (SELECT jsonb_agg(jsonb_build_object('id', q.id, 'person', t.person_id, 'name', t.name, 'for_what', q.for_what, 'on', q."on")
                                         ORDER BY q."on", t.name)
                        FROM access_asked q JOIN theirs t ON t.person_id = q.person_id WHERE q.done_at IS NULL AND q.by_id IS NULL),
        'their_words', (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'person', t.person_id, 'name', t.name, 'words', m.words, 'on', m."on") ORDER BY m.at)
                        FROM mine_theirwords m JOIN theirs t ON t.person_id = m.person_id
                        WHERE m.by_id IS NULL AND m.taken_back_at IS NULL AND m."on" > today - 7),
        -- Who was not told yet what a meeting of ours said, in the last 180 days, as *What tables took on* lists them (sql/at_meetings.sql).
        'untold', (SELECT count(*) FROM meetings_listed l WHERE l.id = ANY (ARRAY(SELECT untold_after(today - 180))))
    )
    );
END
$$;
