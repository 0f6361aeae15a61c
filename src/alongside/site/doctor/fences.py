"""The fences: every table with a person stands behind them, and they are as the models say."""

from __future__ import annotations

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from alongside.access import fences
from alongside.access.policies import policies

from .asking import check, counted, one, rows

UP = "alongside migrate puts the fences up anew."


@check("The database's tables are up to date.", mend="Run alongside migrate.", stops_serving=True)
def _migrated() -> str | None:
    executor = MigrationExecutor(connections["default"])
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} migrations are waiting: {counted([str(one) for one, _ in waiting])}." if waiting else None


@check("Row security is on for every table with a person.", mend=UP, stops_serving=True)
def _row_security() -> str | None:
    on = {name for (name,) in rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity")}
    off = [table for table, _ in fences.with_a_person() if table not in on] + (["trail_entry"] if "trail_entry" not in on else [])
    return f"Row security is off for {counted(off)}: whoever signs in could see all of it." if off else None


@check("Every table with a person has its policies.", mend=UP, stops_serving=True)
def _policies() -> str | None:
    kinds = {"r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE", "*": "ALL"}
    sql = "SELECT c.relname, p.polcmd::text FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid"
    found = {(table, kinds[kind]) for table, kind in rows(sql)}
    expected = {(table, command) for table, keeping in fences.with_a_person() for command in policies(table, keeping)} | {("trail_entry", "SELECT")}
    ours = {table for table, _ in expected}
    missing, strange = sorted(expected - found), sorted((table, command) for table, command in found - expected if table in ours)
    if missing:
        return f"Policies are missing: {counted([f'{table} ({command})' for table, command in missing])}."
    return (
        f"There are policies that are not ours, and a policy can only open: {counted([f'{table} ({command})' for table, command in strange])}."
        if strange
        else None
    )


@check("The view that decides who sees whom is there, and belongs to the tables' owner.", mend=UP, stops_serving=True)
def _view() -> str | None:
    owners = dict(rows("SELECT relname, pg_get_userbyid(relowner) FROM pg_class WHERE oid IN (to_regclass('may_see'), to_regclass('people_person'))"))
    if "may_see" not in owners:
        return "The view may_see is not there: nobody sees anybody."
    same = owners["may_see"] == owners.get("people_person")
    return None if same else f"The view may_see belongs to {owners['may_see']}, whose own fences then hold for it."


@check("The house's functions are called by the pages' role alone.", mend=UP, stops_serving=True)
def _functions() -> str | None:
    sql = (
        "SELECT DISTINCT p.proname FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g WHERE g.grantee = 0 "
        "AND p.pronamespace = 'public'::regnamespace AND p.proowner = (SELECT relowner FROM pg_class WHERE oid = to_regclass('teams_staff'))"
    )
    open_to_all = [name for (name,) in rows(sql)]
    return f"Whoever reaches the database may call {counted(open_to_all)}." if open_to_all else None


@check("The trail refuses changes, even the owner's.", mend=UP, stops_serving=True)
def _trail_triggers() -> str | None:
    on = {name for (name,) in rows("SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass('trail_entry') AND NOT tgisinternal AND tgenabled IN ('O', 'A')")}
    off = sorted({"written_once", "never_emptied"} - on)
    return f"The trail's triggers are off: {counted(off)}." if off else None


@check("Every change of a table with a person, or with somebody's rights, is kept, however it is made.", mend=UP)
def _history() -> str | None:
    sql = "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'keep_history' AND t.tgenabled IN ('O', 'A')"
    on = {name for (name,) in rows(sql)}
    off = [table for table in fences.with_a_history() if table not in on]
    return f"Changes of {counted(off)} are not kept." if off else None


@check("With nobody signed in, the database shows nobody.", mend=UP, stops_serving=True)
def _nobody_sees_nobody() -> str | None:
    seen = [table for table, keeping in fences.with_a_person() if not keeping.hidden and one(f"SELECT EXISTS (SELECT FROM {table})")]
    return f"Rows of {counted(seen)} show though nobody is signed in." if seen else None
