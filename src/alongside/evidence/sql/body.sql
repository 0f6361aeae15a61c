-- All that is counted of those to whom the bridge leads.
CREATE OR REPLACE FUNCTION evidence_body(made_id uuid, of_team uuid, OUT body text) LANGUAGE plpgsql STABLE AS
$$
BEGIN
    WITH someone AS (
        SELECT l.number AS person, l.person_id FROM evidence_link l WHERE l.extract_id = made_id
    ),
    said_no AS (
        -- Whoever said no to evaluation, and has not said otherwise since (access/choosing.py).
        SELECT n.person FROM (
            SELECT DISTINCT ON (s.person) s.person, c.answer FROM someone s JOIN access_choice c ON c.person_id = s.person_id
            WHERE c.audience = 'evaluation' AND c.subject IS NULL AND c."on" <= current_date
            ORDER BY s.person, c."on" DESC, c.at DESC, c.id DESC) n
        WHERE n.answer = 'no'
    ),
    asked AS (
        -- Everybody else: of these alone is taken what is told of their life (evidence_of_their_life).
        SELECT s.person, s.person_id FROM someone s WHERE s.person NOT IN (SELECT n.person FROM said_no n)
    ),
    person AS (
        SELECT s.person,
               least((h.at AT TIME ZONE 'Europe/London')::date,
                     (SELECT min(i.on) FROM introductions_introduction i WHERE i.person_id = s.person_id AND i.team_id = of_team)) AS known_on,
               CASE WHEN w.locality_id IS NULL
                      -- Protected whereabouts look like unknown ones.
                      OR EXISTS (SELECT FROM people_locationprotection p
                                 WHERE p.person_id = s.person_id AND (p.until IS NULL OR p.until > current_date)) THEN 'not shown'
                    WHEN t.id IS NULL THEN 'elsewhere'
                    ELSE w.locality_id::text END AS locality,
               CASE WHEN s.person IN (SELECT n.person FROM said_no n) THEN 'no' ELSE '' END AS evaluation,
               -- A band, and never a birthday; of whoever said no to evaluation, nothing.
               CASE WHEN somebody.date_of_birth IS NULL OR s.person IN (SELECT n.person FROM said_no n) THEN ''
                    ELSE evidence_age(date_part('year', age(least((h.at AT TIME ZONE 'Europe/London')::date,
                     (SELECT min(i.on) FROM introductions_introduction i WHERE i.person_id = s.person_id AND i.team_id = of_team)), somebody.date_of_birth))::integer) END AS age_band
        FROM someone s
        JOIN people_person somebody ON somebody.id = s.person_id
        JOIN people_holding h ON h.person_id = s.person_id AND h.team_id = of_team
        LEFT JOIN people_whereabouts w ON w.person_id = s.person_id
        LEFT JOIN teams_team_localities t ON t.team_id = of_team AND t.locality_id = w.locality_id
        ORDER BY s.person
        -- Sealed people come here, counted so that no difference reveals them.
    ),
    introduction AS (
        SELECT s.person, i.on, i.source, i.accepted_on FROM someone s JOIN introductions_introduction i ON i.person_id = s.person_id
        WHERE i.team_id = of_team ORDER BY 1, 2, 3, 4
    ),
    who AS (
        -- What they chose to say of themselves, never their own words for it; and how deprived their street is, unless where they live is protected.
        SELECT s.person, a.what, a.said FROM asked s JOIN people_ofthemselves o ON o.person_id = s.person_id
        CROSS JOIN LATERAL (VALUES ('sex', o.sex), ('ethnic group', o.ethnic_group), ('caring', o.caring)) a (what, said)
        WHERE a.said <> ''
        UNION ALL
        SELECT s.person, 'street', d.fifth FROM asked s JOIN people_whereabouts w ON w.person_id = s.person_id
        JOIN places_postcode c ON c.postcode = w.postcode JOIN places_deprivation d ON d.area = c.lsoa
        WHERE NOT EXISTS (SELECT FROM people_locationprotection p WHERE p.person_id = s.person_id AND (p.until IS NULL OR p.until > current_date))
        ORDER BY 1, 2
    ),
    reason AS (
        -- An area, or a word of the team's own list by its key; of reasons in their own words, only that there is one.
        SELECT s.person, coalesce(nullif(w.area, ''), t.area, '') AS area,
               CASE WHEN t.team_id = of_team THEN t.id::text ELSE '' END AS listed, w."on", w.until
        FROM asked s JOIN introductions_whytheycame w ON w.person_id = s.person_id
        LEFT JOIN introductions_teamreason t ON t.id = w.listed_id ORDER BY 1, 4, 2, 3, 5
    ),
    level AS (
        SELECT s.person, v.level, v.since, v.until, row_number() OVER (PARTITION BY s.person ORDER BY v.since, v.at, v.id) AS nth
        FROM someone s JOIN journeys_level v ON v.person_id = s.person_id ORDER BY 1, 5
    ),
    walk AS (
        -- From which post somebody was walked alongside: by whoever was in it on those days.
        SELECT s.person, p.post_id::text AS post, greatest(a.since, p.since) AS since, least(a.until, p.until) AS until
        FROM someone s JOIN journeys_alongside a ON a.person_id = s.person_id
        JOIN money_inpost p ON p.staff_id = a.coordinator_id AND p.gone_at IS NULL
        WHERE greatest(a.since, p.since) < coalesce(least(a.until, p.until), 'infinity') ORDER BY 1, 3, 2, 4
    ),
    note AS (
        -- On the page of one of those whom it was with it counts as a contact too, so that a visit with several is one contact.
        SELECT s.person, n."on", n.how, CASE WHEN n.of_them > 1 THEN 'several' ELSE 'one' END AS with_whom,
               CASE WHEN NOT EXISTS (
                   SELECT FROM journeys_note also JOIN people_holding h ON h.person_id = also.person_id AND h.team_id = of_team
                   WHERE also.together = n.together AND also.id <> n.id
                     AND (also.id < n.id OR also.person_id NOT IN (SELECT x.person_id FROM someone x))) THEN 1 ELSE 0 END AS counts,
               o.minutes, o.tenths_of_miles
        FROM someone s JOIN journeys_note n ON n.person_id = s.person_id
        LEFT JOIN journeys_outing o ON o.visit = coalesce(n.together, n.id) ORDER BY 1, 2, 3, 4, 5, 6, 7
    ),
    light AS (
        -- Contacts with nobody named, which are nobody's: of the team alone.
        SELECT c."on", c.how, c.how_many, CASE WHEN c.locality_id IS NULL THEN 'not shown' WHEN t.id IS NULL THEN 'elsewhere' ELSE c.locality_id::text END AS locality
        FROM journeys_nameless c LEFT JOIN teams_team_localities t ON t.team_id = of_team AND t.locality_id = c.locality_id
        WHERE c.team_id = of_team AND c.ended_as = '' ORDER BY 1, 2, 3, 4
    ),
    numbered AS (
        SELECT row_number() OVER (ORDER BY gen_random_uuid()) AS connection, c.id, s.person, c.kind, c.made_on
        FROM asked s JOIN connections_connection c ON c.person_id = s.person_id
    ),
    connection AS (
        SELECT n.connection, n.person, n.kind, n.made_on FROM numbered n ORDER BY 1
    ),
    rung AS (
        SELECT n.connection, r.rung, r.on, row_number() OVER (PARTITION BY n.connection ORDER BY r.on, r.at, r.id) AS nth
        FROM numbered n JOIN connections_rung r ON r.connection_id = n.id ORDER BY 1, 4
    ),
    circle AS (
        -- The start of a circle is the six weeks from the day it was begun (people/rings.py).
        SELECT s.person, min(l."on") AS begun_on, min(l."on") + 42 AS compared_from
        FROM asked s JOIN people_circlelook l ON l.person_id = s.person_id GROUP BY s.person ORDER BY 1
    ),
    look AS (
        SELECT s.person, l."on" FROM asked s JOIN people_circlelook l ON l.person_id = s.person_id ORDER BY 1, 2
    ),
    drawn AS (
        SELECT row_number() OVER (ORDER BY gen_random_uuid()) AS support, c.id, s.person, c.since, c.until
        FROM asked s JOIN people_intheirlife c ON c.person_id = s.person_id
    ),
    support AS (
        -- One row for each ring on which somebody stood, from the day they came or moved until they moved or left.
        SELECT d.support, d.person, CASE WHEN p.ring = 'paid' THEN 'paid' ELSE 'unpaid' END AS kind,
               CASE WHEN row_number() OVER w = 1 THEN d.since ELSE p.since END AS since,
               coalesce(lead(p.since) OVER w, d.until) AS until, row_number() OVER w AS nth
        FROM drawn d LEFT JOIN people_closeness p ON p.one_id = d.id
        WINDOW w AS (PARTITION BY d.support ORDER BY p.since) ORDER BY 1, 6
    ),
    given AS (
        SELECT s.person, g.way, g.kind, g."on", g.minutes FROM asked s JOIN connections_contribution g ON g.person_id = s.person_id ORDER BY 1, 4, 2, 3, 5
    ),
    week AS (
        SELECT s.person, a.what_it_is, a.takes_place_of, a.since, a.until
        FROM asked s JOIN connections_activity a ON a.person_id = s.person_id ORDER BY 1, 4, 2, 3, 5
    ),
    change AS (
        -- How it was valued, and never what was said: not asked is not the same as would rather not.
        SELECT s.person, c.direction, c.noticed_on, c.others_share, c.would_have_happened, c.lasts,
               coalesce((SELECT w.way FROM outcomes_worth w WHERE w.change_id = c.id ORDER BY w."on" DESC, w.at DESC, w.id DESC LIMIT 1), 'not asked') AS worth
        FROM asked s JOIN outcomes_lifechange c ON c.person_id = s.person_id ORDER BY 1, 3, 2, 4, 5, 6, 7
    ),
    counted AS (
        -- As what a change counts: a kind that every team counts, or one of the team's own list by its key.
        SELECT s.person, CASE WHEN k.kind = 'own list' THEN '' ELSE k.kind END AS kind, CASE WHEN t.team_id = of_team THEN t.id::text ELSE '' END AS listed, c.noticed_on, c.direction
        FROM asked s JOIN outcomes_lifechange c ON c.person_id = s.person_id JOIN outcomes_countsas k ON k.change_id = c.id
        LEFT JOIN outcomes_teamkind t ON t.id = k.listed_id ORDER BY 1, 4, 2, 3, 5
    ),
    asking AS (
        -- Which measure was asked, when and in which way; nth counts the times of one measure, whatever its version.
        SELECT s.person, f.key AS measure, f.version, a.id, a."on", a.way, a.ended, row_number() OVER (PARTITION BY s.person, f.key ORDER BY a."on", a.at, a.id) AS nth
        FROM asked s JOIN outcomes_asking a ON a.person_id = s.person_id JOIN outcomes_measurefile f ON f.id = a.file_id
        WHERE a.taken_back_at IS NULL ORDER BY 1, 2, 8
    ),
    answer AS (
        -- Numbers alone: never what somebody said besides, nor what it was about.
        SELECT k.person, k.measure, k.nth, w.item, w.number FROM asking k JOIN outcomes_answer w ON w.asking_id = k.id
        WHERE w.number IS NOT NULL ORDER BY 1, 2, 3, 4
    ),
    use AS (
        -- How often a service was used, by each source apart: the days are counted by evidence/service_use.py, windows and all.
        SELECT row_number() OVER (ORDER BY gen_random_uuid()) AS use, k.id, s.person, k.service, k.source, k.since, k.until, k.times
        FROM asked s JOIN outcomes_knownuse k ON k.person_id = s.person_id WHERE k.taken_back_at IS NULL
    ),
    used AS (
        SELECT u.use, u.person, d."on" FROM use u JOIN outcomes_useon d ON d.known_id = u.id ORDER BY 1, 3
    ),
    story AS (
        -- Where each story stands, and for what kind of use; never a word of it.
        SELECT s.person, t.use_kind, (t.at AT TIME ZONE 'Europe/London')::date AS drafted_on, t.yes_on, t.printed_on, t.withdrawn_on
        FROM asked s JOIN outcomes_story t ON t.person_id = s.person_id ORDER BY 1, 3, 2, 4, 5, 6
    ),
    step AS (
        -- Whether a service was asked with a reason, and never the reason.
        SELECT s.person, (p.at AT TIME ZONE 'Europe/London')::date AS written_on,
               CASE WHEN p.who_kind <> 'service' THEN p.who_kind WHEN p.why_a_service = '' THEN 'service without a reason' ELSE 'service with a reason' END AS who
        FROM asked s JOIN journeys_step p ON p.person_id = s.person_id ORDER BY 1, 2, 3
    ),
    handed AS (
        -- What this team handed to another profession; no words, and not whether it was a concern.
        SELECT s.person, r.kind AS whom, d."on", d.answered_on, d.answered_on - d."on" AS days,
               CASE WHEN u.answer_by IS NULL THEN '' WHEN u.answered_at > u.answer_by THEN 'late' ELSE 'in time' END AS in_time,
               (u.ended_at AT TIME ZONE 'Europe/London')::date AS ended_on,
               CASE u.stage WHEN 'back' THEN u.outcome WHEN 'not theirs' THEN u.stage WHEN 'taken back' THEN u.stage ELSE '' END AS ended_as,
               CASE WHEN EXISTS (SELECT FROM handovers_turn t WHERE t.step_up_id = u.id AND t.avoided <> '') THEN 'said' ELSE '' END AS avoided
        FROM asked s JOIN handovers_stepup u ON u.person_id = s.person_id
        JOIN handovers_receiver r ON r.id = u.receiver_id AND r.team_id = of_team
        CROSS JOIN LATERAL (SELECT (u.at AT TIME ZONE 'Europe/London')::date AS "on", (u.answered_at AT TIME ZONE 'Europe/London')::date AS answered_on) d
        ORDER BY 1, 3, 2, 4, 6, 7, 8, 9
    ),
    staged AS (
        -- One row for each stage of a group; a copy elsewhere changes nothing here.
        SELECT dense_rank() OVER (ORDER BY g.id) AS one, t.stage, t."on" AS since, lead(t."on") OVER (PARTITION BY g.id ORDER BY t.number) AS until,
               CASE WHEN g.locality_id IS NULL THEN 'not shown' WHEN l.id IS NULL THEN 'elsewhere' ELSE g.locality_id::text END AS locality
        FROM groups_group g JOIN groups_step t ON t.group_id = g.id AND t.taken_back_at IS NULL AND t.stage <> 'copied'
        LEFT JOIN teams_team_localities l ON l.team_id = of_team AND l.locality_id = g.locality_id
        WHERE g.team_id = of_team ORDER BY 1, t.number
    ),
    barred AS (
        SELECT dense_rank() OVER (ORDER BY b.id) AS one, t.state, t."on" AS since, lead(t."on") OVER (PARTITION BY b.id ORDER BY t.number) AS until,
               CASE WHEN m.locality_id IS NULL THEN 'not shown' WHEN l.id IS NULL THEN 'elsewhere' ELSE m.locality_id::text END AS locality
        FROM gaps_bundle m JOIN gaps_barrier b ON b.bundle_id = m.id JOIN gaps_barrierstep t ON t.barrier_id = b.id AND t.taken_back_at IS NULL
        LEFT JOIN teams_team_localities l ON l.team_id = of_team AND l.locality_id = m.locality_id
        WHERE m.team_id = of_team ORDER BY 1, t.number
    ),
    wish AS (
        SELECT (w.at AT TIME ZONE 'Europe/London')::date AS "on", (w.answered_at AT TIME ZONE 'Europe/London')::date AS answered_on,
               (SELECT min((i.at AT TIME ZONE 'Europe/London')::date) FROM gaps_together t JOIN gaps_idea i ON i.bundle_id = t.bundle_id
                WHERE t.gap_id = w.id AND t.left_at IS NULL AND i.taken_back_at IS NULL) AS grouped_on,
               (w.ended_at AT TIME ZONE 'Europe/London')::date AS ended_on, 'not shown' AS locality
        FROM directory_gap w WHERE w.team_id = of_team ORDER BY 1, 2, 3, 4
    ),
    asked_of_us AS (
        -- One row for each who was asked how it was; who that is is written down nowhere.
        SELECT a."on", a.people_or_partners AS whom, CASE WHEN a.locality_id IS NULL THEN 'not shown' WHEN t.id IS NULL THEN 'elsewhere' ELSE a.locality_id::text END AS locality
        FROM feedback_asked a CROSS JOIN generate_series(1, a.how_many)
        LEFT JOIN teams_team_localities t ON t.team_id = of_team AND t.locality_id = a.locality_id
        WHERE a.team_id = of_team ORDER BY 1, 2, 3
    ),
    said_of_us AS (
        -- One row for each who answered; whoever would rather not is none. Never a word that anybody wrote.
        SELECT h."on", h.people_or_partners AS whom, h.stars, h.difference, h.connected, h.valuable, h.rooted,
               CASE WHEN h.locality_id IS NULL THEN 'not shown' WHEN t.id IS NULL THEN 'elsewhere' ELSE h.locality_id::text END AS locality
        FROM feedback_heard h LEFT JOIN teams_team_localities t ON t.team_id = of_team AND t.locality_id = h.locality_id
        WHERE h.team_id = of_team AND h.ended = 'answered' ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
    ),
    wait AS (
        SELECT s.person, w.since, w.ended_on, w.ended_as, w.ended_on - w.since AS days
        FROM asked s JOIN journeys_waiting w ON w.person_id = s.person_id ORDER BY 1, 2, 3, 4
    )
    SELECT json_build_object(
        'people', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'known_on', coalesce(json_agg(known_on), '[]'),
            'locality', coalesce(json_agg(locality), '[]'), 'evaluation', coalesce(json_agg(evaluation), '[]'), 'age_band', coalesce(json_agg(age_band), '[]')) FROM person),
        'introductions', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'on', coalesce(json_agg("on"), '[]'),
            'source', coalesce(json_agg(source), '[]'), 'accepted_on', coalesce(json_agg(accepted_on), '[]')) FROM introduction),
        'levels', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'level', coalesce(json_agg(level), '[]'),
            'since', coalesce(json_agg(since), '[]'), 'until', coalesce(json_agg(until), '[]'), 'nth', coalesce(json_agg(nth), '[]')) FROM level),
        'who', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'what', coalesce(json_agg(what), '[]'), 'said', coalesce(json_agg(said), '[]')) FROM who),
        'reasons', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'area', coalesce(json_agg(area), '[]'), 'listed', coalesce(json_agg(listed), '[]'),
            'on', coalesce(json_agg("on"), '[]'), 'until', coalesce(json_agg(until), '[]')) FROM reason),
        'walks', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'post', coalesce(json_agg(post), '[]'),
            'since', coalesce(json_agg(since), '[]'), 'until', coalesce(json_agg(until), '[]')) FROM walk),
        'notes', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'on', coalesce(json_agg("on"), '[]'), 'how', coalesce(json_agg(how), '[]'),
            'with_whom', coalesce(json_agg(with_whom), '[]'), 'counts', coalesce(json_agg(counts), '[]'),
            'minutes', coalesce(json_agg(minutes), '[]'), 'tenths_of_miles', coalesce(json_agg(tenths_of_miles), '[]')) FROM note),
        'light', (SELECT json_build_object(
            'on', coalesce(json_agg("on"), '[]'), 'how', coalesce(json_agg(how), '[]'), 'how_many', coalesce(json_agg(how_many), '[]'),
            'locality', coalesce(json_agg(locality), '[]')) FROM light),
        'connections', (SELECT json_build_object(
            'connection', coalesce(json_agg(connection), '[]'), 'person', coalesce(json_agg(person), '[]'),
            'kind', coalesce(json_agg(kind), '[]'), 'made_on', coalesce(json_agg(made_on), '[]')) FROM connection),
        'rungs', (SELECT json_build_object(
            'connection', coalesce(json_agg(connection), '[]'), 'rung', coalesce(json_agg(rung), '[]'),
            'on', coalesce(json_agg("on"), '[]'), 'nth', coalesce(json_agg(nth), '[]')) FROM rung),
        'circles', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'begun_on', coalesce(json_agg(begun_on), '[]'),
            'compared_from', coalesce(json_agg(compared_from), '[]')) FROM circle),
        'looks', (SELECT json_build_object('person', coalesce(json_agg(person), '[]'), 'on', coalesce(json_agg("on"), '[]')) FROM look),
        'supports', (SELECT json_build_object(
            'support', coalesce(json_agg(support), '[]'), 'person', coalesce(json_agg(person), '[]'), 'kind', coalesce(json_agg(kind), '[]'),
            'since', coalesce(json_agg(since), '[]'), 'until', coalesce(json_agg(until), '[]'), 'nth', coalesce(json_agg(nth), '[]')) FROM support),
        'given', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'way', coalesce(json_agg(way), '[]'), 'kind', coalesce(json_agg(kind), '[]'),
            'on', coalesce(json_agg("on"), '[]'), 'minutes', coalesce(json_agg(minutes), '[]')) FROM given),
        'week', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'what_it_is', coalesce(json_agg(what_it_is), '[]'),
            'takes_place_of', coalesce(json_agg(takes_place_of), '[]'), 'since', coalesce(json_agg(since), '[]'),
            'until', coalesce(json_agg(until), '[]')) FROM week),
        'changes', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'direction', coalesce(json_agg(direction), '[]'),
            'noticed_on', coalesce(json_agg(noticed_on), '[]'), 'others_share', coalesce(json_agg(others_share), '[]'),
            'would_have_happened', coalesce(json_agg(would_have_happened), '[]'), 'lasts', coalesce(json_agg(lasts), '[]'),
            'worth', coalesce(json_agg(worth), '[]')) FROM change),
        'counted', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'kind', coalesce(json_agg(kind), '[]'), 'listed', coalesce(json_agg(listed), '[]'),
            'noticed_on', coalesce(json_agg(noticed_on), '[]'), 'direction', coalesce(json_agg(direction), '[]')) FROM counted),
        'askings', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'measure', coalesce(json_agg(measure), '[]'), 'version', coalesce(json_agg(version), '[]'),
            'on', coalesce(json_agg("on"), '[]'), 'way', coalesce(json_agg(way), '[]'), 'ended', coalesce(json_agg(ended), '[]'),
            'nth', coalesce(json_agg(nth), '[]')) FROM asking),
        'answers', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'measure', coalesce(json_agg(measure), '[]'), 'nth', coalesce(json_agg(nth), '[]'),
            'item', coalesce(json_agg(item), '[]'), 'number', coalesce(json_agg(number), '[]')) FROM answer),
        'uses', (SELECT json_build_object(
            'use', coalesce(json_agg(use ORDER BY use), '[]'), 'person', coalesce(json_agg(person ORDER BY use), '[]'),
            'service', coalesce(json_agg(service ORDER BY use), '[]'), 'source', coalesce(json_agg(source ORDER BY use), '[]'),
            'since', coalesce(json_agg(since ORDER BY use), '[]'), 'until', coalesce(json_agg(until ORDER BY use), '[]'),
            'times', coalesce(json_agg(times ORDER BY use), '[]')) FROM use),
        'used', (SELECT json_build_object('use', coalesce(json_agg(use), '[]'), 'person', coalesce(json_agg(person), '[]'), 'on', coalesce(json_agg("on"), '[]')) FROM used),
        'stories', (SELECT json_build_object('person', coalesce(json_agg(person), '[]'), 'use_kind', coalesce(json_agg(use_kind), '[]'),
            'drafted_on', coalesce(json_agg(drafted_on), '[]'), 'yes_on', coalesce(json_agg(yes_on), '[]'),
            'printed_on', coalesce(json_agg(printed_on), '[]'), 'withdrawn_on', coalesce(json_agg(withdrawn_on), '[]')) FROM story),
        'steps', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'who', coalesce(json_agg(who), '[]'),
            'written_on', coalesce(json_agg(written_on), '[]')) FROM step),
        'handed', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'whom', coalesce(json_agg(whom), '[]'), 'on', coalesce(json_agg("on"), '[]'),
            'answered_on', coalesce(json_agg(answered_on), '[]'), 'days', coalesce(json_agg(days), '[]'), 'in_time', coalesce(json_agg(in_time), '[]'),
            'ended_on', coalesce(json_agg(ended_on), '[]'), 'ended_as', coalesce(json_agg(ended_as), '[]'), 'avoided', coalesce(json_agg(avoided), '[]')) FROM handed),
        'groups', (SELECT json_build_object( 'one', coalesce(json_agg(one), '[]'), 'stage', coalesce(json_agg(stage), '[]'), 'since', coalesce(json_agg(since), '[]'),
            'until', coalesce(json_agg(until), '[]'), 'locality', coalesce(json_agg(locality), '[]')) FROM staged),
        'barriers', (SELECT json_build_object( 'one', coalesce(json_agg(one), '[]'), 'state', coalesce(json_agg(state), '[]'), 'since', coalesce(json_agg(since), '[]'),
            'until', coalesce(json_agg(until), '[]'), 'locality', coalesce(json_agg(locality), '[]')) FROM barred),
        'wishes', (SELECT json_build_object('on', coalesce(json_agg("on"), '[]'), 'answered_on', coalesce(json_agg(answered_on), '[]'), 'grouped_on', coalesce(json_agg(grouped_on), '[]'),
            'ended_on', coalesce(json_agg(ended_on), '[]'), 'locality', coalesce(json_agg(locality), '[]')) FROM wish),
        'asked_of_us', (SELECT json_build_object('on', coalesce(json_agg("on"), '[]'), 'whom', coalesce(json_agg(whom), '[]'), 'locality', coalesce(json_agg(locality), '[]')) FROM asked_of_us),
        'said_of_us', (SELECT json_build_object('on', coalesce(json_agg("on"), '[]'), 'whom', coalesce(json_agg(whom), '[]'), 'stars', coalesce(json_agg(stars), '[]'),
            'difference', coalesce(json_agg(difference), '[]'), 'connected', coalesce(json_agg(connected), '[]'), 'valuable', coalesce(json_agg(valuable), '[]'),
            'rooted', coalesce(json_agg(rooted), '[]'), 'locality', coalesce(json_agg(locality), '[]')) FROM said_of_us),
        'waits', (SELECT json_build_object(
            'person', coalesce(json_agg(person), '[]'), 'since', coalesce(json_agg(since), '[]'), 'ended_on', coalesce(json_agg(ended_on), '[]'),
            'ended_as', coalesce(json_agg(ended_as), '[]'), 'days', coalesce(json_agg(days), '[]')) FROM wait))
    INTO body;
END
$$;

COMMENT ON FUNCTION evidence_body IS 'for other functions alone';
