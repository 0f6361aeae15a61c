"""The fences in the database: functions, the view, a policy per table and command, grants and history triggers.

All are made from what the models declare about themselves (`keeping`), and made anew around every migration.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connections, models

from alongside.foundation.keeping import Keeping, NoPerson, Part

from . import joining, pointing
from .policies import ADDRESSED_TO, AT_THE_TABLE, policies
from .rights import RIGHTS, Rights

APP_ROLE = "alongside_app"
VIEWS = "may_see, seen_at_work, seen_for_a_while, at_the_table, on_a_list, named_in_a_hand_over"
"""What says who may see whom (sql/may_see.sql): the tables' owner asks it, and nobody else."""
_DOWN = f"DROP VIEW IF EXISTS {VIEWS} CASCADE; DROP FUNCTION IF EXISTS i_see CASCADE"
"""With these goes every policy that asks them."""
_ROOMS = Path(__file__).parents[1]
_FUNCTIONS = ("web/sql/cache.sql", "web/sql/drafts.sql", "trail/sql/actor.sql", "trail/sql/chain.sql", "trail/sql/history.sql", "exchange/sql/moving_in.sql")
_AFTER_VIEW = (
    "access/sql/new_people.sql",
    "access/sql/someone_like.sql",
    "access/sql/proposing.sql",
    "access/sql/people_like.sql",
    "access/sql/people_at.sql",
    "access/sql/joined.sql",
    "access/sql/likely_same.sql",
    "access/sql/yes_ending.sql",
    "access/sql/may_meet.sql",
    "access/sql/written_once.sql",
    *(f"money/sql/{name}.sql" for name in ("never_more_than_the_whole", "the_book")),
    "journeys/sql/of_a_team.sql",
    *(f"{name}.sql" for name in ("notices/sql/of_ours", "introductions/sql/coming_in")),
    *(f"directory/sql/{name}.sql" for name in ("of_ours", "gaps", "lived", "complaints")),
    *(f"groups/sql/{name}.sql" for name in ("of_ours", "sessions", "register", "of_a_locality")),
    *(f"{name}.sql" for name in ("gaps/sql/of_ours", "gaps/sql/news", "gaps/sql/grown", "connections/sql/places_of_wishes")),
    *(f"meetings/sql/{name}.sql" for name in ("of_ours", "seats", "calendar", "untold", "waiting")),
    *(f"handovers/sql/{name}.sql" for name in ("of_ours", "theirs")),
    "journeys/sql/handing.sql",
    *(f"evidence/sql/{name}.sql" for name in ("forgotten", "who_sees", "body", "extract", "since", "given_out")),
    *(f"{name}/sql/of_ours.sql" for name in ("outcomes", "value", "feedback")),
    *(f"access/sql/{name}.sql" for name in ("forgetting", "drafts_of_where", "blotting", "taking_away", "open", "standing_in")),
    # Questions that pages ask again and again: as functions, so that their plan, row security and all, is found once a
    # connection (finding it takes some twenty times as long as following it) and not once a page.
    *(f"desk/sql/{name}.sql" for name in ("timeline", "circle", "also", "beside", "quiet", "day", "this_week", "my_people", "cover", "looked_back")),
    *(f"desk/sql/{name}.sql" for name in ("barriers_at_tables", "at_meetings")),
    "mine/sql/opening.sql",
    "mine/sql/not_right.sql",
    "mine/sql/looks.sql",
    "mine/sql/visits.sql",
)


def declared() -> Iterator[tuple[type[models.Model], Keeping | NoPerson]]:
    """Every table of the house with what it says about itself."""
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("alongside.") and not model._meta.auto_created:
            keeping = getattr(model, "keeping", None)
            if keeping is None:
                raise TypeError(f"{model.__name__} does not say whether it holds a person: give it a `keeping`.")
            yield model, keeping


def with_a_person() -> list[tuple[str, Keeping]]:
    """Every table with a person, by name, and what it declares."""
    return sorted(((m._meta.db_table, k) for m, k in declared() if isinstance(k, Keeping)), key=lambda pair: pair[0])


def statements() -> list[str]:
    """All that goes up after a migration, in order. Running it twice changes nothing."""
    sql = [_read(name) for name in _FUNCTIONS]
    sql.append(_read("access/sql/may_see.sql"))
    sql.append(pointing.functions())
    sql += [_read(name) for name in _AFTER_VIEW]
    sql.append(joining.function())
    sql += [
        f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {APP_ROLE}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}",
        f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON trail_entry FROM {APP_ROLE}",
        f"REVOKE ALL ON {VIEWS} FROM {APP_ROLE}",
        f"REVOKE INSERT, UPDATE, DELETE ON i_may_see, in_my_sight, django_migrations FROM {APP_ROLE}",
        _read("access/sql/callers.sql"),
        "ALTER TABLE trail_entry ENABLE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS may_read ON trail_entry; CREATE POLICY may_read ON trail_entry FOR SELECT TO {APP_ROLE} USING ("
        "actor_id = (SELECT current_actor()) OR EXISTS (SELECT 1 FROM i_may_see s "
        "WHERE s.person_id = ANY (trail_entry.people) AND s.part = 'trail') OR EXISTS (SELECT 1 FROM i_may_see s "
        "WHERE s.person_id = ANY (stand_for(trail_entry.people)) AND s.part = 'trail'))",
    ]
    for table, keeping in with_a_person():
        sql.append(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        if keeping.written_by_function:
            sql.append(f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {table} FROM {APP_ROLE}")
        for command in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            sql.append(f"DROP POLICY IF EXISTS may_{command.lower()} ON {table}")
        for command, asked in policies(table, keeping).items():
            clause = {"SELECT": f"USING ({asked})", "DELETE": f"USING ({asked})", "INSERT": f"WITH CHECK ({asked})"}.get(
                command, f"USING ({asked}) WITH CHECK ({asked})"
            )
            name = f"may_{command.lower()}"
            sql.append(f"CREATE POLICY {name} ON {table} FOR {command} TO {APP_ROLE} {clause}")
        if keeping.written_once:
            sql.append(f"CREATE OR REPLACE TRIGGER written_once BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION stays_as_written('{keeping.person}')")
        if table in with_a_history():
            sql.append(
                f"CREATE OR REPLACE TRIGGER keep_history AFTER INSERT OR UPDATE OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION trail_keep_history('{keeping.person}', '{_part_of_history(table, keeping)}')"
            )
    sql += [_of_rights(table, rights) for table, rights in RIGHTS.items()]
    sql += [
        f"CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION trail_history_refuses()"
        for table in with_a_history()
    ]
    sql.append(_hidden_columns())
    return sql


def with_a_history() -> list[str]:
    """Every table whose changes are kept, however they are made."""
    return [*(table for table, k in with_a_person() if k.keeps_history), *RIGHTS]


def _part_of_history(table: str, keeping: Keeping) -> str:
    """What a row was before is for whoever may read the row; where it is for one reader or one table besides, for those who see the record alone."""
    return Part.RECORD if table in ADDRESSED_TO or table in AT_THE_TABLE else keeping.part


def _of_rights(table: str, rights: Rights) -> str:
    given = ", ".join(f"'{','.join(columns)}'" for columns in ([rights.staff], rights.secret, rights.passing))
    return f"CREATE OR REPLACE TRIGGER keep_history AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION trail_keep_rights({given})"


def _hidden_columns() -> str:
    """Row security needs SELECT on the columns it filters by; those that are personal are not granted."""
    granted = []
    for model, keeping in declared():
        if isinstance(keeping, Keeping) and keeping.hidden:
            columns = ", ".join(f.column for f in model._meta.concrete_fields if f.name not in keeping.personal)
            table = model._meta.db_table
            granted.append(f"REVOKE SELECT ON {table} FROM {APP_ROLE}; GRANT SELECT ({columns}) ON {table} TO {APP_ROLE}")
    return "; ".join(granted)


def _read(name: str) -> str:
    path = _ROOMS / name
    return path.read_text() if path.exists() else "SELECT 1"


def come_down(using: str = "owner", **_: Any) -> None:
    """Drop what says who may see whom, and with it every policy that asks it."""
    with connections[using].cursor() as cursor:
        cursor.execute(_DOWN)


def go_up(using: str = "owner", **_: Any) -> None:
    """Build all fences, in one transaction."""
    connection = connections[using]
    if "people_person" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        try:
            cursor.execute(_DOWN)
            for statement in statements():
                cursor.execute(statement)
            cursor.execute("COMMIT")
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
