-- Figures come from a dated extract, so that two roles never get two totals. It crosses the line of row security through
-- one function, which returns nothing: it leaves behind a row without names, and the bridge back, which row security guards.

-- Makes a team's extract anew. Of the one before it stay the day, the digest and the counts; its rows and its bridge go.
-- The numbers are drawn by lot, so nothing about a person, not even their key, can be computed from one.
CREATE OR REPLACE FUNCTION make_evidence_extract(made_id uuid, of_team uuid, at timestamptz, day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    body text;
    counted jsonb;
BEGIN
    -- Not by a commissioner: whoever could make them at any moment could tell one person's coming or going.
    IF NOT EXISTS (SELECT FROM teams_membership m WHERE m.staff_id = current_actor() AND m.team_id = of_team AND m.role = 'manager'
                   AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)) THEN
        RAISE EXCEPTION 'Figures are made by a manager of the team.' USING ERRCODE = '42501';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('evidence extract ' || of_team, 0));
    DELETE FROM evidence_link l USING evidence_extract e WHERE e.id = l.extract_id AND e.team_id = of_team;
    UPDATE evidence_extract SET payload = NULL WHERE team_id = of_team AND payload IS NOT NULL;
    -- The bridge refers to the extract, whose row comes last: foreign keys are looked at when the transaction ends.
    INSERT INTO evidence_link (extract_id, number, person_id)
    SELECT made_id, row_number() OVER (ORDER BY gen_random_uuid()), h.person_id FROM people_holding h WHERE h.team_id = of_team;
    SELECT evidence_with_the_forgotten(b.body::jsonb, of_team)::text INTO body FROM evidence_body(made_id, of_team) b;
    SELECT jsonb_object_agg(s.key, (SELECT jsonb_array_length(c.value) FROM jsonb_each(s.value) c LIMIT 1)) INTO counted FROM jsonb_each(body::jsonb) s;
    INSERT INTO evidence_extract (id, team_id, made_at, made_on, made_by_id, digest, rows, payload)
    VALUES (made_id, of_team, at, day, current_actor(), encode(sha256(convert_to(body, 'UTF8')), 'hex'), counted, convert_to(body, 'UTF8'));
END
$$;

-- The band of an age, as evidence/words.py names them.
CREATE OR REPLACE FUNCTION evidence_age(years integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN years < 18 THEN 'under 18' WHEN years < 25 THEN '18 to 24' WHEN years < 45 THEN '25 to 44'
                WHEN years < 65 THEN '45 to 64' WHEN years < 80 THEN '65 to 79' ELSE '80 and over' END
$$;

COMMENT ON FUNCTION evidence_age IS 'for other functions alone';
