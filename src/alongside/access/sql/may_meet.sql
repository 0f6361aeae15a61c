-- Somebody who offers and somebody who would like it, in one organisation and near one another. These functions alone know both, and tell the
-- coordinator of the one nothing of the other until both said yes: no name, no words, no place, no colleague. A no is told to nobody: whoever
-- said yes sees the same, on every day, whether the other said no, was never asked, or is there no more.

-- Whether two people may be brought together at all.
CREATE OR REPLACE FUNCTION may_stand_together(one uuid, two uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT one <> two
       -- Of one organisation.
       AND EXISTS (SELECT FROM people_holding a JOIN teams_team t ON t.id = a.team_id
                   JOIN teams_team u ON u.organisation_id = t.organisation_id JOIN people_holding b ON b.team_id = u.id
                   WHERE a.person_id = one AND b.person_id = two)
       -- Neither is protected: who is near whom would tell where they are.
       AND NOT EXISTS (SELECT FROM people_locationprotection p WHERE p.person_id IN (one, two) AND (p.until IS NULL OR p.until > current_date))
       AND NOT EXISTS (SELECT FROM journeys_level l WHERE l.person_id IN (one, two) AND l.until IS NULL AND l.level IN ('moved on', 'died'))
       -- Neither must be kept from the other, by whatever name they are known.
       AND NOT EXISTS (SELECT FROM people_keptapart w JOIN connections_meetkey k ON k.row = w.id AND k.kind = 'apart'
                       JOIN people_matchkey m ON m.kind = split_part(k.key, ':', 1) AND m.key = substr(k.key, strpos(k.key, ':') + 1)
                       WHERE (w.until IS NULL OR w.until > current_date)
                         AND (w.person_id = one AND m.person_id = two OR w.person_id = two AND m.person_id = one))
       -- Nor did they fall out.
       AND NOT EXISTS (SELECT FROM people_intheirlife i WHERE i.left_as = 'fell out'
                       AND (i.person_id = one AND i.known_here_id = two OR i.person_id = two AND i.known_here_id = one))
$$;
COMMENT ON FUNCTION may_stand_together IS 'for other functions alone';

-- Whether they know one another already, or are one household, or perhaps one person.
CREATE OR REPLACE FUNCTION know_each_other(one uuid, two uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT EXISTS (SELECT FROM people_intheirlife i WHERE i.person_id = one AND i.known_here_id = two OR i.person_id = two AND i.known_here_id = one)
        OR EXISTS (SELECT FROM connections_connection c WHERE c.person_id = one AND c.other_id = two OR c.person_id = two AND c.other_id = one)
        OR EXISTS (SELECT FROM people_matchkey a JOIN people_matchkey b ON b.kind = a.kind AND b.key = a.key
                   WHERE a.person_id = one AND b.person_id = two AND a.kind IN ('name', 'phone'))
$$;
COMMENT ON FUNCTION know_each_other IS 'for other functions alone';

-- What is offered and wished, as long as nobody has withdrawn it.
CREATE OR REPLACE FUNCTION offered_and_wished() RETURNS TABLE (id uuid, person_id uuid, gives boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT o.id, o.person_id, true FROM people_likestobeasked o WHERE o.until IS NULL OR o.until > current_date
    UNION ALL
    SELECT w.id, w.person_id, false FROM people_wouldlike w WHERE w.until IS NULL OR w.until > current_date
$$;
COMMENT ON FUNCTION offered_and_wished IS 'for other functions alone';

-- How near two people live, by squares of about a kilometre or by neighbourhood, never by doors: '' where it is too far or not known.
CREATE OR REPLACE FUNCTION how_near(one uuid, two uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT coalesce((
        SELECT CASE WHEN a.latitude IS NULL OR b.latitude IS NULL THEN CASE WHEN a.locality_id = b.locality_id THEN 'neighbourhood' ELSE '' END
                    WHEN km.far <= 1.7 THEN 'walk' WHEN km.far <= 6 THEN 'ride' ELSE '' END
        FROM people_whereabouts a CROSS JOIN people_whereabouts b
        CROSS JOIN LATERAL (SELECT 111.2 * sqrt(power(round(a.latitude::numeric, 2) - round(b.latitude::numeric, 2), 2)
                                                + power((round(a.longitude::numeric, 2) - round(b.longitude::numeric, 2)) * cos(radians(a.latitude))::numeric, 2)) AS far) km
        WHERE a.person_id = one AND b.person_id = two), '')
$$;
COMMENT ON FUNCTION how_near IS 'for other functions alone';

-- Every offer and wish that find one another, seen from the side of these people.
CREATE OR REPLACE FUNCTION near_pairs(of_people uuid[])
RETURNS TABLE (person_id uuid, other_id uuid, pair uuid, gives boolean, mine uuid, theirs uuid, about text[], days int[], near text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH standing AS MATERIALIZED (SELECT * FROM offered_and_wished()),
    hits AS (
        SELECT m.person_id, t.person_id AS other_id, m.id AS mine, t.id AS theirs, m.gives, array_agg(DISTINCT a.said ORDER BY a.said) AS about
        FROM standing m
        JOIN connections_meetkey a ON a.row = m.id AND a.kind = 'about'
        JOIN connections_meetkey b ON b.kind = 'about' AND b.key = a.key AND b.gives <> a.gives
        JOIN standing t ON t.id = b.row AND t.person_id <> m.person_id
        WHERE m.person_id = ANY (of_people)
        GROUP BY 1, 2, 3, 4, 5
    )
    SELECT h.person_id, h.other_id, md5(CASE WHEN h.gives THEN h.mine::text || h.theirs ELSE h.theirs::text || h.mine END)::uuid, h.gives, h.mine, h.theirs, h.about,
           array(SELECT k.key::int FROM connections_meetkey k JOIN connections_meetkey l ON l.kind = 'day' AND l.key = k.key AND l.row = h.theirs
                 WHERE k.row = h.mine AND k.kind = 'day' ORDER BY 1),
           n.near
    FROM hits h CROSS JOIN LATERAL (SELECT how_near(h.person_id, h.other_id) AS near) n
    WHERE n.near <> ''
      AND NOT EXISTS (SELECT FROM connections_meetkey n JOIN connections_meetkey b ON b.kind = 'about' AND b.key = n.key AND b.row IN (h.mine, h.theirs) AND b.row <> n.row
                      WHERE n.kind = 'not' AND n.row IN (h.mine, h.theirs))
      -- Days that both gave have one in common.
      AND (EXISTS (SELECT FROM connections_meetkey k JOIN connections_meetkey l ON l.kind = 'day' AND l.key = k.key AND l.row = h.theirs WHERE k.row = h.mine AND k.kind = 'day')
           OR NOT EXISTS (SELECT FROM connections_meetkey k WHERE k.row = h.mine AND k.kind = 'day')
           OR NOT EXISTS (SELECT FROM connections_meetkey k WHERE k.row = h.theirs AND k.kind = 'day'))
      AND may_stand_together(h.person_id, h.other_id)
      AND NOT know_each_other(h.person_id, h.other_id)
$$;
COMMENT ON FUNCTION near_pairs IS 'for other functions alone';

-- By what somebody is called among neighbours: how they like to be called, or the first of their names.
CREATE OR REPLACE FUNCTION first_name_of(of_person uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT coalesce(nullif(split_part(btrim(p.likes_to_be_called), ' ', 1), ''),
                    split_part(btrim(regexp_replace(p.name, '^((mr|mrs|ms|miss|mx|dr|rev|sir|lady|lord)\.?\s+)+', '', 'i')), ' ', 1))
    FROM people_person p WHERE p.id = of_person
$$;
COMMENT ON FUNCTION first_name_of IS 'for other functions alone';

-- Whom to ring about somebody: those who walk alongside them, or else their team.
CREATE OR REPLACE FUNCTION whom_to_ring(of_person uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT coalesce((SELECT string_agg(s.name || coalesce(', ' || nullif(s.phone, ''), ''), '; ' ORDER BY s.name)
                     FROM journeys_alongside w JOIN teams_staff s ON s.id = w.coordinator_id
                     WHERE w.person_id = of_person AND w.since <= current_date AND (w.until IS NULL OR w.until > current_date)),
                    (SELECT t.name FROM people_holding h JOIN teams_team t ON t.id = h.team_id WHERE h.person_id = of_person ORDER BY h.at LIMIT 1))
$$;
COMMENT ON FUNCTION whom_to_ring IS 'for other functions alone';

-- All that the coordinator of these people may know of who could meet them. The one answer that crosses the line.
DROP FUNCTION IF EXISTS may_meet(uuid[]);
CREATE FUNCTION may_meet(of_people uuid[])
RETURNS TABLE (person_id uuid, pair uuid, gives boolean, mine uuid, about text[], days int[], near text, state text, waits boolean,
               said_on date, how text, connection_id uuid, called text, ring text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH seen AS MATERIALIZED (
        SELECT DISTINCT s.person_id FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = ANY (of_people) AND s.part = 'record'
    ),
    -- Each other person once, however many of their offers suit; and nobody with whom it was once agreed.
    could AS (
        SELECT DISTINCT ON (p.person_id, p.other_id) p.*, t.id IS NOT NULL AS waits
        FROM near_pairs(array(SELECT s.person_id FROM seen s)) p
        LEFT JOIN connections_maymeet t ON t.pair = p.pair AND t.person_id = p.other_id
        WHERE NOT EXISTS (SELECT FROM connections_maymeet o WHERE o.pair = p.pair AND o.person_id = p.person_id)
          AND (t.id IS NULL OR t.answer = 'yes')
          AND NOT EXISTS (SELECT FROM connections_maymeet a JOIN connections_maymeet b ON b.pair = a.pair AND b.person_id = p.other_id
                          WHERE a.person_id = p.person_id AND a.agreed_on IS NOT NULL)
        ORDER BY p.person_id, p.other_id, t.id IS NULL, p.pair
    ),
    said AS (
        SELECT o.*, t.person_id AS other_id,
               CASE WHEN o.answer = 'no' THEN 'no'
                    WHEN o.connection_id IS NOT NULL THEN 'met'
                    WHEN o.ended_on IS NOT NULL THEN 'ended'
                    WHEN o.agreed_on IS NULL THEN 'waiting'
                    WHEN t.id IS NOT NULL AND t.agreed_on IS NOT NULL AND t.ended_on IS NULL
                         AND (SELECT count(*) FROM offered_and_wished() w WHERE w.id IN (o.row, t.row)) = 2
                         AND may_stand_together(o.person_id, t.person_id) THEN 'both'
                    ELSE 'ended' END AS state
        FROM connections_maymeet o JOIN seen s ON s.person_id = o.person_id
        LEFT JOIN connections_maymeet t ON t.pair = o.pair AND t.person_id <> o.person_id
    )
    SELECT c.person_id, c.pair, c.gives, c.mine, c.about, c.days, c.near, 'could', c.waits, NULL::date, '', NULL::uuid, '', ''
    FROM could c
    UNION ALL
    SELECT d.person_id, d.pair, d.gives, d.row, ARRAY[d.about], '{}', '', d.state, false, d."on", d.how_they_said_so, d.connection_id,
           CASE WHEN d.state = 'both' THEN first_name_of(d.other_id) ELSE '' END, CASE WHEN d.state = 'both' THEN whom_to_ring(d.other_id) ELSE '' END
    FROM said d
    ORDER BY 1, 9 DESC, 7 DESC, 2
$$;

-- What somebody said who was asked: kept on their own side. Says `both` when that makes two.
CREATE OR REPLACE FUNCTION meet_answer(of_person uuid, of_pair uuid, their_answer text, how text, made_id uuid, day date, moment timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    found record;
    own connections_maymeet;
BEGIN
    IF NOT EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = of_person AND s.part = 'record') THEN
        RETURN 'gone';
    END IF;
    -- Two who say yes in the same moment wait for one another here.
    PERFORM pg_advisory_xact_lock(hashtextextended(of_pair::text, 0));
    SELECT * INTO own FROM connections_maymeet o WHERE o.pair = of_pair AND o.person_id = of_person;
    SELECT * INTO found FROM near_pairs(ARRAY[of_person]) p WHERE p.pair = of_pair;
    IF found.pair IS NULL OR own.agreed_on IS NOT NULL THEN
        RETURN 'gone';
    END IF;
    INSERT INTO connections_maymeet (id, person_id, pair, gives, row, about, answer, how_they_said_so, "on", by_id, at)
    VALUES (made_id, of_person, of_pair, found.gives, found.mine, array_to_string(found.about, ', '), their_answer, how, day, current_actor(), moment)
    ON CONFLICT (pair, person_id) DO UPDATE SET answer = their_answer, how_they_said_so = how, "on" = day, by_id = current_actor(), at = moment;
    IF their_answer = 'yes' AND EXISTS (SELECT FROM connections_maymeet t WHERE t.pair = of_pair AND t.person_id = found.other_id AND t.answer = 'yes') THEN
        UPDATE connections_maymeet b SET agreed_on = day WHERE b.pair = of_pair;
        RETURN 'both';
    END IF;
    RETURN CASE their_answer WHEN 'yes' THEN 'waiting' ELSE 'no' END;
END
$$;

-- They think otherwise. Before both agreed nothing stays of what they said; afterwards it is over, and it is not told by whom.
CREATE OR REPLACE FUNCTION meet_end(of_person uuid, of_pair uuid, day date) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF NOT EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = of_person AND s.part = 'record') THEN
        RETURN '';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(of_pair::text, 0));
    DELETE FROM connections_maymeet o WHERE o.pair = of_pair AND o.person_id = of_person AND o.agreed_on IS NULL;
    IF FOUND THEN
        RETURN 'taken back';
    END IF;
    UPDATE connections_maymeet o SET ended_on = day WHERE o.pair = of_pair AND o.person_id = of_person AND o.ended_on IS NULL;
    RETURN CASE WHEN FOUND THEN 'ended' ELSE '' END;
END
$$;

-- They met: it is a connection now.
CREATE OR REPLACE FUNCTION meet_met(of_person uuid, of_pair uuid, of_connection uuid) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    UPDATE connections_maymeet o SET connection_id = of_connection
    WHERE o.pair = of_pair AND o.person_id = of_person AND o.agreed_on IS NOT NULL AND o.ended_on IS NULL
      AND EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = of_person AND s.part = 'record')
      AND EXISTS (SELECT FROM connections_connection c WHERE c.id = of_connection AND c.person_id = of_person)
    RETURNING 'met'
$$;
