DROP FUNCTION IF EXISTS group_register_asked;
-- The group's own page, for whoever has the link: what everybody reads of it, which side holds what, whom to ring, the pack in its team's words,
-- and the days of its stages. No name of a member, no word that the team wrote for itself, and nothing where the link is ended or over.
DROP FUNCTION IF EXISTS group_page_asked;
CREATE FUNCTION group_page_asked(asked_reference text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT jsonb_build_object(
        'group_id', g.id, 'until', l.until, 'name', g.name, 'what_happens', g.what_happens, 'times', g.times, 'address', g.address, 'entry', g.entry_id,
        'team', t.name, 'organisation', o.name,
        'ring', (SELECT jsonb_build_object('name', s.name, 'phone', s.phone) FROM teams_staff s
                 WHERE s.id = l.by_id AND s.is_active
                   AND EXISTS (SELECT FROM teams_membership m WHERE m.staff_id = s.id AND m.team_id = t.id AND (m.until IS NULL OR m.until > current_date))),
        'held', (SELECT coalesce(jsonb_object_agg(h.thing, h.side), '{}') FROM groups_held h WHERE h.group_id = g.id AND h.until IS NULL),
        'pack', (SELECT coalesce(jsonb_object_agg(p.subject, p.words), '{}') FROM groups_packpage p WHERE p.team_id = g.team_id),
        'steps', (SELECT coalesce(jsonb_agg(jsonb_build_array(s.stage, s."on") ORDER BY s.number), '[]')
                  FROM groups_step s WHERE s.group_id = g.id AND s.taken_back_at IS NULL),
        'answered', EXISTS (SELECT FROM groups_stillgoing a WHERE a.link_id = l.id AND a.taken_back_at IS NULL AND a.step_id IS NULL))
    FROM groups_registerlink l JOIN groups_group g ON g.id = l.group_id JOIN teams_team t ON t.id = g.team_id
         JOIN teams_organisation o ON o.id = t.organisation_id
    WHERE l.reference = asked_reference AND l.ended_at IS NULL AND l.until > current_date
$$;

-- Answered by whoever has the link. Said again, their last word holds, as long as none of us has dealt with what they said before.
CREATE OR REPLACE FUNCTION tell_still_going(asked_reference text, new_id uuid, after_months integer, said jsonb, moment timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    link groups_registerlink;
BEGIN
    SELECT l.* INTO link FROM groups_registerlink l WHERE l.reference = asked_reference AND l.ended_at IS NULL AND l.until > current_date FOR UPDATE;
    IF link.id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE groups_stillgoing a SET taken_back_at = moment WHERE a.link_id = link.id AND a.step_id IS NULL AND a.taken_back_at IS NULL;
    INSERT INTO groups_stillgoing (id, group_id, months, going, held, needed, words, told_us, link_id, at)
    VALUES (new_id, link.group_id, after_months, said->>'going', said->'held', said->>'needed', said->>'words', 'link', link.id, moment);
    RETURN link.group_id;
END
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

-- Told by whoever has the link. Said again of the same day, their last word holds, also of the entry (sessions.sql); what one of us wrote down stands. A session that was
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
    IF held.id IS NOT NULL THEN
        PERFORM unsay_group_session(held.id);
    END IF;
    INSERT INTO groups_gathering (id, group_id, "on", met, led_by, came, "new", helpers, under_25, over_60, room, needed, told_us, link_id, at, stood)
    VALUES (new_id, link.group_id, about_day, (said->>'met')::boolean, said->>'led_by', (said->>'came')::integer, (said->>'new')::integer,
            (said->>'helpers')::integer, (said->>'under_25')::integer, (said->>'over_60')::integer, said->>'room', said->>'needed', 'link', link.id, moment,
            group_entry_stands(link.group_id));
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
