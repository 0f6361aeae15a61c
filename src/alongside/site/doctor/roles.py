"""The two roles: one that owns the tables, one that serves pages and can get round nothing."""

from __future__ import annotations

from .asking import check, counted, one, rows

TWO_ROLES = "Make two roles as docs/guide/running.md tells; DATABASE_URL names alongside_app, DATABASE_OWNER_URL the owner of the tables."


@check("The pages and the tables' owner use two roles.", mend=TWO_ROLES, stops_serving=True)
def _two_roles() -> str | None:
    app, owner = one("SELECT current_user"), one("SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = to_regclass('teams_staff')")
    return f"Pages are served by the role {app}, which is the owner of the tables." if app == owner else None


@check("The pages' role is no superuser and cannot bypass row security.", mend="ALTER ROLE alongside_app NOSUPERUSER NOBYPASSRLS.", stops_serving=True)
def _cannot_bypass() -> str | None:
    sql = "SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(current_user, oid, 'MEMBER')"
    found = [name for (name,) in rows(sql)]
    return f"The role that serves pages may get round row security, by: {counted(found)}. Everybody could see everybody." if found else None


@check("The pages' role owns nothing.", mend=TWO_ROLES, stops_serving=True)
def _owns_nothing() -> str | None:
    sql = (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'p') "
        "AND pg_has_role(current_user, relowner, 'MEMBER')"
    )
    found = [name for (name,) in rows(sql)]
    return f"The role that serves pages owns {len(found)} tables ({counted(found)}), and an owner is not held by row security." if found else None


@check("The owner of the tables is no superuser.", mend="ALTER ROLE alongside_owner NOSUPERUSER.")
def _owner_is_modest() -> str | None:
    superuser = one("SELECT rolsuper FROM pg_roles WHERE rolname = current_user", using="owner")
    return "The owner's role is a superuser: it could switch off the trail's triggers." if superuser else None


@check("The pages' role may not change the trail.", mend="alongside migrate puts the fences up anew.", stops_serving=True)
def _trail_is_read_only() -> str | None:
    sql = "SELECT p FROM unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p WHERE has_table_privilege(current_user, 'trail_entry', p)"
    found = [name for (name,) in rows(sql)]
    return f"The role that serves pages may {counted(found)} lines of the trail." if found else None


@check("The pages' role makes no tables.", mend="REVOKE CREATE ON SCHEMA public FROM PUBLIC, alongside_app.")
def _makes_no_tables() -> str | None:
    return "The role that serves pages may make tables and functions of its own." if one("SELECT has_schema_privilege('public', 'CREATE')") else None


@check("Passwords of database roles are kept as SCRAM.", mend="SET password_encryption = 'scram-sha-256', then set the roles' passwords anew.")
def _scram() -> str | None:
    return None if one("SHOW password_encryption") == "scram-sha-256" else "The database keeps passwords in a way that is easily broken."


@check("The way to the database is encrypted, or does not leave the machine.", mend="Add ?sslmode=verify-full to DATABASE_URL and DATABASE_OWNER_URL.")
def _encrypted() -> str | None:
    sql = (
        "SELECT s.ssl OR a.client_addr IS NULL OR a.client_addr <<= '127.0.0.0/8' OR a.client_addr = '::1' "
        "FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE pid = pg_backend_pid()"
    )
    return None if one(sql) else "What is read and written goes over the network in the clear."
