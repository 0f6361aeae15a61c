"""Addresses short enough to be typed off a slip of paper: what names a link, and a signature of it from a secret that is not in the database.

An address is eight letters that name the link and eight that sign them, so one that we did not make is known before anything is
looked up. Letters and figures that look alike are not used, and are forgiven.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_LOOKS_LIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "u": "v"})
_HALF = 8


def keys() -> list[bytes]:
    """The secrets by which something may have been signed, the newest first."""
    return [key.encode() for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


@dataclass(frozen=True)
class Slip:
    """Links of one purpose: an address of another purpose is none of these."""

    purpose: str

    def made(self, key: bytes, what: str) -> bytes:
        """What follows from a secret for this purpose alone."""
        return hmac.new(key, f"alongside {self.purpose} {what}".encode(), sha256).digest()

    def _signature(self, key: bytes, reference: str) -> str:
        number = int.from_bytes(self.made(key, f"link {reference}")[:5])
        return "".join(_LETTERS[number >> 5 * place & 31] for place in range(_HALF))

    def new_reference(self) -> str:
        """Eight letters by chance: forty bits."""
        return "".join(secrets.choice(_LETTERS) for _ in range(_HALF))

    def address_of(self, reference: str) -> str:
        """`k7m2-p9qx-3dfh-8tvw`."""
        whole = reference + self._signature(keys()[0], reference)
        return "-".join(whole[at : at + 4] for at in range(0, len(whole), 4))

    def reference_in(self, address: str) -> str | None:
        """The link that an address names, if we signed it."""
        letters = "".join(one for one in address.lower() if one.isalnum()).translate(_LOOKS_LIKE)
        reference, signed = letters[:_HALF], letters[_HALF:]
        if not letters.isascii() or len(letters) != 2 * _HALF:
            return None
        return reference if any(hmac.compare_digest(self._signature(key, reference), signed) for key in keys()) else None
