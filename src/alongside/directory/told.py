"""What one of us tells of something good near here, before it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any

from alongside.foundation.folding import fold_postcode
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .listing import LONGEST_NAME, Said

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Told(Said):
    """An entry as somebody writes it down; empty is what they do not know."""

    @property
    def as_kept(self) -> dict[str, Any]:
        """By field, folded as it is stored; refused with the box in which something is wrong."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        kept: dict[str, Any] = {
            name: " ".join(value.split()) if name in _LINES else value.strip() if isinstance(value, str) else sorted(value) for name, value in said.items()
        }
        if not kept["name"]:
            raise Refused(Sentence("Say what it is called."), field="name")
        if len(kept["name"]) > LONGEST_NAME:
            raise Refused(Sentence("This is more than a name. Write what it is beneath."), field="name")
        if kept["postcode"]:
            folded = fold_postcode(kept["postcode"])
            if folded is None:
                raise Refused(Sentence("This is no whole postcode. Write it like M33 7ZF, or leave it empty."), field="postcode")
            kept["postcode"] = folded
        if kept["email"] and not _ADDRESS.fullmatch(kept["email"]):
            raise Refused(Sentence("This is no e-mail address. Write it whole, like hello@example.org, or leave it empty."), field="email")
        if kept["website"] and not kept["website"].startswith(("http://", "https://")):
            kept["website"] = f"https://{kept['website']}"
        if set(kept["access"]) & set(kept["access_missing"]):
            raise Refused(Sentence("You ticked the same both as there and as not there. Leave one of them."), field="access_missing")
        return kept


_LINES = ("name", "organisation", "postcode", "times", "cost_words", "phone", "email", "website", "getting_there", "languages", "who_for", "not_for")
