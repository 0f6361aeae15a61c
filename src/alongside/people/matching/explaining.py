"""Why two entries may be one person, or may not: sentences for whoever has to decide."""

from __future__ import annotations

from alongside.foundation.words import Sentence

from .comparing import Alike

_SAID: dict[tuple[str, str], Sentence] = {
    ("given", "same"): Sentence("same first name"),
    ("given", "short form"): Sentence("first names are forms of one name"),
    ("given", "spelt nearly so"): Sentence("first names are spelt nearly alike"),
    ("given", "sounds alike"): Sentence("first names sound alike"),
    ("given", "initial"): Sentence("same first initial"),
    ("given", "other"): Sentence("different first names"),
    ("given", "another name"): Sentence("different first names"),
    ("family", "same"): Sentence("same family name"),
    ("family", "one of two"): Sentence("one family name of two is shared"),
    ("family", "spelt nearly so"): Sentence("family names are spelt nearly alike"),
    ("family", "sounds alike"): Sentence("family names sound alike"),
    ("family", "other"): Sentence("different family names"),
    ("generation", "other"): Sentence("one is the elder, one the younger"),
    ("born", "same"): Sentence("same date of birth"),
    ("born", "a slip"): Sentence("dates of birth differ by one slip"),
    ("born", "two parts of three"): Sentence("dates of birth share two parts of three"),
    ("born", "a generation apart"): Sentence("dates of birth many years apart"),
    ("born", "other"): Sentence("different dates of birth"),
    ("phone", "same"): Sentence("same telephone"),
    ("phone", "a slip"): Sentence("telephones differ by one digit"),
    ("phone", "other"): Sentence("different telephones"),
    ("postcode", "same"): Sentence("same postcode"),
    ("postcode", "a slip"): Sentence("postcodes differ by one letter"),
    ("postcode", "other"): Sentence("different postcodes"),
}
_CROSSED = Sentence("first and family name stand the other way round")
_SAME_DOOR = Sentence("same house and street")
_LIVES_TOGETHER = Sentence("same house, different date of birth: they may live together")
_TWINS = Sentence("same house and date of birth, different first names: they may be twins")
_ORDER = ("given", "family", "generation", "born", "phone", "postcode")


def reasons(alike: Alike) -> list[Sentence]:
    """What speaks for and against it, names first."""
    said = [_CROSSED] if alike.crossed else []
    for thing in _ORDER:
        if alike.crossed and thing in ("given", "family"):
            continue
        sentence = _SAID.get((thing, getattr(alike, thing) or ""))
        if sentence:
            said.append(sentence)
    at_home = (alike.house == "same" and alike.street == "same") or (alike.postcode == "same" and alike.phone == "same")
    if alike.house == "same" and alike.street == "same":
        said.append(_SAME_DOOR)
    if at_home and alike.born in ("other", "a generation apart"):
        said.append(_LIVES_TOGETHER)
    elif at_home and alike.born == "same" and alike.given in ("other", "another name"):
        said.append(_TWINS)
    return said
