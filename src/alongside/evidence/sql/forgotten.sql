-- What stays of somebody who was forgotten: what they were counted as, and no more. An extract is lists of columns as JSON
-- (evidence/extracted.py), so these work on whatever it holds, also on what will be added to it.
--
-- A row is somebody's by the number in `person`; where it has none, by the number of something that is theirs.

-- The columns that join the rows of an extract: numbers drawn for it alone.
CREATE OR REPLACE FUNCTION evidence_joins() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$ SELECT ARRAY['connection', 'support', 'use'] $$;

-- Of an extract the rows that are somebody's, or those that are not.
CREATE OR REPLACE FUNCTION evidence_rows(held jsonb, of_person bigint, theirs boolean) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
    taken jsonb := '{}';
    shape text;
    columns jsonb;
    joined text;
    joins jsonb := '{}';
    of_them boolean[];
BEGIN
    FOREACH joined IN ARRAY evidence_joins() LOOP
        joins := joins || jsonb_build_object(joined, (
            SELECT coalesce(jsonb_agg(j.number), '[]')
            FROM jsonb_each(held) s
            CROSS JOIN LATERAL jsonb_array_elements(s.value -> 'person') WITH ORDINALITY p (number, nth)
            JOIN LATERAL jsonb_array_elements(s.value -> joined) WITH ORDINALITY j (number, nth) ON j.nth = p.nth
            WHERE s.value ? 'person' AND s.value ? joined AND p.number = to_jsonb(of_person)));
    END LOOP;
    FOR shape, columns IN SELECT * FROM jsonb_each(held) LOOP
        IF columns ? 'person' THEN
            SELECT array_agg(p.number = to_jsonb(of_person) ORDER BY p.nth) INTO of_them
            FROM jsonb_array_elements(columns -> 'person') WITH ORDINALITY p (number, nth);
        ELSE
            SELECT j INTO joined FROM unnest(evidence_joins()) j WHERE columns ? j;
            IF joined IS NULL THEN
                -- Nobody is in it: it stays as it is.
                taken := taken || CASE WHEN theirs THEN '{}' ELSE jsonb_build_object(shape, columns) END;
                CONTINUE;
            END IF;
            SELECT array_agg(joins -> joined @> j.number ORDER BY j.nth) INTO of_them
            FROM jsonb_array_elements(columns -> joined) WITH ORDINALITY j (number, nth);
        END IF;
        taken := taken || jsonb_build_object(shape, (
            SELECT jsonb_object_agg(c.key, (SELECT coalesce(jsonb_agg(v.value ORDER BY v.nth), '[]')
                                            FROM jsonb_array_elements(c.value) WITH ORDINALITY v (value, nth) WHERE of_them[v.nth] = theirs))
            FROM jsonb_each(columns) c));
    END LOOP;
    RETURN taken;
END
$$;

-- The same rows with days kept only by the quarter: the first day in a quarter on which anything happened becomes its second
-- day, the next its third, and so on; the quarter's own first day alone stays, for what ends on it was not in the quarter at
-- all. What came before what stays so, and so does the quarter; which day it was goes.
CREATE OR REPLACE FUNCTION evidence_by_the_quarter(theirs jsonb, up_to date) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
    days jsonb;
BEGIN
    SELECT coalesce(jsonb_object_agg(d.day, d.quarter + d.place::integer), '{}') INTO days
    FROM (SELECT f.day, date_trunc('quarter', f.day::date)::date AS quarter,
                 row_number() OVER (PARTITION BY date_trunc('quarter', f.day::date) ORDER BY f.day::date)
                 - bool_or(f.day::date = date_trunc('quarter', f.day::date)::date) OVER (PARTITION BY date_trunc('quarter', f.day::date))::integer AS place
          FROM (SELECT DISTINCT v.value #>> '{}' AS day
                FROM jsonb_each(theirs) s CROSS JOIN jsonb_each(s.value) c CROSS JOIN jsonb_array_elements(c.value) v
                WHERE jsonb_typeof(v.value) = 'string' AND v.value #>> '{}' ~ '^\d{4}-\d{2}-\d{2}$') f
          WHERE f.day::date <= up_to) d;
    RETURN (
        SELECT coalesce(jsonb_object_agg(s.key, (
            SELECT jsonb_object_agg(c.key, (SELECT coalesce(jsonb_agg(coalesce(days -> (v.value #>> '{}'), v.value) ORDER BY v.nth), '[]')
                                            FROM jsonb_array_elements(c.value) WITH ORDINALITY v (value, nth)))
            FROM jsonb_each(s.value) c)), '{}')
        FROM jsonb_each(theirs) s);
END
$$;

-- Two lists of rows as one, column by column. Rows from before a column was there have nothing in it.
CREATE OR REPLACE FUNCTION evidence_together(held jsonb, more jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
$$
    SELECT jsonb_object_agg(s.key, CASE WHEN NOT more ? s.key THEN s.value ELSE (
        SELECT jsonb_object_agg(c.key, c.value || coalesce(more -> s.key -> c.key, (
            SELECT coalesce(jsonb_agg(NULL::text), '[]') FROM jsonb_array_elements((SELECT x.value FROM jsonb_each(more -> s.key) x LIMIT 1)))))
        FROM jsonb_each(s.value) c) END)
    FROM jsonb_each(held) s
$$;

-- With other numbers: each person and each thing of theirs is counted on from a number.
CREATE OR REPLACE FUNCTION evidence_numbered(rows_of jsonb, person_number bigint, counted_on bigint) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
    numbers jsonb;
    numbered jsonb := rows_of;
    shape text;
    columns jsonb;
    joined text;
BEGIN
    FOREACH joined IN ARRAY evidence_joins() LOOP
        SELECT coalesce(jsonb_object_agg(f.number, counted_on + f.place), '{}') INTO numbers
        FROM (SELECT d.number, row_number() OVER (ORDER BY d.number::bigint) AS place
              FROM (SELECT DISTINCT v.value #>> '{}' AS number FROM jsonb_each(rows_of) s CROSS JOIN jsonb_array_elements(s.value -> joined) v
                    WHERE s.value ? joined) d WHERE d.number IS NOT NULL) f;
        FOR shape, columns IN SELECT * FROM jsonb_each(numbered) LOOP
            IF columns ? joined THEN
                numbered := jsonb_set(numbered, ARRAY[shape, joined], (SELECT coalesce(jsonb_agg(coalesce(numbers -> (v.value #>> '{}'), v.value) ORDER BY v.nth), '[]')
                    FROM jsonb_array_elements(columns -> joined) WITH ORDINALITY v (value, nth)));
            END IF;
        END LOOP;
    END LOOP;
    FOR shape, columns IN SELECT * FROM jsonb_each(numbered) LOOP
        IF columns ? 'person' THEN
            numbered := jsonb_set(numbered, ARRAY[shape, 'person'], (SELECT coalesce(jsonb_agg(person_number), '[]') FROM jsonb_array_elements(columns -> 'person')));
        END IF;
    END LOOP;
    RETURN numbered;
END
$$;

-- An extract as it was just counted, with everybody of the team who was forgotten.
CREATE OR REPLACE FUNCTION evidence_with_the_forgotten(held jsonb, of_team uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    remainder jsonb;
    highest bigint;
    next_person bigint := (SELECT coalesce(max((v.value #>> '{}')::bigint), 0) FROM jsonb_array_elements(held -> 'people' -> 'person') v);
BEGIN
    FOR remainder IN SELECT r.payload FROM evidence_remainder r WHERE r.team_id = of_team ORDER BY r.id LOOP
        next_person := next_person + 1;
        SELECT coalesce(max((v.value #>> '{}')::bigint), 0) INTO highest
        FROM unnest(evidence_joins()) j CROSS JOIN jsonb_each(held) s CROSS JOIN jsonb_array_elements(s.value -> j) v WHERE s.value ? j;
        held := evidence_together(held, evidence_numbered(remainder, next_person, highest));
    END LOOP;
    RETURN held;
END
$$;

-- Keeps what is left of somebody: from a count of them alone, made now; and in the team's newest extract, in which their days
-- are blurred and the bridge to them is taken down (by whoever calls this, with the rest of them).
CREATE OR REPLACE FUNCTION evidence_forget(of_person uuid, of_team uuid, up_to date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    passing uuid := gen_random_uuid();
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('evidence extract ' || of_team, 0));
    INSERT INTO evidence_link (extract_id, number, person_id) VALUES (passing, 1, of_person);
    INSERT INTO evidence_remainder (id, team_id, payload)
    SELECT gen_random_uuid(), of_team, evidence_numbered(evidence_by_the_quarter(evidence_rows(b.body::jsonb, 1, true), up_to), 1, 0)
    FROM evidence_body(passing, of_team) b;
    DELETE FROM evidence_link l WHERE l.extract_id = passing;
    UPDATE evidence_extract e
    SET payload = convert_to(blurred.body, 'UTF8'), digest = encode(sha256(convert_to(blurred.body, 'UTF8')), 'hex')
    FROM (
        SELECT x.id, evidence_together(evidence_rows(w.held, l.number, false), evidence_by_the_quarter(evidence_rows(w.held, l.number, true), x.made_on))::text AS body
        FROM evidence_link l
        JOIN evidence_extract x ON x.id = l.extract_id AND x.payload IS NOT NULL
        CROSS JOIN LATERAL (SELECT convert_from(x.payload, 'UTF8')::jsonb AS held) w
        WHERE l.person_id = of_person AND x.team_id = of_team
    ) blurred
    WHERE e.id = blurred.id;
END
$$;

-- Read by no page, and by nobody who is not its owner.
ALTER TABLE evidence_remainder ENABLE ROW LEVEL SECURITY;

COMMENT ON FUNCTION evidence_rows IS 'for other functions alone';
COMMENT ON FUNCTION evidence_by_the_quarter IS 'for other functions alone';
COMMENT ON FUNCTION evidence_together IS 'for other functions alone';
COMMENT ON FUNCTION evidence_numbered IS 'for other functions alone';
COMMENT ON FUNCTION evidence_with_the_forgotten IS 'for other functions alone';
COMMENT ON FUNCTION evidence_forget IS 'for other functions alone';
