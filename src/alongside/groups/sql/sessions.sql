-- What a group's entry says of itself, as it stands: kept with each session that says it anew (groups_gathering.stood).
CREATE OR REPLACE FUNCTION group_entry_stands(asked_group uuid) RETURNS jsonb
LANGUAGE sql STABLE AS
$$
    SELECT jsonb_build_object('confirmed_on', e.confirmed_on, 'confirmed_how', e.confirmed_how, 'confirmed_by', e.confirmed_by_id, 'room', e.room,
                              'room_on', e.room_on)
    FROM groups_group g JOIN directory_entry o ON o.id = g.entry_id JOIN directory_entry e ON e.id = coalesce(o.same_as_id, o.id) WHERE g.id = asked_group
$$;

-- A session was taken back: what the entry said of itself because of it, it says no more. It says then what is newest of what its sessions that
-- stand say, and of what stood before any of them, unless a session before that one had said it and was taken back, too.
CREATE OR REPLACE FUNCTION unsay_group_session(taken_back uuid) RETURNS void
LANGUAGE plpgsql AS
$$
DECLARE
    gone record;
    entry directory_entry;
    newest record;
BEGIN
    SELECT t.group_id, t."on", t.met, t.room, t.by_id, CASE WHEN t.link_id IS NOT NULL THEN 'link' WHEN t.told_us = 'there' THEN 'visit' ELSE 'call' END AS how
    INTO gone FROM groups_gathering t WHERE t.id = taken_back;
    SELECT e.* INTO entry FROM groups_group g JOIN directory_entry o ON o.id = g.entry_id JOIN directory_entry e ON e.id = coalesce(o.same_as_id, o.id)
    WHERE g.id = gone.group_id FOR UPDATE OF e;
    IF entry.id IS NULL OR NOT gone.met THEN
        RETURN;
    END IF;
    IF entry.confirmed_on = gone."on" AND entry.confirmed_how = gone.how AND entry.confirmed_by_id IS NOT DISTINCT FROM gone.by_id THEN
        WITH told AS (
            SELECT t.id, t."on", t.by_id, t.stood, t.taken_back_at,
                   CASE WHEN t.link_id IS NOT NULL THEN 'link' WHEN t.told_us = 'there' THEN 'visit' ELSE 'call' END AS how
            FROM groups_gathering t WHERE t.group_id = gone.group_id AND t.met
        ), stood AS (
            SELECT t.id, (t.stood->>'confirmed_on')::date AS "on", t.stood->>'confirmed_how' AS how, (t.stood->>'confirmed_by')::uuid AS by_id FROM told t
        ), known AS (
            SELECT t."on", t.how, t.by_id FROM told t WHERE t.taken_back_at IS NULL
            UNION ALL
            SELECT s."on", s.how, s.by_id FROM stood s
            WHERE s."on" IS NOT NULL AND NOT EXISTS (SELECT FROM told t WHERE t.taken_back_at IS NOT NULL AND t.id < s.id AND t."on" = s."on"
                                                     AND t.how = s.how AND t.by_id IS NOT DISTINCT FROM s.by_id)
        )
        SELECT k."on", k.how, k.by_id INTO newest FROM known k ORDER BY k."on" DESC LIMIT 1;
        UPDATE directory_entry e SET confirmed_on = newest."on", confirmed_how = coalesce(newest.how, ''), confirmed_by_id = newest.by_id WHERE e.id = entry.id;
    END IF;
    IF gone.room <> '' AND entry.room = gone.room AND entry.room_on = gone."on" THEN
        WITH told AS (
            SELECT t.id, t."on", t.room, t.stood, t.taken_back_at FROM groups_gathering t WHERE t.group_id = gone.group_id AND t.met
        ), stood AS (
            SELECT t.id, (t.stood->>'room_on')::date AS "on", t.stood->>'room' AS room FROM told t
        ), known AS (
            SELECT t."on", t.room FROM told t WHERE t.taken_back_at IS NULL AND t.room <> ''
            UNION ALL
            SELECT s."on", s.room FROM stood s
            WHERE s.room <> '' AND NOT EXISTS (SELECT FROM told t WHERE t.taken_back_at IS NOT NULL AND t.id < s.id AND t."on" = s."on" AND t.room = s.room)
        )
        SELECT k."on", k.room INTO newest FROM known k ORDER BY k."on" DESC NULLS LAST LIMIT 1;
        UPDATE directory_entry e SET room = coalesce(newest.room, ''), room_on = newest."on" WHERE e.id = entry.id;
    END IF;
END
$$;
