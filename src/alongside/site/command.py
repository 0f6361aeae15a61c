"""`alongside`: one command for whoever runs the house."""

from __future__ import annotations

import os
import secrets
import sys

COMMANDS = {
    "demo": "start with invented neighbours and print an address",
    "serve": "serve the pages",
    "migrate": "bring the database's tables and fences up to date",
    "import-postcodes": "load postcodes from a file",
    "import-directory": "load directory entries from a file, by a mapping",
    "verify-trail": "check that no line of the trail was changed, moved or cut",
    "backup": "write an encrypted copy of everything",
    "restore": "bring a copy back",
    "doctor": "check that this machine is set up safely",
    "bench": "measure pages, as ratios, beside stated peers",
    "add-staff": "add a first member of staff",
    "write-glossary": "write GLOSSARY.md from the rooms' words",
}


def main(arguments: list[str] | None = None) -> int:
    """Find or start the database, then do what was asked."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in ("help", "--help", "-h") or given[0] not in COMMANDS:
        if given and given[0] not in ("help", "--help", "-h"):
            print(f"There is no command {given[0]!r}. These there are:\n", file=sys.stderr)
        for name, what in COMMANDS.items():
            print(f"  alongside {name:<17} {what}")
        return 0 if not given or given[0] in ("help", "--help", "-h") else 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.site.settings")
    if given[0] == "demo":
        os.environ["ALONGSIDE_DEMO"] = "1"
    cluster = None
    needs_database = given[0] not in ("write-glossary", "bench") and "--help" not in given
    if needs_database:
        cluster = find_database("alongside_demo" if given[0] == "demo" else os.environ.get("ALONGSIDE_DATABASE", "alongside"))
    os.environ.setdefault("ALONGSIDE_SECRET_KEY", secrets.token_urlsafe(50) if not needs_database else "")
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["alongside", given[0].replace("-", "_"), *given[1:]])
    finally:
        if cluster is not None:
            cluster.stop()
    return 0


def find_database(name: str):  # type: ignore[no-untyped-def]
    """The database that DATABASE_URL names, or our own embedded one, started for as long as this command runs."""
    if os.environ.get("DATABASE_URL"):
        return None
    from . import embedded

    cluster = embedded.start()
    cluster.make_database(name)
    os.environ["DATABASE_URL"] = cluster.url("app", name)
    os.environ["DATABASE_OWNER_URL"] = cluster.url("owner", name)
    os.environ.setdefault("ALONGSIDE_SECRET_KEY", cluster.secrets["secret_key"])
    return cluster


if __name__ == "__main__":
    sys.exit(main())
