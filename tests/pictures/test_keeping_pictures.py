"""Photographs of papers are kept with a yes and gone without one; pictures of their own are theirs to add and to take away."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from alongside.access import actions as access
from alongside.access.models import Asked
from alongside.foundation.actor import Role, Themselves
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys.actions import PaperAsked, add_paper
from alongside.mine.actions import give_link, make_copy
from alongside.mine.gathering import everything
from alongside.people.models import Person
from alongside.pictures import actions, queries
from alongside.pictures.models import PaperPicture, PhotographsYes, SetPicture, TheirPicture
from alongside.trail.doing import acting
from alongside.trail.models import Change, Entry
from tests.building import a_coordinator, a_team, an_actor, as_, now, signed_in, somebody, today
from tests.pictures.photos import SECRET, a_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team):
    return a_coordinator(team)


@pytest.fixture
def gwen(sam):
    return somebody(sam, "Gwen Prys")


@pytest.fixture
def tenancy(sam, gwen):
    with as_(sam):
        return add_paper(Person.objects.get(id=gwen), PaperAsked("Proof of tenancy", "needed", today()), by=sam, at=now())


def photo(name: str = "IMG_0001.jpg") -> ContentFile:
    return ContentFile(a_photo((300, 200)), name)


def keeps(sam, paper, **yes):
    with as_(sam):
        return actions.keep_photograph(paper, a_photo((60, 40)), says="The first page", **yes, by=sam, at=now())


def with_a_yes(sam, paper):
    return keeps(sam, paper, how="aloud", on=today())


def test_no_photograph_of_a_paper_is_kept_without_a_yes(sam, tenancy):
    with pytest.raises(Refused, match="only if they wish it"):
        keeps(sam, tenancy)


def test_their_yes_is_written_down_once_with_how_and_when(sam, gwen, tenancy):
    keeps(sam, tenancy, how="on paper", on=today() - timedelta(days=2))
    keeps(sam, tenancy)
    with as_(sam):
        assert list(PhotographsYes.objects.values_list("person_id", "how", "on", "taken_back_at")) == [(gwen, "on paper", today() - timedelta(days=2), None)]
        assert PaperPicture.objects.count() == 2


def test_a_yes_taken_back_takes_every_photograph_away_at_once(sam, gwen, tenancy):
    with_a_yes(sam, tenancy)
    keeps(sam, tenancy)
    with as_(sam):
        assert actions.take_back_yes_to_photographs(gwen, how="aloud", by=sam, at=now()) == 2
        assert (PaperPicture.objects.count(), queries.yes_to_photographs(gwen)) == (0, None)
        assert list(PhotographsYes.objects.values_list("taken_back_how", "taken_back_by_id")) == [("aloud", sam.id)]
    with pytest.raises(Refused, match="only if they wish it"):
        keeps(sam, tenancy)


def test_a_picture_that_is_taken_away_is_in_no_history(sam, gwen, tenancy):
    picture = with_a_yes(sam, tenancy)
    with as_(sam):
        own = actions.add_picture(gwen, a_photo((60, 40)), says="My dog", how="aloud", on=today(), by=sam, at=now())
        actions.take_away_photograph(picture, by=sam, at=now())
        actions.take_away_picture(own, by=sam, at=now())
        assert (PaperPicture.objects.count(), TheirPicture.objects.count()) == (0, 0)
        remembered = set(Change.objects.filter(person_id=gwen).values_list("table", flat=True))
    assert {name for name in remembered if name.startswith("pictures_")} == {"pictures_photographsyes"}


def test_it_is_taken_with_a_telephone_and_shown_inert(sam, gwen, tenancy):
    browser, page = signed_in(sam), reverse("pictures:photographs", args=[gwen, tenancy.id])
    assert 'accept="image/*"' in browser.get(page).content.decode()
    day = {"on_day": today().day, "on_month": today().month, "on_year": today().year}
    sent = browser.post(page, {"picture": photo(), "words": "The signed page", "how": "aloud", **day})
    assert (sent.status_code, sent.headers.get("Location")) == (303, page)
    with as_(sam):
        picture = PaperPicture.objects.get()
    assert (picture.words, SECRET.encode() in bytes(picture.drawn)) == ("The signed page", False)
    shown = browser.get(reverse("pictures:photograph", args=[gwen, picture.id]))
    assert (shown.status_code, shown.content) == (200, bytes(picture.drawn))
    headers = {name: shown.headers[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control", "Content-Disposition")}
    assert headers == {
        "Content-Type": "image/jpeg",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="picture-{str(picture.id)[-6:]}.jpg"',
    }
    assert sorted(shown.headers["Content-Security-Policy"].split("; ")) == ["default-src 'none'", "frame-ancestors 'none'", "sandbox"]


def test_each_look_at_a_photograph_leaves_its_line(sam, gwen, tenancy):
    picture = with_a_yes(sam, tenancy)
    signed_in(sam).get(reverse("pictures:photograph", args=[gwen, picture.id]))
    with as_(sam):
        assert Entry.objects.filter(actor_id=sam.id, about="page photograph", verb="looked at", people__contains=[gwen]).count() == 1


def test_a_refused_photograph_gives_every_word_back(sam, gwen, tenancy):
    page = reverse("pictures:photographs", args=[gwen, tenancy.id])
    heic = ContentFile(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 60, "IMG_0002.HEIC")
    answer = signed_in(sam).post(page, {"picture": heic, "words": "The signed page", "how": "aloud", "on_day": 1, "on_month": 1, "on_year": 2026})
    text = answer.content.decode()
    assert (answer.status_code, "This is an HEIC photograph" in text, "The signed page" in text, "once more, too" in text) == (422, True, True, True)


def test_another_team_finds_no_picture(sam, gwen, tenancy):
    picture, stranger = with_a_yes(sam, tenancy), a_coordinator()
    assert signed_in(stranger).get(reverse("pictures:photograph", args=[gwen, picture.id])).status_code == 404
    with as_(stranger):
        assert PaperPicture.objects.count() == 0


def a_reader(sam, gwen) -> Themselves:
    """Gwen by a link of her own."""
    with as_(sam):
        told = everything(gwen, on=today(), vocabulary=sam.vocabulary)
        make_copy(Person.objects.get(id=gwen), ["introduction"], (), told=told, by=sam, at=now())
        give_link(Person.objects.get(id=gwen), until=today() + timedelta(days=9), by=sam, at=now())
    return Themselves(gwen, "Gwen")


def test_they_add_pictures_of_their_own_and_take_away_whatever_is_theirs(sam, gwen, tenancy):
    with_a_yes(sam, tenancy)
    with as_(sam):
        actions.add_picture(gwen, a_photo((60, 40)), says="In the garden", how="on paper", on=today(), by=sam, at=now())
    herself = a_reader(sam, gwen)
    with acting(herself):
        mine = actions.add_picture(gwen, a_photo((60, 40)), says="My dog", by=herself, at=now())
        assert (mine.by_id, mine.how) == (None, "by their link")
        assert sorted(one.words for one in queries.of_theirs(gwen)) == ["In the garden", "My dog"]
        # A photograph of a paper is of the record; it is no part of what a link opens.
        assert PaperPicture.objects.count() == 0
        for one in queries.of_theirs(gwen):
            actions.take_away_picture(one, by=herself, at=now())
        assert TheirPicture.objects.count() == 0


def test_nobody_adds_a_picture_for_somebody_else(sam, gwen):
    herself, other = a_reader(sam, gwen), somebody(sam, "Hal Example")
    with acting(herself), pytest.raises(NotYours):
        actions.add_picture(other, a_photo((60, 40)), says="Not mine", by=herself, at=now())


def test_a_record_is_no_album(sam, gwen, tenancy, monkeypatch):
    from alongside.pictures import rules

    monkeypatch.setattr(rules, "MOST_OF_ONE", 1)
    with_a_yes(sam, tenancy)
    with pytest.raises(Refused, match="Take one away first"):
        keeps(sam, tenancy)


def test_joining_two_records_carries_pictures_and_parting_gives_them_back(sam, gwen, tenancy):
    picture = with_a_yes(sam, tenancy)
    other = somebody(sam, "Gwenllian Prys")
    with as_(sam):
        joining = access.join(Person.objects.get(id=other), Person.objects.get(id=gwen), taking=[], by=sam, at=now())
        carried = PaperPicture.objects.get(id=picture.id)
        access.part(joining, by=sam, at=now())
        assert (carried.person_id, PaperPicture.objects.get(id=picture.id).person_id) == (other, gwen)


def test_everything_about_them_holds_their_pictures(sam, gwen, team, tenancy):
    picture = with_a_yes(sam, tenancy)
    lead = an_actor(Role.INFORMATION_GOVERNANCE, team)
    with as_(sam):
        asked = access.ask_of_us(Person.objects.get(id=gwen), "everything", on=today(), how="aloud", words="", by=sam, at=now())
    with as_(lead):
        asked = Asked.objects.get(id=asked.id)
        access.gather(asked, by=lead, at=now())
        access.look_through(asked, stay=[], out=[], by=lead, at=now())
        access.hand_over(asked, by=lead, at=now())
        pack = zipfile.ZipFile(io.BytesIO(access.take_pack(asked, by=lead, at=now())))
    named = json.loads(pack.read("everything.json"))["tables"]["pictures_paperpicture"][0]["drawn"]
    assert (named.startswith("pictures/"), pack.read(named)) == (True, bytes(picture.drawn))


def test_an_administrator_brings_pictures_for_easy_read_with_where_they_are_from(team):
    admin = an_actor(Role.ADMINISTRATOR, team)
    browser, page = signed_in(admin), reverse("pictures:the set")
    assert browser.post(page, {"picture": photo(), "name": "Bus stop", "source": ""}).status_code == 422
    assert browser.post(page, {"picture": photo(), "name": "Bus stop", "source": "Drawn by us"}).status_code == 303
    made = SetPicture.objects.get()
    assert browser.get(reverse("pictures:of the set", args=[made.id])).status_code == 200
    assert signed_in(an_actor(Role.ADMINISTRATOR)).get(reverse("pictures:of the set", args=[made.id])).status_code == 404
    browser.post(reverse("pictures:offered", args=[made.id]))
    made.refresh_from_db()
    assert made.left_out_at is not None
    with as_(a_coordinator(team)) as _, pytest.raises(NotYours):
        actions.add_to_set(made.organisation_id, a_photo((60, 40)), name="x", source="y", by=a_coordinator(team), at=now())
