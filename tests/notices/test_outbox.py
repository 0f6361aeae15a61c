"""A team's outbox: what goes into it, who sees it, and what one of us does there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.foundation.refusals import NotYours, Refused
from alongside.notices import actions
from alongside.notices.rules import Answer, Came
from alongside.notices.waiting import how_many_need_us
from tests.building import a_coordinator, a_team, as_, now, signed_in, today

from .conftest import JO, LINK, as_it_stands, carried, posted

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_link_goes_by_email_in_fixed_sentences():
    sam = a_coordinator()
    notice = posted(sam, until=today() + timedelta(days=31))
    out = carried(Answer(Came.TAKEN, "250 ok"))
    assert [one.id for one in out.given] == [notice.id]
    notice = as_it_stands(notice)
    assert (notice.state, notice.reply, notice.reply_to) == ("gone", "250 ok", sam_address(sam))
    assert LINK in notice.words
    assert "opens nothing after" in notice.words


def sam_address(sam) -> str:
    from alongside.teams.models import Staff

    return Staff.objects.get(id=sam.id).email


def test_a_refusal_is_told_on_the_page_in_a_sentence_and_sent_again_under_the_same_number():
    sam = a_coordinator()
    notice = posted(sam)
    carried(Answer(Came.REFUSED, "550 5.1.1 unknown", "no such address"))
    page = text(signed_in(sam).get(reverse("notices:outbox")))
    assert "there is no such address" in page
    signed_in(sam).post(reverse("notices:send again", args=[notice.id]))
    out = carried(Answer(Came.TAKEN))
    assert [one.message_id for one in out.given] == [notice.message_id]


def test_what_is_uncertain_is_shown_and_is_sent_again_only_by_one_of_us():
    sam = a_coordinator()
    notice = posted(sam)
    carried(Answer(Came.UNCERTAIN, "gone silent"))
    assert carried().given == []
    with as_(sam):
        assert how_many_need_us() == 1
    page = text(signed_in(sam).get(reverse("notices:outbox")))
    assert "May have gone" in page
    signed_in(sam).post(reverse("notices:it came", args=[notice.id]))
    with as_(sam):
        assert how_many_need_us() == 0
    notice = as_it_stands(notice)
    assert (notice.state, notice.by_hand) == ("gone", True)


def test_what_waits_can_be_taken_back_and_what_went_cannot():
    sam = a_coordinator()
    notice = posted(sam)
    signed_in(sam).post(reverse("notices:take back", args=[notice.id]))
    assert carried().given == []
    gone = posted(sam)
    carried(Answer(Came.TAKEN))
    with as_(sam), pytest.raises(Refused, match="cannot be taken back"):
        actions.take_back(gone, by=sam, at=now())


def test_another_team_neither_sees_it_nor_does_anything_with_it():
    sam, else_where = a_coordinator(), a_coordinator(a_team())
    notice = posted(sam)
    assert JO not in text(signed_in(else_where).get(reverse("notices:outbox")))
    for name in ("take back", "send again", "it came", "done by hand", "could not"):
        assert signed_in(else_where).post(reverse(f"notices:{name}", args=[notice.id])).status_code == 404
    with as_(else_where), pytest.raises(NotYours):
        actions.take_back(notice, by=else_where, at=now())


def test_what_is_due_once_goes_once():
    sam = a_coordinator()
    assert posted(sam, once="register 7").id == posted(sam, once="register 7").id


@pytest.mark.parametrize(
    ("way", "to"),
    [
        ("e-mail", "jo"),
        ("e-mail", "jö@example.org"),
        ("e-mail", "jo@example.org, ann@example.org"),
        ("e-mail", "jo@example.org\nBcc: x@example.org"),
        ("text", "Jo"),
        ("letter", "Jo"),
    ],
)
def test_what_could_reach_nobody_is_refused(way, to):
    with pytest.raises(Refused):
        posted(a_coordinator(), way=way, to=to)


def test_without_a_machine_for_it_one_of_us_rings_or_posts_it():
    sam = a_coordinator()
    to_ring = posted(sam, way="text", to="07700 900123")
    to_post = posted(sam, way="letter", to="Jo Example\n1 Fern Road\nZZ99 1AA")
    page = text(signed_in(sam).get(reverse("notices:outbox")))
    assert "To ring" in page
    assert "To print and post" in page
    signed_in(sam).post(reverse("notices:done by hand", args=[to_ring.id]))
    to_ring = as_it_stands(to_ring)
    assert (to_ring.state, to_ring.by_hand) == ("gone", True)
    signed_in(sam).post(reverse("notices:could not", args=[to_post.id]))
    assert as_it_stands(to_post).state == "not gone"


@pytest.mark.parametrize("many", [1, 30])
def test_the_outbox_asks_as_much_for_thirty_as_for_one(many, django_assert_max_num_queries):
    sam = a_coordinator()
    for _ in range(many):
        posted(sam)
    browser = signed_in(sam)
    browser.get(reverse("notices:outbox"))
    with django_assert_max_num_queries(16):
        assert text(browser.get(reverse("notices:outbox"))).count("Its words") == many


def test_the_list_to_ring_is_a_sheet_of_its_own_with_whom_to_ring_and_what_to_say():
    sam = a_coordinator()
    posted(sam, way="telephone", to="01632 960123", called="Ivy Roe")
    posted(sam, to="post@example.org")
    sheet = text(signed_in(sam).get("/outbox/to-ring/"))
    assert "Ivy Roe" in sheet
    assert "01632 960123" in sheet
    assert "Could not reach them" in sheet
    assert "post@example.org" not in sheet
    assert 'href="/outbox/to-ring/"' in text(signed_in(sam).get("/outbox/"))
    assert "01632 960123" not in text(signed_in(a_coordinator(name="Jo Marsh")).get("/outbox/to-ring/"))
