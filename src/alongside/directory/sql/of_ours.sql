-- What one of us says of an entry is for anybody, or for the team alone; what was asked of whoever runs it, for the team that asked.
ALTER TABLE directory_impression ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS for_anybody ON directory_impression;
CREATE POLICY for_anybody ON directory_impression FOR SELECT TO alongside_app USING (NOT private AND taken_back_at IS NULL);
DROP POLICY IF EXISTS of_my_team ON directory_impression;
CREATE POLICY of_my_team ON directory_impression FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));

ALTER TABLE directory_stillright ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON directory_stillright;
CREATE POLICY of_my_team ON directory_stillright FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));

-- The entry that an open link asks about (the one that stays, where it was put together with another), and what was answered; nothing where it is ended or over.
CREATE OR REPLACE FUNCTION still_right_asked(asked_reference text) RETURNS TABLE (entry_id uuid, until date, answer text, words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT coalesce(e.same_as_id, e.id), s.until, s.answer, s.words FROM directory_stillright s JOIN directory_entry e ON e.id = s.entry_id
    WHERE s.reference = asked_reference AND s.ended_at IS NULL AND s.until > current_date
$$;

-- Kept by whoever has the link. "It is all still right" is a confirmation like any other; the rest waits for one of us.
CREATE OR REPLACE FUNCTION answer_still_right(asked_reference text, their_answer text, their_words text, today date) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    about uuid;
BEGIN
    UPDATE directory_stillright s SET answer = their_answer, words = their_words, answered_on = today, settled_at = NULL, settled_by_id = NULL
    WHERE s.reference = asked_reference AND s.ended_at IS NULL AND s.until > current_date
    RETURNING (SELECT coalesce(e.same_as_id, e.id) FROM directory_entry e WHERE e.id = s.entry_id) INTO about;
    IF about IS NOT NULL AND their_answer = 'right' THEN
        UPDATE directory_entry e SET confirmed_on = today, confirmed_how = 'link', confirmed_by_id = NULL
        WHERE e.id = about AND (e.confirmed_on IS NULL OR e.confirmed_on <= today);
    END IF;
    RETURN about;
END
$$;
