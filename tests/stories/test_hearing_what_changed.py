"""A coordinator hears what changed: in their words, in their order, for what it is worth to them; asks how life is going; and a story is told once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.outcomes import actions
from alongside.outcomes.measuring import text_of
from alongside.outcomes.models import Asking, KnownUse, LifeChange, Story, Worth
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import PICTURES, Walker

LAC = Vocabulary.LOCAL_AREA_COORDINATION
SAID = {
    LAC: ("All changes, their order and worth", "Another change"),
    Vocabulary.SOCIAL_PRESCRIBING: ("All outcomes, their order and worth", "Another outcome"),
}
House = tuple[str, dict[str, Actor], str, Vocabulary]


@pytest.fixture(scope="module", params=[(LAC, 390), (Vocabulary.SOCIAL_PRESCRIBING, 1280)], ids=["lac", "sp"])
def house(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[House, int]]:
    vocabulary, width = request.param
    with django_db_blocker.unblock(), a_copy(f"changed_{vocabulary.value}") as name:
        team = a_team(vocabulary=vocabulary)
        seats = {"sam": an_actor(Role.COORDINATOR, team, "Sam Holt"), "mina": an_actor(Role.MANAGER, team, "Mina Rao")}
        her = somebody(seats["sam"], "Gwen Prys-Marlow", on=days_ago(120))
        with as_(seats["mina"]):
            actions.offer_measure(team.id, "ons4", text_of("ons4"), by=seats["mina"], at=now())
        with served(name) as base:
            yield (base, seats, f"/people/{her}/", vocabulary), width


def test_hearing_what_changed(house, sit_down):
    (base, seats, page, vocabulary), width = house
    sam, mina = sit_down(base, (width, True)), sit_down(base, (width, True))
    sam.is_signed_in_as(seats["sam"])
    mina.is_signed_in_as(seats["mina"])

    she_tells_several_in_one_go(sam, page, *SAID[vocabulary])
    she_says_which_matters_most_and_what_it_is_worth(sam, page)
    the_form_on_paper_holds_what_she_told(sam, page)
    she_answers_what_she_likes_and_no_more(sam, page)
    how_often_she_went_is_told_from_memory(sam, page)
    a_story_is_told_once_and_only_with_her_yes(sam, page)
    the_manager_chooses_what_is_counted_and_asked(mina)
    the_manager_reads_who_is_in_both_windows(mina)


def she_tells_several_in_one_go(sam: Walker, page: str, all_of_them: str, another: str) -> None:
    sam.goes_to(page)
    sam.follows(all_of_them)
    sam.sees("Nothing is told yet, good or bad.")
    sam.follows("Several at once, or from the form")
    sam.page.locator("#id_words_1").fill("I sleep again.")
    sam.presses("Save")
    sam.sees("Choose what they say: better, worse, or neither.")
    sam.page.locator("#id_direction_1").select_option(label="Better")
    sam.page.locator("#id_lasts_1").select_option(label="Several years")
    sam.opens(another)
    sam.page.locator("#id_words_2").fill("My knee is worse.")
    sam.page.locator("#id_direction_2").select_option(label="Worse")
    sam.keeps_a_picture("changes-told")
    sam.presses("Save")
    sam.sees("Which of them matters most?")
    assert {one.words for one in LifeChange.objects.using("owner").all()} == {"I sleep again.", "My knee is worse."}


def she_says_which_matters_most_and_what_it_is_worth(sam: Walker, page: str) -> None:
    sam.writes("Place of “My knee is worse.”", "2")
    sam.writes("Place of “I sleep again.”", "1")
    sam.presses("Keep their order")
    sam.sees("Their order is kept.")
    sam.follows("What is it worth to them? (I sleep again.)")
    sam.keeps_a_picture("worth")
    sam.chooses("What they would pay, or give up")
    sam.writes("What would they pay to keep it", "5")
    sam.picks("How often?", "A week")
    sam.chooses("Aloud")
    sam.presses("Save")
    sam.sees("£5 a week")
    sam.keeps_a_picture("all-changes")
    sam.follows("What is it worth to them? (My knee is worse.)")
    sam.chooses("They would rather not say")
    sam.chooses("Aloud")
    sam.presses("Save")
    sam.sees("they would rather not say")
    assert {one.way for one in Worth.objects.using("owner").all()} == {"would pay", "declined"}


def the_form_on_paper_holds_what_she_told(sam: Walker, page: str) -> None:
    answer = sam.page.request.get(f"{sam.base}{page}changes/form/")
    text = " ".join("".join(one.extract_text() for one in PdfReader(BytesIO(answer.body())).pages).split())
    assert "Nothing depends on it." in text
    if os.environ.get("ALONGSIDE_PICTURES") is None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / "changes-form.pdf").write_bytes(answer.body())


def she_answers_what_she_likes_and_no_more(sam: Walker, page: str) -> None:
    sam.goes_to(page)
    sam.follows("How life is going")
    sam.presses("Not today")
    sam.sees("It is kept that it was asked and not answered.")
    sam.follows("How life is going: four questions (ONS4)")
    sam.keeps_a_picture("ask-measure")
    sam.page.get_by_role("group", name="Overall, how happy did you feel yesterday?").get_by_label("8", exact=True).check()
    sam.chooses("Together, face to face")
    sam.presses("Save")
    sam.sees("It is kept, question by question.")
    sam.sees("(high)")
    sam.keeps_a_picture("measures")
    assert {one.ended for one in Asking.objects.using("owner").all()} == {"not today", "answered"}


def how_often_she_went_is_told_from_memory(sam: Walker, page: str) -> None:
    sam.goes_to(page)
    sam.follows("Use of services")
    sam.dates("Up to which day?", days_ago(120))
    sam.chooses("They told us")
    sam.writes("GP visits", "9")
    sam.keeps_a_picture("uses")
    sam.presses("Save")
    sam.dates("Up to which day?", today())
    sam.chooses("They told us")
    sam.writes("GP visits", "4")
    sam.presses("Save")
    assert sorted(KnownUse.objects.using("owner").values_list("times", flat=True)) == [4, 9]


def a_story_is_told_once_and_only_with_her_yes(sam: Walker, page: str) -> None:
    sam.goes_to(page)
    sam.follows("Stories")
    sam.presses("Begin a story with them")
    assert "I sleep again." in sam.box("The story").input_value()
    sam.chooses("A committee paper")
    sam.writes("Which one?", "Committee paper, May")
    sam.writes("The story", "Gwen sleeps again. She keeps alpacas.")
    sam.presses("Save")
    sam.sees("What would give somebody away")
    sam.keeps_a_picture("story")
    sam.writes("The story", "She sleeps again, and talks to people.")
    sam.presses("Save")
    sam.presses("Do they say yes?")
    sam.writes("How did they say yes?", "Aloud, after I read it out")
    sam.presses("Save")
    sam.sees("Their yes")
    sam.follows("They take it back")
    sam.presses("Take it back")
    sam.sees("It is taken back.")
    assert Story.objects.using("owner").get().stands == "withdrawn"
    sam.goes_to("/stories/")
    sam.sees("A story leaves only with the yes of whoever it is about.")


def the_manager_chooses_what_is_counted_and_asked(mina: Walker) -> None:
    mina.goes_to("/team/")
    mina.follows("What your team counts")
    mina.writes("What is counted?", "Joined a choir")
    mina.presses("Add it")
    mina.sees("Joined a choir")
    mina.goes_to("/your-team/measures/")
    mina.keeps_a_picture("team-measures")
    mina.follows("Short Warwick-Edinburgh Mental Wellbeing Scale")
    mina.presses("Let my team ask it")
    mina.sees("SWEMWBS belongs to somebody else.")
    mina.writes("Reference of your licence", "Reg. 4711")
    mina.presses("Let my team ask it")
    mina.sees("Your team may ask it from now on.")


def the_manager_reads_who_is_in_both_windows(mina: Walker) -> None:
    mina.goes_to("/figures/")
    mina.presses("Make the figures")
    mina.goes_to("/figures/use-of-services/")
    mina.sees("In both windows")
    mina.opens("Who is in both windows")
    mina.sees("Gwen Prys-Marlow")
    mina.keeps_a_picture("use-of-services")
    mina.goes_to("/use-of-services/")
    mina.keeps_a_picture("uses-from-a-practice")
