-- Of these people, those who could have gone quiet, each with what it takes to judge (journeys/rhythm.py): whoever was in touch lately is not
-- asked about further. As far as the one who asks may see.
DROP FUNCTION IF EXISTS desk_may_be_quiet;
CREATE FUNCTION desk_may_be_quiet(asked_people uuid[], quiet_before date, today date) RETURNS TABLE (person_id uuid, touch jsonb)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT q.person_id, jsonb_build_object(
        'contacts', (SELECT jsonb_agg(n."on") FROM (SELECT n."on" FROM journeys_note n WHERE n.person_id = q.person_id AND n.how <> 'no answer'
                                                    ORDER BY n."on" DESC LIMIT 20) n),
        'met', (SELECT jsonb_agg(v."on") FROM (SELECT v."on" FROM journeys_visit v WHERE v.person_id = q.person_id AND v.ended = 'met'
                                               ORDER BY v."on" DESC LIMIT 20) v),
        'next_visit', (SELECT min(v."on") FROM journeys_visit v WHERE v.person_id = q.person_id AND v.ended = '' AND v."on" >= today),
        'agreed', q.agreed)
    FROM (SELECT asked.person_id, n."on" AS last,
                 (SELECT jsonb_build_object('kind', r.kind, 'every_days', r.every_days, 'not_before', r.not_before)
                  FROM journeys_rhythm r WHERE r.person_id = asked.person_id ORDER BY r.at DESC, r.id DESC LIMIT 1) AS agreed
          FROM unnest(asked_people) AS asked(person_id)
          LEFT JOIN LATERAL (SELECT n."on" FROM journeys_note n WHERE n.person_id = asked.person_id AND n.how <> 'no answer'
                             ORDER BY n."on" DESC LIMIT 1) n ON true) q
    WHERE q.last IS NULL OR q.last < quiet_before OR q.agreed ->> 'kind' = 'every';
END
$$;
-- The same of everybody in sight whom somebody walks alongside, or one colleague: the team's list is what its coordinators' days add up to.
DROP FUNCTION IF EXISTS desk_may_be_quiet_in_sight;
CREATE FUNCTION desk_may_be_quiet_in_sight(walked_with_by uuid, quiet_before date, today date) RETURNS TABLE (person_id uuid, touch jsonb)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT q.person_id, q.touch FROM desk_may_be_quiet(ARRAY(
        SELECT l.person_id FROM journeys_level l
        WHERE l.until IS NULL AND l.level IN ('level 1', 'level 2') AND l.person_id IN (SELECT s.person_id FROM in_my_sight s WHERE s.part = 'identity')
          AND l.person_id IN (SELECT a.person_id FROM journeys_alongside a WHERE (walked_with_by IS NULL OR a.coordinator_id = walked_with_by)
                              AND a.since <= today AND (a.until IS NULL OR a.until > today))), quiet_before, today) q;
END
$$;
