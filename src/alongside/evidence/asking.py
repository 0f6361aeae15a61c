"""What a page of figures was asked for, by whom, and what it is counted from."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.http import urlencode

from alongside.foundation.periods import Period
from alongside.foundation.words import Vocabulary
from alongside.teams.models import Team
from alongside.web.pages import Request

from . import periods, permissions, queries, tables
from .figures import Figure, every_figure
from .forms import WhichFigures
from .letting_out import Leaver, leaving
from .models import Extract, LetOut
from .pairs import pairs_of
from .rules import rounded
from .saying import Shown, days_of, in_words, period_name
from .saying_small import small_numbers


@dataclass(frozen=True)
class Asking:
    """One team's figures over one period: as they are for its manager, as they leave for everybody else."""

    request: Request
    team: Team
    form: WhichFigures
    exact: bool
    may_be_exact: bool
    localities: dict[str, str]
    extract: Extract | None
    listed: dict[str, str]
    """The words on the team's own list of reasons, by key."""
    kinds: dict[str, str]
    """The kinds of change on the team's own list, by key."""

    @property
    def is_clear(self) -> bool:
        """Whether the period and the rest could be read."""
        return bool(self.form.is_valid())

    @property
    def period(self) -> Period:
        return self.form.asked

    @property
    def locality(self) -> str:
        """One locality's key, or nothing for all of them."""
        return str(self.form.cleaned_data.get("locality", ""))

    @property
    def where(self) -> str:
        """The locality's name, or nothing for the whole team."""
        return self.localities.get(self.locality, "")

    @property
    def made(self) -> Extract:
        """What the figures are counted from; there is no page of figures without."""
        if self.extract is None:
            raise Http404
        return self.extract

    @property
    def made_today(self) -> bool:
        return self.extract is not None and self.extract.made_on == timezone.localdate(self.request.now)

    @property
    def days(self) -> str:
        """`1 April 2026 to 3 November 2026`."""
        return days_of(self.period, self.over) if self.extract else ""

    @property
    def period_said(self) -> str:
        """`Last quarter: 1 July 2026 to 30 September 2026`."""
        return f"{period_name(self.form.cleaned_data['period'])}: {self.days}"

    @property
    def asks_own_days(self) -> bool:
        return self.form["period"].value() == periods.OWN

    @property
    def over(self) -> periods.Window:
        return periods.window(self.period, extracted_on=self.made.made_on)

    @property
    def rule(self) -> str:
        """What is done to small numbers before they leave."""
        return small_numbers()

    @property
    def another_edition(self) -> LetOut | None:
        """What had left of this year before and was taken back, if anything was."""
        return queries.taken_back(self.team.id, self.period) if self.extract and self.is_clear else None

    @property
    def query(self) -> str:
        """The same question, for links to other pages."""
        return urlencode({name: value for name, value in self.request.GET.items() if name in _KEPT} | {"team": self.team.id})

    @property
    def query_as_it_leaves(self) -> str:
        return urlencode({"team": self.team.id, "as": "leaves"})

    @property
    def query_as_it_is(self) -> str:
        return urlencode({"team": self.team.id})


_KEPT = ("period", "locality", "as", *(f"{name}_{part}" for name in ("since", "until") for part in ("day", "month", "year")))


def ask(request: Request, *, leaving: bool = False) -> Asking:
    """Read the address: the first of one's teams and this financial year (or the last, of what leaves) unless it says otherwise."""
    teams = {str(team.id): team for team in queries.teams_counted()}
    team = teams.get(request.GET.get("team", "")) or next(iter(teams.values()), None)
    if team is None or request.GET.get("team", str(team.id)) not in teams:
        raise Http404
    may_be_exact = permissions.sees_exact_numbers(request.actor, team.id)
    exact = may_be_exact and not leaving and request.GET.get("as") != "leaves"
    localities = queries.localities_of(team.id)
    given: dict[str, Any] = {"period": periods.THIS_YEAR if exact else periods.LAST_YEAR} | request.GET.dict() | {"team": str(team.id)}
    extract = queries.newest_extract(team.id)
    today = extract.made_on if extract else timezone.localdate(request.now)
    names = {key: one.name for key, one in teams.items()}
    form = WhichFigures(given, teams=names, localities=localities, exact=exact, today=today)
    return Asking(request, team, form, exact, may_be_exact, localities, extract, queries.reasons_of(team.id), queries.kinds_of(team.id))


def figure_called(key: str) -> Figure:
    """One figure by its key; there is no page for another."""
    try:
        return every_figure()[key]
    except KeyError:
        raise Http404 from None


def shown(asking: Asking, figures: Iterable[Figure]) -> list[Shown]:
    """Count these figures and say them."""
    # The engine is large and most pages never count: it is loaded when a figure is first asked for.
    from .counting import opened

    on, own = asking.made.made_on, {tables.LOCALITIES: list(asking.localities), tables.LISTED: list(asking.listed), tables.KINDS: list(asking.kinds)}
    words = Vocabulary(asking.team.vocabulary)
    with opened(bytes(asking.made.payload or b"")) as extract:
        leaver = Leaver(extract, own, on, {} if asking.exact else queries.what_left(asking.team.id, asking.period))
        said_no = sum(extract.counts("people_who_said_no", asking.over).values())
        return [
            in_words(
                figure,
                tables.exact(extract, figure, asking.period, own, extracted_on=on, locality=asking.locality)
                if asking.exact
                else leaving(leaver, figure, asking.period),
                {tables.LOCALITIES: asking.localities, tables.LISTED: asking.listed, tables.KINDS: asking.kinds},
                words,
                pairs=pairs_of(extract.circles(asking.over, asking.locality)) if figure.paired else None,
                said_no=said_no if asking.exact else rounded(said_no),
            )
            for figure in figures
        ]


def numbers_behind(asking: Asking, figure: Figure, part: str) -> list[int]:
    """The people behind a part of a figure, as numbers of the extract."""
    from .counting import opened

    with opened(bytes(asking.made.payload or b"")) as extract:
        return extract.behind(figure.expression, asking.over, part, asking.locality)


def source_of(figure: Figure) -> str:
    """How a figure is counted, as it is written: its expression, with what that leans on."""
    from . import expressions

    function = expressions.every()[figure.expression]
    written_in = inspect.getmodule(function)
    leaned_on = [getattr(written_in, name) for name in function.__code__.co_names if name.startswith(("_", "people_")) and hasattr(written_in, name)]
    return "\n\n".join(inspect.getsource(one).strip() for one in (function, *leaned_on) if inspect.isfunction(one))


def team_to_make_for(request: Request) -> UUID:
    """The team named in a form that asks for its figures to be made."""
    try:
        return UUID(request.POST.get("team", ""))
    except ValueError:
        raise Http404 from None
