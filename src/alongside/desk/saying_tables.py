"""How many rows of which kind, said in words: for whoever is asked to forget somebody, and on the certificate."""

from __future__ import annotations

from typing import Any

from alongside.access.taking_away.titles import KINDS
from alongside.foundation.words import Sentence, Vocabulary
from alongside.web.vocabulary import say

OTHERS = "others: "
"""What stands before the rows about other people that pointed at this person."""
SOMETHING_ELSE = Sentence("Something else")


def said_by_table(rows: dict[str, int], vocabulary: Vocabulary) -> dict[str, Any]:
    """What goes, most first, and what of other people's records is only cut loose: each as a name and how many."""
    gone = sorted(((named(table, vocabulary), many) for table, many in rows.items() if not table.startswith(OTHERS)), key=lambda pair: (-pair[1], pair[0]))
    cut = [(named(table.removeprefix(OTHERS), vocabulary), many) for table, many in rows.items() if table.startswith(OTHERS)]
    return {"gone": gone, "cut_loose": cut, "gone_in_all": sum(many for _name, many in gone)}


def named(table: str, vocabulary: Vocabulary) -> str:
    """What stands in a table, as the field calls it."""
    return say(KINDS[table].many, vocabulary) if table in KINDS else say(SOMETHING_ELSE, vocabulary)
