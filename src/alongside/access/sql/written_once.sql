-- What is written once is never changed, by whatever means: not by a merge, an import, an amendment or a hand at the database.
-- Only whom it is about may change, for whoever was known twice brings theirs along. The argument is the column that says whom.
CREATE OR REPLACE FUNCTION stays_as_written() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    -- But for the name of somebody who is forgotten, taken out by the owner's function (blotting.sql).
    IF current_setting('alongside.blotting', true) = 'on' AND current_user <> 'alongside_app' THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - TG_ARGV[0] IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV[0] THEN
        RAISE EXCEPTION 'A row of % is written once: what is new is a row of its own.', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
