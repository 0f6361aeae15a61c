-- A kept wish is read and changed by the team that heard it; what was said on the open noticeboard, by every team.
ALTER TABLE directory_gap ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON directory_gap;
CREATE POLICY of_my_team ON directory_gap FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in()) OR team_id IS NULL AND EXISTS (SELECT FROM teams_i_walk_in()))
    WITH CHECK (team_id IN (SELECT teams_i_walk_in()) OR team_id IS NULL AND EXISTS (SELECT FROM teams_i_walk_in()));

-- A visitor's wish. The same words about the same place are kept once a day, and so many a day in all: whoever floods the form fills nothing.
CREATE OR REPLACE FUNCTION keep_open_gap(new_id uuid, said jsonb, moment timestamptz, most_a_day integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('keep_open_gap'));
    IF EXISTS (SELECT FROM directory_gap g WHERE g.team_id IS NULL AND g.at > moment - interval '1 day' AND lower(g.words) = lower(said->>'words')
               AND g.near = said->>'near') THEN
        RETURN 'again';
    END IF;
    IF (SELECT count(*) FROM directory_gap g WHERE g.team_id IS NULL AND g.at > moment - interval '1 day') >= most_a_day THEN
        RETURN 'full';
    END IF;
    INSERT INTO directory_gap (id, at, words, near, latitude, longitude, reach, days, access, free_only, "left", spoken, how_many)
    VALUES (new_id, moment, said->>'words', said->>'near', (said->>'latitude')::float8, (said->>'longitude')::float8, (said->>'reach')::integer,
            ARRAY(SELECT d::smallint FROM jsonb_array_elements_text(said->'days') d), ARRAY(SELECT jsonb_array_elements_text(said->'access')),
            (said->>'free_only')::boolean, ARRAY(SELECT jsonb_array_elements_text(said->'left')), said->>'spoken', 1);
    RETURN 'kept';
END
$$;
