"""What changed, in their words: told, put in order, valued by whichever way they like, on a screen and from paper."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.foundation.actor import Role
from alongside.outcomes import actions
from alongside.outcomes.models import CountsAs, LifeChange, TeamKind, Worth
from alongside.outcomes.worth import Said
from alongside.people.models import Person
from alongside.trail.models import Entry
from tests.building import a_coordinator, a_team, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def gwen_and_sam():
    sam = a_coordinator(a_team())
    key = somebody(sam, "Gwen Example", on=days_ago(90))
    with as_(sam):
        return Person.objects.get(id=key), sam


def told(person, sam, words="I sleep again.", **more):
    with as_(sam):
        return actions.tell_change(person, words, direction=more.pop("direction", "better"), noticed_on=days_ago(9), by=sam, at=now(), **more)


def _day(name: str = "on") -> dict[str, str]:
    return {f"{name}_day": str(today().day), f"{name}_month": str(today().month), f"{name}_year": str(today().year)}


def test_a_change_says_how_long_it_lasts_and_counts_as_what_it_plainly_is(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    manager = an_actor(Role.MANAGER, sam_team(sam))
    with as_(manager):
        choir = actions.add_kind(sam.team_id, "Joined  a choir", by=manager, at=now())
    given = {"words": "I sing on Tuesdays.", "direction": "better", "others_share": "half", "would_have_happened": "none", "lasts": "years"}
    answer = signed_in(sam).post(f"/people/{person.id}/changes/", given | _day("noticed_on") | {"kinds": ["active", "peer-led"], "listed": [str(choir.id)]})
    assert answer.status_code == 303
    with as_(sam):
        assert LifeChange.objects.get().lasts == "years"
        counted = {(one.kind, one.listed and one.listed.words) for one in CountsAs.objects.all()}
        assert counted == {("active", None), ("peer-led", None), ("own list", "Joined a choir")}
    page = signed_in(sam).get(f"/people/{person.id}/changes/all/").content.decode()
    assert "Counts as:" in page
    assert "Joined a choir" in page


def sam_team(sam):
    from alongside.teams.models import Team

    return Team.objects.get(id=sam.team_id)


def test_a_kind_that_is_retired_stays_where_it_was_used_and_is_offered_no_more(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    manager = an_actor(Role.MANAGER, sam_team(sam))
    browser = signed_in(manager)
    assert browser.post("/your-team/kinds/", {"words": "Out of debt"}).status_code == 303
    with as_(manager):
        (kind,) = TeamKind.objects.all()
    change = told(person, sam, listed=(kind.id,))
    browser.post(f"/your-team/kinds/{kind.id}/retired/")
    assert "Out of debt" not in signed_in(sam).get(f"/people/{person.id}/changes/").content.decode()
    assert "Out of debt" in signed_in(sam).get(f"/people/{person.id}/changes/{change.id}/").content.decode()
    browser.post(f"/your-team/kinds/{kind.id}/again/")
    assert "Out of debt" in signed_in(sam).get(f"/people/{person.id}/changes/").content.decode()


def test_they_say_which_matters_most_and_gaps_in_the_numbers_close(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    sleep, money, knee = (told(person, sam, words) for words in ("I sleep.", "Money.", "My knee."))
    browser, page = signed_in(sam), f"/people/{person.id}/changes/all/"
    given = {f"place_{money.id}": "1", f"place_{sleep.id}": "4", f"place_{knee.id}": ""}
    assert browser.post(page, given).status_code == 303
    with as_(sam):
        assert {one.words: one.place for one in LifeChange.objects.all()} == {"Money.": 1, "I sleep.": 2, "My knee.": None}
    shown = browser.get(page).content.decode()
    assert shown.index("Money.") < shown.index("I sleep.") < shown.index("My knee.")


def test_two_at_one_place_are_asked_about_and_what_was_typed_stays(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    one, other = told(person, sam, "One."), told(person, sam, "Other.")
    answer = signed_in(sam).post(f"/people/{person.id}/changes/all/", {f"place_{one.id}": "7", f"place_{other.id}": "7"})
    assert answer.status_code == 422
    assert "Two changes have the number 7." in answer.content.decode()
    assert answer.content.decode().count('value="7"') == 2
    with as_(sam):
        assert set(LifeChange.objects.values_list("place", flat=True)) == {None}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"way": "would pay", "pounds": "5", "each": "a week"}, "£5 a week"),
        ({"way": "would pay", "gives_up": "my Sunday paper"}, "they would give up “my Sunday paper”"),
        ({"way": "beside prices", "more_than": "passport"}, "more than a new adult passport (£94.50)"),
        ({"way": "thermometer", "degrees": "80"}, "80 of 100 on the thermometer"),
        ({"way": "declined"}, "they would rather not say"),
    ],
)
def test_what_it_is_worth_is_said_in_whichever_way_they_like(gwen_and_sam, given, shown) -> None:
    person, sam = gwen_and_sam
    change = told(person, sam)
    browser = signed_in(sam)
    answer = browser.post(f"/people/{person.id}/changes/{change.id}/worth/", given | {"how": "on paper"} | _day())
    assert answer.status_code == 303
    assert shown in browser.get(f"/people/{person.id}/changes/all/").content.decode()
    with as_(sam):
        assert list(Entry.objects.filter(verb="wrote down what a change is worth").values_list("people", flat=True)) == [[person.id]]


def test_a_sum_without_how_often_comes_back_with_what_was_typed(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    change = told(person, sam)
    answer = signed_in(sam).post(f"/people/{person.id}/changes/{change.id}/worth/", {"way": "would pay", "pounds": "12.50", "how": "aloud"} | _day())
    assert answer.status_code == 422
    assert "Say how often they would pay it" in answer.content.decode()
    assert 'value="12.50"' in answer.content.decode()


def test_what_they_said_before_can_be_taken_back_and_the_newest_counts(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    change = told(person, sam)
    with as_(sam):
        for degrees, ago in ((10, 5), (90, 1)):
            last = actions.say_worth(change, Said("thermometer", degrees=degrees), how="aloud", on=days_ago(ago), by=sam, at=now())
    browser = signed_in(sam)
    assert "90 of 100" in browser.get(f"/people/{person.id}/changes/all/").content.decode()
    assert browser.post(f"/people/{person.id}/changes/worth/{last.id}/taken-back/").status_code == 303
    assert "10 of 100" in browser.get(f"/people/{person.id}/changes/all/").content.decode()


def test_from_the_form_several_are_entered_at_once_and_only_words_and_direction_are_asked_for(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    given = _day() | {"words_1": "I sleep.", "direction_1": "better", "lasts_1": "years", "words_2": "My knee.", "direction_2": "worse"}
    assert signed_in(sam).post(f"/people/{person.id}/changes/told/", given).status_code == 303
    with as_(sam):
        assert {(one.words, one.direction, one.lasts, one.would_have_happened, one.noticed_on) for one in LifeChange.objects.all()} == {
            ("I sleep.", "better", "years", "not asked", today()),
            ("My knee.", "worse", "not asked", "not asked", today()),
        }


def test_of_several_all_are_kept_or_none(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    ahead = {"noticed_on_2_day": "1", "noticed_on_2_month": "1", "noticed_on_2_year": str(today().year + 1)}
    given = _day() | {"words_1": "I sleep.", "direction_1": "better", "words_2": "My knee.", "direction_2": "worse"} | ahead
    answer = signed_in(sam).post(f"/people/{person.id}/changes/told/", given)
    assert answer.status_code == 422
    assert "My knee." in answer.content.decode()
    with as_(sam):
        assert not LifeChange.objects.exists()


def test_nothing_told_is_nothing_to_keep(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    answer = signed_in(sam).post(f"/people/{person.id}/changes/told/", _day())
    assert answer.status_code == 422
    assert "Write at least one thing that changed." in answer.content.decode()


def test_the_form_on_paper_holds_what_they_told_before_and_asks_in_their_words(gwen_and_sam) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    person, sam = gwen_and_sam
    told(person, sam, "I sleep again.")
    answer = signed_in(sam).get(f"/people/{person.id}/changes/form/")
    assert answer["Content-Type"] == "application/pdf"
    read = PdfReader(BytesIO(answer.content))
    text = " ".join(" ".join(one.extract_text() for one in read.pages).split())
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(read.pages) == 3
    for words in ("“I sleep again.”", "Nothing depends on it.", "How much of it would have happened anyway?", "I’d rather not say."):
        assert words in text
    assert "Gwen Example" not in answer["Content-Disposition"]


@pytest.mark.parametrize("many", [1, 30])
def test_thirty_changes_ask_the_database_no_oftener_than_one(gwen_and_sam, many, django_assert_max_num_queries) -> None:
    person, sam = gwen_and_sam
    for number in range(many):
        change = told(person, sam, f"Change {number}.", kinds=("active",))
        with as_(sam):
            actions.say_worth(change, Said("declined"), how="aloud", on=today(), by=sam, at=now())
    browser: Client = signed_in(sam)
    browser.get(f"/people/{person.id}/changes/all/")
    with django_assert_max_num_queries(30):
        browser.get(f"/people/{person.id}/changes/all/")


def test_another_teams_coordinator_finds_none_of_it(gwen_and_sam) -> None:
    person, sam = gwen_and_sam
    change = told(person, sam, kinds=("active",))
    with as_(sam):
        actions.say_worth(change, Said("declined"), how="aloud", on=today(), by=sam, at=now())
    other = a_coordinator(a_team())
    for page in ("changes/all/", "changes/told/", "changes/form/", f"changes/{change.id}/worth/"):
        assert signed_in(other).get(f"/people/{person.id}/{page}").status_code == 404
    with as_(other):
        assert not Worth.objects.exists()
        assert not CountsAs.objects.exists()
