"""What somebody offers is never public, and tells nobody who they are before both said yes: shown on the day as a number and a link."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.urls import reverse

from alongside.people.actions import say_where
from alongside.people.models import LikesToBeAsked, WouldLike
from tests.building import as_, now, signed_in
from tests.connections.test_may_meet import HIS, Two

pytestmark = pytest.mark.django_db
OFFER, WISH = "Gardening with zanthorrea", "Somebody to help with roses and quillwort"
HIS_OWN = ("Winston", "Ferrars", "zanthorrea", "17 Marrowbone Rise", "01632 960444", "ZZ99 1AB")
"""All that is his, planted where his record has it."""


@pytest.fixture
def two():
    made = Two(offers=OFFER, wishes=WISH)
    with as_(made.ada):
        say_where(made.winston, address="17 Marrowbone Rise", postcode=HIS, phone="01632 960444", email="winston@example.org", by=made.ada, at=now())
    return made


def shown(by, *pages: str) -> str:
    browser = signed_in(by)
    return " ".join(" ".join(browser.get(page, follow=True).content.decode().split()) for page in pages)


def pages_of(person) -> tuple[str, ...]:
    return ("/today/", "/this-week/", "/people/", reverse("desk:person", args=[person.id]), reverse("desk:near", args=[person.id]))


def told_of_him(text: str) -> list[str]:
    return [word for word in HIS_OWN if word.lower() in text.lower()]


def test_the_day_counts_who_is_near_and_names_nobody(two):
    day = shown(two.sam, "/today/")
    assert "one near may be the one to ask about" in day
    assert reverse("desk:near", args=[two.gwen.id]) in day
    assert told_of_him(shown(two.sam, *pages_of(two.gwen))) == []


def test_that_he_said_yes_is_all_that_is_known_before_she_has_too(two):
    two.says("his", "yes")
    text = shown(two.sam, *pages_of(two.gwen))
    assert ("somebody has said yes, and waits" in text, told_of_him(text)) == (True, [])


def test_once_she_was_asked_the_day_is_silent_and_once_both_agreed_only_a_first_name_is_told(two):
    two.says("hers", "yes")
    assert "may be the one to ask about" not in shown(two.sam, "/today/")
    two.says("his", "yes")
    assert told_of_him(shown(two.sam, *pages_of(two.gwen))) == ["Winston"]


def test_no_word_of_an_offer_or_a_wish_is_on_the_open_noticeboard_in_the_api_or_in_the_package(client, two):
    assert (LikesToBeAsked.objects.count(), WouldLike.objects.count()) == (0, 0)
    words = ("zanthorrea", "quillwort", "gardening", "roses")
    pages = [f"/around/?words={word}" for word in words] + [f"{reverse('exchange:services')}?search={word}" for word in words]
    pages += ["/around/", reverse("exchange:services"), reverse("exchange:service at locations"), reverse("exchange:taxonomy terms")]
    found = []
    for page in pages:
        response = client.get(page)
        text = (b"".join(response.streaming_content) if response.streaming else response.content).decode()
        # What somebody looked for stands in their own box again; nothing else of it may.
        found += [(page, word) for word in (*HIS_OWN, "zanthorrea", "quillwort") if word in text and f"words={word}" not in page]
        assert ("find__name" in text, response.status_code) == (False, 200), page
    assert found == []
    package = client.get(reverse("exchange:open referral package"))
    held = b"".join(package.streaming_content) if package.streaming else package.content
    with zipfile.ZipFile(io.BytesIO(held)) as tables:
        text = "".join(tables.read(name).decode() for name in tables.namelist())
    assert (told_of_him(text), "quillwort" in text) == ([], False)


def test_a_coordinator_who_looks_for_somebody_sees_offers_apart_from_entries(two):
    """Only of those in sight, and never among what is found; of another team's there is nothing."""
    from tests.directory.conftest import a_listing, load

    load(a_listing("1", "Fern gardeners", latitude=53.001, longitude=-2.0, description="We garden."))
    key = two._living(two.sam, "Ian Example", HIS)
    with as_(two.sam):
        from alongside.connections.actions.meeting import likes_to_be_asked

        likes_to_be_asked(key, "Gardening and digging", how_they_said_so="aloud", by=two.sam, at=now())
    asked = {"words": "gardening", "near": "ZZ99 1AA", "far": "3000"}
    response = signed_in(two.sam).post(reverse("desk:find", args=[two.gwen.id]), asked, follow=True)
    assert [one.entry.name for one in response.context["results"]] == ["Fern gardeners"]
    assert [one.asked.person.name for one in response.context["neighbours"]] == ["Ian Example"]
    page = " ".join(response.content.decode().split())
    assert page.index("Fern gardeners") < page.index("Neighbours who would like to be asked") < page.index("Gardening and digging")
    assert told_of_him(page.replace("ZZ99 1AB", "")) == []
