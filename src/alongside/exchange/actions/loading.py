"""Writing down what a sheet says of somebody, by the same actions that pages use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.connections.actions import connect
from alongside.foundation.actor import Actor
from alongside.foundation.words import Sentence
from alongside.introductions.actions import introduce, introduce_again
from alongside.introductions.rules import Introducing
from alongside.journeys.actions import stop_walking, walk_alongside
from alongside.journeys.actions.agreeing import tell_good_life
from alongside.journeys.actions.levels import set_level
from alongside.journeys.actions.notes import write_together
from alongside.journeys.actions.steps import add_step
from alongside.journeys.rules import StepAsked
from alongside.people.actions import add_gift, add_to_circle, meet, say_good_to_know, say_where
from alongside.people.models import Person
from alongside.teams.queries import as_actor
from alongside.trail.doing import leave_trace
from alongside.web.vocabulary import say

from .. import words
from ..caseload.incoming import Incoming, IntroductionIn, NoteIn
from ..models import MovingIn, SheetRow
from ..reading import DryRun, staff_by_email

AT_ONCE = 200
"""Rows of the sheet that are written together."""


@dataclass
class Loading:
    """One file on its way in."""

    moving: MovingIn
    run: DryRun
    team_id: UUID
    by: Actor
    at: datetime
    today: date = field(init=False)
    writers: Mapping[str, Actor] = field(init=False)
    cells: dict[tuple[str, int], list[list[str]]] = field(init=False)
    here_before: set[UUID] = field(default_factory=set)
    """Those who had a record already."""

    def __post_init__(self) -> None:
        self.today = timezone.localdate(self.at)
        emails = {note.by for person, _ in self.run.decided.coming for note in person.notes} | {person.coordinator for person, _ in self.run.decided.coming}
        self.writers = {email: as_actor(member, on=self.today) for email, member in staff_by_email(emails).items()}
        self.cells = {}
        for told in self.run.understood.cells:
            self.cells.setdefault((told.spot.page, told.spot.row), []).append([told.column, told.text, told.fate.value])

    def everybody(self, each: Callable[[int], object]) -> None:
        """All of them, in the order of the file; then their notes, those of several people typed once for all of them."""
        notes: dict[int, tuple[NoteIn, dict[Person, date]]] = {}
        rows: list[SheetRow] = []
        for done, (incoming, them) in enumerate(self.run.decided.coming, start=1):
            person = self._somebody_known(incoming, UUID(them)) if them else self._somebody_new(incoming)
            self._say_more(person, incoming)
            for note in incoming.notes:
                notes.setdefault(note.number, (note, {}))[1][person] = self._on(None, incoming)
            rows += self._rows(person, incoming)
            if len(rows) >= AT_ONCE:
                SheetRow.objects.bulk_create(rows)
                rows = []
            leave_trace("brought in from a spreadsheet", person.id, about=f"moving in {self.moving.id}", at=self.at)
            each(done)
        SheetRow.objects.bulk_create(rows)
        for note, people in notes.values():
            self._note(note, *people, begun=min(people.values()))

    def _somebody_new(self, incoming: Incoming) -> Person:
        first, others = next(iter(incoming.introduced), None), incoming.introduced[1:]
        if first:
            given = replace(self._given(first, incoming), likes_to_be_called=incoming.called, date_of_birth=incoming.born)
            person = introduce(given, by=self.by, at=self.at).person
        else:
            person = meet(name=incoming.name, likes_to_be_called=incoming.called, date_of_birth=incoming.born, team_id=self.team_id, by=self.by, at=self.at)
        self._introduce_again(person, incoming, others)
        if incoming.address or incoming.postcode or incoming.phone or incoming.email:
            say_where(person, address=incoming.address, postcode=incoming.postcode, phone=incoming.phone, email=incoming.email, by=self.by, at=self.at)
        if incoming.how_to_reach or incoming.keep_in_mind:
            say_good_to_know(person, access="", how_to_reach=incoming.how_to_reach, keep_in_mind=incoming.keep_in_mind, by=self.by, at=self.at)
        if incoming.good_life:
            tell_good_life(person, incoming.good_life, by=self.by, at=self.at)
        for level, since in incoming.levels_in_order(self.today):
            set_level(person, level, since=since, by=self.by, at=self.at)
        self._walk(person, incoming)
        return person

    def _somebody_known(self, incoming: Incoming, key: UUID) -> Person:
        """Of somebody who is here already nothing is changed: what the sheet says of who and where they are goes into a note."""
        person = Person.objects.get(id=key)
        self.here_before.add(person.id)
        self._introduce_again(person, incoming, incoming.introduced)
        said = [incoming.address, incoming.postcode, incoming.phone, incoming.email, incoming.how_to_reach, incoming.keep_in_mind, incoming.good_life]
        if known := "\n".join(words_ for words_ in said if words_):
            self._note(NoteIn(known), person, begun=self._on(None, incoming))
        return person

    def _introduce_again(self, person: Person, incoming: Incoming, introductions: Iterable[IntroductionIn]) -> None:
        for one in introductions:
            introduce_again(person, self._given(one, incoming), by=self.by, at=self.at)

    def _given(self, one: IntroductionIn, incoming: Incoming) -> Introducing:
        yes = self._say(words.FROM_THE_SHEET, words=one.yes) if one.yes else self._say(words.VOUCHED_FOR, name=self.by.name)
        by = one.by or self._say(words.SHEET_DOES_NOT_SAY)
        return Introducing(who=incoming.name, introduced_by=by, said_yes=True, how_they_said_yes=yes, why=one.why, on=self._on(one.on, incoming))

    def _say(self, sentence: Sentence, **parts: object) -> str:
        """In the team's words: they are written down for good."""
        return say(sentence, self.by.vocabulary, **parts)

    def _on(self, day: date | None, incoming: Incoming) -> date:
        return min(day or incoming.began or self.today, self.today)

    def _walker(self, incoming: Incoming) -> UUID:
        walker = self.writers.get(incoming.coordinator)
        return walker.id if walker else self.moving.whose_id or self.by.id

    def _walk(self, person: Person, incoming: Incoming) -> None:
        key = self._walker(incoming)
        since = self._on(None, incoming)
        walk_alongside(person, key, since=since, by=self.by, at=self.at)
        if ended := incoming.ended_on:
            stop_walking(person, key, until=max(since, min(ended, self.today)), by=self.by, at=self.at)

    def _say_more(self, person: Person, incoming: Incoming) -> None:
        if incoming.last_contact and incoming.last_contact not in {note.on for note in incoming.notes}:
            self._note(NoteIn(self._say(words.LAST_CONTACT), incoming.last_contact, "other", incoming.coordinator), person, begun=incoming.last_contact)
        for gift in incoming.gifts:
            add_gift(person, gift, by=self.by, at=self.at)
        for one in incoming.circle:
            add_to_circle(person, name=one, relation="", by=self.by, at=self.at)
        for step in incoming.steps:
            staff_id = self._walker(incoming) if step.who == "us" else None
            add_step(person, StepAsked(step.words, step.who, "" if staff_id else self._say(words.AS_A_STEP), staff_id), by=self.by, at=self.at)
        for made in incoming.connections:
            connect(person, made.to, kind=made.kind, on=self._on(incoming.last_contact, incoming), by=self.by, at=self.at)

    def _note(self, note: NoteIn, *people: Person, begun: date) -> None:
        """What has no day stands on the first day that the sheet gives for them: nobody was in touch on the day a file was loaded."""
        text = f"{self._say(note.lead)}\n{note.text}" if note.lead else note.text
        text = text if note.on or note.lead else self._say(words.NO_DAY_IN_SHEET, words=note.text)
        writer = self.writers.get(note.by) or self.by
        if writer.id != self.by.id and any(person.id in self.here_before for person in people):
            # Into a record that was here before nobody writes in a colleague's name: whoever loads does, and says whose the sheet says it is.
            text, writer = self._say(words.WRITTEN_THERE_BY, name=writer.name, words=text), self.by
        write_together(text, {person.id: "" for person in people}, on=min(note.on or begun, self.today), how=note.how, by=writer, at=self.at)

    def _rows(self, person: Person, incoming: Incoming) -> Iterator[SheetRow]:
        """What the sheet said, cell by cell, until the team confirms that all is well."""
        for page, number in incoming.rows:
            cells = self.cells.get((page, number), [])
            yield SheetRow(person=person, moving_id=self.moving.id, page=page, row=number, cells=cells, by_id=self.by.id, at=self.at)
