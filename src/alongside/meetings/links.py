"""The addresses of links by which somebody sits at a meeting's table, or a calendar reads when it is, without a login."""

from __future__ import annotations

from alongside.web.slips import Slip

_SEAT = Slip("seat at a meeting")
new_reference, address_of, reference_in = _SEAT.new_reference, _SEAT.address_of, _SEAT.reference_in

# A calendar hands its addresses on to whoever keeps it, so one is signed apart: whoever has it sits in no seat by it.
_CALENDAR = Slip("days of meetings in a calendar")
calendar_address_of, calendar_reference_in = _CALENDAR.address_of, _CALENDAR.reference_in
