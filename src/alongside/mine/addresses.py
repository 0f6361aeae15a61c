"""The address of a link, and the code that opens it: both follow from a secret that is not in the database.

An address is eight letters that name the link and eight that sign them, so one that we did not make is known before anything is
looked up. Letters and figures that look alike are not used, and are forgiven: the address may be typed off a slip.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from uuid import UUID

from django.conf import settings

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_LOOKS_LIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "u": "v"})
_HALF = 8


def new_reference() -> str:
    """Eight letters by chance: forty bits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_HALF))


def _keys() -> list[bytes]:
    return [key.encode() for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def _made(key: bytes, what: str) -> bytes:
    return hmac.new(key, f"alongside own copy {what}".encode(), sha256).digest()


def _signature(key: bytes, reference: str) -> str:
    number = int.from_bytes(_made(key, f"link {reference}")[:5])
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(_HALF))


def address_of(reference: str) -> str:
    """`k7m2-p9qx-3dfh-8tvw`."""
    whole = reference + _signature(_keys()[0], reference)
    return "-".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def reference_in(address: str) -> str | None:
    """The link that an address names, if we signed it."""
    letters = "".join(one for one in address.lower() if one.isalnum()).translate(_LOOKS_LIKE)
    reference, signed = letters[:_HALF], letters[_HALF:]
    if not letters.isascii() or len(letters) != 2 * _HALF:
        return None
    return reference if any(hmac.compare_digest(_signature(key, reference), signed) for key in _keys()) else None


def _code(key: bytes, link: UUID, number: int) -> str:
    return f"{int.from_bytes(_made(key, f'code {link} {number}')[:8]) % 1_000_000:06}"


def code_of(link: UUID, number: int) -> str:
    """Six figures, in two threes as they are told aloud: `482 913`."""
    code = _code(_keys()[0], link, number)
    return f"{code[:3]} {code[3:]}"


def is_its_code(typed: str, link: UUID, number: int) -> bool:
    """Whether what was typed opens this link; looked at in the same time whatever it is."""
    figures = "".join(one for one in typed if one in "0123456789")
    right = [hmac.compare_digest(_code(key, link, number), figures) for key in _keys()]
    return any(right)
