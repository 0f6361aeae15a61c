"""`alongside`: one command for whoever runs the house."""

from __future__ import annotations

import io
import os
import secrets
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .embedded import Cluster

COMMANDS = {
    "demo": "start with invented neighbours and print an address",
    "serve": "serve the pages",
    "migrate": "bring the database's tables and fences up to date",
    "add-staff": "add a first member of staff, or give somebody one more seat",
    "set-logo": "set an organisation's logo",
    "import-postcodes": "load postcodes from a file",
    "load-deprivation": "load how deprived areas are (an index of multiple deprivation)",
    "load-timetable": "load a timetable of buses, trams and trains (GTFS)",
    "import-directory": "load directory entries from a file, by a mapping",
    "read-feed": "read another directory (Open Referral UK) into this one",
    "read-package": "read a package of tables (HSDS) into this directory",
    "judge-duplicates": "say which rows of a file of people are one person, how sure that is, and why",
    "load-vocabulary": "load a list of tags as it is published: activities, or causes",
    "learn-tags": "learn from labelled texts which words lead to which tags",
    "suggest-tags": "read what entries say, and keep which tags it suggests",
    "judge-tagging": "say how right suggested tags are, on texts that people tagged",
    "judge-finding": "say how well entries of a file are found, for needs that somebody judged",
    "import-caseload": "bring a spreadsheet of people in by a mapping, after a dry run",
    "check-grants": "say whether a file of grants is in 360Giving's form, by its own schema",
    "work": "carry what goes out: e-mails, texts and letters",
    "read-drop-box": "bring introductions in from a folder of e-mails",
    "send-digests": "send each coordinator a letter once a week: how much waits, and nobody's name",
    "doctor": "check that this machine is set up safely",
    "tidy": "clear away what has had its time: sessions, drafts, files of everything",
    "verify-trail": "check that no line of the trail was changed, moved or cut",
    "backup": "write an encrypted copy of everything",
    "restore": "bring a copy back, into a database of its own",
    "evidence": "count the same figures over many services' extracts, on DuckDB or on Spark",
    "recompute": "work published figures out again from a file, and say which agree",
    "write-glossary": "write GLOSSARY.md from the rooms' words",
    "write-sql": "write what figures are counted by as SQL, from its expressions",
    "bench": "measure pages, as ratios, beside stated peers",
}
WITHOUT_A_DATABASE = ("write-glossary", "write-sql", "evidence", "check-grants", "judge-duplicates", "judge-finding", "judge-tagging", "bench")
ASKING = ("help", "--help", "-h")


def main(arguments: list[str] | None = None) -> int:
    """Find or start the database, do what was asked, and say in a sentence what did not work."""
    name, *given = list(sys.argv[1:] if arguments is None else arguments) or ["help"]
    if name not in COMMANDS:
        if name not in ASKING:
            print(f"There is no command {name!r}. These there are:\n", file=sys.stderr)
        print("\n".join(f"  alongside {one:<17} {what}" for one, what in COMMANDS.items()))
        return 0 if name in ASKING else 2
    if name == "recompute":
        return recompute(given)
    # Several processes serve; vectors are multiplied by one thread in each, or they would wait for one another.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.site.settings")
    if name == "demo":
        os.environ["ALONGSIDE_DEMO"] = "1"
    asks_for_help = bool({"--help", "-h"} & set(given))
    cluster: Cluster | None = None
    try:
        if asks_for_help or name in WITHOUT_A_DATABASE:
            os.environ.setdefault("ALONGSIDE_SECRET_KEY", secrets.token_urlsafe(50))
        else:
            cluster = find_database("alongside_demo" if name == "demo" else os.environ.get("ALONGSIDE_DATABASE", "alongside"))
        return _run(name, given)
    except KeyboardInterrupt:
        return 130
    except Exception as wrong:
        sentence = said_plainly(wrong)
        if sentence is None or "--traceback" in given:
            raise
        print(sentence, file=sys.stderr)
        return 1
    finally:
        if cluster is not None:
            cluster.stop()


def recompute(given: list[str]) -> int:
    """One line a case on the output, the sum of them beside it. 0: every case was judged; 1: some could not be read; 2: the file could not.

    It needs neither Django nor a database, and starts neither.
    """
    from alongside.foundation.refusals import Refused
    from alongside.value.recomputing import Verdict, content_of, recompute, told_together

    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a sign of ours shows its number.
        sys.stdout.reconfigure(errors="backslashreplace")

    if len(given) != 1 or given[0] in ASKING:
        print("usage: alongside recompute FILE: work published figures out again (docs/guide/checking-the-published.md says how a file is written)")
        return 0 if given and given[0] in ASKING else 2
    judged = []
    try:
        for one in recompute(content_of(given[0])):
            judged.append(one)
            print(one.line)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read has read enough; nothing more is said, at the end neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    print(told_together(judged), file=sys.stderr)
    return int(any(one.verdict is Verdict.CANNOT_BE_READ for one in judged))


def _run(name: str, given: list[str]) -> int:
    import django
    from django.core.management import get_commands, load_command_class

    django.setup()
    module = name.replace("-", "_")
    if module not in get_commands():
        raise RuntimeError(f"alongside {name} is not here yet.")
    command = load_command_class("alongside.site", module)
    # Without this, a wrong option is an error of the program's; with it, a sentence and how the command is used.
    command._called_from_command_line = True
    options = vars(command.create_parser("alongside", name).parse_args(given))
    try:
        command.execute(*options.pop("args", ()), **options)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 1
    return 0


def said_plainly(wrong: Exception) -> str | None:
    """What an expected failure is in one sentence; None for a fault of the program's, which shows where it is."""
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError
    from django.db import OperationalError

    from alongside.foundation.refusals import Refused

    if isinstance(wrong, Refused):
        return wrong.sentence
    if isinstance(wrong, OperationalError):
        return f"The database does not answer: {' '.join(str(wrong).split())}\nCheck DATABASE_URL and DATABASE_OWNER_URL, and that the server runs."
    if isinstance(wrong, CommandError | ImproperlyConfigured | RuntimeError | OSError):
        return str(wrong)
    return None


def find_database(name: str) -> Cluster | None:
    """The database that DATABASE_URL names, or our own embedded one, started for as long as this command runs."""
    if os.environ.get("DATABASE_URL"):
        return None
    from . import embedded

    cluster = embedded.start()
    cluster.make_database(name)
    os.environ["DATABASE_URL"] = cluster.url("app", name)
    os.environ["DATABASE_OWNER_URL"] = cluster.url("owner", name)
    os.environ.setdefault("ALONGSIDE_SECRET_KEY", cluster.secrets["secret_key"])
    os.environ["ALONGSIDE_EMBEDDED"] = str(cluster.data.parent)
    return cluster


if __name__ == "__main__":
    sys.exit(main())
