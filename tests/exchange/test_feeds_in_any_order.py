"""However the pages of a feed come, whatever is told twice and wherever it is cut off, the directory is the same in the end."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from alongside.directory.models import Entry
from alongside.foundation.refusals import Refused

from .feed_server import a_service, published, say
from .test_reading_feeds import connect, read

pytestmark = pytest.mark.django_db
SERVICES = [a_service(str(key), f"Group {key}", description=f"Of {key}", contacts=[], last_modified=f"2026-01-0{key + 1}T00:00:00Z") for key in range(6)]
EXPECTED = sorted((one["id"], one["name"], one["description"]) for one in SERVICES)


@pytest.fixture
def allowed(settings: Any) -> None:
    settings.FEEDS_FROM = "127.0.0.1"


@bounded(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(range(6)), repeats=st.lists(st.integers(0, 5), max_size=4), a_page=st.integers(1, 4), cuts=st.sets(st.integers(1, 6), max_size=3))
def test_any_order_of_pages_repeats_and_cuts_give_the_same_directory(allowed, order, repeats, a_page, cuts):
    told = [SERVICES[at] for at in [*order, *repeats]]
    left = set(cuts)
    with published() as directory, transaction.atomic():

        def page(handler: Any) -> None:
            number = int(handler.path.split("page=")[1].split("&")[0])
            if number in left:
                # Nobody is there, until the whole reading has been given up.
                return say(handler, None, 502)
            shown = told[(number - 1) * a_page : number * a_page]
            say(handler, {"contents": shown, "page_number": number, "total_pages": -(-len(told) // a_page)})

        directory.tricks["/services?"] = page
        feed = connect(directory)
        for _ in range(len(cuts) + 1):
            try:
                feed = read(feed)
                break
            except Refused:
                feed.refresh_from_db()
                assert Entry.objects.count() == 0
                left.discard(feed.page)
        assert sorted(Entry.objects.values_list("source_key", "name", "description")) == EXPECTED
        transaction.set_rollback(True)
