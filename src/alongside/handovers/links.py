"""The address of a link by which one hand-over is read and answered without a login."""

from __future__ import annotations

from alongside.web.slips import Slip

_HANDED = Slip("hand-over")
new_reference, address_of, reference_in = _HANDED.new_reference, _HANDED.address_of, _HANDED.reference_in
