"""Reading a mapping's YAML: every word as it is written, each part of a shape that we can read, and a sentence when it is not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

import yaml

from .words import Sentence

LONGEST = 100_000
"""Letters; the longest mapping that comes with us has 3,000."""

_NOT_ONE_TEXT = Sentence("%(named)s: %(what)s has to be one piece of text, such as %(example)s.")
_NO_PAIRS = Sentence("%(named)s: %(what)s has to say what belongs to what, such as %(example)s.")
NOTHING = Sentence("%(named)s: %(what)s is empty. Write it like this: %(example)s.")

Spec = dict[str, Any]


class Slip(Exception):
    """Something in a mapping that we cannot read: the sentence that says so, whose gap `named` is the mapping's."""

    def __init__(self, said: Sentence, **parts: Any) -> None:
        super().__init__(said.lac)
        self.said, self.parts = said, parts


def load_yaml(text: str) -> Any:
    """What the YAML says, every word of it as it is written: a “No” in a file is a word, and no false."""
    if len(text) > LONGEST:
        raise Slip(Sentence("%(named)s is longer than %(most)s letters. Is it a mapping?"), most=f"{LONGEST:,}")
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts, lists and mappings
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark:
            raise Slip(Sentence("%(named)s is not YAML (line %(line)s). See the mappings that come with us."), line=mark.line + 1) from None
        raise Slip(Sentence("%(named)s is not YAML. See the mappings that come with us.")) from None
    except (RecursionError, ValueError, TypeError):
        raise Slip(Sentence("%(named)s holds something that no mapping needs. See the mappings that come with us.")) from None


def quoted(*names: str) -> str:
    """Where in the mapping it stands: `“phone”, “from”`."""
    return ", ".join(f"“{short(name)}”" for name in names)


def short(given: Any) -> str:
    """Enough of what stands there to find it again."""
    return given[:60] if isinstance(given, str) else "…"


def only(given: Spec, can: Iterable[str], what: str) -> None:
    """Nothing in it that we do not know."""
    allowed = list(can)
    if strange := [name for name in given if name not in allowed]:
        told = Sentence("%(named)s: %(what)s cannot say “%(strange)s”. It can say: %(known)s.")
        raise Slip(told, what=what, strange=short(strange[0]), known=", ".join(allowed))


def paired(given: Any, what: str, example: str) -> Spec:
    """What belongs to what."""
    if not isinstance(given, dict):
        raise Slip(_NO_PAIRS, what=what, example=example)
    for name in given:
        one_text(name, what, example)
    return given


def listed(given: Any, what: str, example: str, *, may_be_empty: bool = False) -> list[str]:
    """One text, or a list of texts, as a list."""
    found = given if isinstance(given, list) else [given]
    for one in found:
        one_text(one, what, example, may_be_empty=may_be_empty)
    return found


def one_text(given: Any, what: str, example: str, *, may_be_empty: bool = True) -> None:
    """One piece of text."""
    if not isinstance(given, str):
        raise Slip(_NOT_ONE_TEXT, what=what, example=example)
    if not given and not may_be_empty:
        raise Slip(NOTHING, what=what, example=example)
    if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\t\n" for letter in given):
        raise Slip(Sentence("%(named)s: %(what)s holds a character that no text has. Write it anew, such as %(example)s."), what=what, example=example)
