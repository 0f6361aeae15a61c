"""A draft leads back to where it is written, and nowhere else."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.foundation.actor import Actor
from tests.building import a_coordinator, signed_in

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
