-- Who acts in this transaction: set by the request (or the command) with set_config(…, is_local).
CREATE OR REPLACE FUNCTION current_actor() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('alongside.actor', true), '')::uuid $$;
