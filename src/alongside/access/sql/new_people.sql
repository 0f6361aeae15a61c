-- A new person's first row is the holding: it gives the team its reason. It may be written only while the person does
-- not exist yet, or nobody could be kept from claiming a person whose key they know.
CREATE OR REPLACE FUNCTION person_is_new(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT NOT EXISTS (SELECT FROM people_person p WHERE p.id = person)
      AND NOT EXISTS (SELECT FROM people_holding h WHERE h.person_id = person) $$;

CREATE OR REPLACE FUNCTION walks_in_team(team uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM teams_membership m
                  WHERE m.staff_id = current_actor() AND m.team_id = team
                    AND m.role IN ('coordinator', 'support officer', 'manager')
                    AND m.since <= current_date AND (m.until IS NULL OR m.until > current_date)) $$;
