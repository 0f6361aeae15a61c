-- On no day do streams pay more of a post than there is: asked of the database too, whatever writes the rows. The sum of parts can rise
-- only where a share begins, so those days are all that need asking.
CREATE OR REPLACE FUNCTION money_never_more_than_the_whole() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
DECLARE
    too_early date;
BEGIN
    SELECT min(starts.since) INTO too_early
    FROM money_share starts
    WHERE starts.post_id = NEW.post_id AND starts.gone_at IS NULL
      AND 10000 < (SELECT sum(held.parts) FROM money_share held
                   WHERE held.post_id = NEW.post_id AND held.gone_at IS NULL
                     AND held.since <= starts.since AND (held.until IS NULL OR held.until > starts.since));
    IF too_early IS NOT NULL THEN
        RAISE EXCEPTION 'More than the whole of post % would be paid on %', NEW.post_id, too_early USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER never_more_than_the_whole AFTER INSERT OR UPDATE ON money_share
    FOR EACH ROW EXECUTE FUNCTION money_never_more_than_the_whole();
