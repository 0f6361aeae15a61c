"""All posts and who pays for them: gaps first, then a picture of each with its words, and all of it as a table."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.web.pages import Request, page

from .. import permissions, queries
from ..models import FundingStream, Post
from ..picture import HIGH, WIDE, Box, along, boxes, years
from ..posts import Gap, Stretch, financial_year, last_day
from ..rules import in_per_cent
from .organisation import ours

YEARS = 3
"""Of the picture: this financial year and the two after it."""
COLOURS = 8


@dataclass(frozen=True)
class PieceSaid:
    """Some days of a post in words: who pays how much, and what nobody does."""

    since: date
    last: date | None
    paid: list[tuple[str, str]]
    nobody: str


@dataclass(frozen=True)
class Row:
    """One post as the page shows it."""

    post: Post
    said: list[PieceSaid]
    drawn: list[Box]
    gaps: list[Gap]


@dataclass(frozen=True)
class Told:
    """A gap as a sentence tells it."""

    post: Post
    percent: str
    whole: bool
    since: date
    last: date | None
    bites_now: bool


def numbered(streams: list[FundingStream]) -> dict[Hashable, int]:
    """Each stream's colour; of more than eight some share one, and the words beside tell them apart."""
    return {stream.id: number % COLOURS + 1 for number, stream in enumerate(streams)}


def window_of(today: date) -> Stretch:
    """The days that the picture shows."""
    year = financial_year(today)
    return Stretch(date(year, 4, 1), date(year + YEARS, 4, 1))


def row_of(post: Post, streams: list[FundingStream], *, today: date) -> Row:
    """One post, cut, said and drawn. Past days are on its own page in the shares themselves: here it begins with the picture."""
    paying, window, names = queries.paying(post, on=today), window_of(today), {one.id: one.name for one in streams}
    said = [
        PieceSaid(
            piece.over.since,
            last_day(piece.over),
            [(names[stream], in_per_cent(parts)) for stream, parts in piece.paid],
            in_per_cent(piece.gap) if piece.gap else "",
        )
        for piece in paying.pieces
        if piece.over.until is None or piece.over.until > window.since
    ]
    return Row(post, said, boxes(paying.pieces, window, numbered(streams)), paying.gaps)


def told(rows: list[Row], *, today: date) -> list[Told]:
    """Every gap from today on, what bites first first."""
    found = [
        Told(row.post, in_per_cent(gap.parts), gap.parts == 10_000, max(gap.over.since, today), last_day(gap.over), gap.over.since <= today)
        for row in rows
        for gap in row.gaps
    ]
    return sorted(found, key=lambda one: (one.since, one.post.name))


def drawing(today: date) -> dict[str, object]:
    """What every picture of posts shares: its size, where years begin, where today is."""
    window = window_of(today)
    return {"wide": WIDE, "high": HIGH, "years": years(window), "now_at": along(today, window), "window": window, "window_last": last_day(window)}


@page(roles=permissions.KEEPS_POSTS)
def posts(request: Request) -> HttpResponse:
    """Every post of the organisation."""
    organisation, today = ours(request), timezone.localdate(request.now)
    streams = list(queries.streams_of(organisation))
    rows = [row_of(post, streams, today=today) for post in queries.posts_of(organisation)]
    legend = [(stream, number) for stream, number in zip(streams, numbered(streams).values(), strict=True)]
    running = [row for row in rows if row.post.until is None or row.post.until > today]
    ended = [row for row in rows if row not in running]
    context = {"rows": running, "ended": ended, "legend": legend, "gaps": told(running, today=today), "drawing": drawing(today), "organisation": organisation}
    return render(request, "money/posts.html", context)
