-- The book of money. A movement is one row with one sum, so that what leaves is what arrives; and the database sees to the rest, whatever
-- writes to it: a line is never changed nor removed, no pot is emptied below nought, nothing moves in a closed year, and a reversal is
-- its line turned round.
CREATE OR REPLACE FUNCTION money_the_book_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
BEGIN
    RAISE EXCEPTION 'A movement of money is never changed nor removed, only reversed' USING ERRCODE = 'check_violation';
END
$$;
CREATE OR REPLACE TRIGGER the_book_stays BEFORE UPDATE OR DELETE ON money_movement FOR EACH ROW EXECUTE FUNCTION money_the_book_stays();
CREATE OR REPLACE TRIGGER the_book_is_never_emptied BEFORE TRUNCATE ON money_movement FOR EACH STATEMENT EXECUTE FUNCTION money_the_book_stays();

CREATE OR REPLACE FUNCTION money_as_the_book_allows() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
DECLARE
    line money_movement;
    left_over numeric;
BEGIN
    -- One after another, also where two write at once: each sees what the one before it moved. Always in the same order.
    PERFORM pg_advisory_xact_lock(hashtextextended('money ' || key, 0)) FROM (SELECT DISTINCT unnest(ARRAY[NEW.source_id, NEW.target_id])::text AS key ORDER BY 1) keys;
    IF EXISTS (SELECT FROM money_closing WHERE budget_id IN (NEW.source_id, NEW.target_id) AND reopened_at IS NULL) THEN
        RAISE EXCEPTION 'Nothing moves in a closed year' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.reverses_id IS NOT NULL THEN
        SELECT * INTO line FROM money_movement WHERE id = NEW.reverses_id;
        IF line.reverses_id IS NOT NULL
           OR (line.target_id, line.target_pot, line.source_id, line.source_pot, line.pence, line.kind)
              IS DISTINCT FROM (NEW.source_id, NEW.source_pot, NEW.target_id, NEW.target_pot, NEW.pence, NEW.kind) THEN
            RAISE EXCEPTION 'A reversal is its line turned round' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF NEW.source_pot <> 'outside' THEN
        SELECT coalesce(sum(pence) FILTER (WHERE target_id = NEW.source_id AND target_pot = NEW.source_pot), 0)
             - coalesce(sum(pence) FILTER (WHERE source_id = NEW.source_id AND source_pot = NEW.source_pot), 0) INTO left_over
        FROM money_movement WHERE target_id = NEW.source_id OR source_id = NEW.source_id;
        IF left_over < NEW.pence THEN
            RAISE EXCEPTION 'There are % pence in that pot, and not %', left_over, NEW.pence USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER as_the_book_allows BEFORE INSERT ON money_movement FOR EACH ROW EXECUTE FUNCTION money_as_the_book_allows();

-- A receipt may show a name: whoever spent it and a manager of the team open it, and nobody else.
ALTER TABLE money_receipt ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_few ON money_receipt;
CREATE POLICY of_few ON money_receipt FOR ALL TO alongside_app USING (EXISTS (
    SELECT FROM money_spend s JOIN money_budget b ON b.id = s.budget_id
    WHERE s.id = money_receipt.spend_id
      AND (s.by_id = (SELECT current_actor())
           OR EXISTS (SELECT FROM teams_membership m WHERE m.team_id = b.team_id AND m.staff_id = (SELECT current_actor()) AND m.role = 'manager'
                      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)))));
