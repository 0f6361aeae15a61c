"""The address of a link that asks whoever runs something whether it is still right."""

from __future__ import annotations

from alongside.web.slips import Slip

_STILL_RIGHT = Slip("still right")
new_reference, address_of, reference_in = _STILL_RIGHT.new_reference, _STILL_RIGHT.address_of, _STILL_RIGHT.reference_in
