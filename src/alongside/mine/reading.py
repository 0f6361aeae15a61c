"""A copy as it is read: its parts with their lines, and beside each line what they say is not right with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.foundation.words import Vocabulary
from alongside.people.models import LocationProtection
from alongside.pictures.models import TheirPicture
from alongside.pictures.queries import of_theirs
from alongside.web.vocabulary import say_word, word_for

from .models import Copy, Line, NotRight, TheirWords, Unfinished
from .rules import Differs, Told, also_in_it, since_last


@dataclass
class Shown:
    """A line of a copy with what stands beside it."""

    id: UUID
    voice: str
    says: str
    more: str
    of: str
    row: UUID
    differs: list[NotRight] = field(default_factory=list)


@dataclass
class Section:
    """One part of a copy, with its heading."""

    part: str
    heading: str
    lines: list[Shown]


@dataclass
class Whole:
    """A copy: when it was made, its parts, and their own words."""

    id: UUID
    at: datetime
    parts: list[str]
    sections: list[Section]
    own_words: list[TheirWords]
    pictures: list[TheirPicture]
    since: date | None = None
    """The day of the copy before, if there is one; copies of one day are drafts of one another."""
    differs: list[Differs] = field(default_factory=list)
    """What is otherwise than in that one, in the parts that both have."""
    also: list[str] = field(default_factory=list)
    """The headings of the parts that it did not have."""

    @property
    def shows_who_looked(self) -> bool:
        """Whether who looked is part of it."""
        return "looks" in self.parts


def newest_copy(person_id: UUID) -> Copy | None:
    """The copy they read."""
    return Copy.objects.filter(person_id=person_id).order_by("-at").first()


def standing(person_id: UUID) -> QuerySet[NotRight]:
    """What they say is not right and have not taken back, but for what was put right since."""
    return NotRight.objects.filter(person_id=person_id, taken_back_at__isnull=True).exclude(answer="put right").order_by("on", "at")


def unfinished(person_id: UUID, about: str) -> str:
    """What they have begun to write and not sent."""
    return Unfinished.objects.filter(person_id=person_id, about=about).values_list("words", flat=True).first() or ""


def own_words(person_id: UUID) -> QuerySet[TheirWords]:
    """Their own words, the newest first."""
    return TheirWords.objects.filter(person_id=person_id, taken_back_at__isnull=True).select_related("by").order_by("-on", "-at")


def whole(person_id: UUID, vocabulary: Vocabulary) -> Whole | None:
    """The newest copy with all its lines, and what is otherwise than in the one before; six queries however long it is."""
    copy = newest_copy(person_id)
    if copy is None:
        return None
    differs: dict[UUID, list[NotRight]] = defaultdict(list)
    for one in standing(person_id):
        differs[one.row].append(one)
    before = Copy.objects.filter(person_id=person_id, at__lt=_midnight(copy.at)).order_by("-at").first()
    of_both = list(Line.objects.filter(_no_visit_of_the_protected(), copy__in=[one for one in (copy, before) if one]).order_by("place"))
    lines = [line for line in of_both if line.copy_id == copy.id]
    whole = Whole(copy.id, copy.at, copy.parts, in_sections(copy.parts, lines, differs, vocabulary), list(own_words(person_id)), list(of_theirs(person_id)))
    if before is not None:
        whole.since = timezone.localdate(before.at)
        both = set(copy.parts) & set(before.parts)
        whole.differs = since_last(_told(line for line in of_both if line.copy_id == before.id), _told(lines), both)
        there = {section.part for section in whole.sections} | {"looks"}
        whole.also = [say_word(word_for(part, "mine.PARTS"), vocabulary) for part in also_in_it(before.parts, copy.parts) if part in there]
    return whole


def _no_visit_of_the_protected() -> Q:
    """Where and when somebody can be met is told neither by a copy nor by how it differs from the one before, while that is protected."""
    holds = Q(until__isnull=True) | Q(until__gt=timezone.localdate())
    return ~Q(Exists(LocationProtection.objects.filter(holds, person_id=OuterRef("person_id"))), of="visit")


def _midnight(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)


def _told(lines: Iterable[Line]) -> list[Told]:
    return [Told(line.part, line.voice, line.says, line.more, line.of, line.row) for line in lines]


def in_sections(parts: list[str], lines: Iterable[Line], differs: dict[UUID, list[NotRight]], vocabulary: Vocabulary) -> list[Section]:
    """The lines under the headings of their parts; of a part that holds nothing nothing is said."""
    under: dict[str, list[Shown]] = {part: [] for part in parts if part != "looks"}
    for line in lines:
        under[line.part].append(Shown(line.id, line.voice, line.says, line.more, line.of, line.row, differs.get(line.row, [])))
    return [Section(part, heading(part, vocabulary), found) for part, found in under.items() if found]


def heading(part: str, vocabulary: Vocabulary) -> str:
    """`What we agreed`."""
    return say_word(word_for(part, "mine.PARTS"), vocabulary, capital=True)
