-- How long a draft waits for its writer: said here alone. What is older is shown to nobody, and goes.
CREATE OR REPLACE FUNCTION web_draft_waits(saved_at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT saved_at > now() - interval '30 days' $$;

-- Everybody's old drafts, also of those who have left: no policy shows them to whoever calls this, and nothing is told of them.
CREATE OR REPLACE FUNCTION web_forget_old_drafts() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM web_draft WHERE NOT web_draft_waits(saved_at) $$;
