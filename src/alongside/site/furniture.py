"""What every page has around it: the navigation, whose theme, whose words."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.foundation.actor import NOBODY, TEAM_ROLES, Actor, Role
from alongside.teams.theme import Theme
from alongside.web.addresses import House, address, house


@dataclass(frozen=True)
class Way:
    """One entry of the navigation."""

    title: str
    url: str
    active: bool


def ways(actor: Actor, path: str) -> list[Way]:
    """Where this actor can go from any page."""
    return [Way(title, url, path.startswith(url)) for title, url in _ways(frozenset(seat.role for seat in actor.seats), get_language(), house())]


@cache
def _ways(roles: frozenset[Role], language: str | None, here: House) -> tuple[tuple[str, str], ...]:
    """What whoever holds these roles is shown, in the language and under the address that hold now."""
    found: list[tuple[str, str]] = []
    if roles & TEAM_ROLES:
        found += [(_("Today"), address("desk:today")), (_("People"), address("desk:people")), (_("Groups"), address("groups:board"))]
        found += [(_("Meetings"), address("meetings:all")), (_("Handed over"), address("desk:step ups")), (_("Came in"), address("desk:came in"))]
    if Role.PARTNER in roles:
        found += [(_("Named to me"), address("desk:named to me")), (_("Your tables"), address("desk:my tables"))]
        found += [(_("Handed to me"), address("desk:handed to me")), (_("Sent by you"), address("introductions:my introductions"))]
    found.append((_("What is good around here"), address("noticeboard:search")))
    if roles & TEAM_ROLES:
        found.append((_("Money"), address("money:budgets")))
    if roles & {Role.MANAGER, Role.COMMISSIONER}:
        found.append((_("Figures"), address("evidence:locality")))
    if Role.MANAGER in roles:
        found.append((_("Your team"), address("desk:your team")))
    if Role.INFORMATION_GOVERNANCE in roles:
        found.append((_("Who looked"), address("desk:who looked")))
    if roles & {Role.INFORMATION_GOVERNANCE, Role.MANAGER}:
        found.append((_("Asked of us"), address("desk:asked of us")))
    if Role.ADMINISTRATOR in roles:
        found.append((_("Staff"), address("teams:staff")))
        found.append((_("Other directories"), address("exchange:feeds")))
        found.append((_("School terms"), address("noticeboard:school terms")))
    return tuple(found)


ALWAYS_SHOWN, A_FEW = 2, 3
"""Ways that stand in sight on a phone, too, where there are more than a few; the rest are folded there."""


def draft_key(actor: Actor) -> str:
    """The key with which this person's browser keeps unsaved words unreadable to anyone else (base64, 32 bytes)."""
    made = hmac.new(settings.SECRET_KEY.encode(), b"drafts " + actor.id.bytes, hashlib.sha256).digest()
    return base64.b64encode(made).decode()


def _is_about_somebody(request: HttpRequest) -> bool:
    """Whether what is printed from this page could be about a person we know, and must say so."""
    found = request.resolver_match
    return found is not None and (found.app_name == "desk" or found.view_name == "evidence:people")


def furniture(request: HttpRequest) -> dict[str, Any]:
    """The context that every template has."""
    actor: Actor = getattr(request, "actor", NOBODY)
    known = actor is not NOBODY
    theme: Theme = getattr(request, "theme", None) or Theme()
    found = ways(actor, request.path)
    shown = ALWAYS_SHOWN if len(found) > A_FEW else A_FEW
    return {
        "actor": actor,
        "signed_in_as": actor.name if known else "",
        "vocabulary": actor.vocabulary,
        "note_url": address("desk:note") if actor.is_a(*TEAM_ROLES) else "",
        "navigation": found[:shown],
        "more_ways": found[shown:],
        "among_more": any(way.active for way in found[shown:]),
        "draft_key": draft_key(actor) if known else "",
        "demo": settings.DEMO,
        "of_somebody": known and _is_about_somebody(request),
        "organisation": theme,
        "theme_url": theme.url,
    }
