-- What an open link shows: the group's name, its own page on the noticeboard, and nothing where it is ended or over.
DROP FUNCTION IF EXISTS group_register_asked;
CREATE FUNCTION group_register_asked(asked_reference text) RETURNS TABLE (group_id uuid, name text, until date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT g.id, g.name, l.until FROM groups_registerlink l JOIN groups_group g ON g.id = l.group_id
    WHERE l.reference = asked_reference AND l.ended_at IS NULL AND l.until > current_date
$$;

-- The last days that were told by this link: heads, and no names.
DROP FUNCTION IF EXISTS group_register_told;
CREATE FUNCTION group_register_told(asked_reference text) RETURNS TABLE ("on" date, met boolean, came integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT t."on", t.met, t.came FROM groups_gathering t JOIN groups_registerlink l ON l.id = t.link_id
    WHERE l.reference = asked_reference AND l.ended_at IS NULL AND l.until > current_date AND t.taken_back_at IS NULL
    ORDER BY t."on" DESC LIMIT 5
$$;

-- Told by whoever has the link. Said again of the same day, their last word holds; what one of us wrote down stands. A session that was
-- held confirms the group's entry like any other who runs it, and says whether there is room.
CREATE OR REPLACE FUNCTION tell_group_register(asked_reference text, new_id uuid, said jsonb, moment timestamptz) RETURNS TABLE (group_id uuid, done text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    link groups_registerlink;
    held groups_gathering;
    about_day date := (said->>'on')::date;
BEGIN
    SELECT l.* INTO link FROM groups_registerlink l WHERE l.reference = asked_reference AND l.ended_at IS NULL AND l.until > current_date FOR UPDATE;
    IF link.id IS NULL THEN
        RETURN;
    END IF;
    SELECT t.* INTO held FROM groups_gathering t WHERE t.group_id = link.group_id AND t."on" = about_day AND t.taken_back_at IS NULL;
    IF held.id IS NOT NULL AND held.link_id IS NULL THEN
        RETURN QUERY SELECT link.group_id, 'there already';
        RETURN;
    END IF;
    UPDATE groups_gathering t SET taken_back_at = moment WHERE t.id = held.id;
    INSERT INTO groups_gathering (id, group_id, "on", met, led_by, came, "new", helpers, room, needed, told_us, link_id, at)
    VALUES (new_id, link.group_id, about_day, (said->>'met')::boolean, said->>'led_by', (said->>'came')::integer, (said->>'new')::integer,
            (said->>'helpers')::integer, said->>'room', said->>'needed', 'link', link.id, moment);
    IF (said->>'met')::boolean THEN
        UPDATE directory_entry e SET confirmed_on = about_day, confirmed_how = 'link', confirmed_by_id = NULL,
               room = CASE WHEN said->>'room' = '' THEN e.room ELSE said->>'room' END,
               room_on = CASE WHEN said->>'room' = '' THEN e.room_on ELSE about_day END
        FROM groups_group g JOIN directory_entry o ON o.id = g.entry_id
        WHERE g.id = link.group_id AND e.id = coalesce(o.same_as_id, o.id) AND (e.confirmed_on IS NULL OR e.confirmed_on <= about_day);
    END IF;
    RETURN QUERY SELECT link.group_id, 'told';
END
$$;
