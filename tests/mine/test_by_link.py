"""Opening one's own copy: a link without its code opens nothing, a code is not guessed, and what is ended is closed at the next page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Thread
from uuid import UUID

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.actor import Actor
from alongside.mine import actions, guessing
from alongside.mine.addresses import address_of, code_of, new_reference, reference_in
from alongside.mine.gathering import everything
from alongside.mine.models import Line, Link, NotRight, TheirWords
from alongside.mine.rules import MOST_TRIES
from alongside.people.actions import add_gift
from alongside.people.models import Person
from tests.building import a_coordinator, as_, now, signed_in, somebody, today


class Given:
    """Gwen, a copy of hers, a link to it, and a browser that is nobody's."""

    def __init__(self, sam: Actor | None = None) -> None:
        self.sam = sam or a_coordinator()
        self.gwen = somebody(self.sam, "Gwen Prys")
        with as_(self.sam):
            person = Person.objects.get(id=self.gwen)
            add_gift(person, "Roses and patience", by=self.sam, at=now())
            told = everything(self.gwen, on=today(), vocabulary=self.sam.vocabulary)
            actions.make_copy(person, ["gifts", "looks"], (), told=told, by=self.sam, at=now())
            self.link = actions.give_link(person, until=today() + timedelta(days=7), by=self.sam, at=now())
        self.browser = Client()

    @property
    def url(self) -> str:
        return reverse("mine:open", args=[address_of(self.link.reference)])

    @property
    def code(self) -> str:
        return code_of(self.link.id, self.link.code_number)

    def types(self, code: str, **more: str):
        return self.browser.post(self.url, {"code": code, **more})

    def opens(self):
        return self.browser.get(reverse("mine:my page"))

    def rows(self, model) -> list:
        with as_(self.sam):
            return list(model.objects.filter(person_id=self.gwen))


@pytest.fixture
def her(committed: str) -> Given:
    return Given()


def a_wrong(code: str) -> str:
    return f"{(int(code.replace(' ', '')) + 1) % 1_000_000:06}"


def test_the_link_and_its_code_open_her_copy(her):
    asked = her.browser.get(her.url)
    opened = her.types(her.code)
    page = her.opens()
    assert (asked.status_code, opened.status_code, page.status_code) == (200, 303, 200)
    assert ("Roses and patience" in page.content.decode(), "Roses" in asked.content.decode(), "Gwen" in asked.content.decode()) == (True, False, False)


def test_a_code_may_be_typed_with_or_without_its_gap(her):
    assert her.types(her.code.replace(" ", "-")).status_code == 303


def test_the_link_alone_opens_nothing(her):
    her.browser.get(her.url)
    page = her.opens()
    assert (page.status_code, "Roses" in page.content.decode()) == (401, False)


def answers(*tries: Callable[[], object]) -> set[tuple[int, bytes]]:
    """Each answer but for its token, which is another each time."""
    import re

    return {(answer.status_code, re.sub(rb'value="[A-Za-z0-9]{64}"', b"", answer.content)) for answer in (one() for one in tries)}


def test_a_wrong_code_a_link_that_is_over_and_one_that_never_was_are_answered_alike(her):
    over, ended = Given(her.sam), Given(her.sam)
    Link.objects.using("owner").filter(id=over.link.id).update(until=today())
    with as_(her.sam):
        actions.end_link(ended.link, by=her.sam, at=now())
    never, forged = (reverse("mine:open", args=[address]) for address in (address_of(new_reference()), "aaaa-bbbb-cccc-dddd"))
    tries = [
        lambda: her.types("000000" if her.code != "000 000" else "000001"),
        lambda: over.types("000000"),
        lambda: ended.types("000000"),
        lambda: Client().post(never, {"code": "000000"}),
        lambda: Client().post(forged, {"code": "000000"}),
        lambda: Client().post(reverse("mine:open", args=["x"]), {"code": "000000"}),
    ]
    assert len(answers(*tries)) == 1
    assert len(answers(lambda: Client().get(her.url), lambda: Client().get(never), lambda: Client().get(forged))) == 1


def test_a_code_that_was_tried_too_often_opens_nothing_until_there_is_a_new_one(her):
    wrong = [her.types(a_wrong(her.code)).status_code for _ in range(MOST_TRIES)]
    right = her.types(her.code).status_code
    assert (set(wrong), right, guessing.is_locked(her.link.reference)) == ({422}, 422, True)
    signed_in(her.sam).post(reverse("mine:new code", args=[her.gwen, her.link.id]))
    old = her.types(her.code).status_code
    her.link = her.rows(Link)[0]
    assert (old, her.types(her.code).status_code, guessing.is_locked(her.link.reference)) == (422, 303, False)


def test_many_tries_at_once_get_no_more_than_one_after_another(her):
    allowed: list[bool] = []

    def tries() -> None:
        allowed.append(guessing.may_try(her.link.reference))
        connections.close_all()

    together = [Thread(target=tries) for _ in range(MOST_TRIES * 3)]
    for one in together:
        one.start()
    for one in together:
        one.join()
    assert sum(allowed) == MOST_TRIES


def test_an_ended_link_is_closed_at_the_next_page(her):
    her.types(her.code)
    before = her.opens().status_code
    signed_in(her.sam).post(reverse("mine:end link", args=[her.gwen, her.link.id]))
    assert (before, her.opens().status_code, her.types(her.code).status_code) == (200, 401, 422)


def test_ending_one_link_closes_who_reads_by_it_though_another_holds(her):
    her.types(her.code)
    with as_(her.sam):
        actions.give_link(Person.objects.get(id=her.gwen), until=today() + timedelta(days=7), by=her.sam, at=now())
        actions.end_link(her.link, by=her.sam, at=now())
    assert her.opens().status_code == 401


def test_it_closes_by_itself_and_gives_back_what_was_being_written(her):
    her.types(her.code)
    session = her.browser.session
    session["own copy"] = session["own copy"] | {"until": 0}
    session.save()
    refused = her.browser.post(reverse("mine:my words"), {"words": "I was in the choir for thirty years."})
    assert (refused.status_code, "thirty years" in refused.content.decode(), her.rows(TheirWords)) == (401, True, [])
    wrong = her.types(a_wrong(her.code), then=reverse("mine:my words"), **{"kept:words": "I was in the choir for thirty years."})
    assert "thirty years" in wrong.content.decode()
    again = her.types(her.code, then=reverse("mine:my words"), **{"kept:words": "I was in the choir for thirty years."})
    assert again.headers["Location"] == reverse("mine:my words")
    assert "thirty years" in her.browser.get(again.headers["Location"]).content.decode()


@pytest.mark.parametrize("then", ["https://elsewhere.example/mine/", "//elsewhere.example/", "/people/", "/mine/\t/x"])
def test_opening_leads_to_no_page_but_their_own(her, then):
    assert her.types(her.code, then=then).headers["Location"] == reverse("mine:my page")


def test_what_they_close_is_closed(her):
    her.types(her.code)
    assert (her.browser.post(reverse("mine:close")).status_code, her.opens().status_code) == (200, 401)


def test_they_are_nobody_on_the_pages_of_staff(her):
    her.types(her.code)
    own = {name: her.browser.get(reverse(name, args=[her.gwen])).status_code for name in ("desk:person", "mine:own copy", "mine:booklet")}
    assert (own, her.browser.post(reverse("web:save draft"), {"words": "{}"}).status_code) == (dict.fromkeys(own, 302), 401)


def test_they_say_what_is_not_right_and_it_stands_beside_it(her):
    her.types(her.code)
    line = her.rows(Line)[0]
    page = reverse("mine:my not right", args=[line.id])
    empty = her.browser.post(page, {"words": "", "wish": "stand"})
    told = her.browser.post(page, {"words": "Dahlias, not roses.", "wish": "stand"})
    assert (empty.status_code, told.status_code, "Dahlias, not roses." in her.opens().content.decode()) == (422, 303, True)
    said = her.rows(NotRight)[0]
    assert (said.of, said.row, said.said, said.how, said.by_id) == ("gift", line.row, "Roses and patience", "by their link", None)
    her.browser.post(reverse("mine:take back my not right", args=[said.id]))
    assert "Dahlias" not in her.opens().content.decode()


def test_nobody_elses_line_is_found_by_its_key(her):
    hal = Given(her.sam)
    her.types(her.code)
    of_hal = hal.rows(Line)[0]
    assert her.browser.get(reverse("mine:my not right", args=[of_hal.id])).status_code == 404


def test_who_looked_tells_who_and_why(her):
    signed_in(her.sam).get(reverse("desk:person", args=[her.gwen]))
    her.types(her.code)
    page = her.browser.get(reverse("mine:who looked at me")).content.decode()
    assert [words in page for words in (her.sam.name, "walks alongside you", "it was you, by your link")] == [True, True, True]


def test_the_booklet_is_theirs_to_take_away(her):
    her.types(her.code)
    answer = her.browser.get(reverse("mine:my booklet"))
    assert (answer.status_code, answer.headers["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")


def test_their_pages_are_kept_by_nothing_and_found_by_nobody(her):
    her.types(her.code)
    page = her.opens()
    assert (page.headers["Cache-Control"], 'name="robots" content="noindex' in page.content.decode()) == ("no-store", True)


@given(st.text(max_size=40))
def test_no_address_is_ours_that_we_did_not_sign(address):
    reference = reference_in(address)
    assert reference is None or address_of(reference).replace("-", "")[:8] == reference


@given(st.integers(0, 15), st.sampled_from("0123456789abcdefghjkmnpqrstvwxyz"))
def test_an_address_with_a_letter_changed_is_not_ours(place, letter):
    letters = address_of("k7m2p9qx").replace("-", "")
    changed = letters[:place] + letter + letters[place + 1 :]
    assert reference_in(changed) == ("k7m2p9qx" if changed == letters else None)


def test_an_address_may_be_typed_as_it_is_read():
    reference = "1070v0m2"
    typed = address_of(reference).upper().replace("-", " ")
    assert reference_in(typed.replace("0", "O").replace("1", "l")) == reference


def test_a_code_is_another_for_another_link_or_number():
    keys = [UUID(int=number) for number in range(50)]
    assert len({code_of(key, number) for key in keys for number in (1, 2)}) > 90
