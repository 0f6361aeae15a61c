"""Where people reach the pages, as far as the settings tell."""

from __future__ import annotations

from django.conf import settings


def address_here() -> str:
    """The first of the names that are served, over HTTPS where that is on."""
    return f"{'https' if settings.HTTPS else 'http'}://{settings.ALLOWED_HOSTS[0].lstrip('.')}{'' if settings.HTTPS else ':8000'}"
