"""How often a value is met among strangers: rare names weigh more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .describing import Described
from .knowing import how_common

LEAST = 1e-7
"""No likeness is rarer than this among strangers: somebody always copied a line."""

_LEANING = {
    "given": (0.004, 400),
    "family": (0.0, 400),
    "born": (1 / 22_000, 4000),
    "phone": (1e-5, 1000),
    "street": (0.003, 300),
    "place": (0.05, 60),
    "postcode": (0.004, 150),
}
"""Of each thing the share usual in Britain, and as how many entries that counts beside those at hand. Of family names, surnames.yaml knows it."""


class Rarity:
    """Counted among the entries at hand, leaning on what is known in general while they are few."""

    def __init__(self, entries: Iterable[Described] = ()) -> None:
        self.counted: dict[str, Counter[str]] = {name: Counter() for name in _LEANING}
        many = 0
        for entry in entries:
            many += 1
            for name, counter in self.counted.items():
                value = getattr(entry, name)
                for part in value if isinstance(value, tuple) else (value,):
                    counter[part] += 1
        self.totals = {name: many - counter[""] for name, counter in self.counted.items()}

    def of(self, thing: str, one: Described, other: Described) -> float:
        """The share of strangers with what these two have in common; of several names, the rarest."""
        value = getattr(one, thing)
        if isinstance(value, tuple):
            shared = set(value) & set(getattr(other, thing))
            return min((self._share(thing, part) for part in shared), default=0.01)
        return self._share(thing, value)

    def _share(self, thing: str, value: str) -> float:
        usual, steady = _LEANING[thing]
        if thing == "family":
            usual = how_common(value)
        # The two entries of one pair are not what makes a value common.
        met = max(self.counted[thing][value] - 1, 0)
        return max((met + usual * steady) / (self.totals[thing] + steady), LEAST)


IN_GENERAL = Rarity()
"""For a question about one person: what is known of names in general, and nothing of anybody."""
