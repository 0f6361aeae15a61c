"""A file of cases, as JSON or a case a line, with every figure kept as it is written: 4.00 says more than 4."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.foundation.refusals import Refused

from . import sentences
from .pieces import id_in, pieces

LARGEST = 20_000_000
"""Bytes; the published file has 3,000."""
CASES = ("cases", "figures", "items")


class Written(str):
    """A number exactly as it stands in the file."""

    __slots__ = ()


class NoNumber(str):
    """NaN or Infinity: JSON as some programs write it."""

    __slots__ = ()


class Named(dict[str, Any]):
    """Names and values; `twice` holds the names that stood in it more than once."""

    twice: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unread:
    """Something in the place of a case that is none."""

    where: str
    why: Refused


def content_of(path: str) -> bytes:
    """A file's bytes; “-” reads what is piped in."""
    if path == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as wrong:
        raise Refused(sentences.NO_FILE, path=path, why=getattr(wrong, "strerror", None) or "it is no path") from None


def read_cases(content: bytes) -> Iterator[Named | Unread]:
    """Each case in its order; a refusal where the file as a whole is no list of cases."""
    if len(content) > LARGEST:
        raise Refused(sentences.TOO_LARGE, most=f"{LARGEST:,}")
    text = _text(content)
    if not text.strip():
        raise Refused(sentences.EMPTY)
    try:
        whole = _loads(text)
    except Refused as wrong:
        # One broken case must not take the others with it: they are looked for by their brackets, or line by line.
        found = _as_pieces(text) if text.lstrip().startswith("[") else _as_lines(text)
        if found:
            return iter(found)
        raise wrong from None
    return iter([_case(one, f"case {number}") for number, one in enumerate(_listed(whole), 1)])


def _listed(whole: Any) -> list[Any]:
    if isinstance(whole, list):
        return whole
    if isinstance(whole, Named):
        found = next((whole[name] for name in CASES if isinstance(whole.get(name), list)), None)
        if found is not None:
            return list(found)
        if "id" in whole:
            return [whole]
    raise Refused(sentences.NO_LIST)


def _as_lines(text: str) -> list[Named | Unread]:
    """A case a line, where at least one line is one; what is no JSON is told by its line."""
    found: list[Named | Unread] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        found.append(_one(line, f"line {number}", number))
    return found if any(isinstance(one, Named) for one in found) else []


def _as_pieces(text: str) -> list[Named | Unread]:
    """The same for a list that is broken somewhere, or has something in it that is nested too deeply."""
    found: list[Named | Unread] = []
    line = 1
    for number, piece in enumerate(pieces(text), 1):
        if piece.strip():
            found.append(_one(piece, f"case {number}", line))
        line += piece.count("\n")
    return found if any(isinstance(one, Named) for one in found) else []


def _one(text: str, where: str, line: int) -> Named | Unread:
    try:
        return _case(_loads(text, line), where)
    except Refused as refused:
        return Unread(id_in(text) or where, refused)


def _case(given: Any, where: str) -> Named | Unread:
    if not isinstance(given, Named):
        return Unread(where, Refused(sentences.NO_CASE, what=_kind(given)))
    if given.get("id") is None or not str(given["id"]).strip() or isinstance(given["id"], list | dict | bool):
        return Unread(where, Refused(sentences.NO_ID))
    return given


def _loads(text: str, line: int = 1) -> Any:
    """What JSON says, its numbers as they are written; `line` is where in the file the text begins."""
    try:
        return json.loads(text, parse_int=Written, parse_float=Written, parse_constant=NoNumber, object_pairs_hook=_named)
    except json.JSONDecodeError as wrong:
        raise Refused(sentences.NOT_JSON, line=line + wrong.lineno - 1, column=wrong.colno, why=wrong.msg) from None
    except RecursionError:
        raise Refused(sentences.TOO_DEEP) from None


def _named(pairs: list[tuple[str, Any]]) -> Named:
    found = Named(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        found.twice = tuple(sorted({name for name in names if names.count(name) > 1}))
    return found


def _text(content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(sentences.NOT_TEXT) from None


def _kind(given: Any) -> str:
    if isinstance(given, list):
        return "a list"
    return "nothing (null)" if given is None else "a figure" if isinstance(given, Written) else "a text" if isinstance(given, str) else "true or false"


def safe(text: object, most: int = 300) -> str:
    """Words of a file on one line of ours: no control characters, and an end."""
    shown = "".join(letter if letter.isprintable() else " " for letter in str(text)[: most + 1])
    return " ".join(shown.split()) if len(str(text)) <= most else f"{' '.join(shown[:most].split())}…"
