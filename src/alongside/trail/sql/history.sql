-- What a row held before. Fired by every insert, update and delete on a table with a person, however it was made.
-- Arguments: the column that says whom, and the part of the record the table belongs to.
CREATE OR REPLACE FUNCTION trail_keep_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    held jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
    row_now jsonb := CASE WHEN TG_OP = 'INSERT' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
BEGIN
    INSERT INTO trail_change (at, actor_id, table_name, row_id, person_id, part, deed, was)
    VALUES (clock_timestamp(), current_actor(), TG_TABLE_NAME, coalesce(row_now ->> 'id', row_now ->> TG_ARGV[0]),
            (row_now ->> TG_ARGV[0])::uuid, TG_ARGV[1],
            CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END, held);
    RETURN NULL;
END
$$;
