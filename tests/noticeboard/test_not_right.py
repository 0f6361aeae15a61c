"""“Something here is not right”: a neighbour says so without a name, and those whose patch it is go through it with one press."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from alongside.connections.actions import connect
from alongside.directory import actions
from alongside.directory.actions import complaining
from alongside.directory.complaints.queries import MOST_VOICES
from alongside.directory.models import Complaint, Entry
from alongside.foundation.actor import NOBODY, Role
from alongside.foundation.refusals import Refused
from alongside.noticeboard.from_here import MOST_AN_HOUR
from alongside.noticeboard.weighing import BY_VISITORS, NEVER, SHOWN, to_check
from alongside.people.models import Person
from alongside.places.models import Postcode
from tests.building import a_coordinator, a_team, an_actor, as_, now, signed_in, somebody, today
from tests.directory.conftest import load
from tests.noticeboard.test_pages import SEARCH, near, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
LATE = {"about": "times", "words": "They begin at three now."}


@pytest.fixture
def sam():
    team = a_team()
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central", locality=team.localities.first())
    return a_coordinator(team, name="Sam Holt")


@pytest.fixture
def choir(sam) -> Entry:
    load(near(postcode="ZZ99 3AA"))
    return Entry.objects.get()


def there(entry: Entry) -> str:
    return reverse("noticeboard:not right", args=[entry.id])


def visitor_says(entry: Entry, about: str = "times", words: str = "They begin at three now.") -> None:
    with as_(NOBODY):
        actions.complain_openly(entry, about, words, by=NOBODY, at=now())


def seen_by(actor) -> list[tuple[str, str]]:
    with as_(actor):
        return list(Complaint.objects.order_by("id").values_list("about", "words"))


def listed(actor) -> list:
    with as_(actor):
        return to_check(today=today())


def test_a_neighbour_says_so_without_a_name_and_it_is_on_the_list_with_its_reason(client, sam, choir):
    assert there(choir) in text(client.get(reverse("noticeboard:entry", args=[choir.id])))
    page = client.post(there(choir), LATE, follow=True)
    assert "will look at it" in text(page)
    with as_(sam):
        assert list(Complaint.objects.values_list("entry", "about", "words", "team", "by")) == [(choir.id, "times", "They begin at three now.", None, None)]
    visitor_says(choir, "phone", "Nobody answers.")
    page = text(signed_in(sam).get(reverse("noticeboard:to check")))
    assert "Said to be wrong 2 times, last on" in page
    assert "the times, the telephone or e-mail</strong>: “Nobody answers.”" in page


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"about": "times", "words": " "}, "Say in a few words what is not right."),
        ({"words": "It begins at three."}, "Choose what it is about."),
        ({"about": "anything", "words": "It begins at three."}, "Choose what it is about."),
        ({"about": "times", "words": "x" * 501}, "Say it in at most 500 letters."),
        ({}, "Choose what it is about."),
    ],
)
def test_what_is_missing_or_long_is_said_and_nothing_typed_is_lost(client, sam, choir, said, sentence):
    page = client.post(there(choir), said)
    assert (page.status_code, sentence in text(page)) == (422, True)
    assert (page.context["form"]["words"].value() or "").strip() == said.get("words", "").strip()
    assert seen_by(sam) == []


def test_what_somebody_writes_is_shown_as_they_wrote_it_and_runs_nowhere(client, sam, choir):
    client.post(there(choir), {"about": "other", "words": "<script>alert(1)</script>"})
    page = text(signed_in(sam).get(reverse("noticeboard:entry", args=[choir.id])))
    assert ("<script>alert(1)" in page, "&lt;script&gt;alert(1)" in page) == (False, True)


def test_no_visitor_reads_what_another_said(client, choir):
    visitor_says(choir)
    assert "They begin at three now." not in text(client.get(reverse("noticeboard:entry", args=[choir.id])))
    assert "They begin at three now." not in text(client.get(there(choir)))
    assert seen_by(NOBODY) == []


def test_it_is_read_by_those_whose_patch_it_is_and_by_every_team_where_it_is_nobodys(sam, choir):
    load(near("2", "Moss club"), source="Another file")
    far, partner = a_coordinator(a_team(), name="Far Away"), an_actor(Role.PARTNER)
    visitor_says(choir)
    visitor_says(Entry.objects.get(name="Moss club"), "over", "It closed.")
    assert seen_by(sam) == [("times", "They begin at three now."), ("over", "It closed.")]
    assert seen_by(far) == [("over", "It closed.")]
    assert seen_by(partner) == []


def test_from_one_address_so_many_are_kept_in_an_hour(client, sam, choir):
    load(*(near(str(number), f"Club {number}") for number in range(MOST_AN_HOUR + 1)), source="Another file")
    answers = [client.post(there(one), LATE).status_code for one in Entry.objects.filter(name__startswith="Club")]
    assert (answers.count(303), answers.count(422)) == (MOST_AN_HOUR, 1)


def test_the_same_is_kept_once_a_day_and_of_one_entry_so_many(sam, choir):
    visitor_says(choir)
    visitor_says(choir, words="they BEGIN at three now.")
    assert len(seen_by(sam)) == 1
    for number in range(complaining.MOST_OF_ONE + 5):
        visitor_says(choir, words=f"No {number}")
    assert len(seen_by(sam)) == complaining.MOST_OF_ONE


def test_when_the_house_is_full_for_today_it_is_said(sam, choir, monkeypatch):
    monkeypatch.setattr(complaining, "MOST_A_DAY", 1)
    visitor_says(choir)
    with pytest.raises(Refused) as refused:
        visitor_says(choir, words="And the door sticks.")
    assert "So much came in today" in str(refused.value.sentence)


def test_a_flood_neither_hides_an_entry_nor_takes_it_away_nor_weighs_more_than_three(client, sam, choir):
    for number in range(complaining.MOST_OF_ONE):
        visitor_says(choir, "over", f"It is over, {number}")
    choir.refresh_from_db()
    assert (choir.withdrawn_on, choir.put_right, choir.confirmed_on) == (None, {}, None)
    assert [one.entry for one in client.get(SEARCH, {"words": "choir"}).context["page"].shown] == [choir]
    (line,) = listed(sam)
    assert (line.wrong.times, line.wrong.voices, line.weight[1]) == (complaining.MOST_OF_ONE, MOST_VOICES, -NEVER * MOST_VOICES)


def test_a_flood_over_many_pushes_nothing_off_the_list(sam, choir):
    clubs, disputed = [f"Club {number:02}" for number in range(BY_VISITORS + 10)], [f"Disputed {number}" for number in range(SHOWN)]
    load(*(near(name, name) for name in (*clubs, *disputed)), source="Another file")
    Entry.objects.filter(name__startswith="Disputed").update(source_says={"phone": "01632 960100"})
    for one in Entry.objects.filter(name__startswith="Club").order_by("name"):
        for words in ("Wrong.", "Still wrong.", "Quite wrong.", "All wrong."):
            visitor_says(one, words=words)
    names = [line.entry.name for line in listed(sam)]
    assert len([name for name in names if name.startswith("Disputed")]) == SHOWN
    assert [name for name in names if name.startswith("Club")] == clubs[:BY_VISITORS]


def test_what_people_go_to_and_is_said_to_be_wrong_comes_before_what_they_only_go_to(sam, choir):
    load(near("2", "Ash club"), near("3", "Birch club"), source="Another file")
    ash, birch = Entry.objects.get(name="Ash club"), Entry.objects.get(name="Birch club")
    person = somebody(sam, "Gwen Price")
    with as_(sam):
        for entry in (ash, birch):
            connect(Person.objects.get(id=person), entry.name, kind="group", entry_id=entry.id, on=today(), by=sam, at=now())
    visitor_says(birch)
    assert [line.entry for line in listed(sam)] == [birch, ash]


def test_one_of_us_says_it_with_one_press(sam, choir):
    page = signed_in(sam).post(there(choir), {"about": "getting in"}, follow=True)
    assert "It is on the list of what to look at next." in text(page)
    (line,) = listed(sam)
    assert (line.wrong.about, line.wrong.voices) == (["getting in"], MOST_VOICES)


@pytest.mark.parametrize("became", ["put right", "right"])
def test_one_press_settles_what_was_on_the_page_and_another_takes_it_up_again(sam, choir, became):
    visitor_says(choir)
    browser = signed_in(sam)
    upto = browser.get(reverse("noticeboard:to check")).context["lines"][0].wrong.upto
    visitor_says(choir, words="And the door sticks.")
    settling = reverse("noticeboard:settle complaints", args=[choir.id])
    browser.post(settling, {"became": became, "upto": upto, "from": "to check"})
    assert [(line.wrong.times) for line in listed(sam)] == [1]
    page = browser.get(reverse("noticeboard:entry", args=[choir.id]))
    assert [(one.words, one.became) for one in page.context["complaints"].settled] == [("They begin at three now.", became)]
    assert [one.words for one in page.context["complaints"].open] == ["And the door sticks."]
    browser.post(reverse("noticeboard:take up complaints", args=[choir.id, page.context["complaints"].settled[0].id]))
    assert [(line.wrong.times) for line in listed(sam)] == [2]


def test_it_is_gone_for_nobody_finds_it_and_back_when_that_is_taken_up_again(sam, choir):
    visitor_says(choir, "over", "They stopped in May.")
    browser = signed_in(sam)
    (said,) = browser.get(reverse("noticeboard:entry", args=[choir.id])).context["complaints"].open
    browser.post(reverse("noticeboard:settle complaints", args=[choir.id]), {"became": "gone", "upto": said.id})
    assert Client().get(SEARCH).context["page"].total == 0
    assert listed(sam) == []
    browser.post(reverse("noticeboard:take up complaints", args=[choir.id, said.id]))
    assert Client().get(SEARCH).context["page"].total == 1
    assert [line.wrong.about for line in listed(sam)] == [["over"]]


def test_whoever_presses_a_second_time_is_told_that_it_was_gone_through(sam, choir):
    visitor_says(choir)
    browser = signed_in(sam)
    (line,) = listed(sam)
    sent = {"became": "right", "upto": line.wrong.upto}
    settling = reverse("noticeboard:settle complaints", args=[choir.id])
    browser.post(settling, sent)
    assert "Somebody has gone through this already." in text(browser.post(settling, sent, follow=True))


@pytest.mark.parametrize("many", [1, 14])
def test_the_list_asks_as_little_with_one_or_many(sam, many, django_assert_max_num_queries):
    load(*(near(str(number), f"Club {number}") for number in range(many)))
    for one in Entry.objects.all():
        visitor_says(one)
    with as_(sam), django_assert_max_num_queries(6):
        assert len(to_check(today=today())) == many
