"""Finding extracts, and the people behind a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cache
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from alongside.foundation.periods import Period
from alongside.introductions.models import TeamReason
from alongside.money.models import Post
from alongside.money.posts import Stretch
from alongside.money.queries import posts_paid_by
from alongside.outcomes.models import LifeChange, TeamKind
from alongside.people.models import LocationProtection, Person
from alongside.places.models import Locality
from alongside.teams.models import Team

from .ahead import Ahead, ahead_of
from .as_sql import made_from
from .leaving import Leaving
from .models import CountedAhead, Extract, LetOut, Link
from .payers import Payers
from .periods import Window, year_of


def teams_counted() -> QuerySet[Team]:
    """The teams whose figures whoever asks may see; the database decides (sql/who_sees.sql)."""
    return Team.objects.filter(id__in=RawSQL("SELECT teams_counted()", [])).order_by("name")


def newest_extract(team_id: UUID) -> Extract | None:
    """What the team's figures are counted from today."""
    # The rows themselves are read only where something has to be counted of them.
    return Extract.objects.select_related("made_by").defer("payload").filter(team_id=team_id, payload__isnull=False).first()


def counted_ahead(extract: Extract) -> Ahead:
    """What was counted of it when it was made, by the expressions that there are."""
    return ahead_of(CountedAhead.objects.filter(extract=extract, made_from=_made_from()).values_list("counts", flat=True).first())


@cache
def _made_from() -> str:
    return made_from()


def localities_of(team_id: UUID) -> dict[str, str]:
    """Names of the team's localities by key, as an extract writes them."""
    return {str(key): name for key, name in Locality.objects.filter(teams=team_id).order_by("name").values_list("id", "name")}


def reasons_of(team_id: UUID) -> dict[str, str]:
    """The words on a team's own list of reasons by key, as an extract writes them; those that are offered no more among them, last."""
    listed = TeamReason.objects.filter(team_id=team_id).order_by(F("retired_on").asc(nulls_first=True), "words")
    return {str(key): words for key, words in listed.values_list("id", "words")}


def kinds_of(team_id: UUID) -> dict[str, str]:
    """The kinds of change that a team counts besides those of every team, by key; those that are offered no more among them, last."""
    listed = TeamKind.objects.filter(team_id=team_id).order_by(F("retired_on").asc(nulls_first=True), "words")
    return {str(key): words for key, words in listed.values_list("id", "words")}


def names_of_posts(team: Team) -> dict[str, str]:
    """Names of every post of the team's organisation, by key, as an extract writes them."""
    return {str(key): name for key, name in Post.objects.filter(organisation=team.organisation_id).order_by("name").values_list("id", "name")}


def payers_of(posts: Sequence[Post]) -> Callable[[Period], Payers]:
    """Of each period, which stream pays a share of which of these posts."""

    def paid(period: Period) -> Payers:
        streams = posts_paid_by(posts, Stretch(period.since, period.until))
        return Payers(tuple(str(post.id) for post in posts), {str(stream.id): tuple(str(post.id) for post in some) for stream, some in streams.items()})

    return paid


def numbers_of(extract: Extract, numbers: Sequence[int]) -> dict[UUID, int]:
    """Of those whom whoever asks may see, the number of each in the extract."""
    return dict(Link.objects.filter(extract=extract, number__in=numbers).values_list("person_id", "number"))


def what_left(team_id: UUID, period: Period | None = None) -> dict[tuple[str, date, date], Leaving]:
    """What has left of a team's figures as it left, by total and days; of the financial year around a period alone, where one is given."""
    rows = LetOut.objects.filter(team_id=team_id, taken_back_at__isnull=True)
    if period is not None:
        year = year_of(period.since)
        rows = rows.filter(since__gte=year.since, until__lte=year.until or date.max)
    found: dict[tuple[str, date, date], Leaving] = {}
    for total, by, since, until, numbers in rows.values_list("total", "by", "since", "until", "numbers"):
        found.setdefault((total, since, until), {})[by] = numbers
    return found


def had_left(team_id: UUID, year: Period, *, at: datetime) -> dict[str, dict[str, int | None]]:
    """What had left of a whole financial year at a moment, by figure: the edition that held then, whatever was taken back since."""
    rows = LetOut.objects.filter(team_id=team_id, since=year.since, until=year.until, at__lte=at).exclude(taken_back_at__lte=at)
    return dict(rows.order_by("at").values_list("by", "numbers"))


def years_left(team_id: UUID, *, before: date) -> list[int]:
    """The financial years of a team that have left and began before a day, the newest first, each by the year of its April."""
    rows = LetOut.objects.filter(team_id=team_id, taken_back_at__isnull=True, since__lt=before, since__month=4, until__month=4)
    return sorted({since.year for since in rows.values_list("since", flat=True).distinct()}, reverse=True)


def taken_back(team_id: UUID, period: Period) -> LetOut | None:
    """The last thing that was taken back of what had left of the financial year around a period."""
    year = year_of(period.since)
    rows = LetOut.objects.filter(team_id=team_id, taken_back_at__isnull=False, since__gte=year.since, until__lte=year.until or date.max)
    return rows.order_by("-taken_back_at").first()


SAYS_OF_A_CHANGE = {"changes": "direction", "anyway": "would_have_happened", "others-doing": "others_share", "lasting": "lasts"}
"""What each figure of changes divides them by."""


def changes_behind(key: str, part: str, over: Window, people: Iterable[UUID]) -> dict[UUID, list[LifeChange]]:
    """The changes that a figure counts of these people, in their own words, of those that whoever asks may see; none where it counts something else."""
    if key not in SAYS_OF_A_CHANGE:
        return {}
    found: dict[UUID, list[LifeChange]] = {}
    asked = {SAYS_OF_A_CHANGE[key]: part} if part else {}
    noticed = LifeChange.objects.filter(person_id__in=list(people), noticed_on__gte=over.since, noticed_on__lt=over.until, **asked)
    for one in noticed.order_by("noticed_on", "id"):
        found.setdefault(one.person_id, []).append(one)
    return found


def people_behind(extract: Extract, numbers: Sequence[int], *, in_a_place: bool = False) -> list[tuple[UUID, str]]:
    """Those of them whom whoever asks may see, by name: row security keeps back the rest.

    `in_a_place` leaves out whoever's location is protected now, which may be since the extract was made.
    """
    links = Link.objects.filter(extract=extract, number__in=numbers)
    people = Person.objects.filter(id__in=links.values("person_id"))
    if in_a_place:
        now = LocationProtection.objects.filter(Q(until__isnull=True) | Q(until__gt=timezone.localdate()))
        people = people.exclude(id__in=now.values("person_id"))
    return list(people.order_by("name", "id").values_list("id", "name"))
