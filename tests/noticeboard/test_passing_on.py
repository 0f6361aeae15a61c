"""An entry leaves the page: as schema.org for programs, as a card on paper, as a text or an e-mail, and by a short address."""

from __future__ import annotations

import json
import re
from datetime import date, time, timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import UUID

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.directory.actions import SessionTold, add_session
from alongside.directory.meeting import FORTNIGHTLY, MONTHLY, ONCE, WEEKLY, rule_of
from alongside.directory.models import Entry
from alongside.noticeboard.passing_on import ONE_TEXT, in_a_text
from alongside.noticeboard.schema_org import as_data
from alongside.noticeboard.short_address import DIGITS, ending_in, short_of
from tests.building import a_coordinator, as_, now, today
from tests.directory.conftest import a_listing, load

DEFINED = {name: set(words.split()) for name, words in yaml.safe_load((Path(__file__).parent / "schema_org.yaml").read_text()).items()}
EVERYTHING = {
    "description": "We sing. </script><script>alert(1)</script>", "organisation": "Fern House", "address": "Brook Road", "postcode": "ZZ99 3AA",
    "latitude": 53.4, "longitude": -2.3, "days": (2, 5), "times": "2pm to 4pm", "cost": "free", "access": ("step free",), "access_missing": ("toilet",),
    "phone": "01632 960001", "email": "info@example.org", "website": "https://www.example.org/choir", "how_to_join": "Come along",
    "confirmed_on": date(2026, 11, 1),
}  # fmt: skip


class Blocks(HTMLParser):
    """The data blocks of a page, as a browser would find them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.found.append(data)


def told_on_its_page(client, entry: Entry) -> dict:
    (block,) = Blocks(client.get(reverse("noticeboard:entry", args=[entry.id])).content.decode()).found
    return json.loads(block)


def things(told) -> list[dict]:
    """Every thing in it that says what it is, however deep."""
    within = [thing for value in (told.values() if isinstance(told, dict) else told) if isinstance(value, (dict, list)) for thing in things(value)]
    return [told, *within] if isinstance(told, dict) and "@type" in told else within


def an_entry(kind: str = "group", **given) -> Entry:
    load(a_listing("1", "Fern choir", **{"kind": kind, **EVERYTHING, **given}))
    return Entry.objects.get()


@pytest.mark.django_db
class TestForPrograms:
    @pytest.mark.parametrize(("kind", "what"), [("group", "Organization"), ("place", "Place"), ("activity", "Event"), ("service", "Service")])
    def test_its_page_says_what_it_is_in_the_words_that_schema_org_defines(self, client, kind, what):
        entry, sam = an_entry(kind), a_coordinator()
        tuesday = today() - timedelta(days=(today().weekday() - 1) % 7)
        with as_(sam):
            for how, which in ((WEEKLY, ""), (FORTNIGHTLY, ""), (MONTHLY, "last"), (ONCE, "")):
                add_session(entry, SessionTold(tuesday + timedelta(days=7), rule_of(how, tuesday, which), time(14), time(16)), by=sam, at=now())
        told = told_on_its_page(client, entry)
        assert told["@context"] == "https://schema.org"
        page, thing = told["@graph"]
        assert (page["lastReviewed"], page["mainEntity"]["@id"], thing["@type"], thing["name"]) == ("2026-11-01", thing["@id"], what, "Fern choir")
        of = [(one["@type"], set(one) - {"@type", "@id"}) for one in things(told["@graph"])]
        assert {kind for kind, _ in of} <= set(DEFINED)
        assert [(kind, names - DEFINED[kind]) for kind, names in of if names - DEFINED[kind]] == []

    def test_a_rule_becomes_a_schedule(self, client):
        entry, sam = an_entry("activity"), a_coordinator()
        first = date(2026, 12, 1)
        with as_(sam):
            add_session(entry, SessionTold(first, rule_of(FORTNIGHTLY, first), time(14), time(16), last_day=date(2036, 12, 1)), by=sam, at=now())
        (schedule,) = told_on_its_page(client, entry)["@graph"][1]["eventSchedule"]
        assert schedule == {
            "@type": "Schedule", "startDate": "2026-12-01", "endDate": "2036-12-01", "startTime": "14:00:00", "endTime": "16:00:00",
            "repeatFrequency": "P2W", "byDay": ["https://schema.org/Tuesday"], "scheduleTimezone": "Europe/London",
        }  # fmt: skip

    def test_what_is_there_and_what_is_not_is_said_and_what_is_not_known_is_not(self, client):
        told = told_on_its_page(client, an_entry("place", cost="unknown"))["@graph"][1]
        assert {one["name"]: one["value"] for one in told["amenityFeature"]} == {"step-free": True, "accessible toilet": False}
        assert "isAccessibleForFree" not in told

    def test_what_is_gone_is_described_to_nobody(self, client):
        entry = an_entry()
        Entry.objects.update(withdrawn_on=today())
        assert Blocks(client.get(reverse("noticeboard:entry", args=[entry.id])).content.decode()).found == []


@given(st.text())
def test_no_words_can_end_the_data_block(words):
    said = as_data({"name": words})
    assert not set("<>&") & set(said)
    assert json.loads(said) == {"name": words}


@given(st.uuids())
def test_a_short_address_leads_back_to_its_key_however_it_is_typed(key: UUID):
    short = short_of(key)
    assert ending_in(short) == key.hex[-DIGITS:]
    assert ending_in(f" {short[:5].upper()}-{short[5:].replace('0', 'o').replace('1', 'l')}") == key.hex[-DIGITS:]


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_short_address_or_is_not(typed):
    digits = ending_in(typed)
    assert digits is None or re.fullmatch(f"[0-9a-f]{{{DIGITS}}}", digits)


_WORDS = st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=200)


@given(_WORDS.filter(str.strip), _WORDS, _WORDS, st.sampled_from(["", "01632 960001", "0" * 120]))
def test_a_text_always_fits_and_always_has_the_name_and_the_address(name, address, times, phone):
    link = "https://alongside.example.org/n/7k3m9qx4dt/"
    text = in_a_text(Entry(name=name, address=address, times=times, phone=phone), (), link)
    assert len(text) <= ONE_TEXT
    assert text.endswith(f" {link}")
    assert "\n" not in text


@pytest.mark.django_db
class TestPassedOn:
    def test_by_text_or_e_mail_with_its_words_in_it_and_the_words_to_take(self, client):
        entry = an_entry()
        page = client.get(reverse("noticeboard:entry", args=[entry.id])).content.decode()
        address = f"http://testserver/n/{short_of(entry.id)}/"
        words = f"Fern choir. Tuesday and Friday. Brook Road, ZZ99 3AA. 01632 960001. {address}"
        (by_text,) = re.findall(r'href="(sms:[^"]*)"', page)
        assert unquote(urlsplit(by_text).query.removeprefix("body=")) == words
        by_mail = urlsplit(re.findall(r'href="(mailto:\?[^"]*)"', page)[0].replace("&amp;", "&"))
        said = parse_qs(by_mail.query)
        assert said["subject"] == ["Fern choir"]
        assert said["body"][0].splitlines()[-1] == address
        assert "How to join: Come along" in said["body"][0]
        assert f"readonly>{words}</textarea>" in page

    def test_the_short_address_leads_to_its_page_and_another_nowhere(self, client):
        entry = an_entry()
        answer = client.get(reverse("noticeboard:short address", args=[short_of(entry.id)]))
        assert (answer.status_code, answer["Location"]) == (303, reverse("noticeboard:entry", args=[entry.id]))
        for wrong in (short_of(UUID(int=7)), "seven"):
            assert client.get(reverse("noticeboard:short address", args=[wrong])).status_code == 404

    def test_the_card_has_what_somebody_needs_who_goes_there_and_what_is_beside_it(self, client):
        load(
            a_listing("2", "Fern library", kind="place", latitude=53.401, longitude=-2.3),
            a_listing("3", "Far pool", kind="place", latitude=53.41, longitude=-2.3),
        )
        load(a_listing("1", "Fern choir", **EVERYTHING), source="Another")
        Entry.objects.filter(name="Fern choir").update(access_missing=["quiet"], not_for="children")
        entry = Entry.objects.get(name="Fern choir")
        page = " ".join(client.get(reverse("noticeboard:card", args=[entry.id])).content.decode().split())
        for words in (
            "01632 960001",
            "Close by: Fern library, 0.1 km.",
            'Brook Road, <span class="mantel__whole">ZZ99 3AA</span>',
            "Come along",
            "<dt>Not there</dt><dd>quiet</dd>",
            "Not for: children",
            f"/n/{short_of(entry.id)}/",
            "data:image/svg+xml",
        ):
            assert words in page
        assert "Far pool" not in page

    @pytest.mark.parametrize("beside", [1, 30])
    def test_a_card_asks_little_whatever_is_beside_it(self, client, beside):
        load(*(a_listing(str(number), f"Place {number}", kind="place", latitude=53.401, longitude=-2.3) for number in range(beside)))
        card = reverse("noticeboard:card", args=[Entry.objects.order_by("id")[0].id])
        with CaptureQueriesContext(connection) as queries:
            client.get(card)
        assert len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]) <= 7
