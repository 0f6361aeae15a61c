"""The elements of a list whose JSON is broken somewhere, or nested too deeply: each is cut out by its brackets, so that none takes the others with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN, _CLOSE = "[{", "]}"
_ID = re.compile(r'"id"\s*:\s*(?:"([^"\\\n]{1,200})"|(-?[0-9.]{1,40}))')


def pieces(text: str) -> Iterator[str]:
    """What stands between the commas of the outermost list. Brackets and commas within quotation marks are words."""
    start = text.find("[")
    if start < 0 or text[:start].strip():
        return
    depth, began, quoted, escaped = 0, start + 1, False, False
    for at in range(start, len(text)):
        letter = text[at]
        if quoted:
            quoted, escaped = (escaped or letter != '"') and letter != "\n", letter == "\\" and not escaped
        elif letter == '"':
            quoted = True
        elif letter in _OPEN:
            depth += 1
        elif letter in _CLOSE:
            depth -= 1
        if not quoted and (depth == 0 or (depth == 1 and letter == ",")):
            yield text[began:at]
            began = at + 1
            if depth == 0:
                return
    yield text[began:]


def id_in(piece: str) -> str | None:
    """The id that a broken case most likely has."""
    found = _ID.search(piece)
    return (found[1] or found[2]) if found else None
