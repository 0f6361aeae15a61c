"""The address of a link by which somebody says how it was, without a login."""

from __future__ import annotations

from alongside.web.slips import Slip

_HOW_IT_WAS = Slip("how it was")
new_reference, address_of, reference_in = _HOW_IT_WAS.new_reference, _HOW_IT_WAS.address_of, _HOW_IT_WAS.reference_in
