-- Opening a copy by its link. Whoever asks is nobody yet, so these run with their owner's rights; they answer with keys alone.

-- Which link this is and whose, while it holds. What it takes to open it (the code) is worked out by the application from
-- a secret that is not in the database.
CREATE OR REPLACE FUNCTION mine_link_of(asked text) RETURNS TABLE (id uuid, person_id uuid, code_number integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT l.id, l.person_id, l.code_number FROM mine_link l
   WHERE l.reference = asked AND l.ended_at IS NULL AND l.until > current_date $$;

-- Counted before the code is looked at, and one after another: many at once get no more tries than one.
CREATE OR REPLACE FUNCTION mine_count_try(asked text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ INSERT INTO mine_tries (reference, many, at) VALUES (asked, 1, now())
   ON CONFLICT (reference) DO UPDATE SET many = least(mine_tries.many + 1, 1000), at = now()
   RETURNING many $$;

CREATE OR REPLACE FUNCTION mine_forget_tries(asked text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM mine_tries t WHERE t.reference = asked $$;

-- That it was opened; asked by the person whose it is, who may not write in a link.
CREATE OR REPLACE FUNCTION mine_was_opened(opened uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ UPDATE mine_link l SET last_opened_at = now(), times_opened = l.times_opened + 1
   WHERE l.id = opened AND l.person_id = current_actor() $$;

-- Who is there for them today, and how to ring them: for themselves, and for whoever may see their copy. It is asked each time, so that a copy
-- never says who was there once.
CREATE OR REPLACE FUNCTION mine_who_is_there(asked uuid) RETURNS TABLE (name text, phone text, since date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.name, s.phone, a.since FROM journeys_alongside a JOIN teams_staff s ON s.id = a.coordinator_id
   WHERE a.person_id = asked AND a.since <= current_date AND (a.until IS NULL OR a.until > current_date) AND s.is_active
     AND EXISTS (SELECT FROM may_see m WHERE m.actor_id = current_actor() AND m.person_id = asked AND m.part = 'shared page')
     AND EXISTS (SELECT FROM may_see m WHERE m.actor_id = s.id AND m.person_id = asked AND m.because = 'walks alongside')
   ORDER BY a.since, s.name $$;

-- What anybody began to write on their own page and never sent, once it has waited for a month; nothing is told of it.
CREATE OR REPLACE FUNCTION mine_forget_old_unfinished() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM mine_unfinished WHERE at <= now() - interval '30 days' $$;
