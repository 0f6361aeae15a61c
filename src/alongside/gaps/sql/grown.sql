-- What is missing here, counted where it lies. As functions, so that their plan, row security and all, is found once a connection.

-- Of these, as far as they are of a team in which I walk: whether two different people wish for it, and whether two do of whose wishes a place is kept.
-- Whoever wished without a name is one each time. It reads whose wishes they are with its owner's rights, for somebody may be hidden from some of a team,
-- and one person's two wishes are one person's to them, too; it tells nobody whose.
DROP FUNCTION IF EXISTS gaps_of_two;
CREATE FUNCTION gaps_of_two(asked uuid[]) RETURNS TABLE (bundle_id uuid, of_two boolean, two_placed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT w.bundle_id, count(DISTINCT w.wished_by) > 1, count(DISTINCT w.wished_by) FILTER (WHERE w.placed) > 1
    FROM (SELECT t.bundle_id, g.latitude IS NOT NULL AS placed,
                 coalesce(k.person_id, g.id) AS wished_by
          FROM gaps_bundle b JOIN gaps_together t ON t.bundle_id = b.id AND t.left_at IS NULL
          JOIN directory_gap g ON g.id = t.gap_id AND g.ended_at IS NULL LEFT JOIN connections_gapof k ON k.gap_id = g.id
          WHERE b.id = ANY(asked) AND b.apart_at IS NULL AND b.team_id IN (SELECT teams_i_walk_in())) w
    GROUP BY w.bundle_id;
END
$$;

-- A page of what is missing, those first to which most would come; of one alone, or of one neighbourhood. Its wishes are those that stand in it and are not ended.
DROP FUNCTION IF EXISTS gaps_grown;
CREATE FUNCTION gaps_grown(only_bundle uuid, only_locality uuid, lately_after date, before_after date, today date, start integer, most integer)
RETURNS TABLE (id uuid, name text, locality text, wishes bigint, would_come bigint, near text[], latitude float8, longitude float8, of_two boolean,
               two_placed boolean, days date[], lately bigint, before bigint, first_on date, last_on date, group_id uuid, group_name text, barriers jsonb,
               many bigint)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH wished AS (
        SELECT t.bundle_id, g.id, g.how_many, g.near, g.latitude, g.longitude, (g.at AT TIME ZONE 'Europe/London')::date AS day
        FROM gaps_bundle b JOIN gaps_together t ON t.bundle_id = b.id AND t.left_at IS NULL JOIN directory_gap g ON g.id = t.gap_id AND g.ended_at IS NULL
        WHERE b.apart_at IS NULL AND (only_bundle IS NULL OR b.id = only_bundle) AND (only_locality IS NULL OR b.locality_id = only_locality)
    ), counted AS (
        SELECT w.bundle_id, count(*) AS wishes, sum(w.how_many)::bigint AS would_come,
               avg(w.latitude) AS latitude, avg(w.longitude) AS longitude,
               array_agg(w.day) FILTER (WHERE only_bundle IS NOT NULL) AS days,
               count(*) FILTER (WHERE w.day > lately_after AND w.day <= today) AS lately,
               count(*) FILTER (WHERE w.day > before_after AND w.day <= lately_after) AS before, min(w.day) AS first_on, max(w.day) AS last_on
        FROM wished w GROUP BY w.bundle_id
    ), shown AS (
        SELECT b.name, b.locality_id, c.*, count(*) OVER () AS many FROM counted c JOIN gaps_bundle b ON b.id = c.bundle_id
        ORDER BY c.would_come DESC, c.wishes DESC, b.name, b.id OFFSET start LIMIT most
    )
    SELECT s.bundle_id, s.name, l.name, s.wishes, s.would_come,
           (SELECT array_agg(n.near ORDER BY n.first) FROM (SELECT w.near, min(w.id::text) AS first FROM wished w
                                                            WHERE w.bundle_id = s.bundle_id AND w.near <> '' GROUP BY w.near) n),
           s.latitude, s.longitude, o.of_two, o.two_placed, s.days, s.lately, s.before,
           s.first_on, s.last_on, r.id, r.name,
           (SELECT jsonb_agg(jsonb_build_object('id', x.id, 'words', x.words, 'state', n.state) ORDER BY x.id) FROM gaps_barrier x
            JOIN LATERAL (SELECT p.state FROM gaps_barrierstep p WHERE p.barrier_id = x.id AND p.taken_back_at IS NULL ORDER BY p.number DESC LIMIT 1) n ON true
            WHERE x.bundle_id = s.bundle_id),
           s.many
    FROM shown s JOIN gaps_of_two(ARRAY(SELECT w.bundle_id FROM shown w)) o ON o.bundle_id = s.bundle_id
    LEFT JOIN places_locality l ON l.id = s.locality_id
    LEFT JOIN gaps_idea i ON i.bundle_id = s.bundle_id AND i.taken_back_at IS NULL LEFT JOIN groups_group r ON r.id = i.group_id
    ORDER BY s.would_come DESC, s.wishes DESC, s.name, s.bundle_id;
END
$$;

-- All that is compared of the newest open wishes, as many that stand together as that do not: in what each stands, and from which it was said to be different.
DROP FUNCTION IF EXISTS gaps_compared;
CREATE FUNCTION gaps_compared(most integer)
RETURNS TABLE (id uuid, words text, "left" text[], days smallint[], latitude float8, longitude float8, reach integer, held uuid, held_name text, different uuid[])
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH stand AS (
        SELECT t.gap_id, b.id, b.name FROM gaps_bundle b JOIN gaps_together t ON t.bundle_id = b.id AND t.left_at IS NULL WHERE b.apart_at IS NULL
    ), newest AS (
        (SELECT g.id, s.id AS held, s.name FROM stand s JOIN directory_gap g ON g.id = s.gap_id AND g.ended_at IS NULL ORDER BY g.id DESC, s.id LIMIT most)
        UNION ALL
        (SELECT g.id, NULL, NULL FROM directory_gap g WHERE g.answered_at IS NULL AND g.ended_at IS NULL AND g.id NOT IN (SELECT s.gap_id FROM stand s)
         ORDER BY g.id DESC LIMIT most)
    )
    SELECT g.id, g.words, g."left", g.days, g.latitude, g.longitude, g.reach, n.held, n.name,
           (SELECT array_agg(d.other_id ORDER BY d.other_id) FROM gaps_different d WHERE d.one_id = g.id AND d.taken_back_at IS NULL)
    FROM newest n JOIN directory_gap g ON g.id = n.id ORDER BY n.held IS NULL, g.id DESC, n.held;
END
$$;
