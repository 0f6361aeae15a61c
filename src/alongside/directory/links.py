"""The address of a link that asks whether an entry is still right: what names it, signed, so that one we did not make is known at once."""

from __future__ import annotations

import secrets

from django.core.signing import BadSignature, Signer

_SIGNED = Signer(salt="alongside.still right", sep="~")


def new_reference() -> str:
    """Ninety-six bits by chance."""
    return secrets.token_urlsafe(12)


def address_of(reference: str) -> str:
    """As it stands in the link."""
    return _SIGNED.sign(reference)


def reference_in(address: str) -> str | None:
    """What an address names, if we signed it."""
    try:
        return _SIGNED.unsign(address)
    except BadSignature:
        return None
