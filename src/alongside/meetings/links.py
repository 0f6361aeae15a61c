"""The address of a link by which somebody sits at a meeting's table without a login."""

from __future__ import annotations

from alongside.web.slips import Slip

_SEAT = Slip("seat at a meeting")
new_reference, address_of, reference_in = _SEAT.new_reference, _SEAT.address_of, _SEAT.reference_in
