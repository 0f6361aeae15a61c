"""Words of one's own neighbourhood, beside those that come with us: a file of meanings that a team writes, in the form of knowledge/meanings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

SET_BY = "ALONGSIDE_WORDS"

LISTS = ("words", "said", "found", "also", "kept for them")
STATES = ("trouble", "lack")

LONGEST = 1_000_000
"""Bytes of such a file."""


def own_groups() -> list[dict[str, Any]]:
    """The meanings of the file that is set; none where there is none, or where it cannot be used."""
    found = _read()
    return found if isinstance(found, list) else []


def what_is_wrong() -> str | None:
    """Why the file that is set cannot be used, as part of a sentence."""
    found = _read()
    return found if isinstance(found, str) else None


def _read() -> list[dict[str, Any]] | str:
    path = os.environ.get(SET_BY, "")
    if not path:
        return []
    try:
        with Path(path).open("rb") as file:
            read = file.read(LONGEST + 1)
        given = yaml.safe_load(read.decode()) if len(read) <= LONGEST else None
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as broken:
        return (broken.strerror or "it cannot be read").lower() if isinstance(broken, OSError) else "it is no YAML"
    if not isinstance(given, list):
        return "it has to be a list of meanings, each beginning with a dash"
    return next((f"meaning {number}: {wrong}" for number, group in enumerate(given, 1) if (wrong := _slip(group))), given)


def _slip(group: Any) -> str | None:
    """What is wrong with one meaning."""
    if not isinstance(group, dict) or not {"words", "said"} & group.keys():
        return "it has to say words, or what is said and found"
    if strange := [str(part) for part in group if part not in (*LISTS, "name", "state")]:
        return f"“{strange[0]}” is no part of a meaning; there are name, state, {', '.join(LISTS)}"
    if "kept for them" in group and "name" not in group:
        return "what is kept for some people needs a name"
    if not isinstance(group.get("name", ""), str) or group.get("state", STATES[0]) not in STATES:
        return "a name is a text, and a state is trouble or lack"
    wrong = [part for part in LISTS if not isinstance(group.get(part, []), list) or not all(isinstance(one, str | int) for one in group.get(part, []))]
    return f"“{wrong[0]}” has to be a list of words, such as [twmp, barn dance]" if wrong else None
