"""An organisation's colours and logo: refused when they could not be read or could do harm."""

from __future__ import annotations

import re
import struct
import zlib

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import Refused
from alongside.teams import actions, rules
from alongside.teams.models import Team
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.trail.doing import acting
from tests.building import a_team, an_actor, an_organisation, now, signed_in
from tests.teams.conftest import lines


@pytest.fixture
def team(house: None) -> Team:
    return a_team()


@pytest.fixture
def admin(team: Team) -> Actor:
    return an_actor(Role.ADMINISTRATOR, team, "Robin")


@pytest.fixture
def browser(admin: Actor) -> Client:
    return signed_in(admin)


def test_colours_are_chosen_and_served(team, browser):
    chosen = {"brand": "#1d3557", "link": "1D3557", "button": "", "accent": "#9b2226"}
    assert browser.post(reverse("teams:colours"), chosen).status_code == 303
    page = browser.get(reverse("teams:staff")).content.decode()
    sheet = browser.get(re.search(r'href="(/theme\.css\?of=[^"]+)"', page)[1].replace("&amp;", "&"))
    assert (sheet.headers["Content-Type"], sheet.headers["Cache-Control"]) == ("text/css; charset=utf-8", "public, max-age=86400")
    assert "#1d3557" in sheet.content.decode()
    assert "button" not in sheet.content.decode()
    assert lines("chose colours")


def test_colours_that_cannot_be_read_are_refused_with_how_far_they_are_off(team, browser):
    answer = browser.post(reverse("teams:colours"), {"brand": "#ffee88", "link": "", "button": "", "accent": ""})
    assert answer.status_code == 422
    assert "too pale" in answer.content.decode()
    assert 'value="#ffee88"' in answer.content.decode()
    team.organisation.refresh_from_db()
    assert team.organisation.brand_colour == ""


@pytest.mark.parametrize("of", ["", "x", "00000000-0000-7000-8000-000000000000", "'; drop table"])
def test_a_theme_of_nobody_is_the_houses_own(house, of):
    assert Client().get(reverse("teams:theme"), {"of": of}).status_code == 200
    assert Client().get(reverse("teams:logo"), {"of": of}).status_code == 404


def a_png(wide: int = 4, high: int = 3, *, note: bytes = b"") -> bytes:
    def piece(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress((b"\x00" + b"\x80" * wide) * high)
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    words = piece(b"tEXt", b"Author\x00" + note) if note else b""
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head) + words + piece(b"IDAT", rows) + piece(b"IEND", b"")


def test_a_logo_is_served_without_what_else_is_in_the_file(team, admin, browser):
    with acting(ON_THE_MACHINE):
        actions.set_logo(team.organisation, a_png(note=b"made at home by Gwen") + b"<script>", words="Fernshire Council", by=ON_THE_MACHINE, at=now())
    page = browser.get(reverse("teams:staff")).content.decode()
    logo = browser.get(re.search(r'src="(/theme/logo\.png\?[^"]+)" alt="Fernshire Council"', page)[1].replace("&amp;", "&"))
    assert (logo.headers["Content-Type"], logo.headers["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert logo.content == a_png()


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "An SVG can carry a program"),
        (b"<?xml version='1.0'?><svg></svg>", "An SVG can carry a program"),
        (b"GIF89a", "not a PNG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300_000), "may have 200"),
        (a_png()[:40], "not whole"),
        (a_png()[:-20] + bytes(20), "not whole"),
        (a_png(4000, 10), "may be 1200 by 600"),
    ],
)
def test_what_is_no_fit_logo_is_refused(picture, sentence):
    with pytest.raises(Refused, match=sentence):
        rules.a_small_png(picture)


def test_public_pages_wear_the_only_organisations_look(committed):
    only = an_organisation("Fernshire Council")
    assert str(Client().get("/").wsgi_request.theme.name) == "Fernshire Council"
    an_organisation("Elsewhere")
    assert Client().get("/").wsgi_request.theme.name == ""
    assert only.name
