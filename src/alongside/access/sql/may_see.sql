-- Who may see which part of whose record, and because of what. This is the one page to read.
--
-- A row here is a permission: `actor_id` may see `part` of `person_id`'s record, `because` of this reason. Row
-- security on every table with a person asks this view and nothing else. It belongs to the owner of the tables, so
-- they are not filtered again while it is being answered. Periods are half-open: a last day is the first day without.

CREATE VIEW may_see (actor_id, person_id, part, because) AS
WITH allows (because, part) AS NOT MATERIALIZED (
    VALUES
        ('walks alongside', 'identity'), ('walks alongside', 'whereabouts'), ('walks alongside', 'agreed extract'),
        ('walks alongside', 'record'), ('walks alongside', 'shared page'), ('walks alongside', 'money'),
        ('walks alongside', 'their rights'),

        ('cover', 'identity'), ('cover', 'whereabouts'), ('cover', 'agreed extract'),
        ('cover', 'record'), ('cover', 'shared page'), ('cover', 'money'), ('cover', 'their rights'),

        ('same team', 'identity'), ('same team', 'whereabouts'), ('same team', 'agreed extract'),
        ('same team', 'record'), ('same team', 'shared page'), ('same team', 'money'),
        ('same team', 'their rights'),

        ('named to them', 'identity'), ('named to them', 'agreed extract'),

        ('information governance', 'identity'), ('information governance', 'trail'),
        -- What they asked of us; and everything about them, once it was gathered because they asked for it.
        ('information governance', 'their rights'), ('information governance', 'gathered'),

        -- Their own copy, as it was made for them, what they asked of us, and who looked; not the record it was made from, which
        -- holds others too.
        ('it is me', 'identity'), ('it is me', 'shared page'), ('it is me', 'their rights'), ('it is me', 'trail')
),
-- Each reason asks for its own parts, so that the database asks only the reasons that allow the part in question, and
-- the likeliest first: that is most of what every page costs (docs/bench.md).
reason (actor_id, person_id, part, because) AS (

    -- A colleague in the team that holds their record: they cover for one another.
    SELECT m.staff_id, h.person_id, x.part, x.because
    FROM allows x, people_holding h
    JOIN teams_membership m ON m.team_id = h.team_id
    WHERE x.because = 'same team'
      AND m.role IN ('coordinator', 'support officer', 'manager')
      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)

    -- Somebody who walks alongside them.
    UNION ALL
    SELECT a.coordinator_id, a.person_id, x.part, x.because
    FROM allows x, journeys_alongside a
    WHERE x.because = 'walks alongside'
      AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date)
      -- Whoever has left the team that holds their record walks alongside them no more, whatever was forgotten.
      AND EXISTS (SELECT FROM people_holding h JOIN teams_membership m ON m.team_id = h.team_id
                  WHERE h.person_id = a.person_id AND m.staff_id = a.coordinator_id AND m.role IN ('coordinator', 'support officer', 'manager')
                    AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date))

    -- Somebody who covers for a colleague who is away, in their team or another of the organisation: until the last day, and
    -- only those whom that colleague walks alongside by a seat of their own, so that cover is never passed on.
    UNION ALL
    SELECT c.covering_id, a.person_id, x.part, x.because
    FROM allows x, access_cover c
    JOIN journeys_alongside a ON a.coordinator_id = c.away_id
    WHERE x.because = 'cover'
      AND c.since <= current_date AND c.until > current_date AND c.ended_at IS NULL
      AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date)
      AND (c.everybody OR EXISTS (SELECT FROM access_covered d WHERE d.cover_id = c.id AND d.person_id = a.person_id))
      AND EXISTS (SELECT FROM people_holding h
                  JOIN teams_membership theirs ON theirs.team_id = h.team_id
                  JOIN teams_team held ON held.id = h.team_id
                  JOIN teams_team own ON own.organisation_id = held.organisation_id
                  JOIN teams_membership m ON m.team_id = own.id
                  WHERE h.person_id = a.person_id AND (c.team_id IS NULL OR c.team_id = h.team_id)
                    AND theirs.staff_id = c.away_id AND theirs.role IN ('coordinator', 'support officer', 'manager')
                    AND theirs.since <= current_date AND (theirs.until IS NULL OR theirs.until > current_date)
                    AND m.staff_id = c.covering_id AND m.role IN ('coordinator', 'support officer', 'manager')
                    AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date))

    -- A partner to whom they were named, with their yes, until a day.
    UNION ALL
    SELECT n.partner_id, n.person_id, x.part, x.because
    FROM allows x, access_naming n
    WHERE x.because = 'named to them'
      AND n.since <= current_date AND n.until > current_date
      AND EXISTS (SELECT FROM teams_membership m
                  WHERE m.staff_id = n.partner_id AND m.role = 'partner'
                    AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date))

    -- The information governance lead of the organisation that holds their record.
    UNION ALL
    SELECT m.staff_id, h.person_id, x.part, x.because
    FROM allows x, people_holding h
    JOIN teams_team held ON held.id = h.team_id
    JOIN teams_team own ON own.organisation_id = held.organisation_id
    JOIN teams_membership m ON m.team_id = own.id
    WHERE x.because = 'information governance'
      AND m.role = 'information governance lead'
      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)

    -- They themselves, by a link that was given to them and that holds: its last day has not come, and nobody has ended it.
    UNION ALL
    SELECT l.person_id, l.person_id, x.part, x.because
    FROM allows x, mine_link l
    WHERE x.because = 'it is me'
      AND l.ended_at IS NULL AND l.until > current_date
      AND (x.part <> 'trail' OR l.shows_who_looked)

    -- Here come, each a SELECT of its own: on the list of a meeting they attend; named in a
    -- hand-over; break-glass until it expires.
)
SELECT r.actor_id, r.person_id, r.part, r.because
FROM reason r
WHERE
    -- Protected whereabouts: only those listed, whatever the reason.
    (r.part <> 'whereabouts'
     OR NOT EXISTS (SELECT FROM people_locationprotection p
                    WHERE p.person_id = r.person_id AND (p.until IS NULL OR p.until > current_date))
     OR EXISTS (SELECT FROM people_locationlisted l
                WHERE l.person_id = r.person_id AND l.staff_id = r.actor_id));
    -- Sealed people come here: AND (not sealed OR the actor is named on the seal).

-- What the one who asks may see. The pages' role reads this alone: with nobody signed in it is empty, and nobody reads in it who
-- else walks alongside whom.
CREATE VIEW i_may_see AS SELECT s.person_id, s.part, s.because FROM may_see s WHERE s.actor_id = (SELECT current_actor());
