"""Naming somebody to a partner, what they choose and what they ask of us, covering for a colleague, joining two records of one person."""

from .blotting import take_name_out
from .choices import choose, withdraw
from .covering import arrange_cover, change_last_day, end_cover, go_on_with_cover
from .joining import join, part, tell_apart
from .meetings import put_on_list
from .naming import end_naming, name_to_partner, share_without_yes
from .proposing import answer_proposal, propose_one_person
from .step_ups import step_up
from .taking_away import forget_old_packs, gather, hand_over, look_through, take_own_pack, take_pack
from .their_rights import answer_them, ask_of_us, forget

__all__ = [
    "answer_proposal", "answer_them", "arrange_cover", "ask_of_us", "change_last_day", "choose", "end_cover", "end_naming", "forget", "forget_old_packs",
    "gather", "go_on_with_cover", "hand_over", "join", "look_through", "name_to_partner", "part", "propose_one_person", "put_on_list",
    "share_without_yes", "step_up", "take_name_out", "take_own_pack", "take_pack", "tell_apart", "withdraw",
]  # fmt: skip
