"""Who may say when there is school and how many people live where, with the sentence shown when it is refused."""

from __future__ import annotations

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours

from .words import ADMINISTRATORS_KEEP_TERMS, MANAGERS_SAY_RESIDENTS


def may_keep_terms(actor: Actor) -> None:
    """Refuses whoever does not look after an organisation."""
    if not actor.is_a(Role.ADMINISTRATOR):
        raise NotYours(ADMINISTRATORS_KEEP_TERMS)


def may_say_residents(actor: Actor) -> None:
    """Refuses whoever manages no team; a page offers the localities of their own."""
    if not actor.is_a(Role.MANAGER):
        raise NotYours(MANAGERS_SAY_RESIDENTS)
