"""A measure read from its file, or a sentence that says what in the file to mend.

name, short, about, source, licence     texts
url, line, begin                        texts, if any: where it is published, what has to be printed, what is said first
needs_reference: yes                    whoever uses it writes down the reference of their licence first
own_words: yes                          each answer may be told in words besides
better: more                            or less; of every item, unless the item says its own
answers: {often: 3, never: 1}           what is answered and the number of each; or, for numbers alone,
from: 0, to: 10                         the least and the most, with least: and most: naming the ends
items: {happy: {asks: …, bands: {low: [0, 4], high: [5, 10]}}}
important: {all: 3}                     the least change that matters to somebody, of any question or score, with
important_source: …                     where that is published
scores: {all: {says: …, adds: [happy, calm], better: more, table: {7: 7.00}}}
other_language: {lang: cy, …}           its words in another language, as their owner gives them: `wording.py`
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from alongside.foundation.mappings import Slip, Spec, listed, load_yaml, one_text, only, paired, quoted
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .measure import Band, Better, Item, Measure, Score
from .wording import HERE, wording

_FILES = Path(__file__).parents[1] / "measures"
_TEXTS, _MAY_BE_LEFT_OUT = ("name", "short", "about", "source", "licence"), ("url", "line", "begin", "important_source")
_OF_ALL = ("better", "answers", "from", "to", "least", "most")
_OF_AN_ITEM = (*_OF_ALL, "asks", "bands", "named")
_YES = ("needs_reference", "own_words")
MOST_ITEMS, FURTHEST = 100, 1_000

NOT_SAID = Sentence("%(named)s does not say its %(what)s. Add a line such as %(what)s: %(example)s.")
NO_NUMBER = Sentence("%(named)s: %(where)s has to be a whole number from -1000 to 1000; “%(given)s” is none.")
NO_RANGE = Sentence("%(named)s: %(where)s has to say its answers, or from and to, the least first.")
NOT_MORE_OR_LESS = Sentence("%(named)s: better, in %(where)s, is “more” or “less”.")
MANY_ITEMS = Sentence("%(named)s has more than %(most)s questions, or none.")
BAND_OUTSIDE = Sentence("%(named)s: the bands of %(where)s have to lie within its answers, the least first, and none over another.")
ADDS_NOTHING = Sentence("%(named)s: the score %(where)s adds up “%(strange)s”, which is none of its questions.")
TABLE_GAPS = Sentence("%(named)s: the table of %(where)s has no line for a sum of %(sum)s.")
NOT_YES = Sentence("%(named)s: %(what)s is “yes”, or is left out.")
NO_LEAST = Sentence("%(named)s: important names “%(where)s”; name one of its questions or scores, and a change above 0.")
TWO_NUMBERS = Sentence("%(named)s: two answers of %(where)s have the same number.")


@cache
def shipped() -> dict[str, Measure]:
    """The measures that come with us, by key."""
    return {path.stem: read_measure(path.read_text(encoding="utf-8"), path.stem) for path in sorted(_FILES.glob("*.yaml"))}


def text_of(key: str) -> str:
    """The file of a measure that comes with us, as it stands."""
    return (_FILES / f"{key}.yaml").read_text(encoding="utf-8")


def read_measure(text: str, named: str) -> Measure:
    """A measure from its YAML; refused with a sentence that says what to mend."""
    try:
        return _made(load_yaml(text), named)
    except Slip as slip:
        raise Refused(slip.said, named=named, **slip.parts) from None


def _made(given: Any, key: str) -> Measure:
    top = paired(given, "the file", "name: Loneliness")
    only(top, (*_TEXTS, *_MAY_BE_LEFT_OUT, *_OF_ALL, *_YES, "items", "scores", "important", HERE), "the file")
    for what in _TEXTS:
        if what not in top:
            raise Slip(NOT_SAID, what=what, example="…")
    texts = {what: top[what] for what in (*_TEXTS, *_MAY_BE_LEFT_OUT) if what in top}
    for what, said in texts.items():
        one_text(said, quoted(what), "a sentence", may_be_empty=what in _MAY_BE_LEFT_OUT)
    told = paired(top.get("items", {}), quoted("items"), "happy: {asks: How happy were you yesterday?}")
    if not 1 <= len(told) <= MOST_ITEMS:
        raise Slip(MANY_ITEMS, most=MOST_ITEMS)
    of_all = {what: top[what] for what in _OF_ALL if what in top}
    items = tuple(_item(name, of_all | _spec(spec, name)) for name, spec in told.items())
    scores = tuple(_score(name, spec, items) for name, spec in paired(top.get("scores", {}), quoted("scores"), "all: {adds: [happy, calm]}").items())
    important = _important(top, {*(item.key for item in items), *(score.key for score in scores)})
    reference, own_words = (_yes(top, what) for what in _YES)
    also = wording(top.get(HERE), items)
    return Measure(key, **texts, important=important, needs_reference=reference, own_words=own_words, items=items, scores=scores, other_language=also)


def _important(top: Spec, keys: set[str]) -> dict[str, Decimal]:
    """The least changes that matter, each above nought and with where that is published."""
    given = paired(top.get("important", {}), quoted("important"), "all: 3")
    if given and not top.get("important_source"):
        raise Slip(NOT_SAID, what="important_source", example="…")
    for key, value in given.items():
        if key not in keys or _decimal(value, quoted("important", key)) <= 0:
            raise Slip(NO_LEAST, where=key)
    return {key: _decimal(value, quoted("important", key)) for key, value in given.items()}


def _spec(spec: Any, name: str) -> Spec:
    found = paired(spec, quoted("items", name), "asks: How happy were you yesterday?")
    only(found, _OF_AN_ITEM, quoted("items", name))
    # Its own answers stand instead of those of all, in either form.
    return ({"answers": None} if "from" in found else {"from": None, "to": None} if "answers" in found else {}) | found


def _item(name: str, spec: Spec) -> Item:
    where = quoted("items", name)
    one_text(spec.get("asks", ""), f"{where}, asks", "How happy were you yesterday?")
    answers = {_number(number, where): said for said, number in paired(spec.get("answers") or {}, where, "often: 3").items()}
    if len(answers) != len(spec.get("answers") or {}):
        raise Slip(TWO_NUMBERS, where=where)
    ends = [spec.get("from"), spec.get("to")]
    if not answers and None in ends:
        raise Slip(NO_RANGE, where=where)
    least, most = (min(answers), max(answers)) if answers else (_number(one, where) for one in ends)
    if least >= most:
        raise Slip(NO_RANGE, where=where)
    bands = tuple(_band(band, limits, where) for band, limits in paired(spec.get("bands", {}), where, "low: [0, 4]").items())
    if any(band.least < least or band.most > most for band in bands) or any(one.most >= other.least for one, other in pairwise(bands)):
        raise Slip(BAND_OUTSIDE, where=where)
    return Item(
        key=name,
        asks=spec.get("asks", ""),
        least=least,
        most=most,
        better=_better(spec, where),
        answers=dict(sorted(answers.items())),
        ends=(str(spec.get("least", "")), str(spec.get("most", ""))),
        bands=bands,
        named=_yes(spec, "named"),
    )


def _band(name: str, given: Any, where: str) -> Band:
    limits = [_number(one, where) for one in listed(given, where, "[0, 4]")]
    if len(limits) != 2 or limits[0] > limits[1]:
        raise Slip(BAND_OUTSIDE, where=where)
    return Band(name, *limits)


def _score(name: str, given: Any, items: tuple[Item, ...]) -> Score:
    where = quoted("scores", name)
    spec = paired(given, where, "adds: [happy, calm]")
    only(spec, ("says", "adds", "better", "table"), where)
    adds = tuple(listed(spec.get("adds", []), where, "[happy, calm]"))
    by_key = {item.key: item for item in items}
    if strange := [one for one in (adds or ("",)) if one not in by_key]:
        raise Slip(ADDS_NOTHING, where=where, strange=strange[0])
    table = {_number(whole, where): _decimal(value, where) for whole, value in paired(spec.get("table", {}), where, "7: 7.00").items()}
    for whole in range(sum(by_key[one].least for one in adds), sum(by_key[one].most for one in adds) + 1) if table else ():
        if whole not in table:
            raise Slip(TABLE_GAPS, where=where, sum=whole)
    one_text(spec.get("says", name), where, "all four together")
    return Score(name, spec.get("says", name), adds, _better(spec, where), table)


def _better(spec: Spec, where: str) -> Better:
    if spec.get("better") not in tuple(Better):
        raise Slip(NOT_MORE_OR_LESS, where=where)
    return Better(spec["better"])


def _yes(spec: Spec, what: str) -> bool:
    if spec.get(what, "yes") != "yes":
        raise Slip(NOT_YES, what=what)
    return what in spec


def _number(given: Any, where: str) -> int:
    try:
        number = int(given, 10) if isinstance(given, str) and given.isascii() and len(given) < 9 else None
    except ValueError:
        number = None
    if number is None or abs(number) > FURTHEST:
        raise Slip(NO_NUMBER, where=where, given=str(given)[:40])
    return number


def _decimal(given: Any, where: str) -> Decimal:
    try:
        value = Decimal(given) if isinstance(given, str) and len(given) < 12 else None
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite() or abs(value) > FURTHEST:
        raise Slip(NO_NUMBER, where=where, given=str(given)[:40])
    return value
