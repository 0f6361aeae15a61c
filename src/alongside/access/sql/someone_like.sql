-- "Do we know her already?" The one answer that crosses every line: how sure, and whom to ask; never a row, a name or a
-- key. Asked within one organisation only, by those who walk alongside people. Of somebody whose location is protected
-- it says neither team nor coordinator, which could tell where she is. Sealed people never match (they come later).
CREATE OR REPLACE FUNCTION people_judged(kinds text[], keys text[]) RETURNS TABLE (person_id uuid, strength text, ask text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    WITH mine AS (
        SELECT DISTINCT t.organisation_id
        FROM teams_membership m JOIN teams_team t ON t.id = m.team_id
        WHERE m.staff_id = current_actor() AND m.role IN ('coordinator', 'support officer', 'manager')
          AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)
    ),
    -- As much as one person has: a name and what they like to be called, of six parts at most, and one of everything else.
    -- Nobody asks for a whole street at once, or for whose telephone this is by a list of first names.
    asked AS (
        SELECT n.kind, n.key
        FROM (SELECT a.kind, a.key, row_number() OVER (PARTITION BY a.kind ORDER BY a.key) AS place
              FROM (SELECT DISTINCT kind, key FROM unnest(kinds, keys) AS u (kind, key)) a) n
        WHERE n.place <= CASE n.kind WHEN 'name part' THEN 6 WHEN 'form of name' THEN 6 WHEN 'name' THEN 2 WHEN 'sounds like' THEN 2 ELSE 1 END
    ),
    alike AS (
        SELECT k.person_id,
               bool_or(k.kind IN ('name', 'sounds like', 'form of name')) AS same_name,
               bool_or(k.kind IN ('name', 'form of name')) AS not_by_ear,
               bool_or(k.kind = 'born') AS same_born,
               count(*) FILTER (WHERE k.kind = 'name part') AS parts,
               count(*) FILTER (WHERE k.kind IN ('born', 'phone', 'postcode')) AS facts,
               bool_or(k.kind = 'phone') AS same_phone
        FROM people_matchkey k JOIN asked ON asked.kind = k.kind AND asked.key = k.key
        -- Where a protected person lives and how they are reached must not be found out by trying.
        WHERE k.kind NOT IN ('phone', 'postcode')
           OR NOT EXISTS (SELECT FROM people_locationprotection p
                          WHERE p.person_id = k.person_id AND (p.until IS NULL OR p.until > current_date))
        GROUP BY k.person_id
    ),
    weighed AS (
        SELECT a.*,
               -- A father and a son of one name share all but their birthday.
               NOT a.same_born AND EXISTS (SELECT FROM asked WHERE kind = 'born')
               AND EXISTS (SELECT FROM people_matchkey b WHERE b.person_id = a.person_id AND b.kind = 'born') AS born_otherwise,
               (SELECT count(*) FROM asked WHERE kind = 'name part') = 1 AS one_name_alone
        FROM alike a
    ),
    -- The same as people/strength.py, where it can be read and is measured.
    judged AS (
        SELECT person_id,
               CASE WHEN same_name AND NOT born_otherwise AND same_born AND not_by_ear THEN 'almost certainly'
                    WHEN same_name AND NOT born_otherwise THEN 'probably'
                    WHEN parts >= 1 AND same_phone AND one_name_alone AND NOT born_otherwise THEN 'probably'
                    WHEN same_name OR parts >= 1 AND facts >= 1 THEN 'perhaps'
                    WHEN born_otherwise THEN NULL
                    WHEN same_born AND same_phone THEN 'probably'
                    WHEN same_phone OR facts >= 2 THEN 'perhaps' END AS strength
        FROM weighed
    )
    SELECT j.person_id, j.strength, a.ask
    FROM judged j
    CROSS JOIN LATERAL (
        SELECT CASE
            WHEN EXISTS (SELECT FROM people_locationprotection p
                         WHERE p.person_id = j.person_id AND (p.until IS NULL OR p.until > current_date))
            THEN 'the information governance lead, ' || o.name
            -- Nobody is sent to ask themselves.
            ELSE (SELECT CASE WHEN count(*) = 0 THEN 'the team, ' || t.name
                              WHEN bool_and(s.id = current_actor()) THEN ''
                              ELSE string_agg(s.name || coalesce(' on ' || nullif(s.phone, ''), ''), ', ' ORDER BY s.name) FILTER (WHERE s.id <> current_actor())
                                   || ', ' || t.name END
                  FROM journeys_alongside w JOIN teams_staff s ON s.id = w.coordinator_id
                  WHERE w.person_id = j.person_id AND w.since <= current_date AND (w.until IS NULL OR w.until > current_date)) END AS ask
        FROM people_holding h JOIN teams_team t ON t.id = h.team_id JOIN teams_organisation o ON o.id = t.organisation_id
        WHERE h.person_id = j.person_id AND t.organisation_id IN (SELECT organisation_id FROM mine)
        LIMIT 1
    ) a
    WHERE j.strength IS NOT NULL
$$;
COMMENT ON FUNCTION people_judged IS 'for other functions alone';

CREATE OR REPLACE FUNCTION someone_like(kinds text[], keys text[]) RETURNS TABLE (strength text, ask text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT j.strength, j.ask FROM people_judged(kinds, keys) j
    ORDER BY array_position(ARRAY['almost certainly', 'probably', 'perhaps'], j.strength), j.ask
    LIMIT 5
$$;
