"""Whoever sits at a table by a link reads thirty people twice within a minute, by what the house ships with; whoever guesses waits as before."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from alongside.groups.links import address_of, new_reference
from tests.building import signed_in

from .conftest import Table, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
MANY = 30
SHIPPED = ("LINKS_GUESSED", "LINKS_ANSWERED")


@pytest.fixture(autouse=True)
def as_it_ships(settings: object) -> Iterator[None]:
    """The settings as they are where nobody set them, asked of an interpreter of its own."""
    unset = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_LINKS_")}
    asks = f"from alongside.site import settings; print(*(getattr(settings, name) for name in {SHIPPED}))"
    said = subprocess.run([sys.executable, "-c", asks], env=unset, capture_output=True, text=True, check=True).stdout
    for name, value in zip(SHIPPED, said.split(), strict=True):
        setattr(settings, name, int(value))
    cache.clear()
    yield
    cache.clear()


def test_thirty_people_are_read_twice_each_from_the_list_and_then_it_can_still_be_answered():
    table = Table()
    for number in range(MANY):
        table.brings(f"Ada number{number:02}")
    table.sends()
    ivy, to_list = Client(), reverse("desk:seat open", args=[table.ivys_address])
    ones = sorted(set(re.findall(rf"/seat/{table.ivys_address}/list/[0-9a-f-]+/", ivy.post(to_list).content.decode())))
    assert len(ones) == MANY
    said = []
    for one in ones * 2:
        said += [ivy.get(reverse("desk:seat", args=[table.ivys_address])).status_code, ivy.post(to_list).status_code, ivy.post(one).status_code]
    assert said == [200] * 6 * MANY
    asked = {"who": "Mrs Quill, Mill Lane", "why": "She rang about the stairs.", "knows": "knows"}
    assert ivy.post(reverse("desk:seat propose", args=[table.ivys_address]), asked).status_code != 429


def test_one_leads_to_the_next_and_back_and_to_the_list():
    table = Table()
    first, second = (table.brings(name) for name in ("Ada Quill", "Bee Marlow"))
    table.sends()
    shown = text(Client().post(reverse("desk:seat one", args=[table.ivys_address, first.id])))
    assert "Next: Bee Marlow" in shown
    assert "Before:" not in shown
    assert "Before: Ada Quill" in text(Client().post(reverse("desk:seat one", args=[table.ivys_address, second.id])))


def test_whoever_guesses_waits_and_whoever_answers_without_end_waits(settings):
    """Reading is not counted as an answer; addresses that open nothing are, whichever page they are tried on."""
    said = [Client().post(reverse("desk:seat open", args=[address_of(new_reference())])).status_code for _ in range(settings.LINKS_GUESSED + 1)]
    assert 404 in said
    assert said[-1] == 429
    cache.clear()
    table = Table()
    wrong = [Client().post(reverse("desk:seat propose", args=[table.ivys_address]), {}).status_code for _ in range(settings.LINKS_ANSWERED + 1)]
    assert wrong == [422] * settings.LINKS_ANSWERED + [429]


def test_next_steps_say_who_does_them_to_a_guest_and_to_a_colleague_who_signs_in():
    table = Table()
    listed = table.brings("Ada Quill")
    table.sends()
    table.agrees(listed, "Ask for a rail")
    table.agrees(listed, "Ring her", table.gps_seat)
    guest = text(Client().post(reverse("desk:seat one", args=[table.ivys_address, listed.id])))
    colleague = text(signed_in(table.gp).get(f"/my-tables/{table.series.id}/{table.on}/{listed.id}/"))
    for shown in (guest, colleague):
        assert "<strong>Ivy Roe, housing officer, Fern Homes</strong>: Ask for a rail" in shown
        assert "<strong>Dr Anjali Rao, GP, Fern Homes</strong>: Ring her" in shown
