-- Who looked at somebody, in sum, for a booklet that is printed for them: by whoever may see their record and prints it, or by
-- themselves. Whoever walks alongside people reads no trail else; this tells names, reasons, days and how often, and no line.
CREATE OR REPLACE FUNCTION mine_looks(asked uuid) RETURNS TABLE (actor uuid, role text, because text, first date, last date, looks bigint, deeds bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT e.actor_id, e.role, split_part(e.purpose, ':', 1), min(e.at AT TIME ZONE 'Europe/London')::date, max(e.at AT TIME ZONE 'Europe/London')::date,
           count(*) FILTER (WHERE e.verb = 'looked at'), count(*) FILTER (WHERE e.verb <> 'looked at')
    FROM trail_entry e
    WHERE e.people @> ARRAY[asked]
      AND EXISTS (SELECT FROM may_see s WHERE s.actor_id = (SELECT current_actor()) AND s.person_id = asked AND s.part IN ('record', 'trail'))
    GROUP BY 1, 2, 3
    ORDER BY max(e.seq) DESC
$$;
