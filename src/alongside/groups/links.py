"""The address of a link that opens one group's register."""

from __future__ import annotations

from alongside.web.slips import Slip

_REGISTER = Slip("group register")
new_reference, address_of, reference_in = _REGISTER.new_reference, _REGISTER.address_of, _REGISTER.reference_in
