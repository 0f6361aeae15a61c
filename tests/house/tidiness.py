"""What no file of ours may be or hold: too long, badly named, tied to one machine, or about anybody real."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from .looking import Fault, our_files, ours

LONGEST = 250
LONGER_FOR_A_REASON = {
    "src/alongside/access/taking_away/titles.py": "every kind of thing we keep and every part of it, said to whoever takes it away",
    "src/alongside/trail/words.py": "a line for every deed and every page, to be read beside each other",
    "src/alongside/site/settings.py": "everything a deployer may set, to be read from top to bottom on one page",
    "src/alongside/evidence/sql/body.sql": "everything that is ever taken out of the records for figures, in one place, to be read from top to bottom",
    "src/alongside/evidence/expressions.sql": "written by `alongside write-sql`, a part for every figure",
    "src/alongside/evidence/words.py": "everything that a figure can be counted under with its meaning, to be read beside one another",
    "src/alongside/journeys/words.py": "every stored answer of the journey with its meaning, to be read beside one another",
    "src/alongside/desk/words.py": "every sentence of the desk that the two vocabularies say differently, to be read beside one another",
    "tests/trust/declared.yaml": "one line for every page, so that who may open what is read in one place",
}
"""Files that may pass 250 lines, each with why."""

NO_NAME = {"utils", "util", "helpers", "helper", "common", "core", "misc", "manager", "managers", "service", "services"}
_COUNTED = (".py", ".html", ".js", ".scss", ".css", ".sql", ".yaml")
_LOCKS = ("package-lock.json", "requirements/")

_MACHINE = {
    r"(?<![\w.])/(?:root|home/\w+|Users/\w+|work|mnt)/": "a path of one machine",
    r"--(?:(?:extra-)?index-url|find-links)\b": "the address of a package index",
    r"(?<![\w.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2}(?![\w.])": "an address of one network",
}
_UNFINISHED = re.compile(r"\b(?:TO" + "DO|FIX" + r"ME|XX" + r"X)\b")

_EMAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_NOBODYS_DOMAIN = re.compile(r"(?:^|\.)(?:example(?:\.\w+)?|test|invalid|localhost|127\.0\.0\.1)$")
_PHONE = re.compile(r"(?<![\w.\-])(?:\+44\s?|0)(?:\d[\s-]?){9,10}(?![\w.\-])")
_DRAMA = re.compile(r"^(?:01632960\d{3}|07700900\d{3}|08081570\d{3}|03069990\d{3}|02079460\d{3})$")
"""Numbers that Ofcom keeps free for drama: no telephone rings."""


def too_long(path: str, text: str) -> Iterator[Fault]:
    """A file that passes 250 lines is asking to become a folder."""
    if path.endswith(_COUNTED) and not path.startswith(_LOCKS) and "/migrations/" not in path and path not in LONGER_FOR_A_REASON:
        lines = text.count("\n")
        if lines > LONGEST:
            yield Fault(path, lines, f"{lines} lines: more than {LONGEST}. Make it a folder, or list it in tests/house/tidiness.py with the reason.")


def badly_named(path: str) -> Iterator[Fault]:
    """A drawer with no name on it collects everything."""
    for part in PurePosixPath(path).parts:
        if part.split(".")[0].strip("_").lower() in NO_NAME:
            yield Fault(path, 1, f"{part!r} does not say what is in it.")


@cache
def _this_machine() -> dict[str, str]:
    """Names by which only this machine, or its package index, is known; found out now, so that none stands here."""
    names = {socket.gethostname(): "the name of this machine"}
    said = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False).stdout
    said += "\n".join(os.environ.get(name, "") for name in ("PIP_INDEX_URL", "UV_INDEX_URL", "UV_DEFAULT_INDEX", "NPM_CONFIG_REGISTRY", "npm_config_registry"))
    for address in re.findall(r"https?://\S+", said):
        host = urlsplit(address.strip("'\"")).hostname or ""
        if host not in ("", "pypi.org", "registry.npmjs.org"):
            names[host] = "the name of a package index"
    return {re.escape(name): why for name, why in names.items() if len(name) > 4 and name not in ("localhost", "alongside")}


def of_one_machine(path: str, text: str) -> Iterator[Fault]:
    """A clone works anywhere, so nothing in it knows where it was made."""
    for pattern, why in (_MACHINE | _this_machine()).items():
        for found in re.finditer(pattern, text):
            yield Fault(path, text.count("\n", 0, found.start()) + 1, f"{found[0]!r} is {why}.")


def unfinished(path: str, text: str) -> Iterator[Fault]:
    """A thing is done or it is an issue; a mark in the code is neither."""
    for found in _UNFINISHED.finditer(text):
        yield Fault(path, text.count("\n", 0, found.start()) + 1, f"{found[0]} marks unfinished work.")


def of_somebody_real(path: str, text: str) -> Iterator[Fault]:
    """Invented people have e-mail at example.org and a telephone that never rings."""
    for found in _EMAIL.finditer(text):
        if not _NOBODYS_DOMAIN.search(found[1].lower()):
            yield Fault(path, text.count("\n", 0, found.start()) + 1, f"{found[0]!r} could be somebody's e-mail address.")
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found[0].replace("+44", "0"))
        if len(digits) in (10, 11) and digits != "0123456789" and not _DRAMA.match(digits):
            yield Fault(path, text.count("\n", 0, found.start()) + 1, f"{found[0]!r} could be somebody's telephone number.")


def faults() -> list[Fault]:
    """Everything untidy in the whole clone."""
    found: list[Fault] = [fault for path in our_files() for fault in badly_named(path)]
    for path, text in ours(""):
        found += too_long(path, text)
        if path == "LICENSE":
            continue
        found += of_one_machine(path, text)
        if not path.startswith(_LOCKS):
            found += unfinished(path, text)
            found += of_somebody_real(path, text)
    found += [Fault(path, 1, "is listed as longer for a reason, but is not.") for path in LONGER_FOR_A_REASON if path not in our_files()]
    return found
