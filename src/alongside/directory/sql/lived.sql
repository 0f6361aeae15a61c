-- Counts of how it went: read by those who walk alongside people, written for their own team. A visitor is told by how_it_went() alone.
ALTER TABLE directory_lived ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_those_who_walk ON directory_lived;
CREATE POLICY of_those_who_walk ON directory_lived FOR SELECT TO alongside_app USING (EXISTS (SELECT FROM teams_i_walk_in()));
DROP POLICY IF EXISTS of_my_team ON directory_lived;
CREATE POLICY of_my_team ON directory_lived FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));

-- By entry, how often each happened. To whoever does not walk alongside people nothing below five is told, and what is told is
-- rounded down to fives; nor how many it was suggested to or tried it, from which one could take away.
CREATE OR REPLACE FUNCTION how_it_went(asked uuid[]) RETURNS TABLE (entry_id uuid, what text, many bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT t.entry_id, t.happened, CASE WHEN t.walks THEN t.many ELSE t.many - t.many % 5 END
    FROM (SELECT coalesce(e.same_as_id, e.id) AS entry_id, l.happened, sum(l.many)::bigint AS many, EXISTS (SELECT FROM teams_i_walk_in()) AS walks
          FROM directory_entry e JOIN directory_lived l ON l.entry_id = e.id
          WHERE e.id = ANY (asked) OR e.same_as_id = ANY (asked) GROUP BY 1, 2) t
    WHERE t.walks OR (t.many >= 5 AND t.happened NOT IN ('suggested', 'tried'))
$$;
