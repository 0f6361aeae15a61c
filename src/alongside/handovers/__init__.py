"""Handing somebody's concern, or a piece of work, to a named professional and having it back; and doing it together."""
