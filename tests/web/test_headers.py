"""What answers carry that no page of ours has made."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.trust.guards import GUARDS, guards_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "url", "host"),
    [(404, "/nowhere/", "testserver"), (404, "/static/nothing.css", "testserver"), (400, "/", "elsewhere.example"), (302, "/", "testserver")],
)
def test_an_answer_from_before_any_page_is_guarded_like_a_page(status: int, url: str, host: str) -> None:
    answer = Client().get(url, headers={"host": host})
    assert (answer.status_code, guards_in(answer.headers)) == (status, GUARDS)
