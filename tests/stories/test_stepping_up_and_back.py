"""Self-neglect worked jointly over months and stepped back; and a safeguarding concern handed to a lead on duty, who answers by a link."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from alongside.foundation.actor import Role
from alongside.handovers.models import OwnNote, SharedPage, StepUp, Turn
from tests.building import a_coordinator, an_actor, today
from tests.conftest import a_copy
from tests.handovers.conftest import Handing
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, False)


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Handing]]:
    with django_db_blocker.unblock(), a_copy("stepping_up_and_back") as name:
        h = Handing(sam=a_coordinator(name="Sam Delaney"), name="Gwen Prys-Marlow")
        with served(name) as base:
            yield base, h


def test_self_neglect_is_worked_jointly_over_months_and_stepped_back(house, sit_down):
    base, h = house
    sam, priya = sit_down(base), sit_down(base, (1280, True))
    sam.is_signed_in_as(h.sam)
    priya.is_signed_in_as(h.priya)
    given_the_team_says_who_does_what(sam)
    when_the_coordinator_hands_a_concern_to_the_social_worker_by_name(sam, h)
    and_she_answers_that_both_do_it_together(priya)
    then_both_write_one_page_and_each_keeps_their_own_notes(sam, priya, h)
    when_months_have_passed(h)
    and_she_hands_it_back_with_what_it_avoided(priya)
    then_the_coordinator_reads_it_and_she_sees_nothing_any_more(sam, priya, h)


def given_the_team_says_who_does_what(sam: Walker) -> None:
    sam.goes_to("/step-ups/")
    sam.sees("Nothing is with anybody else.")
    sam.follows("Who does what")
    sam.follows("Say it (social worker)")
    sam.writes("This is ours", "Getting to know her, company, the garden.")
    sam.writes("This is theirs", "An assessment; whatever the law asks for.")
    sam.writes("This we do together", "Self-neglect: we visit together first.")
    sam.presses("Save")
    sam.sees("Self-neglect: we visit together first.")


def when_the_coordinator_hands_a_concern_to_the_social_worker_by_name(sam: Walker, h: Handing) -> None:
    sam.goes_to(f"/people/{h.gwen}/")
    sam.follows("Handed to other professions")
    sam.sees("Self-neglect: we visit together first.")
    sam.follows("Hand over to Priya Nair")
    sam.presses("Hand it over")
    sam.sees("Write what it is about.")
    sam.chooses("A concern")
    sam.writes("What is it about?", "She no longer washes, and the kitchen is full to the ceiling.")
    sam.writes("What do you ask of them?", "Could we visit together?")
    sam.writes("In which words?", "on Monday: “if it is Sam with her, yes”")
    sam.page.get_by_label("Told before", exact=True).check()
    sam.presses("Hand it over")
    sam.sees("Send them their link next, or ring.")
    sam.sees_not("full to the ceiling")


def and_she_answers_that_both_do_it_together(priya: Walker) -> None:
    priya.goes_to("/handed-to-me/")
    priya.follows("Gwen Prys-Marlow")
    priya.sees("full to the ceiling")
    priya.writes("What do you want to say?", "Yes. Thursday at ten?")
    priya.presses("We do this together")
    priya.sees("Worked jointly")


def then_both_write_one_page_and_each_keeps_their_own_notes(sam: Walker, priya: Walker, h: Handing) -> None:
    step_up = StepUp.objects.using("owner").get(kind="concern")
    sam.goes_to(h.url(step_up))
    sam.follows("Write on it")
    sam.writes("What we know and agreed", "She chose the kitchen first.")
    sam.writes("Who does what", "Sam: Thursdays. Priya: the doctor.")
    sam.presses("Save")
    sam.sees("She chose the kitchen first.")
    priya.goes_to(f"/handed-to-me/{step_up.id}/")
    priya.writes("What comes next", "We look again in June.")
    priya.presses("Keep the page")
    priya.writes("A note of your own", "Tired, and glad of the tea.")
    priya.presses("Keep the note")
    priya.sees("Tired, and glad of the tea.")
    sam.goes_to(h.url(step_up))
    sam.sees("We look again in June.")
    sam.sees_not("glad of the tea")


def when_months_have_passed(h: Handing) -> None:
    for model in (StepUp, Turn, SharedPage, OwnNote):
        for row in model.objects.using("owner").all():
            model.objects.using("owner").filter(id=row.id).update(at=row.at - timedelta(days=80))
    StepUp.objects.using("owner").filter(kind="concern").update(answered_at=StepUp.objects.using("owner").get(kind="concern").at + timedelta(days=1))
    assert today() < StepUp.objects.using("owner").get(kind="concern").until


def and_she_hands_it_back_with_what_it_avoided(priya: Walker) -> None:
    priya.goes_to("/handed-to-me/")
    priya.follows("Gwen Prys-Marlow")
    priya.writes("What do you want to say?", "She washes, cooks, and has said no to more. I step back; Sam goes on.")
    priya.opens("Hand it back, with what became of it")
    priya.picks("What became of it?", "Looked at, nothing more needed")
    priya.writes("What did it avoid", "A third safeguarding concern this year, I believe.")
    priya.presses("Hand it back", exact=True)
    priya.sees("Nothing is with you at the moment.")


def then_the_coordinator_reads_it_and_she_sees_nothing_any_more(sam: Walker, priya: Walker, h: Handing) -> None:
    step_up = StepUp.objects.using("owner").get(kind="concern")
    sam.goes_to(h.url(step_up))
    sam.sees("A third safeguarding concern this year, I believe.")
    sam.sees("Answered after 1\u00a0day")
    sam.follows("What the person was told")
    sam.page.get_by_label("Told before", exact=True).check()
    sam.writes("What were they told", "That Priya steps back, and that the door stays open.")
    sam.presses("Save")
    sam.sees("That Priya steps back, and that the door stays open.")
    priya.page.goto(f"{priya.base}/handed-to-me/{step_up.id}/")
    priya.sees_not("Gwen")


def test_a_concern_is_handed_to_a_lead_on_duty_who_answers_by_a_link(house, sit_down):
    base, h = house
    olu, bea, ruth = sit_down(base), sit_down(base), sit_down(base, PHONE)
    officer, colleague = an_actor(Role.SUPPORT_OFFICER, h.team, "Olu Adeyemi"), a_coordinator(h.team, "Bea Lister")
    olu.is_signed_in_as(officer)
    bea.is_signed_in_as(colleague)
    when_a_support_officer_raises_it(olu, h)
    found = StepUp.objects.using("owner").select_related("receiver").get(kind="safeguarding")
    then_no_other_colleague_sees_that_there_is_one(bea, h, found)
    when_the_lead_opens_the_link_on_her_phone(ruth, h, found)
    and_takes_it_on(ruth)
    then_the_officer_reads_it_and_says_that_she_was_told(olu, h, found)
    when_the_lead_hands_it_back_her_link_opens_nothing(ruth, h, found)


def when_a_support_officer_raises_it(olu: Walker, h: Handing) -> None:
    olu.goes_to(f"/people/{h.gwen}/step-up/")
    olu.follows("Hand over to Ruth Okafor")
    olu.sees("and by no other colleague")
    olu.writes("What is it about?", "She says that her nephew keeps her card, and she has not eaten since Sunday.")
    olu.writes("What do you ask of them?", "Please decide today.")
    olu.chooses("Not told")
    olu.writes("If they were not told: why?", "He was in the room.")
    olu.dates("If urgent: an answer by which day?", today() + timedelta(days=1))
    olu.page.get_by_label("It is urgent").check()
    olu.presses("Hand it over")
    olu.sees("If it cannot wait: 01632 960199")


def then_no_other_colleague_sees_that_there_is_one(bea: Walker, h: Handing, found: StepUp) -> None:
    bea.goes_to(f"/people/{h.gwen}/")
    bea.sees_not("Ruth Okafor")
    bea.goes_to("/step-ups/")
    bea.sees_not("Ruth Okafor")
    bea.page.goto(bea.base + h.url(found))
    bea.sees_not("nephew")


def when_the_lead_opens_the_link_on_her_phone(ruth: Walker, h: Handing, found: StepUp) -> None:
    ruth.goes_to(h.address(found))
    ruth.sees_not("Gwen")
    ruth.sees("It needs an answer by")
    ruth.presses("Open it")
    ruth.sees("her nephew keeps her card")
    ruth.sees("He was in the room.")


def and_takes_it_on(ruth: Walker) -> None:
    ruth.writes("What do you want to say?", "I ring her tonight; a visit tomorrow at nine.")
    ruth.writes("Who writes?", "Ruth Okafor")
    ruth.presses("We take it on")
    ruth.sees("Thank you. It is kept.")
    ruth.sees_not("Gwen")


def then_the_officer_reads_it_and_says_that_she_was_told(olu: Walker, h: Handing, found: StepUp) -> None:
    olu.goes_to(h.url(found))
    olu.sees("I ring her tonight; a visit tomorrow at nine.")
    olu.follows("What the person was told")
    olu.chooses("Told afterwards")
    olu.writes("What were they told", "That Ruth knows, and will ring.")
    olu.presses("Save")
    olu.sees("That Ruth knows, and will ring.")


def when_the_lead_hands_it_back_her_link_opens_nothing(ruth: Walker, h: Handing, found: StepUp) -> None:
    ruth.goes_to(h.address(found))
    ruth.presses("Open it")
    ruth.writes("What do you want to say?", "The card is with her again, and the bank knows.")
    ruth.opens("Hand it back, with what became of it")
    ruth.picks("What became of it?", "What was asked is done")
    ruth.presses("Hand it back", exact=True)
    ruth.sees("this hand-over is over")
    ruth.page.goto(ruth.base + h.address(found))
    ruth.sees("This link is over")
