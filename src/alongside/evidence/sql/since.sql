-- What somebody says or needs after the newest extract was made holds in it at that moment, and does not wait for the next. So does
-- what comes along from another record that turned out to be theirs.

-- Whoever is protected after the extract was made is not shown in it either: or the page of a locality would say that one
-- more is counted there than may be opened. The digest stays that of what is counted from.
CREATE OR REPLACE FUNCTION evidence_shows_no_protected_home() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    one uuid;
BEGIN
    -- Neither slips past the other: an extract that is being made meanwhile is waited for, or waits and then knows.
    PERFORM pg_advisory_xact_lock(hashtextextended('evidence extract ' || t.team_id, 0))
    FROM (SELECT h.team_id FROM people_holding h WHERE h.person_id = ANY (known_under(NEW.person_id)) ORDER BY h.team_id) t;
    FOREACH one IN ARRAY known_under(NEW.person_id) LOOP
        UPDATE evidence_extract e
        SET payload = convert_to(without.body, 'UTF8'), digest = encode(sha256(convert_to(without.body, 'UTF8')), 'hex')
        FROM (
            SELECT x.id, jsonb_set(w.held, ARRAY['people', 'locality', (somebody.nth - 1)::text], '"not shown"')::text AS body
            FROM evidence_link l
            JOIN evidence_extract x ON x.id = l.extract_id AND x.payload IS NOT NULL
            CROSS JOIN LATERAL (SELECT convert_from(x.payload, 'UTF8')::jsonb AS held) w
            CROSS JOIN LATERAL jsonb_array_elements(w.held -> 'people' -> 'person') WITH ORDINALITY AS somebody (number, nth)
            WHERE l.person_id = one AND somebody.number = to_jsonb(l.number)
        ) without
        WHERE e.id = without.id;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER not_shown_in_figures AFTER INSERT OR UPDATE ON people_locationprotection
    FOR EACH ROW WHEN (NEW.until IS NULL OR NEW.until > current_date) EXECUTE FUNCTION evidence_shows_no_protected_home();

-- What an extract tells of somebody's life, and so leaves when they say no to evaluation; all else counts what the team did.
CREATE OR REPLACE FUNCTION evidence_of_their_life() RETURNS text[] LANGUAGE sql IMMUTABLE AS
$$
    SELECT ARRAY['who', 'reasons', 'connections', 'rungs', 'circles', 'looks', 'supports', 'given', 'week', 'changes', 'counted', 'askings', 'answers', 'uses', 'used', 'stories',
                 'steps', 'handed', 'waits']
$$;

COMMENT ON FUNCTION evidence_of_their_life IS 'for other functions alone';

-- Whoever says no is in the extract there is no longer with anything of their life, at that moment. A yes waits until the figures are made anew.
CREATE OR REPLACE FUNCTION evidence_leaves_out_who_said_no() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    one uuid;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('evidence extract ' || t.team_id, 0))
    FROM (SELECT h.team_id FROM people_holding h WHERE h.person_id = ANY (known_under(NEW.person_id)) ORDER BY h.team_id) t;
    FOREACH one IN ARRAY known_under(NEW.person_id) LOOP
        UPDATE evidence_extract e
        SET payload = convert_to(without.body, 'UTF8'), digest = encode(sha256(convert_to(without.body, 'UTF8')), 'hex')
        FROM (
            SELECT x.id, (jsonb_set(jsonb_set(w.held, ARRAY['people', 'evaluation', (somebody.nth - 1)::text], '"no"'),
                                           ARRAY['people', 'age_band', (somebody.nth - 1)::text], '""')
                          || (SELECT jsonb_object_agg(o.key, o.value) FROM jsonb_each(evidence_rows(w.held, l.number, false)) o
                              WHERE o.key = ANY (evidence_of_their_life())))::text AS body
            FROM evidence_link l
            JOIN evidence_extract x ON x.id = l.extract_id AND x.payload IS NOT NULL
            CROSS JOIN LATERAL (SELECT convert_from(x.payload, 'UTF8')::jsonb AS held) w
            CROSS JOIN LATERAL jsonb_array_elements(w.held -> 'people' -> 'person') WITH ORDINALITY AS somebody (number, nth)
            WHERE l.person_id = one AND somebody.number = to_jsonb(l.number)
        ) without
        WHERE e.id = without.id;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER left_out_of_figures AFTER INSERT OR UPDATE OF person_id ON access_choice
    FOR EACH ROW WHEN (NEW.audience = 'evaluation' AND NEW.subject IS NULL AND NEW.answer = 'no') EXECUTE FUNCTION evidence_leaves_out_who_said_no();
