-- What is still being written of where somebody is, or of when and where to meet them, goes when its writer may see that no longer: such a form comes
-- with the address in it. Whoever calls this learns nothing, and nothing goes that its writer may see.
CREATE OR REPLACE FUNCTION forget_drafts_of_where(of_person uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    DELETE FROM web_draft d
    WHERE d.person_id = of_person AND split_part(replace(d.form, 'thrown away: ', ''), '/', 1) IN ('where', 'visit', 'moved visit', 'wish')
      AND NOT EXISTS (SELECT FROM may_see s WHERE s.actor_id = d.writer_id AND s.person_id = of_person AND s.part = 'whereabouts')
$$;
