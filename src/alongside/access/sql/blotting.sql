-- Where the name of somebody who asked to be forgotten was typed into others' records and drafts, and taking it out there. For the information governance lead
-- who has their wish before them, and for nobody else; among the people of their organisation alone. Of others' words only a few around the name are shown.

-- Words as one pattern: whole words, in whatever letters, with any apostrophe or none; none of them when there is nothing to look for.
-- What it is held against is composed first (NFC): one and the same letter can be written as one sign or as two.
CREATE OR REPLACE FUNCTION pattern_of(words text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$
    SELECT '\m(' || string_agg(regexp_replace(regexp_replace(normalize(btrim(w), NFC), '([^[:alnum:][:space:]''’‘ʼ`´])', '\\\1', 'g'), '[''’‘ʼ`´]', '[''’‘ʼ`´]?', 'g'),
                               '|' ORDER BY length(w) DESC) || ')\M'
    FROM unnest(words) AS w WHERE length(btrim(w)) >= 3
$$;

CREATE OR REPLACE FUNCTION may_blot(of_asked uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT known_under(a.person_id) FROM access_asked a
    WHERE a.id = of_asked AND a.for_what = 'be forgotten' AND a.done_at IS NULL
      -- A wish that the lead wrote down themselves opens nobody's record to them alone.
      AND a.by_id IS DISTINCT FROM current_actor()
      AND EXISTS (SELECT FROM may_see s WHERE s.actor_id = current_actor() AND s.person_id = a.person_id AND s.because = 'information governance')
$$;
COMMENT ON FUNCTION may_blot IS 'for other functions alone';

CREATE OR REPLACE FUNCTION name_stands(of_asked uuid, words text[])
RETURNS TABLE (named text, row_key text, about uuid, column_name text, passage text, writer uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
DECLARE
    them uuid[] := may_blot(of_asked);
    pattern text := pattern_of(words);
    people uuid[];
    unprotected uuid[];
    held record;
    near constant text := '.{0,40}';
BEGIN
    IF them IS NULL OR pattern IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg(DISTINCT s.person_id) INTO people FROM may_see s
    WHERE s.actor_id = current_actor() AND s.because = 'information governance' AND s.part = 'identity' AND NOT s.person_id = ANY (them);
    SELECT array_agg(p) INTO unprotected FROM unnest(people) AS p
    WHERE NOT EXISTS (SELECT FROM people_locationprotection l WHERE l.person_id = p AND (l.until IS NULL OR l.until > current_date));
    FOR held IN SELECT * FROM columns_with_words() c LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, t.%I::text, t.%I, %L::text, substring(normalize(t.%4$I::text, NFC) from $2), NULL::uuid FROM %1$I t '
            'WHERE t.%3$I = ANY ($1) AND normalize(t.%4$I::text, NFC) ~* $3%5$s',
            held.named, held.row_key, held.person, held.column_name,
            -- Their own copy says where they meet, too.
            CASE WHEN held.named = 'mine_line' THEN ' AND (t.part <> ''visits'' OR t.person_id = ANY ($4))' ELSE '' END)
        -- Where a protected person is stands in no answer, and a street may be called like anybody.
        USING CASE WHEN held.part = 'whereabouts' THEN unprotected ELSE people END, '(?i)' || near || regexp_replace(pattern, '^\\m\(', '\m(?:') || near, pattern, unprotected;
    END LOOP;
    RETURN QUERY SELECT 'trail_change'::text, c.id::text, c.person_id, c.table_name::text, ''::text, NULL::uuid FROM trail_change c
    WHERE c.person_id = ANY (people) AND c.table_name <> 'people_person' AND normalize(c.was::text, NFC) ~* pattern
      AND (c.person_id = ANY (unprotected) OR NOT (c.part = 'whereabouts' OR c.table_name = 'mine_line' AND c.was ->> 'part' = 'visits'));
    -- Of what a colleague is still writing nothing is shown but that there is something.
    RETURN QUERY SELECT 'web_draft'::text, d.id::text, d.person_id, d.form, ''::text, d.writer_id FROM web_draft d
    WHERE normalize(d.words::text, NFC) ~* pattern AND (d.person_id IS NULL OR NOT d.person_id = ANY (them))
      AND EXISTS (SELECT FROM teams_membership m JOIN teams_team t ON t.id = m.team_id JOIN teams_team own ON own.organisation_id = t.organisation_id
                  JOIN teams_membership mine ON mine.team_id = own.id
                  WHERE m.staff_id = d.writer_id AND mine.staff_id = current_actor() AND mine.role = 'information governance lead'
                    AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
                    AND mine.since <= current_date AND (mine.until IS NULL OR mine.until > current_date)
                    AND (NOT EXISTS (SELECT FROM people_holding h WHERE h.person_id = d.person_id)
                         OR EXISTS (SELECT FROM people_holding h JOIN teams_team o ON o.id = h.team_id
                                    WHERE h.person_id = d.person_id AND o.organisation_id = own.organisation_id)));
END
$$;

-- In one place, once their wish was granted: the mark stands where the name stood, what the row said before goes from its history, and who did it is kept. A draft is thrown away whole.
CREATE OR REPLACE FUNCTION blot_name(of_asked uuid, words text[], of_table text, of_row text, of_column text, mark text, made uuid, moment timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    pattern text := pattern_of(words);
    place record;
    held record;
BEGIN
    IF NOT EXISTS (SELECT FROM access_asked a WHERE a.id = of_asked AND a.answer = 'yes') THEN
        RETURN NULL;
    END IF;
    SELECT * INTO place FROM name_stands(of_asked, words) n WHERE n.named = of_table AND n.row_key = of_row AND n.column_name = of_column LIMIT 1;
    IF place IS NULL THEN
        RETURN NULL;
    END IF;
    IF of_table = 'web_draft' THEN
        DELETE FROM web_draft d WHERE d.id::text = of_row;
        RETURN place.writer;
    ELSIF of_table = 'trail_change' THEN
        UPDATE trail_change c SET was = NULL, salt = NULL WHERE c.id::text = of_row;
    ELSE
        SELECT * INTO held FROM columns_with_words() c WHERE c.named = of_table AND c.column_name = of_column;
        PERFORM set_config('alongside.blotting', 'on', true);
        EXECUTE format('UPDATE %I t SET %I = regexp_replace(normalize(t.%2$I::text, NFC), $1, $2, ''gi'')%s WHERE t.%I::text = $3',
                       of_table, of_column, CASE WHEN held.is_json THEN '::jsonb' ELSE '' END, held.row_key) USING pattern, mark, of_row;
        PERFORM set_config('alongside.blotting', '', true);
        UPDATE trail_change c SET was = NULL, salt = NULL WHERE c.table_name = of_table AND c.row_id = of_row AND normalize(c.was::text, NFC) ~* pattern;
    END IF;
    INSERT INTO access_blotted (id, person_id, table_name, column_name, row_key, by_id, at)
    VALUES (made, place.about, of_table, of_column, of_row, current_actor(), moment);
    RETURN place.about;
END
$$;
