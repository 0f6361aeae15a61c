-- Who may call the house's functions: the pages' role, and not whoever else may reach the database, as PostgreSQL has it
-- by itself. Several run with their owner's rights. Those that a trigger runs are called by nobody: whoever could hang one
-- on a table of their own could write a history that never was. Nor those that are marked as being for other functions alone.
DO $$
DECLARE
    ours record;
BEGIN
    FOR ours IN
        SELECT p.oid::regprocedure AS named,
               p.prorettype = 'trigger'::regtype OR obj_description(p.oid, 'pg_proc') = 'for other functions alone' AS from_inside
        FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = current_user::regrole
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC, alongside_app', ours.named);
        IF NOT coalesce(ours.from_inside, false) THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO alongside_app', ours.named);
        END IF;
    END LOOP;
END
$$;
