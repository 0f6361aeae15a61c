-- What somebody says is not right with one entry of their record, as far as it stands: asked and not answered yet, or
-- standing beside it for good. As a function, so that its plan is found once a connection.
DROP FUNCTION IF EXISTS mine_not_right;
CREATE FUNCTION mine_not_right(asked_person uuid, asked_row uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object('id', n.id, 'on', n."on", 'words', n.words, 'wish', n.wish, 'answer', n.answer,
                                            'answer_words', n.answer_words) ORDER BY n."on", n.at)
        FROM mine_notright n
        WHERE n.person_id = asked_person AND n.row = asked_row AND n.taken_back_at IS NULL AND n.answer <> 'put right'
    );
END
$$;
