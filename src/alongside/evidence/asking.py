"""What a page of figures was asked for, by whom, and what it is counted from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.foundation.periods import Period
from alongside.foundation.words import Vocabulary
from alongside.money.queries import posts_of_a_team, streams_seen_by
from alongside.teams.models import Team
from alongside.web.pages import Request

from . import periods, permissions, queries, tables
from .figures import Figure, every_figure
from .forms import Choices, WhichFigures
from .letting_out import Leaver, leaving
from .models import Extract, LetOut
from .pairs import pairs_of
from .payers import NO_POST, Payers, people_there
from .rules import rounded
from .saying import Shown, days_of, in_words, period_name
from .saying_small import small_numbers

if TYPE_CHECKING:
    from .counting import Opened


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
    posts: dict[str, str]
    """The names of the posts by which its people are counted, by key."""
    paid: Callable[[Period], Payers]
    """Which stream pays for which of them in a period."""
    streams: dict[str, str]
    """The names of the funding streams that whoever asks may read, by key."""

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
    def places(self) -> dict[str, str]:
        """The localities that are asked of, by key: one, or all of the team's."""
        return {key: name for key, name in self.localities.items() if self.locality in ("", key)}

    @property
    def where(self) -> str:
        """The locality's name, the post's and who pays, as far as one is asked for; nothing for the whole team."""
        given = self.form.cleaned_data
        names = (
            self.localities.get(self.locality, ""),
            self.posts_named[given["post"]] if given.get("post") else "",
            self.streams.get(given.get("stream", ""), ""),
        )
        return ", ".join(name for name in names if name)

    @property
    def posts_named(self) -> dict[str, str]:
        """Every post of the organisation, for what has left may name one that is the team's no more; and what it is called to count for none."""
        return queries.names_of_posts(self.team) | {NO_POST: _("No post")}

    @property
    def of_whom(self) -> tables.Where:
        """Of whom is counted: those of a locality, of a post, of whoever pays."""
        post, stream = (str(self.form.cleaned_data.get(name, "")) for name in ("post", "stream"))
        posts = frozenset({post}) if post else None
        if stream:
            theirs = frozenset(self.payers.posts_of(stream))
            posts = theirs if posts is None else posts & theirs
        return tables.Where(self.locality, posts)

    @property
    def payers(self) -> Payers:
        """Who pays for which post in the period that is asked for."""
        return self.paid(self.period)

    def is_asked_of(self, extract: Opened) -> Callable[[int], bool]:
        """Whether somebody, as a number of the extract, is among those who are asked of: by locality, by post, by who pays."""
        asked = self.of_whom
        there = None if asked.is_everywhere else people_there(extract, self.over, asked.posts, asked.locality)
        return lambda person: there is None or person in there

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


_KEPT = ("period", "locality", "post", "stream", "as", *(f"{name}_{part}" for name in ("since", "until") for part in ("day", "month", "year")))


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
    counted = list(posts_of_a_team(team))
    posts = {str(post.id): post.name for post in counted}
    streams = {str(stream.id): stream.name for stream in streams_seen_by(request.actor) if stream.organisation_id == team.organisation_id}
    years = () if exact else queries.years_left(team.id, before=periods.named(periods.LAST_YEAR, on=today).since)
    chosen = Choices(names, localities, posts | {NO_POST: _("No post")} if posts else {}, streams, years)
    form = WhichFigures(given, chosen=chosen, exact=exact, today=today)
    own = (queries.reasons_of(team.id), queries.kinds_of(team.id), posts, queries.payers_of(counted), streams)
    return Asking(request, team, form, exact, may_be_exact, localities, extract, *own)


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

    names = {
        tables.LOCALITIES: asking.localities,
        tables.LISTED: asking.listed,
        tables.KINDS: asking.kinds,
        tables.POSTS: asking.posts_named,
        tables.STREAMS: asking.streams,
    }
    on, own = asking.made.made_on, {name: list(given) for name, given in (names | {tables.POSTS: asking.posts}).items()}
    words = Vocabulary(asking.team.vocabulary)
    with opened(lambda: bytes(asking.made.payload or b""), queries.counted_ahead(asking.made)) as extract:
        leaver = Leaver(extract, own, on, {} if asking.exact else queries.what_left(asking.team.id, asking.period), asking.paid)
        is_asked = asking.is_asked_of(extract)
        said_no = sum(extract.counts("people_who_said_no", asking.over).values())
        return [
            in_words(
                figure,
                tables.exact(extract, figure, asking.period, own, extracted_on=on, where=asking.of_whom, payers=asking.payers)
                if asking.exact
                else leaving(leaver, figure, asking.period),
                names,
                words,
                pairs=pairs_of(extract.circles(asking.over, asking.locality, is_asked)) if figure.paired else None,
                said_no=said_no if asking.exact else rounded(said_no),
            )
            for figure in figures
        ]


def numbers_behind(asking: Asking, figure: Figure, part: str) -> list[int]:
    """The people behind a part of a figure, as numbers of the extract."""
    from .counting import opened

    with opened(lambda: bytes(asking.made.payload or b"")) as extract:
        return list(filter(asking.is_asked_of(extract), extract.behind(figure.expression, asking.over, part, asking.locality)))


def team_to_make_for(request: Request) -> UUID:
    """The team named in a form that asks for its figures to be made."""
    try:
        return UUID(request.POST.get("team", ""))
    except ValueError:
        raise Http404 from None
