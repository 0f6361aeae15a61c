-- Who may see which part of whose record, and because of what. This is the one page to read.
--
-- A row here is a permission: `actor_id` may see `part` of `person_id`'s record, `because` of this reason. Row
-- security on every table with a person asks this view and nothing else. It belongs to the owner of the tables, so
-- they are not filtered again while it is being answered. Periods are half-open: a last day is the first day without.

-- Who is on the list of a meeting with a word that holds: their newest answer about this series or about all meetings, a no to
-- this very one overcome only by an answer about this very one (access/choosing.py says the same).
CREATE VIEW on_a_list (listed_id, person_id, meeting_id, series_id) AS
SELECT l.id, l.person_id, l.meeting_id, g.series_id
FROM meetings_listed l
JOIN meetings_meeting g ON g.id = l.meeting_id
LEFT JOIN LATERAL (SELECT c.answer, c.until, c."on", c.at FROM access_choice c
                   WHERE c.person_id = l.person_id AND c.audience = 'meeting' AND c.subject = g.series_id AND c."on" <= current_date
                   ORDER BY c."on" DESC, c.at DESC LIMIT 1) this ON true
LEFT JOIN LATERAL (SELECT c.answer, c.until, c."on", c.at FROM access_choice c
                   WHERE c.person_id = l.person_id AND c.audience = 'meeting' AND c.subject IS NULL AND c."on" <= current_date
                   ORDER BY c."on" DESC, c.at DESC LIMIT 1) any_of_them ON true
CROSS JOIN LATERAL (SELECT CASE WHEN of_this THEN this.answer ELSE any_of_them.answer END AS answer,
                           CASE WHEN of_this THEN this.until ELSE any_of_them.until END AS until
                    FROM (SELECT any_of_them.answer IS NULL OR this.answer = 'no'
                                 OR coalesce((this."on", this.at) >= (any_of_them."on", any_of_them.at), false) AS of_this) whose) word
WHERE l.withdrawn_at IS NULL
  AND CASE l.ground WHEN 'their yes' THEN word.answer = 'yes' AND (word.until IS NULL OR word.until > current_date)
                    ELSE coalesce(word.answer NOT IN ('no', 'withdrawn'), true) END;

-- Who sees them because of that: whoever holds a seat at its table, from the day the list went out until the meeting is closed,
-- and never longer than a week after its day. A colleague by a seat in a team; anybody else by their own link while it is open.
CREATE VIEW at_the_table (actor_id, listed_id, person_id) AS
SELECT sitting.actor_id, o.listed_id, o.person_id
-- Whoever asks is looked for among the seats first: of a county's lists only those of their own tables are then read.
FROM (
    SELECT s.staff_id AS actor_id, s.series_id FROM meetings_seat s
    WHERE s.since <= current_date AND (s.until IS NULL OR s.until > current_date)
      AND EXISTS (SELECT FROM teams_membership m
                  WHERE m.staff_id = s.staff_id AND m.role IN ('partner', 'coordinator', 'support officer', 'manager')
                    AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date))
    UNION ALL
    SELECT s.id, s.series_id FROM meetings_seat s
    WHERE s.since <= current_date AND (s.until IS NULL OR s.until > current_date)
      AND s.link_ended_at IS NULL AND s.link_until > current_date
) sitting
JOIN meetings_meeting g ON g.series_id = sitting.series_id
JOIN on_a_list o ON o.meeting_id = g.id
WHERE g.sent_at IS NOT NULL AND g.closed_at IS NULL AND g."on" + 7 > current_date;

-- To whom a hand-over is open: from when it was made until it ended or its last day has come; a colleague of another service by a seat
-- that they hold, anybody else by its link. Their no ends it at the next request, unless it is told for safeguarding or a duty in law.
CREATE VIEW named_in_a_hand_over (actor_id, step_up_id, person_id, together) AS
SELECT receiving.actor_id, u.id, u.person_id, u.stage = 'together'
FROM handovers_stepup u
LEFT JOIN LATERAL (SELECT c.answer, c.until, c."on", c.at FROM access_choice c
                   WHERE c.person_id = u.person_id AND c.audience = u.audience AND c.subject = u.receiver_id AND c."on" <= current_date
                   ORDER BY c."on" DESC, c.at DESC LIMIT 1) this ON true
LEFT JOIN LATERAL (SELECT c.answer, c.until, c."on", c.at FROM access_choice c
                   WHERE c.person_id = u.person_id AND c.audience = u.audience AND c.subject IS NULL AND c."on" <= current_date
                   ORDER BY c."on" DESC, c.at DESC LIMIT 1) any_of_them ON true
CROSS JOIN LATERAL (SELECT CASE WHEN of_this THEN this.answer ELSE any_of_them.answer END AS answer,
                           CASE WHEN of_this THEN this.until ELSE any_of_them.until END AS until
                    FROM (SELECT any_of_them.answer IS NULL OR this.answer = 'no'
                                 OR coalesce((this."on", this.at) >= (any_of_them."on", any_of_them.at), false) AS of_this) whose) word
CROSS JOIN LATERAL (
    SELECT u.partner_id WHERE EXISTS (SELECT FROM teams_membership m
                                      WHERE m.staff_id = u.partner_id AND m.role IN ('partner', 'coordinator', 'support officer', 'manager')
                                        AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date))
    UNION ALL
    SELECT u.id WHERE u.link_ended_at IS NULL
) receiving (actor_id)
WHERE u.ended_at IS NULL AND u.until > current_date
  AND CASE u.ground WHEN 'their yes' THEN word.answer = 'yes' AND (word.until IS NULL OR word.until > current_date)
                    WHEN 'direct care' THEN coalesce(word.answer NOT IN ('no', 'withdrawn'), true)
                    ELSE true END;

-- Who sees somebody by their work: the likeliest first, and each reason asks for its own parts, so that the database asks only the
-- reasons that allow the part in question: that is most of what every page costs (docs/bench.md).
CREATE VIEW seen_at_work (actor_id, person_id, part, because) AS
WITH allows (because, part) AS NOT MATERIALIZED (
    VALUES
        ('walks alongside', 'identity'), ('walks alongside', 'whereabouts'), ('walks alongside', 'agreed extract'),
        ('walks alongside', 'record'), ('walks alongside', 'shared page'), ('walks alongside', 'money'),
        ('walks alongside', 'their rights'), ('walks alongside', 'concern'),

        ('cover', 'identity'), ('cover', 'whereabouts'), ('cover', 'agreed extract'),
        ('cover', 'record'), ('cover', 'shared page'), ('cover', 'money'), ('cover', 'their rights'),
        ('cover', 'concern'),

        ('same team', 'identity'), ('same team', 'whereabouts'), ('same team', 'agreed extract'),
        ('same team', 'record'), ('same team', 'shared page'), ('same team', 'money'),
        ('same team', 'their rights'),
        -- Of a team its managers: a safeguarding concern is not for every colleague.
        ('same team', 'concern'),

        ('information governance', 'identity'), ('information governance', 'trail'),
        -- What they asked of us; and everything about them, once it was gathered because they asked for it.
        ('information governance', 'their rights'), ('information governance', 'gathered')
),
reason (actor_id, person_id, part, because) AS (

    -- A colleague in the team that holds their record: they cover for one another.
    SELECT m.staff_id, h.person_id, x.part, x.because
    FROM allows x, people_holding h
    JOIN teams_membership m ON m.team_id = h.team_id
    WHERE x.because = 'same team'
      AND m.role IN ('coordinator', 'support officer', 'manager')
      AND (x.part <> 'concern' OR m.role = 'manager')
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

-- Who sees somebody by that person's own word, or for one turn of work: a few people each, for a while, and never where they live.
CREATE VIEW seen_for_a_while (actor_id, person_id, part, because) AS
WITH allows (because, part) AS NOT MATERIALIZED (
    VALUES
        ('named to them', 'identity'), ('named to them', 'agreed extract'),

        ('on the list of their meeting', 'identity'), ('on the list of their meeting', 'agreed extract'),

        -- And of what was handed to them each row of that exchange alone (handovers/sql/of_ours.sql).
        ('named in a hand-over', 'identity'),

        -- Their own copy, as it was made for them, what they asked of us, and who looked; not the record it was made from, which
        -- holds others too.
        ('it is me', 'identity'), ('it is me', 'shared page'), ('it is me', 'their rights'), ('it is me', 'trail')
)

    -- A partner to whom they were named, with their yes, until a day.
    SELECT n.partner_id, n.person_id, x.part, x.because
    FROM allows x, access_naming n
    WHERE x.because = 'named to them'
      AND n.since <= current_date AND n.until > current_date
      AND EXISTS (SELECT FROM teams_membership m
                  WHERE m.staff_id = n.partner_id AND m.role = 'partner'
                    AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date))

    -- They themselves, by a link that was given to them and that holds: its last day has not come, and nobody has ended it.
    UNION ALL
    SELECT l.person_id, l.person_id, x.part, x.because
    FROM allows x, mine_link l
    WHERE x.because = 'it is me'
      AND l.ended_at IS NULL AND l.until > current_date
      AND (x.part <> 'trail' OR l.shows_who_looked)

    -- Whoever sits at the table of a meeting: those on its list, while it is open and their word holds.
    UNION ALL
    SELECT DISTINCT t.actor_id, t.person_id, x.part, x.because
    FROM allows x, at_the_table t
    WHERE x.because = 'on the list of their meeting'

    -- Whoever was named in a hand-over, while it is open.
    UNION ALL
    SELECT DISTINCT n.actor_id, n.person_id, x.part, x.because
    FROM allows x, named_in_a_hand_over n
    WHERE x.because = 'named in a hand-over';
    -- Here comes, as a SELECT of its own: break-glass until it expires.

CREATE VIEW may_see (actor_id, person_id, part, because) AS
SELECT * FROM seen_at_work UNION ALL SELECT * FROM seen_for_a_while;
    -- Sealed people come here: WHERE not sealed OR the actor is named on the seal.

-- What the one who asks may see. The pages' role reads this alone: with nobody signed in it is empty, and nobody reads in it who
-- else walks alongside whom. It is may_see with the second half as a function, whose plan is found once a connection: finding it
-- anew at every look into every table cost more than all the rest (docs/decisions/0070).
CREATE OR REPLACE FUNCTION i_see_for_a_while() RETURNS TABLE (person_id uuid, part text, because text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5 SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN QUERY SELECT s.person_id, s.part, s.because FROM seen_for_a_while s WHERE s.actor_id = current_actor();
END
$$;
CREATE VIEW i_may_see AS
SELECT s.person_id, s.part, s.because FROM seen_at_work s WHERE s.actor_id = (SELECT current_actor())
UNION ALL SELECT s.person_id, s.part, s.because FROM i_see_for_a_while() s;

-- The same without the function, for lists that begin with everybody in sight: through a function no list can be begun with a few.
CREATE VIEW in_my_sight AS SELECT s.person_id, s.part, s.because FROM may_see s WHERE s.actor_id = (SELECT current_actor());

-- May the one who asks see this part of this one person? What writing a row is asked, one row at a time: the plan of the whole view
-- is found once a connection, where row security would find it anew for every row that is written (docs/decisions/0074).
CREATE OR REPLACE FUNCTION i_see(whom uuid, asked_part text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN EXISTS (SELECT FROM may_see s WHERE s.actor_id = (SELECT current_actor()) AND s.person_id = whom AND s.part = asked_part);
END
$$;
