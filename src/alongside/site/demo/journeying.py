"""One composed life from its introduction to today, as the lines a story would have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from .chance import Chance
from .inventing import Inventor
from .plan import Life, Line
from .reading import told
from .slots import fill, slots
from .whats_good import for_a_tag

_FATES = ["helps", "helps", "still", "still", "still", "alone", "alone", "together", "suggested", "never"]
"""How far a connection goes, each as likely as another."""
_CLIMB = {"suggested": 0, "together": 1, "never": 1, "alone": 2, "still": 3, "helps": 4}
_RUNGS = (("went together", "together", 9), ("went alone", "alone", 16), ("still going", "still", 88), ("helps to run it", "helps", 60))
"""Each rung, its pack of words, and about how many days it comes after the one before."""

_OLDER = 50
"""Years from which on a life may hold what belongs to later ones: the knee, the home carer, the alarm."""
_SHE = {"daughter", "sister", "sister-in-law", "wife", "mother", "mum", "granddaughter", "girl", "visitor"}
_HE = {"son", "brother", "brother-in-law", "husband", "uncle", "man", "lad", "priest", "constable"}


class Journey:
    """Chance decides once how this life goes; then its lines are told in the order of their days."""

    def __init__(self, chance: Chance, inventor: Inventor, today: date, life: Life, told_life: dict[str, Any], locality: str) -> None:
        self._chance, self._inventor, self._life, self._told, self._locality = chance, inventor, life, told_life, locality
        self._older = told_life["ages"][0] >= _OLDER
        self._long = (today - life.began).days
        self._friend = inventor.first_name(self._sex(told_life["circle"][0][0]))
        street = next((part.strip() for part in life.home.address.split(",") if part.strip()), "").lstrip("0123456789 ")
        self._words = slots(life.she, name=life.is_called, friend=self._friend, place=locality, street=street)

    def lines(self, *, quiet: bool) -> Iterator[Line]:
        """Everything that happened, and what is planned."""
        chance, met = self._chance, self._chance.randint(1, 8)
        deep = chance.happens(0.8)
        yield {"day": met, **self._noted(chance.deal(f"first {self._told['life']}", self._told["first"]), "visit")}
        yield {"day": met, "level": "level 2" if deep else "level 1"}
        yield {"day": met, "where": True}
        yield from self._who_they_are(met)
        if deep:
            yield from self._what_they_want(met + chance.randint(6, 13))
        yield from self._connections(met + chance.randint(9, 24))
        if self._long > 90:
            yield from self._changes()
        yield from self._as_it_went_on(met, deep=deep, quiet=quiet)

    def _card(self, pack: str) -> str:
        return fill(self._chance.deal(f"{pack} {self._told['life']}", self._told[pack]), self._words)

    def _sex(self, relation: str) -> str:
        words = set(relation.split())
        return "she" if words & _SHE else "he" if words & _HE else self._chance.choice(["she", "he"])

    def _who_they_are(self, met: int) -> Iterator[Line]:
        circle = list(self._told["circle"])
        for place, (relation, words) in enumerate(circle[: self._chance.randint(1, len(circle))]):
            name = self._friend if place == 0 else self._inventor.first_name(self._sex(relation))
            yield {"day": met + 7 * place, "circle": name, "relation": relation, "words": fill(words, self._words)}
        for place in range(self._chance.randint(1, 2)):
            yield {"day": met + 9 * place, "gift": self._card("gifts")}

    def _what_they_want(self, day: int) -> Iterator[Line]:
        yield {"day": day, "good life": self._card("good life")}
        yield {"day": day, "agree": self._card("agree"), "how": self._chance.choice(["aloud", "aloud", "aloud", "on paper"])}
        steps = self._told["steps"]
        for number, (who_kind, words, who, went, *why) in enumerate(self._chance.sample(steps, self._chance.randint(1, len(steps)))):
            done = day + self._chance.randint(4, 30)
            yield {
                "day": day + number,
                "step": fill(words, self._words),
                "who_kind": who_kind,
                "who": who.format(**self._words),
                "why": fill(why[0], self._words) if why else "",
                "as": f"step {number}",
                "due": done,
            }
            yield {"day": done, "end": f"step {number}", "went": fill(went, self._words)}
        if self._long > 300 and self._chance.happens(0.4):
            yield {"day": day + self._chance.randint(150, 240), "good life": self._card("good life")}

    def _connections(self, day: int) -> Iterator[Line]:
        fate = self._chance.deal("fates", _FATES)
        yield from self._connection(self._told["to"], day, fate, "first")
        if "or" in self._told and (fate == "never" or self._chance.happens(0.4)):
            yield from self._connection(self._told["or"], day + self._chance.randint(30, 60), self._chance.deal("fates", _FATES), "second")
        if self._chance.happens(0.4):
            yield {"day": day, "connect to": self._friend, "kind": "natural", "why": "", "as": "friend"}
            yield {"day": day + self._chance.randint(5, 15), "climb": "friend", "rung": self._chance.choice(["went alone", "went together"])}
        if self._chance.happens(0.3):
            entry, why = self._chance.deal(f"services {self._older}", told("phrases")["services" if self._older else "services at any age"])
            later = day + self._chance.randint(5, 90)
            yield {"day": later, "connect": entry, "why": fill(why, self._words), "as": "service"}
            yield {"day": later + self._chance.randint(4, 25), "climb": "service", "rung": self._chance.choice(["went together", "went alone"])}

    def _connection(self, tag: str, day: int, fate: str, key: str) -> Iterator[Line]:
        """One connection and how far it climbs; what is said of a second one suits anything."""
        said = self._card if key == "first" else self._also
        entry = self._chance.deal(f"{tag} {self._locality}", for_a_tag(tag, self._locality))
        yield {"day": day, "connect": entry, "why": said("reasons"), "as": key}
        for rung, pack, after in _RUNGS[: _CLIMB[fate]]:
            day += after + self._chance.randint(0, 6)
            yield {"day": day, "climb": key, "rung": rung, "words": said(pack) if self._chance.happens(0.8) else ""}
        if fate == "never":
            yield {"day": day + 7, "climb": key, "rung": "not for me", "words": said("never")}

    def _also(self, pack: str) -> str:
        phrases = told("phrases")
        return fill(self._chance.deal(f"also {pack}", phrases["signposts"] if pack == "reasons" else phrases["also"][pack]), self._words)

    def _changes(self) -> Iterator[Line]:
        told_of = [("better", 0.8, 60, 150), ("worse", 0.5, 50, 230), ("better", 0.3, 180, 330)]
        for direction, likely, earliest, latest in told_of:
            if self._chance.happens(likely):
                words, others, whose, anyway = self._chance.deal(f"{direction} {self._told['life']}", self._told[direction])
                asked = self._chance.happens(0.8)
                yield {
                    "day": self._chance.randint(earliest, latest),
                    "change": fill(words, self._words),
                    "direction": direction,
                    "others": str(others) if asked else "not asked",
                    "whose": whose if asked else "",
                    "anyway": str(anyway) if asked else "not asked",
                }

    def _as_it_went_on(self, met: int, *, deep: bool, quiet: bool) -> Iterator[Line]:
        """Notes between the larger things, up to a stepping back or to about today."""
        chance, day = self._chance, met
        # All but one of them, in the order they are told: some lean on what came before.
        later = list(self._told["later"])
        later.pop(chance.randrange(len(later)))
        until = self._long - (chance.randint(31, 60) if quiet else chance.randint(2, 20))
        steps_back = chance.randint(200, 420)
        leaves = self._long > 230 and chance.happens(0.75) and steps_back < until and not quiet
        until = steps_back if leaves else until
        lightens = until > 180 and chance.happens(0.5)
        while (day := day + chance.randint(14, 30) + day // 12) < until - 5:
            if later and chance.happens(0.45):
                yield {"day": day, **self._noted(later.pop(0), "out")}
            else:
                yield {"day": day, **self._small_line()}
        if lightens and deep:
            yield {"day": until - 60, "level": "level 1", "words": fill(chance.deal("lighter", told("phrases")["lighter"]), self._words)}
        yield {"day": max(until, met + 1), **self._small_line()}
        if leaves:
            words = fill(chance.deal("stepping back", told("phrases")["stepping back"]), self._words)
            yield {"day": until, "level": "not active", "words": words}
            yield {"day": until, "stop": self._life.by}
            if self._long - until > 60 and chance.happens(0.2):
                yield from self._back_again(until + chance.randint(40, 58))

    def _noted(self, told_note: str | list[str], how: str) -> Line:
        """A note as it is told, or `[how we met, note]` when that is not the usual."""
        how, words = (how, told_note) if isinstance(told_note, str) else told_note
        return {"how": how, "note": fill(words, self._words)}

    def _small_line(self) -> Line:
        """How we met, what there was, what comes next: one from each pack."""
        phrases = told("phrases")
        how, met = self._chance.deal("how", phrases["how"])
        pack = "was when older" if self._older and self._chance.happens(0.25) else "was at home" if how == "visit" and self._chance.happens(0.6) else "was"
        parts = [met, self._chance.deal(pack, phrases[pack]), self._chance.deal("next", phrases["next"])]
        return {"how": how, "note": " ".join(fill(part, self._words) for part in parts if part)}

    def _back_again(self, day: int) -> Iterator[Line]:
        words = fill(self._chance.deal("again", told("phrases")["again"]), self._words)
        yield {"day": day, "again": self._life.introduced["why"]}
        yield {"day": day + 1, "how": "phone", "note": words}
        yield {"day": day + 1, "level": "level 1", "words": ""}
        yield {"day": day + 40, "stop": self._life.by}
