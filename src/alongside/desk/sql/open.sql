-- Who this is, if the one who asks may see this part of their record, and because of what. The first reason wins.
SELECT p.id, p.name, p.likes_to_be_called, p.date_of_birth, s.because
FROM people_person p
JOIN may_see s ON s.person_id = p.id AND s.actor_id = (SELECT current_actor()) AND s.part = %(part)s
WHERE p.id = %(person)s
ORDER BY array_position(ARRAY['walks alongside', 'same team'], s.because) NULLS LAST
LIMIT 1
