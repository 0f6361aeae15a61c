-- What goes out is for the team that sends it; the machine carries it, and puts in what is due by the clock. How much waits for one of
-- us is for that one alone.
ALTER TABLE notices_notice ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON notices_notice;
CREATE POLICY of_my_team ON notices_notice FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()) AND (kind <> 'your week' OR "to" IN (SELECT s.email FROM teams_staff s WHERE s.id = current_actor())))
    WITH CHECK (team_id IN (SELECT teams_i_walk_in()) AND (kind <> 'your week' OR "to" IN (SELECT s.email FROM teams_staff s WHERE s.id = current_actor())));
DROP POLICY IF EXISTS the_machine ON notices_notice;
CREATE POLICY the_machine ON notices_notice FOR ALL TO alongside_app
    USING ((SELECT current_actor()) = '00000000-0000-7000-8000-000000000001') WITH CHECK ((SELECT current_actor()) = '00000000-0000-7000-8000-000000000001');

-- What was taken, and what was taken back, stays as it is, whatever writes: nothing is sent again that somebody took.
CREATE OR REPLACE FUNCTION notices_settled_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
BEGIN
    IF OLD.state IN ('gone', 'taken back') AND NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'What went, or was taken back, is not sent again' USING ERRCODE = 'check_violation';
    END IF;
    IF (NEW.message_id, NEW.subject_line, NEW.words, NEW.kind) IS DISTINCT FROM (OLD.message_id, OLD.subject_line, OLD.words, OLD.kind) THEN
        RAISE EXCEPTION 'What a notice says, and by which number it is known, is made once' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER settled_stays BEFORE UPDATE ON notices_notice FOR EACH ROW EXECUTE FUNCTION notices_settled_stays();
