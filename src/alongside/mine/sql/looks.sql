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

-- The same by day, the newest first, a page at a time: for whoever may read the trail about somebody, which is asked once and not
-- of every line (of ten thousand it took more than a second).
CREATE OR REPLACE FUNCTION mine_looks_by_day(asked uuid, many integer, skipped integer)
RETURNS TABLE ("on" date, actor uuid, role text, because text, looks bigint, deeds bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT (e.at AT TIME ZONE 'Europe/London')::date, e.actor_id, e.role, split_part(e.purpose, ':', 1),
           count(*) FILTER (WHERE e.verb = 'looked at'), count(*) FILTER (WHERE e.verb <> 'looked at')
    FROM trail_entry e
    WHERE e.people @> ARRAY[asked]
      AND EXISTS (SELECT FROM may_see s WHERE s.actor_id = (SELECT current_actor()) AND s.person_id = asked AND s.part = 'trail')
    GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC, max(e.seq) DESC LIMIT many OFFSET skipped
$$;
