"""What whoever leads a group is asked by their link, in Welsh: every sentence of it, and every refusal."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.groups.links import address_of
from tests.building import a_coordinator, days_ago, today
from tests.noticeboard.every_open_page import in_welsh
from tests.noticeboard.test_in_welsh import heard  # noqa: F401 - a fixture

from .conftest import come_to, running
from .test_sessions import a_link

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def test_whoever_leads_a_group_answers_in_welsh(heard):  # noqa: F811
    sam = a_coordinator()
    group = running(sam, since=500)
    come_to(group, sam, ("self-managing", days_ago(390)))
    link = a_link(group, sam)
    leader, day = in_welsh(), {"on_day": today().day, "on_month": today().month, "on_year": today().year}
    register, still = (reverse(name, args=[address_of(link.reference)]) for name in ("groups:register", "groups:still going"))
    answers = [
        leader.get(register),
        leader.post(register, {"met": ""}),
        leader.post(register, {**day, "met": "yes"}),
        leader.post(register, {**day, "met": "yes", "came": "x", "new": "9"}),
        leader.post(register, {**day, "met": "yes", "came": "4", "new": "9"}),
        leader.post(register, {**day, "met": "yes", "came": "4", "under_25": "3", "over_60": "3"}),
        leader.post(register, {**day, "met": "yes", "came": "12", "led_by": "members", "room": "room"}, follow=True),
        leader.get(still),
        leader.post(still, {"going": ""}),
        leader.post(still, {"going": "going", "keys": "member"}, follow=True),
        leader.get(reverse("groups:register", args=["no-such-link"])),
    ]
    assert [answer.status_code for answer in answers] == [200, 422, 422, 422, 422, 422, 200, 200, 422, 200, 404]
    assert {answer.headers["Content-Language"] for answer in answers} == {"cy"}
    assert sorted(heard) == []
