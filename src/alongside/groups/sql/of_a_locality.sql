-- The entries of the groups of a locality, for its calendar, which everybody reads: keys of what stands on the noticeboard, and nothing else of a group.
-- One without a postcode may meet in somebody's home; it is not told where, as soon as anybody in it is protected.
CREATE OR REPLACE FUNCTION entries_of_groups_of(asked_locality uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT e.id FROM groups_group g JOIN directory_entry o ON o.id = g.entry_id JOIN directory_entry e ON e.id = coalesce(o.same_as_id, o.id)
    WHERE g.locality_id = asked_locality AND e.withdrawn_on IS NULL
      AND (e.postcode <> '' OR NOT EXISTS (
        SELECT FROM groups_ingroup i JOIN people_locationprotection p ON p.person_id = i.person_id
        WHERE i.group_id = g.id AND (i.until IS NULL OR i.until > current_date) AND (p.until IS NULL OR p.until > current_date)))
$$;
