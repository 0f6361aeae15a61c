"""What a random life may choose from."""

from __future__ import annotations

from hypothesis import strategies as st

from alongside.foundation.actor import Role

BEGINS = (-400, -400, -1, 0, 0, 1)
ENDS = (None, None, -1, 0, 1, 1, 400)
"""Days from today: long ago, yesterday, today, tomorrow, far ahead; more often such that a thing holds today, or little would ever be seen."""

one = st.integers(min_value=0, max_value=11)
day = st.sampled_from(BEGINS)
end = st.sampled_from(ENDS)
last_day = st.sampled_from([days for days in ENDS if days is not None])
a_role = st.sampled_from([role.value for role in Role])
