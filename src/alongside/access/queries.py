"""What somebody chose, found again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from .choosing import Holds, Said, holds, that_counts
from .models import Asked, Choice, Gathered, Naming


@dataclass(frozen=True)
class Standing:
    """How a choice stands on a day, and the answer that makes it so; None where nobody asked."""

    holds: Holds
    choice: Choice | None


def choices_of(person_id: UUID) -> QuerySet[Choice]:
    """Everything they ever chose, the newest first."""
    return Choice.objects.filter(person_id=person_id).select_related("by").order_by("-on", "-at", "-id")


def choice_of(person_id: UUID, audience: str, subject: UUID | None = None, *, on: date) -> Standing:
    """How their choice for an audience stands; `subject` is which partner, meeting or group. One query."""
    return standing_among(list(choices_of(person_id).filter(audience=audience)), audience, subject, on=on)


def standing_among(kept: list[Choice], audience: str, subject: UUID | None = None, *, on: date) -> Standing:
    """The same, among answers already at hand."""
    by_answer = {as_said(one): one for one in reversed(kept)}
    counts = that_counts(by_answer, audience, on, subject)
    return Standing(holds(by_answer, audience, on, subject), by_answer[counts] if counts else None)


def as_said(choice: Choice) -> Said:
    """As the rule takes it."""
    return Said(choice.audience, choice.subject, choice.answer, choice.on, choice.at, choice.until)


LAPSE_SEEN = timedelta(days=28)
"""How long before a yes ends, and how long after, it is said on the day's page."""


@dataclass(frozen=True)
class YesEnding:
    """A yes that ends soon or ended lately: whose, to whom and until when (the first day without)."""

    id: UUID
    person_id: UUID
    person: str
    """As they like to be called."""
    audience: str
    called: str
    until: date


def yes_ending(coordinator_id: UUID, *, on: date) -> list[YesEnding]:
    """Every yes that ends soon, or ended lately, of those this colleague walks alongside, and about which nothing newer was said. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM yes_ending(%s, %s, %s, %s)", [coordinator_id, timezone.localdate(), on - LAPSE_SEEN, on + LAPSE_SEEN])
        return [
            YesEnding(id=key, person_id=person, person=likes or name, audience=audience, called=called, until=until)
            for key, person, audience, called, until, name, likes in cursor.fetchall()
        ]


def namings_open(person_id: UUID, *, on: date) -> QuerySet[Naming]:
    """To whom they are named on a day."""
    return Naming.objects.filter(person_id=person_id, until__gt=on).select_related("partner").order_by("until")


def asked_of_us() -> QuerySet[Asked]:
    """All that waits for an answer or for its end, among those whom the one who asks may see; what was asked first, first."""
    return Asked.objects.filter(done_at__isnull=True).select_related("person", "answered_by").order_by("on", "at")


def files_under_way(asked: Iterable[UUID], *, moment: datetime) -> dict[UUID, tuple[bool, datetime]]:
    """Of what was gathered because they asked: whether the file is made, and until when it waits; for whoever may see that."""
    waiting = Gathered.objects.filter(asked_id__in=list(asked), until__gt=moment).annotate(made=Q(pack__isnull=False))
    return {key: (made, until) for key, made, until in waiting.values_list("asked_id", "made", "until")}


def what_would_be_forgotten(person_id: UUID) -> dict[str, int]:
    """How many rows of which table would go with them (sql/forgetting.sql)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT what_would_be_forgotten(%s)", [person_id])
        (found,) = cursor.fetchone()
    counted: dict[str, int] = json.loads(found)
    return counted


def pack_waits_until(person_id: UUID, *, moment: datetime) -> datetime | None:
    """Until when a file of everything about them waits to be taken, for whoever may know what they asked of us."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pack_waits_until(%s, %s)", [person_id, moment])
        (until,) = cursor.fetchone()
    found: datetime | None = until
    return found
