-- Whose seat a link is, while it is open: nothing of anybody else.
DROP FUNCTION IF EXISTS seat_of_a_link;
CREATE FUNCTION seat_of_a_link(asked_reference text) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT s.id, s.name || ', ' || s.profession FROM meetings_seat s
    WHERE s.reference = asked_reference AND s.link_ended_at IS NULL AND s.link_until > current_date
      AND s.since <= current_date AND (s.until IS NULL OR s.until > current_date)
$$;

-- Proposals that nobody decided within 30 days of their day, or 90 of being written: the words about somebody go, of every team's.
CREATE OR REPLACE FUNCTION meetings_empty_old_proposals() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    UPDATE meetings_proposal SET decided = 'too late', decided_at = now(), who = '', why = '', asks = ''
    WHERE decided = '' AND ("on" < current_date - 30 OR at < now() - interval '90 days')
$$;

-- What the one who asks took on at meetings that are closed, and nothing of what others did: with the name by which the table knows
-- them while it waits for an answer and their word holds, and without it afterwards.
DROP FUNCTION IF EXISTS what_i_took_on;
CREATE FUNCTION what_i_took_on()
RETURNS TABLE (id uuid, series text, meeting_id uuid, met_on date, ground text, person_id uuid, called text, words text, by_when date, answer text, because_of text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT a.id, r.name, g.id, g."on", l.ground, p.id, coalesce(nullif(p.likes_to_be_called, ''), p.name), a.words, a.by_when, a.answer, a.because_of
    FROM meetings_agreed a
    JOIN seats_i_hold() h ON h.seat_id = a.seat_id
    JOIN meetings_meeting g ON g.id = a.meeting_id AND g.closed_at IS NOT NULL
    JOIN meetings_series r ON r.id = g.series_id
    JOIN on_a_list o ON o.listed_id = a.listed_id
    JOIN meetings_listed l ON l.id = a.listed_id
    JOIN people_person p ON p.id = a.person_id
    WHERE a.answer IN ('', 'not yet')
    ORDER BY a.by_when NULLS LAST, a.at
$$;

-- What a table decided that nobody has to do, for whoever had a seat there on that day and has it still: for a fortnight after the meeting was
-- closed, while the person's word holds.
DROP FUNCTION IF EXISTS what_my_tables_decided;
CREATE FUNCTION what_my_tables_decided()
RETURNS TABLE (id uuid, series text, meeting_id uuid, met_on date, ground text, person_id uuid, called text, words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT a.id, r.name, g.id, g."on", l.ground, p.id, coalesce(nullif(p.likes_to_be_called, ''), p.name), a.words
    FROM seats_i_hold() h
    JOIN meetings_seat s ON s.id = h.seat_id
    JOIN meetings_meeting g ON g.series_id = h.series_id AND g.closed_at > now() - interval '14 days' AND s.since <= g."on"
    JOIN meetings_series r ON r.id = g.series_id
    JOIN meetings_agreed a ON a.meeting_id = g.id AND a.seat_id IS NULL
    JOIN on_a_list o ON o.listed_id = a.listed_id
    JOIN meetings_listed l ON l.id = a.listed_id
    JOIN people_person p ON p.id = a.person_id
    ORDER BY g."on", a.at, a.id
$$;

-- What became of it. The last word holds, until it is done or cannot be.
DROP FUNCTION IF EXISTS say_what_became;
CREATE FUNCTION say_what_became(of_agreed uuid, said text, because text, moment timestamptz) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    UPDATE meetings_agreed a SET answer = said, because_of = because, answered_at = moment
    WHERE a.id = of_agreed AND a.id IN (SELECT t.id FROM what_i_took_on() t)
    RETURNING a.person_id
$$;

-- Who sits at a table with the one who asks, by name, profession and organisation; no address and no link.
DROP FUNCTION IF EXISTS who_sits_with_me;
CREATE FUNCTION who_sits_with_me(asked_series uuid) RETURNS TABLE (id uuid, name text, profession text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT s.id, s.name, s.profession, s.organisation FROM meetings_seat s
    WHERE s.series_id = asked_series AND s.since <= current_date AND (s.until IS NULL OR s.until > current_date)
      AND asked_series IN (SELECT h.series_id FROM seats_i_hold() h)
    ORDER BY s.profession, s.name
$$;

-- What those at tables are called, for whoever reads who looked at somebody.
DROP FUNCTION IF EXISTS names_of_seats;
CREATE FUNCTION names_of_seats(asked uuid[]) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT s.id, concat_ws(', ', s.name, s.profession, nullif(s.organisation, '')) FROM meetings_seat s WHERE s.id = ANY (asked)
$$;

-- Which meetings a line of the trail speaks of, for whoever reads it: what each is called, and its day.
DROP FUNCTION IF EXISTS names_of_meetings;
CREATE FUNCTION names_of_meetings(asked uuid[]) RETURNS TABLE (id uuid, name text, met_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT g.id, r.name, g."on" FROM meetings_meeting g JOIN meetings_series r ON r.id = g.series_id WHERE g.id = ANY (asked)
$$;

-- Which places on a list its table may see now, whoever asks, if they call the meeting or sit there: keys alone, for a screen that is shared.
DROP FUNCTION IF EXISTS places_open_at;
CREATE FUNCTION places_open_at(asked_meeting uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT o.listed_id FROM on_a_list o JOIN meetings_meeting g ON g.id = o.meeting_id
    WHERE o.meeting_id = asked_meeting AND g.sent_at IS NOT NULL AND g.closed_at IS NULL AND g."on" + 7 > current_date
      AND (g.series_id IN (SELECT series_i_call()) OR g.series_id IN (SELECT h.series_id FROM seats_i_hold() h))
$$;
