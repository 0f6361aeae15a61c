"""Writing down how life is going."""

from .changes import amend_change, place_changes, say_worth, take_back_worth, tell_change, tell_changes
from .kinds import add_kind, offer_kind_again, retire_kind
from .measures import answer_measure, not_asked_now, offer_measure, retire_measure, take_back_answers
from .stories import draft_story, print_story, rewrite_story, say_yes, withdraw_story
from .uses import FromPractice, bring_uses, take_back_table, take_back_use, tell_use

__all__ = [
    "FromPractice",
    "add_kind",
    "amend_change",
    "answer_measure",
    "bring_uses",
    "draft_story",
    "not_asked_now",
    "offer_kind_again",
    "offer_measure",
    "place_changes",
    "print_story",
    "retire_kind",
    "retire_measure",
    "rewrite_story",
    "say_worth",
    "say_yes",
    "take_back_answers",
    "take_back_table",
    "take_back_use",
    "take_back_worth",
    "tell_change",
    "tell_changes",
    "tell_use",
    "withdraw_story",
]
