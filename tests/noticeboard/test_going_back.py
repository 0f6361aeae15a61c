"""What was found is shown at once, and is there again for whoever opened one of it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.directory.models import Entry
from tests.directory.conftest import load
from tests.noticeboard.test_pages import SEARCH, near, text

pytestmark = pytest.mark.django_db


def test_whoever_opens_one_goes_back_to_what_they_found_and_to_no_other_site(client):
    load(near("1", "Ash choir"))
    found = Entry.objects.get()
    here = reverse("noticeboard:entry", args=[found.id])

    def back(referer: str) -> bool:
        return f'href="{SEARCH}?words=choir&amp;day=2#found"' in client.get(here, headers={"referer": referer}).content.decode()

    assert back(f"http://testserver{SEARCH}?words=choir&day=2")
    assert not any(map(back, ("", f"https://elsewhere.example.org{SEARCH}?words=choir&day=2", "http://testserver/staff/?words=choir&day=2", "http://[")))
    assert "elsewhere" not in client.get(here, headers={"referer": f"https://elsewhere.example.org{SEARCH}?words=elsewhere"}).content.decode()


def test_what_was_found_stands_at_the_top_of_a_phone_without_scripts(client):
    load(*(near(str(number), f"Choir {number}") for number in range(11)))
    page = client.get(SEARCH, {"words": "choir"}).content.decode()
    assert f'action="{SEARCH}#found"' in page
    assert 'rel="next" href="?words=choir&amp;page=2#found"' in page


def test_where_nothing_has_what_was_chosen_the_noticeboard_is_not_said_to_be_empty(client):
    load(near("1", "Ash choir", days=(1,)))
    page = text(client.get(SEARCH, {"day": "7"}))
    assert "Nothing we know has all that you chose." in page
    assert "Nothing is on the noticeboard yet." not in page
