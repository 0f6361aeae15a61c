-- Those of a meeting's list whom the one who asks may see, or one of them, with what was said, agreed and told: in one answer, whose plan is
-- found once a connection.
DROP FUNCTION IF EXISTS desk_list;
CREATE FUNCTION desk_list(asked_meeting uuid, asked_one uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object(
            'listed', to_jsonb(l), 'person', jsonb_build_object('id', p.id, 'name', p.name, 'likes_to_be_called', p.likes_to_be_called),
            'discussed', (SELECT to_jsonb(d) FROM meetings_discussed d WHERE d.listed_id = l.id),
            'agreed', (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.at, a.id) FROM meetings_agreed a WHERE a.listed_id = l.id),
            'told', (SELECT jsonb_agg(to_jsonb(t) ORDER BY t."on", t.at) FROM meetings_toldback t WHERE t.listed_id = l.id),
            'brought', (SELECT jsonb_agg(to_jsonb(b) ORDER BY b.at) FROM meetings_brought b WHERE b.listed_id = l.id)) ORDER BY l.at, l.id)
        FROM meetings_listed l JOIN people_person p ON p.id = l.person_id
        WHERE l.meeting_id = asked_meeting AND l.withdrawn_at IS NULL AND (asked_one IS NULL OR l.id = asked_one));
END
$$;

-- What meetings that are closed agreed and what is open: how much, and a page of those who took it on, whoever is late first. Late is past
-- its day, or past so many days after the meeting where no day was said.
DROP FUNCTION IF EXISTS desk_open_at_tables;
CREATE FUNCTION desk_open_at_tables(today date, patience integer, passed integer, many integer) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
        WITH found AS MATERIALIZED (
            SELECT a.id, a.seat_id, a.answer, a.times_chased, a.answer IN ('', 'not yet') AND coalesce(a.by_when, g."on" + patience) < today AS late
            FROM meetings_agreed a JOIN meetings_meeting g ON g.id = a.meeting_id AND g.closed_at IS NOT NULL
            JOIN meetings_listed l ON l.id = a.listed_id AND l.withdrawn_at IS NULL
            WHERE a.answer IN ('', 'not yet', 'cannot') AND a.seat_id IS NOT NULL
        ), seats AS (
            SELECT f.seat_id FROM found f JOIN meetings_seat s ON s.id = f.seat_id GROUP BY f.seat_id, s.name
            ORDER BY NOT bool_or(f.late), s.name, f.seat_id LIMIT many OFFSET passed
        )
        SELECT jsonb_build_object(
            'many', count(*), 'overdue', count(*) FILTER (WHERE f.late), 'asked', coalesce(sum(f.times_chased), 0),
            'cannot', count(*) FILTER (WHERE f.answer = 'cannot'), 'seats', count(DISTINCT f.seat_id),
            'shown', (SELECT jsonb_agg(jsonb_build_object(
                          'agreed', to_jsonb(a), 'late', o.late, 'meeting', to_jsonb(g), 'series', to_jsonb(r), 'seat', to_jsonb(s), 'email', coalesce(w.email, ''),
                          'person', jsonb_build_object('id', p.id, 'name', p.name, 'likes_to_be_called', p.likes_to_be_called))
                          ORDER BY s.name, s.id, a.by_when, a.at)
                      FROM found o JOIN meetings_agreed a ON a.id = o.id JOIN meetings_meeting g ON g.id = a.meeting_id JOIN meetings_series r ON r.id = g.series_id
                      JOIN meetings_seat s ON s.id = a.seat_id LEFT JOIN teams_staff w ON w.id = s.staff_id JOIN people_person p ON p.id = a.person_id
                      WHERE o.seat_id IN (SELECT seat_id FROM seats)))
        FROM found f);
END
$$;

-- Who was not told yet what a meeting said, the oldest first: how many, and a page of them.
DROP FUNCTION IF EXISTS desk_untold;
CREATE FUNCTION desk_untold(asked_day date, passed integer, most integer) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
        WITH found AS MATERIALIZED (
            SELECT l.id, l.person_id, l.meeting_id, l.at FROM meetings_listed l WHERE l.id = ANY (ARRAY(SELECT untold_after(asked_day)))
        ), shown AS (
            SELECT f.*, g."on", g.series_id, r.name AS series, coalesce(nullif(p.likes_to_be_called, ''), p.name) AS called
            FROM found f JOIN people_person p ON p.id = f.person_id JOIN meetings_meeting g ON g.id = f.meeting_id JOIN meetings_series r ON r.id = g.series_id
            ORDER BY g."on", f.at, f.id LIMIT most OFFSET passed
        )
        SELECT jsonb_build_object('many', (SELECT count(*) FROM found),
            'shown', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'person', s.person_id, 'called', s.called, 'series_id', s.series_id, 'series', s.series, 'on', s."on")
                                       ORDER BY s."on", s.at, s.id) FROM shown s)));
END
$$;
