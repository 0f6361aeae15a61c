"""What happened: written down once, on the page of everybody it was with; put right, and never silently."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.journeys.models import Nameless, Note, Outing
from alongside.journeys.rules import Took, a_few_words
from alongside.journeys.words import NO_ANSWER, WRITTEN_BY_ANOTHER
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future
from alongside.trail.doing import action, leave_trace


@action
def write_note(person: Person, text: str, *, on: date, how: str, only: str = "", key: UUID | None = None, by: Actor, at: datetime) -> Note:
    """What happened, in a few words or many."""
    (note,) = write_together(text, {person.id: only}, on=on, how=how, key=key, by=by, at=at)
    return note


@action
def write_together(text: str, only: Mapping[UUID, str], *, on: date, how: str, key: UUID | None = None, by: Actor, at: datetime) -> list[Note]:
    """One visit with several people, typed once: a line on each one's page. `only` says with whom, and what is for their own page alone.

    `key` is for the first of them, so that what is sent a second time is known to be the same.
    """
    may_write(by)
    text = a_few_words(text)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    if not only:
        raise Refused(Sentence("Say who it was with."), field="people")
    together = new_key() if len(only) > 1 else None
    shared = {"text": text, "on": on, "how": how, "together": together, "of_them": len(only), "by_id": by.id, "at": at}
    keys = [key or new_key(), *(new_key() for _ in only)]
    notes = [Note.objects.create(id=one, person_id=person, only=words.strip(), **shared) for one, (person, words) in zip(keys, only.items(), strict=False)]
    for note in notes:
        leave_trace("wrote a note", note.person_id, about=f"note {note.id}", at=at)
    return notes


@action
def say_what_it_took(visit: UUID, took: Took, *, on: date, by: Actor, at: datetime) -> Outing | None:
    """Minutes and miles of one visit, once however many people it was with; said anew, or taken back by saying nothing."""
    may_write(by)
    if took.nothing:
        Outing.objects.filter(visit=visit, by_id=by.id).delete()
        made = None
    else:
        said = {"minutes": took.minutes, "travel_minutes": took.travel_minutes, "tenths_of_miles": took.tenths_of_miles}
        made, _ = Outing.objects.update_or_create(visit=visit, by_id=by.id, defaults={**said, "on": on, "at": at, "team_id": by.team_id})
    leave_trace("said what a visit took", about=f"visit {visit}", at=at)
    return made


@action
def amend_note(note: Note, text: str, *, on: date, how: str, only: str | None = None, by: Actor, at: datetime) -> list[Note]:
    """Put a note of one's own right, on every page it stands on that its writer still sees. What it said before stays in the rows' history."""
    may_write(by)
    _by_its_writer(note, by)
    text = a_few_words(text)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    shared = {"text": text, "on": on, "how": how}
    changed = [one for one in of_one_visit(note) if any(getattr(one, name) != value for name, value in shared.items()) or _says_more(one, note, only)]
    for one in changed:
        one.text, one.on, one.how, one.amended_at = text, on, how, at
        if _says_more(one, note, only):
            one.only = (only or "").strip()
        one.save(update_fields=["text", "on", "how", "only", "amended_at"])
        leave_trace("amended a note", one.person_id, about=f"note {one.id}", at=at)
    if not changed:
        leave_trace("left a note as it was", note.person_id, about=f"note {note.id}", at=at)
    return changed


def of_one_visit(note: Note) -> list[Note]:
    """The note on every page it stands on, as far as whoever asks may see them."""
    return list(Note.objects.filter(together=note.together).order_by("id")) if note.together else [note]


def _says_more(one: Note, note: Note, only: str | None) -> bool:
    return one.id == note.id and only is not None and one.only != only.strip()


def _by_its_writer(note: Note, by: Actor) -> None:
    if note.by_id != by.id:
        raise NotYours(WRITTEN_BY_ANOTHER)


@action
def add_to_note(note: Note, person: Person, *, only: str = "", by: Actor, at: datetime) -> Note:
    """Somebody was there too: the note stands on their page as well."""
    may_write(by)
    _by_its_writer(note, by)
    others = of_one_visit(note)
    if person.id in {one.person_id for one in others}:
        raise Refused(Sentence("The note is on their page already."), field="people")
    together, of_them = note.together or new_key(), max(one.of_them for one in others) + 1
    _are_now(others, of_them, together)
    shared = {"text": note.text, "on": note.on, "how": note.how, "together": together, "of_them": of_them, "by_id": by.id, "at": at}
    made = Note.objects.create(person=person, only=only.strip(), **shared)
    leave_trace("wrote a note", person.id, about=f"note {made.id}", at=at)
    return made


@action
def take_off_page(note: Note, *, by: Actor, at: datetime) -> None:
    """They were not there after all: the note leaves their page and stays on the others'. Its history stays with them."""
    may_write(by)
    _by_its_writer(note, by)
    others = [one for one in of_one_visit(note) if one.id != note.id]
    if not others:
        raise Refused(Sentence("This note is on no other page. Write first whom it was with, then take it off this one."))
    leave_trace("took a note off their page", note.person_id, about=f"note {note.id}", at=at)
    note.delete()
    _are_now(others, max(one.of_them for one in others) - 1, others[0].together)


def _are_now(notes: list[Note], of_them: int, together: UUID | None) -> None:
    for one in notes:
        one.of_them, one.together = max(of_them, 1), together
        one.save(update_fields=["of_them", "together"])


@action
def count_nameless(
    text: str, *, on: date, how: str, how_many: int = 1, locality_id: UUID | None = None, key: UUID | None = None, by: Actor, at: datetime
) -> Nameless:
    """A chat, a tip, a word on the doorstep: counted, and on nobody's page."""
    may_write(by)
    text = a_few_words(text)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    if how == NO_ANSWER.stored:
        raise Refused(Sentence("Nobody answered, so there is nobody to count. Tick whom you tried to reach."), field="how")
    if how_many < 1:
        raise Refused(Sentence("Say how many people it was: one at least."), field="how_many")
    made = Nameless.objects.create(
        id=key or new_key(), team_id=by.team_id, text=text, on=on, how=how, how_many=how_many, locality_id=locality_id, by_id=by.id, at=at
    )
    leave_trace("counted a light contact", about=f"nameless {made.id}", at=at)
    return made


@action
def it_was(contact: Nameless, person: Person, *, only: str = "", by: Actor, at: datetime) -> Note:
    """We know now who it was: the words go to their page, and the contact counts there and no longer without a name."""
    may_write(by)
    _still_counts(contact)
    text = a_few_words("\n\n".join(part for part in (contact.text, only.strip()) if part))
    note = Note.objects.create(person=person, text=text, on=contact.on, how=contact.how, was=contact, by_id=by.id, at=at)
    if contact.how_many > 1:
        contact.how_many -= 1
    else:
        # What is known to be about somebody is kept on their page alone.
        contact.text, contact.ended_as, contact.ended_at, contact.ended_by_id = "", "became a note", at, by.id
    contact.save(update_fields=["how_many", "text", "ended_as", "ended_at", "ended_by"])
    leave_trace("wrote a note", person.id, about=f"note {note.id}", at=at)
    return note


@action
def it_was_not(note: Note, *, by: Actor, at: datetime) -> Nameless:
    """It was somebody else after all: the words leave this page, and the contact counts without a name again."""
    may_write(by)
    _by_its_writer(note, by)
    contact = note.was
    if contact is None or note.together:
        raise Refused(Sentence("This note did not begin as a light contact. Put it right instead."))
    if contact.ended_as:
        contact.text, contact.ended_as, contact.ended_at, contact.ended_by_id = note.text, "", None, None
    else:
        contact.how_many += 1
    contact.save(update_fields=["how_many", "text", "ended_as", "ended_at", "ended_by"])
    leave_trace("took a note off their page", note.person_id, about=f"note {note.id}", at=at)
    note.delete()
    return contact


@action
def take_back_nameless(contact: Nameless, *, by: Actor, at: datetime) -> None:
    """It was written down by mistake: it counts no longer, and can be brought back."""
    may_write(by)
    _still_counts(contact)
    contact.ended_as, contact.ended_at, contact.ended_by_id = "taken back", at, by.id
    contact.save(update_fields=["ended_as", "ended_at", "ended_by"])
    leave_trace("took back a light contact", about=f"nameless {contact.id}", at=at)


@action
def bring_back_nameless(contact: Nameless, *, by: Actor, at: datetime) -> None:
    """It counts after all."""
    may_write(by)
    if contact.ended_as != "taken back":
        raise Refused(Sentence("This contact was not taken back."))
    contact.ended_as, contact.ended_at, contact.ended_by_id = "", None, None
    contact.save(update_fields=["ended_as", "ended_at", "ended_by"])
    leave_trace("brought back a light contact", about=f"nameless {contact.id}", at=at)


def _still_counts(contact: Nameless) -> None:
    if contact.ended_as:
        raise Refused(Sentence("This contact is no longer counted without a name. Look at the list again."))
