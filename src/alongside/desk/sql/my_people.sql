-- The people somebody walks alongside, or a whole team's, with when anybody was last in touch.
SELECT p.id, p.name, p.likes_to_be_called, coalesce(l.level, ''), l.since, n.last, coalesce(names.walking, '')
FROM people_person p
LEFT JOIN journeys_level l ON l.person_id = p.id AND l.until IS NULL
LEFT JOIN LATERAL (SELECT n."on" AS last FROM journeys_note n WHERE n.person_id = p.id ORDER BY n."on" DESC LIMIT 1) n ON true
LEFT JOIN LATERAL (SELECT string_agg(s.name, ', ' ORDER BY s.name) AS walking
                   FROM journeys_alongside a JOIN teams_staff s ON s.id = a.coordinator_id
                   WHERE a.person_id = p.id AND (a.until IS NULL OR a.until > current_date)) names ON true
WHERE (%(mine)s::uuid IS NULL OR EXISTS (SELECT FROM journeys_alongside a WHERE a.person_id = p.id AND a.coordinator_id = %(mine)s
                                         AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date)))
  AND (%(words)s = '' OR p.name ILIKE %(like)s OR p.likes_to_be_called ILIKE %(like)s)
  AND (p.name, p.id) > (%(after_name)s, %(after_id)s)
ORDER BY p.name, p.id
LIMIT %(many)s
