"""Figures in the team's own words: names, parts and the title that says the message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.periods import Period
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import all_words, say_meaning, say_word

from . import periods
from .figures import Figure
from .messages import message, percent
from .pairs import Pairs
from .saying_pairs import in_rows
from .saying_small import how_it_leaves
from .tables import LOCALITIES, POSTS, STREAMS, Table, words_of


class _Words(dict[str, str]):
    """`{introductions}`, `{Introductions}`, `{a change}`: a word of ours, one or many, small or with a capital, with its article."""

    def __init__(self, vocabulary: Vocabulary, **given: str) -> None:
        super().__init__(given)
        self |= {stored: say_word(word, vocabulary) for stored, word in all_words()["journeys.LEVELS"].items()}
        for stored, word in all_words()[""].items():
            self[stored] = say_word(word, vocabulary)
            self[word.said_of_many()] = say_word(word, vocabulary, many=True)

    def __missing__(self, name: str) -> str:
        if name[:1].isupper():
            found = self[name[:1].lower() + name[1:]]
            return found[:1].upper() + found[1:]
        if name.startswith("a "):
            return ("an " if (word := self[name[2:]])[:1] in "aeiou" else "a ") + word
        raise KeyError(name)


def told(text: str, vocabulary: Vocabulary, **given: str) -> str:
    """A definition's own sentence, in the team's words and the reader's language."""
    return _(text).format_map(_Words(vocabulary, **given)) if text else ""


@dataclass(frozen=True)
class Line:
    """One line of a table: what is counted, what that means, how many (None when held back), and how much of the total that
    is: as a bar (0 to 100; None where the total is held back) and as a whole percentage of enough."""

    part: str
    label: str
    meaning: str
    n: int | None
    bar: int | None
    percent: int | None


@dataclass(frozen=True)
class Shown:
    """A figure as a page, a print or a file shows it."""

    key: str
    name: str
    message: str
    figure: Figure
    vocabulary: Vocabulary
    table: Table
    lines: list[Line]
    homes: list[Line]
    pairs: list[tuple[str, str]]
    """What is told of pairs, line by line; nothing where it compares none."""
    posts: Sequence[Line] = ()
    """Its total, post by post, where that may be told; `streams` by who pays for them, of those whom the reader may read."""
    streams: Sequence[Line] = ()
    said_no: int | None = 0
    """How many said no to evaluation, and are in no figure of people's lives; None where that is held back."""

    @property
    def leaves_some_out(self) -> bool:
        """Whether there is anybody whom it leaves out because they said no."""
        return self.figure.evaluates and self.said_no != 0

    @property
    def sum_in_words(self) -> str:
        """`5 + 12 + 3 = 20`, of exact numbers."""
        return f"{' + '.join(str(line.n) for line in self.lines)} = {sum(line.n or 0 for line in self.lines)}"

    @property
    def how_it_leaves(self) -> str:
        return how_it_leaves(self.figure)

    @property
    def sentence(self) -> str:
        return told(self.figure.sentence, self.vocabulary)

    @property
    def window(self) -> str:
        return told(self.figure.window, self.vocabulary)

    @property
    def cohort(self) -> str:
        return told(self.figure.cohort, self.vocabulary)

    @property
    def exclusions(self) -> str:
        return told(self.figure.exclusions, self.vocabulary)

    @property
    def headline(self) -> str:
        """What stands under its total at the top of the page; nothing for a figure whose total another gives."""
        return told(self.figure.headline, self.vocabulary)

    @property
    def by(self) -> str:
        return told(self.figure.by, self.vocabulary)


def in_words(
    figure: Figure, table: Table, own: dict[str, dict[str, str]], vocabulary: Vocabulary, *, pairs: Pairs | None = None, said_no: int | None = 0
) -> Shown:
    """A counted figure, said. `own` are the names of what is the team's own, its localities and the words on its list."""
    labels = _labels(figure, own, vocabulary)
    return Shown(
        figure.key,
        told(figure.name, vocabulary),
        _message(figure, table, labels, vocabulary),
        figure,
        vocabulary,
        table,
        _lines(_in_order(table.parts, labels) | table.parts, labels, table),
        _lines(table.of_localities or {}, _home_labels(own[LOCALITIES], vocabulary), table),
        in_rows(pairs, table) if pairs else [],
        _lines(_in_order(table.of_posts or {}, own.get(POSTS, {})), _named(own.get(POSTS, {})), table),
        _lines(_in_order(table.of_streams or {}, own.get(STREAMS, {})), _named(own.get(STREAMS, {})), table),
        said_no,
    )


def _lines(numbers: dict[str, int | None], labels: dict[str, tuple[str, str]], table: Table) -> list[Line]:
    lines = []
    for part, n in numbers.items():
        label, meaning = labels.get(part, (part, ""))
        share = percent(n, table.total) if table.exact else None
        lines.append(Line(part, label[:1].upper() + label[1:], meaning, n, _bar(n, table.total), share))
    return lines


def _bar(n: int | None, total: int | None) -> int | None:
    """Its share of the total in hundredths, one at least to be seen; rounded numbers may add up to a little more than theirs."""
    return min(100, max(1, round(100 * n / total))) if n and total else None


def _in_order(numbers: dict[str, int | None], names: Iterable[str]) -> dict[str, int | None]:
    """Those that have a name here, in its order: of words the one in which they are told, of who pays those that the reader may read."""
    return {key: numbers[key] for key in names if key in numbers}


def _named(names: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {key: (name, "") for key, name in names.items()}


def _labels(figure: Figure, own: dict[str, dict[str, str]], vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    named = {key: (name, "") for key, name in own.get(figure.parts, {}).items()}
    return named | {word.stored: (say_word(word, vocabulary), say_meaning(word)) for word in words_of(figure)}


def _home_labels(localities: dict[str, str], vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    return {key: (name, "") for key, name in localities.items()} | {
        word.stored: (say_word(word, vocabulary), say_meaning(word)) for word in all_words()["evidence.OTHER_PARTS"].values()
    }


def _message(figure: Figure, table: Table, labels: dict[str, tuple[str, str]], vocabulary: Vocabulary) -> str:
    if figure.adds:
        return _sum_said(figure, table, vocabulary)
    said = message(table)
    kind = said.kind if said.kind in figure.says else "level"
    part, second = (told(figure.phrases.get(name, ""), vocabulary) or labels.get(name, (name, ""))[0] for name in (said.part, said.second))
    sentences = [told(figure.says[kind], vocabulary, part=part, second=second)]
    for also, text in figure.also_says.items():
        if kind != "none" and also not in (said.part, said.second):
            n = table.parts.get(also)
            sentences.append(told(text, vocabulary, n=_("held back") if n is None else str(n)))
    return ". ".join(sentences)


def _sum_said(figure: Figure, table: Table, vocabulary: Vocabulary) -> str:
    """A sum is said as it is: what most of it was for may be one person's doing, so no part is said to stand out."""
    kind = "held back" if table.total is None else "some" if table.total else "none"
    return told(figure.says[kind], vocabulary, n=str(table.total))


_NAMES: dict[str, Any] = {
    periods.THIS_QUARTER: lambda: _("This quarter"),
    periods.LAST_QUARTER: lambda: _("Last quarter"),
    periods.THIS_YEAR: lambda: _("This financial year"),
    periods.LAST_YEAR: lambda: _("Last financial year"),
    periods.ALL_TIME: lambda: _("All time"),
    periods.OWN: lambda: _("Days of your own"),
}


def period_name(name: str) -> str:
    """`Last quarter`."""
    if name.startswith(periods.BEFORE):
        first = int(name.removeprefix(periods.BEFORE))
        return _("April %(first)s to March %(last)s") % {"first": first, "last": first + 1}
    return str(_NAMES[name]())


def days_of(period: Period, until: periods.Window) -> str:
    """`1 July 2026 to 30 September 2026`; up to the day the figures were made if the period is not over."""
    last = date_format(until.day, "j F Y")
    if period.since == periods.BEGINNING:
        return _("up to %(last)s") % {"last": last}
    return _("%(first)s to %(last)s") % {"first": date_format(period.since, "j F Y"), "last": last}
