"""What is with other professions in the demo, with one hand-over in each state; who does what; and introductions that came in."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import cycle

from alongside.access.actions import step_up
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.handovers import actions
from alongside.handovers.actions import Known, Said
from alongside.handovers.models import Receiver, StepUp
from alongside.handovers.queries import HandedTo
from alongside.handovers.rules import Given
from alongside.introductions.actions import Brought, From, bring_in, keep_introducer
from alongside.introductions.models import Introducer
from alongside.introductions.queries import Introduces
from alongside.journeys.models import Alongside
from alongside.people.models import Person
from alongside.trail.doing import acting

from .settling import Town

_OURS = "Getting to know somebody, company, groups, forms that go with a cup of tea."
_BOUNDARIES = (
    ("social worker", _OURS, "Assessments, care at home, whatever the law asks for.", "Self-neglect: we visit together before anything is decided."),
    ("safeguarding lead", "Seeing it, saying it the same day, staying alongside.", "Deciding what is safeguarding, and leading it.", ""),
    ("gp", _OURS, "Anything about a body or a medicine.", "People who come often and are not ill: we talk before the next appointment."),
)


def hand_over_some(town: Town, now: datetime) -> None:
    """By Delyth, over the last weeks."""
    by = town.actors["delyth"]
    at = now - timedelta(days=40)
    with acting(by, purpose="demo", at=at):
        for kind, ours, theirs, together in _BOUNDARIES:
            actions.say_who_does_what(kind, ours=ours, theirs=theirs, together=together, by=by, at=at)
        ama = _known("Ama Boateng", "social worker", by, at, organisation="Brackenmouth adult care", phone="01632 960171", now="01632 960170, day and night")
        duty = _known("Duty social work", "social worker", by, at, nature="duty", phone="01632 960170", now="01632 960170, day and night")
        lead = _known(
            "Ruth Carrow", "safeguarding lead", by, at, organisation="Brackenmouth adult care", phone="01632 960172", now="01632 960170, day and night"
        )
        homes = _known("Quay Homes", "housing officer", by, at, nature="post", email="quay.homes@example.org")
        doctor = _known(
            "Dr Anjali Menon", "gp", by, at, organisation="Millbeck Surgery", email="surgery@example.org", staff_id=town.actors["anjali"].id, now="01632 960173"
        )
    hands = _Hands(by, now)
    _exchanges(hands, now, ama, duty, lead, homes, doctor)
    _came_back(_Hands(by, now), now, [ama, homes, ama, doctor, duty])
    _introductions(by, now)


def _known(name: str, kind: str, by: Actor, at: datetime, **given: object) -> Receiver:
    return actions.keep_receiver(Known(name, kind, **given), by=by, at=at)  # type: ignore[arg-type]


def _exchanges(hands: _Hands, now: datetime, ama: Receiver, duty: Receiver, lead: Receiver, homes: Receiver, doctor: Receiver) -> None:
    by = hands.by
    work = {"kind": "piece of work", "asks": "Could you look at it and say what is possible?"}
    back = hands.over(ama, 38, **work, words="The bath is too high; twice a near fall.")
    hands.answered(back, 37, Said("takes on", "I visit on Friday."))
    hands.answered(back, 24, Said("hands back", "A board over the bath is in.", "A fall, I would say, and a night in hospital.", outcome="done"))
    hands.answered(
        hands.over(homes, 30, **work, words="Damp in the bedroom."), 29, Said("not theirs", "The flat is let by a private landlord: ask environmental health.")
    )
    gone = hands.over(ama, 26, **work, words="A form about care at home.")
    if gone is not None:
        with acting(by, purpose="demo", at=now - timedelta(days=25)):
            actions.take_back(gone, "Her niece did it with her.", by=by, at=now - timedelta(days=25))
    hands.answered(hands.over(homes, 12, **work, words="The lock does not close."), 11, Said("takes on", "A locksmith comes on Tuesday.", writer="Tom Bell"))
    joint = hands.over(doctor, 20, kind="concern", words="Not washing, hardly eating, and says that all is well.", asks="Could we go together?")
    if joint is not None:
        hands.answered(joint, 19, Said("together", "Yes. Thursday after surgery."))
        with acting(by, purpose="demo", at=now - timedelta(days=12)):
            joint.refresh_from_db()
            page = {
                "agreed": "The kitchen first; nobody else is told.",
                "who_does_what": "Delyth: Thursdays.\nDr Menon: bloods.",
                "comes_next": "We look again in four weeks.",
            }
            actions.write_shared(joint, **page, by=by, at=now - timedelta(days=12))
    urgent = {"urgent": True, "answer_by": now + timedelta(hours=20), "reach_now": "01632 960170, day and night"}
    hands.over(duty, 0, **work, words="Alone since her sister went into hospital; no food in the house.", **urgent)
    concern = {
        "kind": "safeguarding",
        "ground": "safeguarding",
        "told": "before",
        "words": "Says that a caller at the door took money from her.",
        "asks": "Please decide today.",
    }
    hands.over(lead, 0, **concern, **urgent)


_TURNS = (
    ("A key safe would let the carers in.", 0, 9, "done", "It is fitted.", "A broken door, the next time that nobody could get in."),
    ("The boiler is out, and it is cold.", 1, 5, "done", "A new one went in on Friday.", ""),
    ("Letters about a debt, all of them unopened.", 3, 20, "passed on", "With the welfare rights team now.", "The bailiffs, who had a date."),
    ("Tired for months, and will not ring.", 2, 12, "looked at", "Blood taken; iron tablets.", ""),
    ("The stairs, and a hip that waits for its turn.", 6, 30, "goes on", "We visit every second week until then.", "A care home for the winter, a son says."),
    ("Would like a flat nearer to a sister.", 12, 41, "could not", "There is none, and the list is closed.", ""),
)
"""What was handed over, days until the answer and until it came back, what became of it, and what it avoided where somebody said so."""
_URGENT = ("The boiler is out, and it is cold.", "Letters about a debt, all of them unopened.")
"""What needs an answer within a day."""
_BEFORE = (*range(384, 250, -6), *range(136, 64, -6))
"""Days ago: in the financial year before, by whoever was there already, and in the last quarters."""


def _came_back(hands: _Hands, now: datetime, receivers: list[Receiver]) -> None:
    """Handed over in the year before, and long since back: what the figures count of them."""
    longest = timedelta(days=395)
    for days, to, (words, answered, back, became, said, avoided) in zip(_BEFORE, cycle(receivers), cycle(_TURNS), strict=False):
        until = (now - timedelta(days=days) + longest).date()
        by_when = now - timedelta(days=days - 1)
        urgent = {"urgent": True, "answer_by": by_when, "reach_now": "01632 960170, day and night"} if words in _URGENT else {}
        found = hands.over(to, days, until=until, kind="piece of work", words=words, asks="Could you look at it and say what is possible?", **urgent)
        hands.answered(found, days - answered, Said("takes on", "I look at it."))
        hands.answered(found, days - back, Said("hands back", said, avoided, outcome=became))


class _Hands:
    """Delyth's people, one after another, each with one thing handed over."""

    def __init__(self, by: Actor, now: datetime) -> None:
        self.by, self.now = by, now
        with acting(by, purpose="demo", at=now):
            walked = Alongside.objects.filter(coordinator_id=by.id, until__isnull=True).order_by("person__name", "person_id").select_related("person")
            self.people: list[tuple[Person, date]] = [(one.person, one.since) for one in walked]

    def over(self, to: Receiver, days: int, **given: object) -> StepUp | None:
        """With the next of them who did not say no."""
        at = self.now - timedelta(days=days, hours=1)
        said = {"ground": "their yes", "told": "before", "how_they_agreed": "aloud", **given}
        for person, since in list(self.people):
            if since > at.date():
                continue
            self.people.remove((person, since))
            try:
                with acting(self.by, purpose="demo", at=at):
                    return step_up(person, to, Given(**said), by=self.by, at=at)  # type: ignore[arg-type]
            except Refused:
                continue
        return None

    def answered(self, found: StepUp | None, days: int, said: Said) -> None:
        """By whoever it was handed to."""
        if found is None:
            return
        at = self.now - timedelta(days=days)
        guest = HandedTo(id=found.id, name=found.to)
        with acting(guest, purpose="demo", at=at):
            actions.answer(found.id, said, by=guest, at=at)


def _introductions(by: Actor, now: datetime) -> None:
    with acting(by, purpose="demo", at=now - timedelta(days=9)):
        surgery = keep_introducer(From("Millbeck Surgery, reception", "gp or health", "surgery@example.org"), by=by, at=now - timedelta(days=9))
        station = keep_introducer(From("The fire station", "fire and rescue", "station@example.org"), by=by, at=now - timedelta(days=9))
    _brought(surgery, 3, Brought("Mrs Okonjo, Net Loft Lane", "Comes in every week, mostly for a chat.", "01632 960181", "agrees", "S-41"), now)
    _brought(station, 1, Brought("Mr Whitlock, above the chandler’s", "A home safety visit: he asked who could help with the stairs.", "", "knows", "F-7"), now)


def _brought(introducer: Introducer, days: int, given: Brought, now: datetime) -> None:
    at, guest = now - timedelta(days=days), Introduces(id=introducer.id, name=introducer.name)
    with acting(guest, purpose="demo", at=at):
        bring_in(given, team_id=introducer.team_id, way="link", introducer=introducer, by=guest, at=at)
