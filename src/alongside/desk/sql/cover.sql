-- Who is away in these teams, who covers, and what would be left lying: one answer, as far as the one who asks may see.
DROP FUNCTION IF EXISTS desk_cover;
CREATE FUNCTION desk_cover(of_teams uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
    WITH colleague AS MATERIALIZED (
        SELECT s.id, s.name, bool_or(s.is_active AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)) AS works
        FROM teams_membership m JOIN teams_staff s ON s.id = m.staff_id
        WHERE m.team_id = ANY (of_teams) AND m.role IN ('coordinator', 'support officer', 'manager') GROUP BY s.id
    ),
    absence AS MATERIALIZED (
        SELECT c.id, c.away_id, w.name AS away, f.name AS covering, c.since, c.until, c.everybody,
               (SELECT count(*) FROM access_covered d WHERE d.cover_id = c.id) AS many,
               -- Whom whoever covers sees without their address, because they are not on the list.
               (SELECT jsonb_agg(jsonb_build_object('person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name)) ORDER BY p.name, p.id)
                FROM journeys_alongside a JOIN people_person p ON p.id = a.person_id
                WHERE a.coordinator_id = c.away_id AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date) AND c.covering_id IS NOT NULL
                  AND (c.everybody OR EXISTS (SELECT FROM access_covered d WHERE d.cover_id = c.id AND d.person_id = a.person_id))
                  AND EXISTS (SELECT FROM people_locationprotection l WHERE l.person_id = p.id AND (l.until IS NULL OR l.until > current_date))
                  AND NOT EXISTS (SELECT FROM people_locationlisted l WHERE l.person_id = p.id AND l.staff_id = c.covering_id)) AS hidden
        FROM access_cover c JOIN teams_staff w ON w.id = c.away_id LEFT JOIN teams_staff f ON f.id = c.covering_id
        WHERE c.ended_at IS NULL AND c.until > current_date
          AND (c.away_id IN (SELECT id FROM colleague) OR c.covering_id = (SELECT current_actor()))
    ),
    known AS MATERIALIZED (
        SELECT h.person_id, coalesce(nullif(p.likes_to_be_called, ''), p.name) AS name
        FROM people_holding h
        JOIN people_person p ON p.id = h.person_id
        JOIN journeys_level l ON l.person_id = h.person_id AND l.until IS NULL AND l.level IN ('introduced', 'level 1', 'level 2')
        WHERE h.team_id = ANY (of_teams)
    ),
    walk AS MATERIALIZED (
        SELECT k.person_id, k.name, c.id AS staff_id, c.name AS staff, who_stands_in(c.id, k.person_id, current_date) AS stands
        FROM known k
        LEFT JOIN LATERAL (SELECT c.id, c.name FROM journeys_alongside a JOIN colleague c ON c.id = a.coordinator_id AND c.works
                           WHERE a.person_id = k.person_id AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date)) c ON true
    )
    SELECT jsonb_build_object(
        'away', (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'away_id', a.away_id, 'away', a.away, 'covering', a.covering, 'since', a.since,
                                                     'until', a.until - 1, 'everybody', a.everybody, 'many', a.many, 'hidden', a.hidden, 'now', a.since <= current_date)
                                  ORDER BY a.since, a.away, a.id) FROM absence a),
        'nobody', (SELECT jsonb_agg(jsonb_build_object('person', n.person_id, 'name', n.name, 'away', n.away) ORDER BY n.name, n.person_id)
                   FROM (SELECT w.person_id, w.name, string_agg(w.staff, ', ' ORDER BY w.staff) AS away
                         FROM walk w GROUP BY w.person_id, w.name HAVING count(w.stands) = 0) n),
        'visits', (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'person', p.id, 'name', coalesce(nullif(p.likes_to_be_called, ''), p.name),
                                                       'on', v."on", 'starts_at', v.starts_at, 'where', v."where", 'words', v.words, 'staff', s.name)
                                    ORDER BY v."on", v.starts_at NULLS LAST, v.id)
                   FROM journeys_visit v JOIN people_person p ON p.id = v.person_id JOIN colleague s ON s.id = v.staff_id
                   WHERE v.ended = '' AND v."on" >= current_date AND v."on" < current_date + 14
                     AND (NOT s.works OR who_stands_in(s.id, v.person_id, v."on") IS NULL)),
        'promised', (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'person', p.person, 'name', p.name, 'words', p.words, 'by_when', p.by_when, 'staff', p.staff,
                                                         'covering', p.covering) ORDER BY p.by_when, p.staff, p.id)
                     FROM (SELECT s.id, q.id AS person, coalesce(nullif(q.likes_to_be_called, ''), q.name) AS name, s.words, s.by_when, c.name AS staff,
                                  f.name AS covering
                           FROM journeys_step s JOIN people_person q ON q.id = s.person_id JOIN colleague c ON c.id = who_does_it_now(s.id, s.person_id, s.staff_id)
                           LEFT JOIN teams_staff f ON f.id = who_stands_in(c.id, s.person_id, current_date) AND c.works
                           WHERE s.ended_on IS NULL AND (f.id IS DISTINCT FROM c.id)) p)
    )
    );
END
$$;
