"""Who sees whom at a meeting without a database: a few facts, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, field

HERE, ELSEWHERE = "Fernbrook", "Harbour"
"""Two tables of one team. Whoever sits at one sits at no other."""


ALL = "all"
"""Who does what was decided, and nobody has to do."""


@dataclass
class Sat:
    """A seat: at which table, whether it was left, whether its link opens (somebody who signs in needs none)."""

    table: str
    left: bool = False
    link: bool = True
    signs_in: bool = False

    @property
    def open(self) -> bool:
        """Whether whoever holds it is let in."""
        return not self.left and (self.signs_in or self.link)


@dataclass
class Took:
    """Something a seat took on; or that was decided, for all at the table to know."""

    by: str
    whom: str
    table: str
    answer: str = ""


@dataclass
class Plain:
    """Everything that decides."""

    seats: dict[str, Sat]
    sent: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    on_list: set[tuple[str, str]] = field(default_factory=set)
    """Table and person."""
    yes: set[tuple[str, str]] = field(default_factory=set)
    took: dict[str, Took] = field(default_factory=dict)

    def spoken_of(self, who: str) -> set[tuple[str, str]]:
        """The places on lists that somebody may read of now."""
        seat = self.seats.get(who)
        if seat is None or not seat.open or seat.table not in self.sent or seat.table in self.closed:
            return set()
        return {(table, whom) for table, whom in self.on_list & self.yes if table == seat.table}

    def still_theirs(self, who: str) -> set[str]:
        """Keys of what somebody took on and still answers, with the name of whom it is for."""
        seat = self.seats.get(who)
        if seat is None or not seat.open:
            return set()
        return {
            key
            for key, one in self.took.items()
            if (one.by == who or (one.by == ALL and one.table == seat.table))
            and one.table in self.closed
            and one.answer in ("", "not yet")
            and (one.table, one.whom) in self.on_list & self.yes
        }
