-- What was asked about a team, what was chosen and what was written besides is for the team. A sheet that came back is written by the function
-- below alone, so that nobody adds, changes or takes away an answer; words are read by the team, and go once they are dealt with.
ALTER TABLE feedback_asked ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON feedback_asked;
CREATE POLICY of_my_team ON feedback_asked FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));

ALTER TABLE feedback_heard ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON feedback_heard;
CREATE POLICY of_my_team ON feedback_heard FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_i_walk_in()));

ALTER TABLE feedback_words ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON feedback_words;
CREATE POLICY of_my_team ON feedback_words FOR SELECT TO alongside_app USING (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS dealt_with ON feedback_words;
CREATE POLICY dealt_with ON feedback_words FOR DELETE TO alongside_app USING (team_id IN (SELECT teams_i_walk_in()));

-- What an open link asks: of people or partners, for which team; nothing where it is ended or over. `full`: as many answered as were asked.
DROP FUNCTION IF EXISTS feedback_asked_by;
CREATE FUNCTION feedback_asked_by(asked_reference text) RETURNS TABLE (people_or_partners text, team text, organisation text, vocabulary text, until date, is_full boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT a.people_or_partners, t.name, o.name, t.vocabulary, a.until, a.answered >= a.how_many
    FROM feedback_asked a JOIN teams_team t ON t.id = a.team_id JOIN teams_organisation o ON o.id = t.organisation_id
    WHERE a.reference = asked_reference AND a.ended_at IS NULL AND a.until > current_date
$$;

-- A sheet comes back: by whoever has the link while it is open, or typed in by one of the team. Keys are drawn by lot, so that nothing says which
-- sheet came with which words, or by which link. Answers ‘taken’, ‘full’ or ‘over’; whoever typed it in is told its keys, to take it back at once.
DROP FUNCTION IF EXISTS feedback_take;
CREATE FUNCTION feedback_take(asked_reference text, given_way text, said jsonb, on_day date, OUT came text, OUT sheet uuid, OUT besides uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    asked feedback_asked;
BEGIN
    SELECT a.* INTO asked FROM feedback_asked a WHERE a.reference = asked_reference FOR UPDATE;
    IF asked.id IS NULL
       OR (given_way = 'link' AND (asked.ended_at IS NOT NULL OR asked.until <= current_date))
       OR (given_way <> 'link' AND asked.team_id NOT IN (SELECT teams_i_walk_in())) THEN
        came := 'over';
        RETURN;
    END IF;
    IF asked.answered >= asked.how_many THEN
        came := 'full';
        RETURN;
    END IF;
    UPDATE feedback_asked a SET answered = a.answered + 1 WHERE a.id = asked.id;
    sheet := gen_random_uuid();
    INSERT INTO feedback_heard (id, team_id, people_or_partners, way, locality_id, "on", ended, stars, difference, connected, valuable, rooted)
    VALUES (sheet, asked.team_id, asked.people_or_partners, given_way, asked.locality_id, on_day, said->>'ended', coalesce(said->>'stars', ''),
            coalesce(said->>'difference', ''), coalesce(said->>'connected', ''), coalesce(said->>'valuable', ''), coalesce(said->>'rooted', ''));
    IF said->>'words' <> '' THEN
        besides := gen_random_uuid();
        INSERT INTO feedback_words (id, team_id, people_or_partners, words, month)
        VALUES (besides, asked.team_id, asked.people_or_partners, said->>'words', date_trunc('month', on_day)::date);
    END IF;
    DELETE FROM feedback_words w WHERE w.month < on_day - interval '2 years';
    came := 'taken';
    IF given_way = 'link' THEN
        sheet := NULL;
        besides := NULL;
    END IF;
END
$$;

-- A sheet that one of the team typed in and mistyped is taken back on the day it came (or just after midnight), with the words that were typed with it; never one that came by a link.
CREATE OR REPLACE FUNCTION feedback_take_back(asked_reference text, sheet uuid, besides uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    asked feedback_asked;
BEGIN
    SELECT a.* INTO asked FROM feedback_asked a WHERE a.reference = asked_reference AND a.team_id IN (SELECT teams_i_walk_in()) FOR UPDATE;
    DELETE FROM feedback_heard h WHERE h.id = sheet AND h.team_id = asked.team_id AND h.people_or_partners = asked.people_or_partners
        AND h.way <> 'link' AND h."on" >= current_date - 1;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM feedback_words w WHERE w.id = besides AND w.team_id = asked.team_id;
    UPDATE feedback_asked a SET answered = a.answered - 1 WHERE a.id = asked.id;
    RETURN true;
END
$$;
