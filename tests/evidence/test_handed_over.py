"""What was handed to other professions, as the figures tell it: how many, how soon, what came back; never of whom."""

from __future__ import annotations

import json
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from alongside.access.actions import choose, step_up
from alongside.evidence.counting import opened
from alongside.evidence.models import Extract
from alongside.evidence.periods import Window
from alongside.handovers import actions
from alongside.handovers.actions import Known, Said
from alongside.handovers.models import Receiver, StepUp
from alongside.handovers.queries import HandedTo
from alongside.handovers.rules import Given
from alongside.people.models import Person
from tests.building import as_, days_ago, now, signed_in, today
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import table_of, words_of

NAME = "Gwen Pettifer"
WORDS, AVOIDED = "The stairs are hard for her.", "A fall, and a night in hospital."


def knows(around: Neighbourhood, name: str, kind: str) -> Receiver:
    with as_(around.coordinator):
        return actions.keep_receiver(Known(name, kind, phone="01632 960100", now="01632 960100"), by=around.coordinator, at=now())


def hands(around: Neighbourhood, person: UUID, to: Receiver, days: int, *, answers_within: int | None = None, **given: object) -> StepUp:
    """Something of theirs, so many days ago; urgent where it needs an answer within so many hours."""
    at = now() - timedelta(days=days)
    urgent = {"urgent": True, "answer_by": at + timedelta(hours=answers_within), "reach_now": "01632 960100"} if answers_within else {}
    told = {"kind": "piece of work", "asks": "Could you look?", "ground": "their yes", "told": "before", "until": timezone.localdate(at) + timedelta(days=400)}
    if "ground" not in given:
        told["how_they_agreed"] = "aloud"
    with as_(around.coordinator):
        made = Given(**{**told, "words": WORDS, **urgent, **given})
        return step_up(Person.objects.get(id=person), to, made, by=around.coordinator, at=at)


def answers(of: StepUp, days: int, *said: object, **more: object) -> None:
    guest = HandedTo(id=of.id, name=of.to)
    with as_(guest):
        actions.answer(of.id, Said(*said, **more), by=guest, at=now() - timedelta(days=days))


def counted(around: Neighbourhood, expression: str) -> dict[str, int]:
    with as_(around.manager):
        (extract,) = Extract.objects.filter(payload__isnull=False)
        with opened(bytes(extract.payload or b"")) as found:
            counts = found.counts(expression, Window(date(2020, 1, 1), today() + timedelta(days=1), today()))
    return {part: n for (_home, part), n in sorted(counts.items())}


def test_each_hand_over_is_counted_by_whom_to_how_soon_and_what_came_back(around: Neighbourhood) -> None:
    ama, homes, lead = (knows(around, *one) for one in (("Ama", "social worker"), ("Quay Homes", "housing officer"), ("Ruth", "safeguarding lead")))
    gwen, mo, len_ = (around.introduced(days_ago(90), name=name) for name in (NAME, "Mo Abdi", "Len Hart"))
    back = hands(around, gwen, ama, 60, answers_within=30)
    answers(back, 59, "takes on", "I visit on Friday.")
    answers(back, 40, "hands back", "A rail is in.", AVOIDED, outcome="done")
    late = hands(around, mo, homes, 50, answers_within=30)
    answers(late, 45, "not theirs", "Ask the landlord.")
    looked = hands(around, gwen, homes, 30)
    answers(looked, 20, "hands back", "Nothing to do.", outcome="looked at")
    hands(around, mo, ama, 10, answers_within=30)
    ours = hands(around, mo, homes, 9)
    with as_(around.coordinator):
        actions.take_back(ours, "He did it himself.", by=around.coordinator, at=now())
    hands(around, len_, lead, 1, kind="safeguarding", ground="safeguarding", told="before", answers_within=100)
    around.extract()
    assert counted(around, "handed_by_whom") == {"housing officer": 3, "safeguarding lead": 1, "social worker": 2}
    assert counted(around, "handed_by_answer") == {"a week": 1, "four weeks": 1, "next day": 1, "no answer yet": 3}
    assert counted(around, "urgent_by_answer") == {"in time": 1, "late": 1, "no answer yet": 2}
    assert counted(around, "handed_by_end") == {"done": 1, "looked at": 1, "not theirs": 1, "taken back": 1}
    assert counted(around, "handed_by_avoided") == {"nothing said of it": 1, "said": 1}


def test_a_manager_reads_the_report_and_of_no_figure_the_people_behind_it(around: Neighbourhood) -> None:
    ama = knows(around, "Ama", "social worker")
    back = hands(around, around.introduced(days_ago(90), name=NAME), ama, 60)
    answers(back, 59, "takes on", "I visit.")
    answers(back, 40, "hands back", "A rail is in.", AVOIDED, outcome="done")
    around.extract()
    mina = signed_in(around.manager)
    page = words_of(mina.get(f"{reverse('evidence:report', args=['handed'])}?period=all").content.decode())
    for said in ("Handed over, and what came back", "Social worker 1", "On that day or the next 1", "What was asked is done 1", "What it avoided was said 1"):
        assert said in page
    for private in (NAME, WORDS, AVOIDED, "A rail is in."):
        assert private not in page
    with as_(around.manager):
        (extract,) = Extract.objects.filter(payload__isnull=False)
        held = bytes(extract.payload or b"").decode()
    assert [private for private in (NAME, WORDS, AVOIDED, "A rail is in.", "Ama") if private in held] == []
    for key in ("handed-over", "handed-answered", "handed-urgent", "handed-back", "handed-avoided"):
        assert mina.get(f"{reverse('evidence:people', args=[key])}?period=all").status_code in (403, 404)


def test_small_numbers_of_them_do_not_leave(around: Neighbourhood) -> None:
    ama, lead = knows(around, "Ama", "social worker"), knows(around, "Ruth", "safeguarding lead")
    long_ago = (today() - last_year()).days
    people = [around.introduced(last_year() - timedelta(days=9)) for _ in range(22)]
    for person in people[:20]:
        hands(around, person, ama, min(long_ago, 399))
    for person in people[20:]:
        hands(around, person, lead, min(long_ago, 399), kind="safeguarding", ground="safeguarding", told="before")
    around.extract()
    there = f"{reverse('evidence:report', args=['handed'])}?period=last-year"
    exact, leaves = (table_of(signed_in(one), "handed-over", period="last-year") for one in (around.manager, around.commissioner))
    assert (exact["Social worker"], exact["Safeguarding lead"]) == ("20", "2")
    assert "held back" in leaves["Safeguarding lead"]
    page = words_of(signed_in(around.manager).get(there).content.decode())
    assert "Most that was handed over went to: a social worker" in page
    soon = list(table_of(signed_in(around.manager), "handed-answered", period="last-year"))
    assert soon[:5] == ["On that day or the next", "Within a week", "Within 4 weeks", "Later than that", "No answer yet"]


def test_whoever_says_no_to_evaluation_is_in_none_of_it_at_that_moment(around: Neighbourhood) -> None:
    ama = knows(around, "Ama", "social worker")
    gwen, mo = around.introduced(days_ago(90)), around.introduced(days_ago(90))
    for person in (gwen, mo):
        hands(around, person, ama, 20)
    around.extract()
    assert counted(around, "handed_by_whom") == {"social worker": 2}
    with as_(around.coordinator):
        choose(Person.objects.get(id=gwen), "evaluation", "no", how="aloud", by=around.coordinator, at=now())
    assert counted(around, "handed_by_whom") == {"social worker": 1}
    with as_(around.manager):
        (extract,) = Extract.objects.filter(payload__isnull=False)
        assert len(json.loads(bytes(extract.payload or b""))["handed"]["person"]) == 1
