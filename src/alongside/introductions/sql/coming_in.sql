-- Who introduces people to a team, and what waits of it, is the team's. Each introducer reads what they brought, and no more: by an
-- account, or by their own link while it is open. The machine brings in what came by e-mail.
CREATE OR REPLACE FUNCTION introducers_i_am() RETURNS TABLE (id uuid, team_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT i.id, i.team_id FROM introductions_introducer i
    WHERE (i.id = current_actor() AND i.link_ended_at IS NULL AND i.link_until > current_date)
       OR (i.staff_id = current_actor() AND EXISTS (SELECT FROM teams_membership m WHERE m.staff_id = i.staff_id AND m.role = 'partner'
                                                      AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)))
$$;

-- Whose a link is, while it is open.
DROP FUNCTION IF EXISTS introducer_of_a_link;
CREATE FUNCTION introducer_of_a_link(asked_reference text) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT i.id, i.name FROM introductions_introducer i WHERE i.reference = asked_reference AND i.link_ended_at IS NULL AND i.link_until > current_date
$$;

-- What came in and nobody decided within 90 days: the words about somebody go, of every team's, and whoever brought it reads that it waited too long.
-- And words of ours that answered somebody, 90 days after they were written: whoever they were for has read them.
CREATE OR REPLACE FUNCTION introductions_empty_old() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    UPDATE introductions_broughtin
    SET became = 'too late', decided_at = now(), who = '', reach = '', why = '', answer = 'too late', answered_at = now()
    WHERE became = '' AND at < now() - interval '90 days';
    UPDATE introductions_broughtin SET answer_words = '' WHERE answer_words <> '' AND answered_at < now() - interval '90 days';
$$;

ALTER TABLE introductions_introducer ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON introductions_introducer;
CREATE POLICY of_my_team ON introductions_introducer FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS mine ON introductions_introducer;
CREATE POLICY mine ON introductions_introducer FOR SELECT TO alongside_app USING (id IN (SELECT i.id FROM introducers_i_am() i));
DROP POLICY IF EXISTS the_machine ON introductions_introducer;
CREATE POLICY the_machine ON introductions_introducer FOR SELECT TO alongside_app USING ((SELECT current_actor()) = '00000000-0000-7000-8000-000000000001');

ALTER TABLE introductions_broughtin ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_my_team ON introductions_broughtin;
CREATE POLICY of_my_team ON introductions_broughtin FOR ALL TO alongside_app
    USING (team_id IN (SELECT teams_i_walk_in())) WITH CHECK (team_id IN (SELECT teams_i_walk_in()));
DROP POLICY IF EXISTS i_read_mine ON introductions_broughtin;
CREATE POLICY i_read_mine ON introductions_broughtin FOR SELECT TO alongside_app USING (introducer_id IN (SELECT i.id FROM introducers_i_am() i));
-- Whoever covers from another team reads what came of somebody they see; to answer it is the team's.
DROP POLICY IF EXISTS of_a_record ON introductions_broughtin;
CREATE POLICY of_a_record ON introductions_broughtin FOR SELECT TO alongside_app
    USING (EXISTS (SELECT FROM introductions_camein c WHERE c.brought_id = introductions_broughtin.id));
DROP POLICY IF EXISTS i_bring_in ON introductions_broughtin;
CREATE POLICY i_bring_in ON introductions_broughtin FOR INSERT TO alongside_app
    WITH CHECK (became = '' AND answer = '' AND (introducer_id, team_id) IN (SELECT i.id, i.team_id FROM introducers_i_am() i));
DROP POLICY IF EXISTS the_machine ON introductions_broughtin;
CREATE POLICY the_machine ON introductions_broughtin FOR INSERT TO alongside_app
    WITH CHECK ((SELECT current_actor()) = '00000000-0000-7000-8000-000000000001' AND became = '' AND way = 'e-mail');
DROP POLICY IF EXISTS the_machine_reads ON introductions_broughtin;
CREATE POLICY the_machine_reads ON introductions_broughtin FOR SELECT TO alongside_app
    USING ((SELECT current_actor()) = '00000000-0000-7000-8000-000000000001' AND way = 'e-mail');
