-- Whether an entry lies in the patch of a team of whoever asks. What lies in nobody's, or nobody knows where, is for every team to keep true.
CREATE OR REPLACE FUNCTION in_my_patch(asked_entry uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT EXISTS (SELECT FROM teams_i_walk_in()) AND (coalesce(bool_or(t.team_id IN (SELECT teams_i_walk_in())), true))
    FROM directory_entry e JOIN places_postcode p ON p.postcode = e.postcode JOIN teams_team_localities t ON t.locality_id = p.locality_id
    WHERE e.id = asked_entry
$$;

-- What is said to be wrong is read and settled by the teams whose patch it is, as are answers to a link by the team that asked; and by whoever said it.
ALTER TABLE directory_complaint ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_patch ON directory_complaint;
CREATE POLICY of_my_patch ON directory_complaint FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()) OR in_my_patch(entry_id))
    WITH CHECK (team_id IN (SELECT teams_i_walk_in()) OR in_my_patch(entry_id));

-- A visitor's. The same said of the same is kept once a day, so many a day of one entry, and so many in all: whoever floods the form fills nothing.
CREATE OR REPLACE FUNCTION complain_openly(
    new_id uuid, of_entry uuid, of_what text, their_words text, moment timestamptz, most_of_one integer, most_a_day integer
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('complain_openly'));
    IF EXISTS (SELECT FROM directory_complaint c WHERE c.team_id IS NULL AND c.entry_id = of_entry AND c.about = of_what
               AND lower(c.words) = lower(their_words) AND c.at > moment - interval '1 day') THEN
        RETURN 'again';
    END IF;
    IF (SELECT count(*) FROM directory_complaint c WHERE c.team_id IS NULL AND c.entry_id = of_entry AND c.at > moment - interval '1 day') >= most_of_one THEN
        RETURN 'known';
    END IF;
    IF (SELECT count(*) FROM directory_complaint c WHERE c.team_id IS NULL AND c.at > moment - interval '1 day') >= most_a_day THEN
        RETURN 'full';
    END IF;
    INSERT INTO directory_complaint (id, entry_id, about, words, at, became) VALUES (new_id, of_entry, of_what, their_words, moment, '');
    RETURN 'kept';
END
$$;
