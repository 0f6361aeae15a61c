"""Tables that are worked out from other figures, or from what posts cost; from what leaves, where they leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from alongside.foundation.words import Vocabulary
from alongside.money.models import Post
from alongside.money.paid import paid_by, pence_a_person, years_alongside
from alongside.money.pence import in_pounds
from alongside.money.posts import Stretch
from alongside.money.queries import streams_seen_by

from . import distance, laid_places, laid_uses, laid_voices, laid_worth, queries
from .asking import Asking
from .laid_places import ALONGSIDE
from .reports import LaidOut
from .saying import Shown, told

Rows = list[tuple[str, ...]]


@dataclass(frozen=True)
class Laid:
    """A table with what it says, as a page, a print or a file shows it."""

    defined: LaidOut
    vocabulary: Vocabulary
    message: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    @property
    def key(self) -> str:
        return self.defined.key

    @property
    def name(self) -> str:
        return told(self.defined.name, self.vocabulary)

    @property
    def bars(self) -> list[list[int]]:
        """For each row a bar for each column that is drawn, in hundredths of the longest; nought where a cell holds no number, and nothing where none does."""
        numbers = [[_number_in(row[column]) for column in self.defined.draws] for row in self.rows]
        most = max((n for row in numbers for n in row), default=0.0)
        return [[round(100 * n / most) for n in row] for row in numbers] if most else []

    @property
    def numbers(self) -> list[bool]:
        """For each column whether it holds numbers, which stand to the right; a third of its cells is enough, for some are held back or not known."""
        columns = [[row[place] for row in self.rows if row[place]] for place in range(len(self.heads))]
        return [sum(map(_is_a_number, cells)) * 3 > len(cells) for cells in columns]

    @property
    def headed(self) -> list[tuple[str, bool]]:
        """Its heads, each with whether numbers stand under it."""
        return list(zip(self.heads, self.numbers, strict=True))

    @property
    def lines(self) -> list[tuple[list[tuple[str, bool]], list[int]]]:
        """Its rows: cells, each with whether its column holds numbers, and the bars beside them."""
        return [(list(zip(row, self.numbers, strict=True)), bars) for row, bars in self.drawn]

    @property
    def drawn(self) -> list[tuple[tuple[str, ...], list[int]]]:
        """Its rows, each with its bars."""
        return list(zip(self.rows, self.bars or [[]] * len(self.rows), strict=True))

    @property
    def sentence(self) -> str:
        return told(self.defined.sentence, self.vocabulary)

    @property
    def window(self) -> str:
        return told(self.defined.window, self.vocabulary)

    @property
    def cohort(self) -> str:
        return told(self.defined.cohort, self.vocabulary)

    @property
    def exclusions(self) -> str:
        return told(self.defined.exclusions, self.vocabulary)


_BEGINS_A_NUMBER = re.compile(r"[£+−-]*\d")
_A_NUMBER = re.compile(r"£?([\d,]+(?:\.\d+)?)")


def _is_a_number(cell: str) -> bool:
    """“£0.03 to £0.12” and “9 of 20” are; “2024, mid-year estimates” is words that begin with one."""
    return _BEGINS_A_NUMBER.match(cell) is not None and sum(map(str.isalpha, cell)) <= sum(map(str.isdigit, cell))


def _number_in(cell: str) -> float:
    found = _A_NUMBER.match(cell)
    return float(found[1].replace(",", "")) if found else 0.0


def lay_out(asking: Asking, defined: LaidOut, counted: Mapping[str, Shown]) -> Laid:
    """One table, of figures that are counted already."""
    message, heads, rows = _TABLES[defined.key](asking, counted)
    return Laid(defined, Vocabulary(asking.team.vocabulary), message, heads, rows)


def _quality(_asking: Asking, counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    rows: Rows = []
    for one in counted.values():
        rows += [(one.name, line.label, _said(line.n), _said(one.table.total)) for line in one.lines if line.part in one.figure.missing]
    lacking = sum(row[2] != "0" for row in rows)
    message = _("Something is not known in %(some)s of %(all)s places where it could be told") % {"some": lacking, "all": len(rows)}
    return message, (_("Figure"), _("Not known"), _("How many"), _("Of")), rows


def _costs(asking: Asking, counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    over, localities = _stretch(asking), [UUID(key) for key in asking.places]
    # People of one post, or of one who pays, are not those whom all posts of these places walk alongside.
    people = counted[ALONGSIDE].table.total if asking.of_whom.posts is None else None
    rows: Rows = []
    spent = 0
    for stream in streams_seen_by(asking.request.actor):
        paid = [one for one in paid_by(stream, over) if _is_asked_of(one.post, asking)]
        if not (paid or asking.of_whom.is_everywhere):
            continue
        pence, years = sum(one.pence for one in paid), sum((one.post_years for one in paid), Fraction(0))
        each = pence_a_person(paid, localities, years_alongside(stream, localities, over), people) if people else None
        spent += pence
        a_year = in_pounds(round(pence / years)) if years else _("not measured")
        rows.append((stream.name, _decimal(years), in_pounds(pence), a_year, in_pounds(each) if each is not None else _("not measured, or held back")))
    message = (
        _("%(sum)s was paid for posts by the streams that you may read") % {"sum": in_pounds(spent)}
        if rows
        else _("No funding stream that you may read paid for it")
    )
    return message, (_("Funding stream"), _("Posts in a year"), _("Paid"), _("One post in a year"), _("One person in a year")), rows


def _is_asked_of(post: Post, asking: Asking) -> bool:
    where = asking.of_whom
    return where.locality in ("", str(post.locality_id)) and (where.posts is None or str(post.id) in where.posts)


def _payers(asking: Asking, counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    of_all = counted[ALONGSIDE]
    rows: Rows = [(_("Post"), line.label, _said(line.n)) for line in of_all.posts] if asking.posts else []
    rows += [(_("Who pays"), line.label, _said(line.n)) for line in of_all.streams]
    message = (
        _("How many people each post was there for, and each funding stream")
        if rows
        else _("By post and by who pays nothing is told here: no post is written down, or what is shown is no whole financial year of the whole team")
    )
    return message, (_("By"), _("Which"), _("People")), rows


def _travelled(asking: Asking, _counted: Mapping[str, Shown]) -> tuple[str, tuple[str, ...], Rows]:
    if not asking.exact:
        year = asking.period
        kept = queries.what_left(asking.team.id, year)
        left = {
            total: shown for (total, since, until), shown in kept.items() if total.startswith(distance.PREFIX) and (since, until) == (year.since, year.until)
        }
        rows = distance.rows_that_left(distance.measures_of(asking.team.id), left)
        message = (
            _("How far people travelled, question by question, as it may leave")
            if rows
            else _("Nothing is told of distance travelled: it leaves for a financial year, where people were asked a measure")
        )
        return message, distance.heads_that_left(), rows
    from .counting import opened

    with opened(bytes(asking.made.payload or b"")) as extract:
        is_asked = asking.is_asked_of(extract)
        askings, answers = ([row for row in extract.rows(table) if is_asked(row[0])] for table in ("askings", "answers"))
        found = distance.how_far(distance.measures_of(asking.team.id), askings, answers, asking.over.until)
    rows = distance.in_rows(found, Vocabulary(asking.team.vocabulary))
    most = max((one.told.pairs for one in found), default=0)
    message = (
        _("At most %(most)s people answered the same question twice") % {"most": most}
        if found
        else _("Nobody was asked any measure. That does not mean that nothing changed")
    )
    return message, distance.heads(), rows


_TABLES: dict[str, Callable[[Asking, Mapping[str, Shown]], tuple[str, tuple[str, ...], Rows]]] = {
    "quality": _quality,
    "costs": _costs,
    "posts": laid_places.posts,
    "lives-here": laid_places.lives_here,
    "used": laid_uses.used,
    "payers": _payers,
    "travelled": _travelled,
    "valuations": laid_worth.valuations,
    "wellbys": laid_worth.wellbys,
    "assumed": laid_worth.assumed,
    "people-say": lambda _asking, counted: laid_voices.said_by("people", counted),
    "partners-say": lambda _asking, counted: laid_voices.said_by("partners", counted),
}


def _stretch(asking: Asking) -> Stretch:
    return Stretch(asking.over.since, asking.over.until)


def _said(n: int | None) -> str:
    return _("held back") if n is None else str(n)


def _decimal(of: Fraction) -> str:
    return str(number_format(round(float(of), 1), 1))
