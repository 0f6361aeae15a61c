"""A plain reading of budgets, spends and years: numbers in a few dictionaries, and no book. What the house answers is held against it."""

from __future__ import annotations

from dataclasses import dataclass, field

LIMIT = 10_000


class No(Exception):
    """The plain reading would not do it."""


@dataclass
class PlainSpend:
    budget: str
    asked: int
    stage: str
    came_to: int = 0


@dataclass
class PlainLine:
    """Money that was given, given back or moved; `source` and `target` are budgets, or outside (None)."""

    source: str | None
    target: str | None
    pence: int
    turned: bool = False


@dataclass
class PlainBook:
    """Two budgets of a year and those of the next; what lies in each; every spend."""

    free: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("a", "b", "a after", "b after"), 0))
    promised: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("a", "b"), 0))
    spent: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("a", "b"), 0))
    closed: dict[str, tuple[str, int]] = field(default_factory=dict)
    spends: list[PlainSpend] = field(default_factory=list)
    lines: list[PlainLine] = field(default_factory=list)

    def _open(self, *budgets: str) -> None:
        if set(budgets) & set(self.closed):
            raise No

    def _take(self, budget: str, pence: int) -> None:
        if self.free[budget] < pence:
            raise No
        self.free[budget] -= pence

    def give(self, budget: str, pence: int) -> None:
        self._open(budget)
        self.free[budget] += pence
        self.lines.append(PlainLine(None, budget, pence))

    def give_back(self, budget: str, pence: int) -> None:
        self._open(budget)
        self._take(budget, pence)
        self.lines.append(PlainLine(budget, None, pence))

    def move(self, budget: str, pence: int) -> None:
        other = "b" if budget == "a" else "a"
        self._open(budget, other)
        self._take(budget, pence)
        self.free[other] += pence
        self.lines.append(PlainLine(budget, other, pence))

    def turn_back(self, number: int) -> None:
        one = self.lines[number]
        self._open(*(budget for budget in (one.source, one.target) if budget))
        if one.turned:
            raise No
        if one.target:
            self._take(one.target, one.pence)
        if one.source:
            self.free[one.source] += one.pence
        one.turned = True

    def ask(self, budget: str, pence: int) -> None:
        self._open(budget)
        if pence <= LIMIT:
            self._take(budget, pence)
            self.promised[budget] += pence
        self.spends.append(PlainSpend(budget, pence, "agreed" if pence <= LIMIT else "waits"))

    def answer(self, number: int, said: str) -> None:
        one = self.spends[number]
        if one.stage != "waits":
            raise No
        if said == "yes":
            self._open(one.budget)
            self._take(one.budget, one.asked)
            self.promised[one.budget] += one.asked
        one.stage = "agreed" if said == "yes" else "not agreed"

    def came_to(self, number: int, pence: int) -> None:
        one = self.spends[number]
        if one.stage != "agreed" or pence > max(one.asked, LIMIT):
            raise No
        self._open(one.budget)
        if pence > one.asked:
            self._take(one.budget, pence - one.asked)
        else:
            self.free[one.budget] += one.asked - pence
        self.promised[one.budget] -= one.asked
        self.spent[one.budget] += pence
        one.stage, one.came_to = "spent", pence

    def not_after_all(self, number: int) -> None:
        one = self.spends[number]
        if one.stage != "spent":
            raise No
        self._open(one.budget)
        self._take(one.budget, one.asked - one.came_to)
        self.spent[one.budget] -= one.came_to
        self.promised[one.budget] += one.asked
        one.stage = "agreed"

    def take_back(self, number: int) -> None:
        one = self.spends[number]
        if one.stage == "taken back":
            raise No
        self._open(one.budget)
        if one.stage == "spent":
            self.spent[one.budget] -= one.came_to
            self.free[one.budget] += one.came_to
        if one.stage == "agreed":
            self.promised[one.budget] -= one.asked
            self.free[one.budget] += one.asked
        one.stage = "taken back"

    def close(self, budget: str, carry: bool) -> None:
        self._open(budget)
        if any(one.budget == budget and one.stage in ("waits", "agreed") for one in self.spends):
            raise No
        left = self.free[budget]
        if carry:
            self.free[f"{budget} after"] += left
        self.free[budget] = 0
        self.closed[budget] = (f"{budget} after" if carry else "", left)

    def reopen(self, budget: str) -> None:
        if budget not in self.closed:
            raise No
        where, left = self.closed[budget]
        if where:
            self._take(where, left)
        self.free[budget] += left
        del self.closed[budget]

    def spend_after(self, budget: str, pence: int) -> None:
        """What was carried over is given away in the next year."""
        self._take(f"{budget} after", pence)
        self.lines.append(PlainLine(f"{budget} after", None, pence))
