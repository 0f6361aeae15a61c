-- More that stands beside somebody's story: how often they and we are in touch, papers they need, why they came.
DROP FUNCTION IF EXISTS desk_also;
CREATE FUNCTION desk_also(asked_person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
    SELECT jsonb_build_object(
        'touch', jsonb_build_object(
            'contacts', (SELECT jsonb_agg(n."on") FROM (SELECT n."on" FROM journeys_note n WHERE n.person_id = asked_person AND n.how <> 'no answer'
                                                               ORDER BY n."on" DESC LIMIT 30) n),
            -- Attempts since anybody was last in touch: never a contact, and never lost.
            'tried', (SELECT jsonb_build_object('many', count(*), 'last', max(n."on")) FROM journeys_note n
                      WHERE n.person_id = asked_person AND n.how = 'no answer'
                        AND n."on" >= coalesce((SELECT max(c."on") FROM journeys_note c WHERE c.person_id = asked_person AND c.how <> 'no answer'), n."on")),
            'met', (SELECT jsonb_agg(v."on") FROM (SELECT v."on" FROM journeys_visit v WHERE v.person_id = asked_person AND v.ended = 'met'
                                                   ORDER BY v."on" DESC LIMIT 30) v),
            'next_visit', (SELECT min(v."on") FROM journeys_visit v WHERE v.person_id = asked_person AND v.ended = '' AND v."on" >= current_date),
            'agreed', (SELECT jsonb_build_object('kind', r.kind, 'every_days', r.every_days, 'not_before', r.not_before, 'words', r.words)
                       FROM journeys_rhythm r WHERE r.person_id = asked_person ORDER BY r.at DESC, r.id DESC LIMIT 1),
            'team_days', (SELECT t.quiet_after_days FROM people_holding h JOIN teams_team t ON t.id = h.team_id WHERE h.person_id = asked_person
                          ORDER BY h.at LIMIT 1)),
        -- What they asked of us about what we keep, and nobody has answered and done yet.
        'asked_of_us', (SELECT jsonb_agg(jsonb_build_object('id', k.id, 'for_what', k.for_what, 'on', k."on", 'words', k.words, 'answer', k.answer)
                                         ORDER BY k."on", k.at, k.id)
                        FROM access_asked k WHERE k.person_id = asked_person AND k.done_at IS NULL),
        'papers', (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'what', p.what, 'for_whom', p.for_whom, 'by_when', p.by_when, 'words', p.words,
                                                       'state', p.state, 'on', p.state_on,
                                                       'photographs', (SELECT count(*) FROM pictures_paperpicture f WHERE f.paper_id = p.id
                                                                       AND f.person_id = asked_person),
                                                       'open', p.state IN ('needed', 'asked for', 'here'))
                                    ORDER BY p.state IN ('needed', 'asked for', 'here') DESC, p.by_when, p.at, p.id)
                   FROM journeys_paper p WHERE p.person_id = asked_person),
        -- What they wished for and nothing suited; what there is now stands there until it is theirs.
        'gaps', (SELECT jsonb_agg(jsonb_build_object('id', k.id, 'words', k.words, 'on', (k.at AT TIME ZONE 'Europe/London')::date, 'told_on', k.told_on,
                                                     'entry', e.id, 'there', e.name, 'ended', g.ended_at IS NOT NULL,
                                                     'news', (SELECT jsonb_agg(jsonb_build_object('id', n.key, 'kind', n.kind, 'said', n.said, 'on', n."on",
                                                                               'leads_to', n.leads_to, 'told_on', k.told_of->>n.key::text) ORDER BY n."on", n.key)
                                                              FROM gap_news(k.gap_id) n))
                                  ORDER BY g.ended_at IS NOT NULL, k.at DESC, k.id)
                 FROM connections_gapof k LEFT JOIN directory_gap g ON g.id = k.gap_id LEFT JOIN directory_entry e ON e.id = g.entry_id
                 WHERE k.person_id = asked_person),
        -- Groups of teams in which the one who asks walks, the first few; whatever another team keeps is its own.
        'groups', (SELECT jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'does', g.does, 'since', g.since, 'until', g.until, 'in_all', g.many)
                                    ORDER BY g.until IS NOT NULL, g.since DESC, g.row_id)
                   FROM (SELECT g.id, g.name, i.does, i.since, i.until, i.id AS row_id, count(*) OVER () AS many
                         FROM groups_ingroup i JOIN groups_group g ON g.id = i.group_id WHERE i.person_id = asked_person
                         ORDER BY i.until IS NOT NULL, i.since DESC, i.id LIMIT 4) g),
        'reasons', (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'area', w.area, 'listed', r.words, 'words', w.words, 'told', w.told, 'on', w."on",
                                                        'until', w.until) ORDER BY w."on", w.at, w.id)
                    FROM introductions_whytheycame w LEFT JOIN introductions_teamreason r ON r.id = w.listed_id WHERE w.person_id = asked_person)
    )
    );
END
$$;
