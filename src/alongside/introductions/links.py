"""The address of a link by which somebody of another service introduces people without a login."""

from __future__ import annotations

from alongside.web.slips import Slip

_INTRODUCER = Slip("introducer")
new_reference, address_of, reference_in = _INTRODUCER.new_reference, _INTRODUCER.address_of, _INTRODUCER.reference_in
