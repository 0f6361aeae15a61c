"""The words of a measure in another language, where its owner gives them: never made here, because another wording is another question.

other_language: {lang: cy, begin: …, least: …, most: …, answers: {often: yn aml}, items: {happy: …}}
items: {happy: {asks: …, answers: {never: byth}}}     where a question has answers of its own
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.foundation.mappings import Slip, one_text, only, paired, quoted
from alongside.foundation.words import Sentence

from .measure import Item

HERE = "other_language"
_TEXTS = ("lang", "begin", "least", "most")
LANGUAGES = 2, 3

NO_LANGUAGE = Sentence("%(named)s: lang, in %(where)s, names the other language by its two letters, such as cy for Welsh.")
STRANGE_ITEM = Sentence("%(named)s: %(where)s words “%(strange)s”, which is none of its questions.")
NOT_ALL_ASKED = Sentence("%(named)s: %(where)s leaves out “%(missing)s”. Word every question and every answer, or leave the other language out.")


@dataclass(frozen=True)
class Wording:
    """Every question and answer in another language: `asks` by question, `answers` by question and number, `ends` of those with numbers alone."""

    lang: str
    begin: str
    asks: dict[str, str]
    answers: dict[str, dict[int, str]] = field(default_factory=dict)
    ends: tuple[str, str] = ("", "")


def wording(given: Any, items: Sequence[Item]) -> Wording | None:
    """The other language as the file tells it; none where it tells of none, and none that words half of the measure."""
    if given is None:
        return None
    where = quoted(HERE)
    top = paired(given, where, "lang: cy")
    only(top, (*_TEXTS, "answers", "items"), where)
    for what in _TEXTS:
        one_text(top.get(what, ""), f"{where}, {what}", "…", may_be_empty=True)
    if not top.get("lang", "").isalpha() or len(top["lang"]) not in LANGUAGES:
        raise Slip(NO_LANGUAGE, where=where)
    told = paired(top.get("items", {}), where, "happy: Pa mor hapus oeddech chi ddoe?")
    if strange := [key for key in told if key not in {item.key for item in items}]:
        raise Slip(STRANGE_ITEM, where=where, strange=strange[0])
    asks, answers = {}, {}
    of_all = paired(top.get("answers", {}), where, "often: yn aml")
    for item in items:
        own = told.get(item.key, "")
        spec = own if isinstance(own, dict) else {"asks": own}
        only(spec, ("asks", "answers"), where)
        asks[item.key] = _said(spec, "asks", item.key, where)
        words = of_all | paired(spec.get("answers", {}), where, "never: byth")
        answers[item.key] = {number: _said(words, said, said, where) for number, said in item.answers.items()}
    return Wording(top["lang"], top.get("begin", ""), asks, answers, (top.get("least", ""), top.get("most", "")))


def _said(given: dict[str, Any], what: str, called: str, where: str) -> str:
    found = given.get(what)
    if not isinstance(found, str) or not found.strip():
        raise Slip(NOT_ALL_ASKED, where=where, missing=called)
    return found
