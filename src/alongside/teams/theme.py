"""How an organisation's pages look: its name, its four colours and its logo."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

COLOURS = ("brand_colour", "link_colour", "button_colour", "accent_colour")


@dataclass(frozen=True)
class Theme:
    """What a page needs to know of the organisation it is shown for; without one, the house's own look."""

    organisation_id: UUID | None = None
    name: str = ""
    colours: tuple[str, str, str, str] = ("", "", "", "")
    logo_words: str = ""
    logo_bytes: int = 0
    """How long the logo is, which tells a new one from an old; 0 when there is none."""

    @property
    def url(self) -> str:
        """The address of its colours, which changes when they do, so that browsers may keep it."""
        return _kept_until_changed("teams:theme", self.organisation_id, "".join(self.colours)) if any(self.colours) else reverse("teams:theme")

    @property
    def logo_url(self) -> str:
        """The address of its logo, or nothing."""
        return _kept_until_changed("teams:logo", self.organisation_id, str(self.logo_bytes)) if self.logo_bytes else ""


def _kept_until_changed(name: str, organisation_id: UUID | None, held: str) -> str:
    mark = hashlib.sha256(held.encode()).hexdigest()[:12]
    return f"{reverse(name)}?{urlencode({'of': organisation_id, 'v': mark})}"


def theme_from(row: tuple[Any, ...]) -> Theme:
    """A theme from an organisation's row (`queries.as_actor_with_theme`)."""
    key, name, brand, link, button, accent, words, length = row
    return Theme(key, name, (brand, link, button, accent), words, length or 0)
