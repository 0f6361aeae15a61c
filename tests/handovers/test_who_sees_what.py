"""Both sides see the exchange and nothing else, until it ends; a concern is for fewer of us; no link, in whatever state, shows more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from alongside.access.actions import choose
from alongside.foundation.actor import Actor, Role
from alongside.handovers import actions
from alongside.handovers.models import StepUp, Turn
from alongside.journeys.actions import write_note
from alongside.people.models import Person, Whereabouts
from alongside.teams.models import Membership
from alongside.trail.models import Entry
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today

from .conftest import Handing, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def again(found: StepUp) -> StepUp:
    return StepUp.objects.select_related("receiver").get(id=found.id)


def handed_back(h: Handing, found: StepUp) -> None:
    with as_(h.guest(found)):
        actions.answer(found.id, actions.Said("hands back", "It is done.", outcome="done"), by=h.guest(found), at=now())


def not_theirs(h: Handing, found: StepUp) -> None:
    with as_(h.guest(found)):
        actions.answer(found.id, actions.Said("not theirs", "Ask housing."), by=h.guest(found), at=now())


def taken_back(h: Handing, found: StepUp) -> None:
    with as_(h.sam):
        actions.take_back(again(found), "We did it ourselves.", by=h.sam, at=now())


def its_day_comes(h: Handing, found: StepUp) -> None:
    with as_(h.sam):
        StepUp.objects.filter(id=found.id).update(until=today())


def says(answer: str, *, of_all: bool = False) -> Callable[[Handing, StepUp], None]:
    def do(h: Handing, found: StepUp) -> None:
        with as_(h.sam):
            choose(Person(id=h.gwen), "social worker", answer, subject=None if of_all else found.receiver_id, by=h.sam, at=now())

    return do


ENDS: dict[str, Callable[[Handing, StepUp], None]] = {
    "it is handed back": handed_back,
    "it is not theirs": not_theirs,
    "it is taken back": taken_back,
    "its last day comes": its_day_comes,
    "she says no": says("no"),
    "she takes her yes back": says("withdrawn"),
    "she takes back her yes to every social worker": says("withdrawn", of_all=True),
}


def seen(h: Handing, found: StepUp) -> list[bool]:
    """Whether Gwen is seen: by Priya on her list and on the page; by whoever holds the link, behind the press."""
    priya = signed_in(h.priya)
    answers = [priya.get("/handed-to-me/"), priya.get(f"/handed-to-me/{found.id}/"), Client().post(f"{h.address(found)}open/")]
    return ["Gwen" in text(answer) or "stairs" in text(answer) for answer in answers]


@pytest.mark.parametrize("end", ENDS)
def test_the_other_side_sees_her_until(end):
    h = Handing()
    found = h.hands(h.to_priya)
    assert seen(h, found) == [True] * 3
    ENDS[end](h, found)
    assert seen(h, found) == [False] * 3
    with as_(h.priya):
        assert (Person.objects.count(), StepUp.objects.count(), Turn.objects.count()) == (0, 0, 0)
    answered = Client().post(f"{h.address(found)}answer/", {"does": "says", "words": "One more thing."})
    assert answered.status_code == 404
    with as_(h.sam):
        assert not Turn.objects.filter(words="One more thing.").exists()


def test_the_other_side_sees_the_exchange_and_nothing_else_of_her():
    h = Handing()
    with as_(h.sam):
        write_note(Person(id=h.gwen), "She paints birds.", on=today(), how="visit", by=h.sam, at=now())
    found, eddie = h.hands(h.to_priya), somebody(h.sam, "Eddie Marsh")
    priya = signed_in(h.priya)
    shut = [f"/people/{h.gwen}/", f"/people/{eddie}/", h.url(found), f"/people/{h.gwen}/choices/"]
    assert [priya.get(url).status_code in (403, 404) for url in shut] == [True] * 4
    for actor in (h.priya, h.guest(found)):
        with as_(actor):
            assert [person.name for person in Person.objects.all()] == ["Gwen Pettifer"]
            assert (StepUp.objects.count(), Whereabouts.objects.count()) == (1, 0)
    assert "birds" not in text(priya.get(f"/handed-to-me/{found.id}/"))


def test_of_two_hand_overs_each_link_shows_its_own():
    h = Handing()
    one, two = h.hands(h.to_priya), h.hands(h.to_duty, words="Her chest is bad at night.")
    assert "chest" not in text(Client().post(f"{h.address(one)}open/"))
    assert "stairs" not in text(Client().post(f"{h.address(two)}open/"))
    with as_(h.priya):
        assert [row.words for row in StepUp.objects.all()] == ["The stairs are hard for her."]


def test_a_link_that_is_ended_or_made_anew_opens_nothing_and_another_is_made():
    h = Handing()
    found = h.hands(h.to_duty)
    sam, old = signed_in(h.sam), h.address(found)
    assert sam.post(f"{h.url(found)}link/end/").status_code == 303
    assert [Client().get(old).status_code, Client().post(f"{old}open/").status_code] == [404, 404]
    until = today() + timedelta(days=7)
    boxes = {"until_day": until.day, "until_month": until.month, "until_year": until.year}
    assert sam.post(f"{h.url(found)}link/another/", boxes).status_code == 303
    with as_(h.sam):
        new = h.address(again(found))
    assert [Client().post(f"{old}open/").status_code, Client().post(f"{new}open/").status_code] == [404, 200]


def test_a_partner_who_left_their_post_sees_nothing_of_it_any_more():
    h = Handing()
    found = h.hands(h.to_priya)
    Membership.objects.filter(staff_id=h.priya.id).update(until=today())
    with as_(h.priya):
        assert StepUp.objects.count() == 0
    assert signed_in(h.priya).get(f"/handed-to-me/{found.id}/").status_code in (302, 403, 404)


def readers(h: Handing, found: StepUp, *actors: Actor) -> list[bool]:
    """Which of them read the concern: on its page, on the list, and whether her own page tells that there is one."""
    answers = []
    for actor in actors:
        browser = signed_in(actor)
        pages = [browser.get(h.url(found)), browser.get("/step-ups/"), browser.get(f"/people/{h.gwen}/")]
        said = ["eaten" in text(pages[0]), "Ruth Okafor" in text(pages[1]), "Ruth Okafor" in text(pages[2])]
        assert len(set(said)) == 1, said
        answers.append(said[0])
    return answers


def test_a_safeguarding_concern_is_read_by_whoever_raised_it_walks_alongside_or_manages_and_by_no_other_colleague():
    h = Handing()
    officer, colleague, manager = (an_actor(role, h.team) for role in (Role.SUPPORT_OFFICER, Role.COORDINATOR, Role.MANAGER))
    found = h.raises(by=officer)
    assert readers(h, found, officer, h.sam, manager, colleague) == [True, True, True, False]
    work = h.hands(h.to_priya)
    assert signed_in(colleague).get(h.url(work)).status_code == 200, "other hand-overs are the team's"
    assert "eaten" in text(Client().post(f"{h.address(found)}open/")), "and the lead who was named reads it"
    with as_(colleague):
        assert "She has not eaten" not in " ".join(StepUp.objects.values_list("words", flat=True))


def test_a_concern_names_a_lead_says_whether_the_person_was_told_and_needs_no_yes():
    h = Handing()
    sam, to = signed_in(h.sam), f"/people/{h.gwen}/step-up/"
    said = {"kind": "safeguarding", "words": "She has not eaten.", "asks": "Decide today.", "ground": "safeguarding", "told": "not told"}
    answers = {
        "Say why they were not told": sam.post(f"{to}{h.to_lead.id}/", said),
        "goes to a named safeguarding lead": sam.post(f"{to}{h.to_priya.id}/", said),
        "on the ground of safeguarding": sam.post(f"{to}{h.to_lead.id}/", {**said, "ground": "their yes", "how_they_agreed": "aloud", "how": "aloud"}),
        "say by when": sam.post(f"{to}{h.to_lead.id}/", {**said, "why_not_told": "He reads her post.", "urgent": "on"}),
    }
    assert {words: (answer.status_code, words in text(answer)) for words, answer in answers.items()} == dict.fromkeys(answers, (422, True))
    says("no", of_all=True)(h, h.hands(h.to_priya))
    assert sam.post(f"{to}{h.to_lead.id}/", {**said, "why_not_told": "He reads her post."}).status_code == 303
    refused = sam.post(
        f"{to}{h.to_priya.id}/", {**said, "kind": "concern", "ground": "their yes", "how": "aloud", "how_they_agreed": "aloud", "told": "before"}
    )
    assert (refused.status_code, "They said no on" in text(refused)) == (422, True)


def test_each_look_of_the_other_side_is_in_the_trail_with_why():
    h = Handing()
    found = h.hands(h.to_priya)
    signed_in(h.priya).get(f"/handed-to-me/{found.id}/")
    Client().post(f"{h.address(found)}open/")
    with as_(an_actor(Role.INFORMATION_GOVERNANCE, h.team)):
        lines = Entry.objects.filter(verb="looked at", people__contains=[h.gwen], purpose__startswith="named in a hand-over").order_by("seq")
        assert [(line.actor_id, line.role) for line in lines] == [(h.priya.id, "partner"), (found.id, "named in a hand-over")]


def test_another_teams_coordinator_finds_nothing_of_it():
    h = Handing()
    found = h.hands(h.to_priya)
    jo = signed_in(a_coordinator())
    asked = [h.url(found), f"/people/{h.gwen}/step-up/", f"/handed-to-me/{found.id}/", f"/whom-we-hand-to/{h.to_priya.id}/"]
    assert [jo.get(url).status_code for url in asked] == [404] * 4
    assert "Priya" not in text(jo.get("/whom-we-hand-to/"))
