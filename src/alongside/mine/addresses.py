"""The address of a link to somebody's own copy, and the code that opens it: both follow from a secret that is not in the database."""

from __future__ import annotations

import hmac
from uuid import UUID

from alongside.web.slips import Slip, keys

_OWN_COPY = Slip("own copy")
new_reference, address_of, reference_in = _OWN_COPY.new_reference, _OWN_COPY.address_of, _OWN_COPY.reference_in


def _code(key: bytes, link: UUID, number: int) -> str:
    return f"{int.from_bytes(_OWN_COPY.made(key, f'code {link} {number}')[:8]) % 1_000_000:06}"


def code_of(link: UUID, number: int) -> str:
    """Six figures, in two threes as they are told aloud: `482 913`."""
    code = _code(keys()[0], link, number)
    return f"{code[:3]} {code[3:]}"


def is_its_code(typed: str, link: UUID, number: int) -> bool:
    """Whether what was typed opens this link; looked at in the same time whatever it is."""
    figures = "".join(one for one in typed if one in "0123456789")
    right = [hmac.compare_digest(_code(key, link, number), figures) for key in keys()]
    return any(right)
