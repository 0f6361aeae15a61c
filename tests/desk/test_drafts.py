"""A draft leads back to where it is written, and nowhere else."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from alongside.foundation.actor import Actor
from alongside.web.models import Draft
from tests.building import a_coordinator, as_, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Actor:
    return a_coordinator()


ELSEWHERE = [
    "//elsewhere.example",
    "javascript:alert(1)",
    "https://elsewhere.example/",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    *(f"/{mark}/elsewhere.example" for mark in "\t\n\r\x0b\u2028"),
    *(f"{mark}//elsewhere.example" for mark in "\t\n \x01\x1f"),
    "/\t\\elsewhere.example",
    "///elsewhere.example",
]


@pytest.mark.parametrize("page", ELSEWHERE)
def test_a_draft_leads_back_to_a_page_of_ours_alone(page, sam):
    client = signed_in(sam)
    client.post(reverse("web:save draft"), {"words": '{"text": "x"}', "form": "note", "page": page})
    shown = client.get(reverse("desk:unfinished")).content.decode()
    assert "elsewhere" not in shown
    assert 'secondary" href="/"' in shown


def test_a_draft_leads_back_to_where_it_is_written(sam):
    client = signed_in(sam)
    client.post(reverse("web:save draft"), {"words": '{"text": "x"}', "form": "note", "page": "/people/1/?then=story"})
    assert 'href="/people/1/?then=story"' in client.get(reverse("desk:unfinished")).content.decode()


def kept(client, words="Half a thought about Thursday"):
    client.post(reverse("web:save draft"), {"words": json.dumps({"text": words, "on_day": "3", "how": "visit"}), "form": "note", "page": "/"})


def test_what_was_left_says_which_form_and_its_words_and_no_numbers_of_a_date(sam):
    client = signed_in(sam)
    kept(client)
    page = client.get(reverse("desk:unfinished")).content.decode()
    assert ("Half a thought about Thursday" in page, ">3<" in page) == (True, False)


def test_what_is_thrown_away_comes_back_with_one_press(sam):
    client = signed_in(sam)
    kept(client)
    with as_(sam):
        draft = Draft.objects.get()
    page = client.post(reverse("desk:throw away", args=[draft.id]), follow=True).content.decode()
    assert "Bring it back" in page
    client.post(reverse("desk:bring back draft"))
    with as_(sam):
        assert Draft.objects.get().words == draft.words


def test_bringing_back_never_replaces_what_was_begun_since(sam):
    client = signed_in(sam)
    kept(client)
    with as_(sam):
        draft = Draft.objects.get()
    client.post(reverse("desk:throw away", args=[draft.id]))
    kept(client, "Something newer")
    client.post(reverse("desk:bring back draft"))
    with as_(sam):
        assert Draft.objects.get(form="note").words["text"] == "Something newer"
