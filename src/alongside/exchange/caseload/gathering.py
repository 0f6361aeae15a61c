"""Rows into people: which rows are about one person, what each row adds, and where two of them disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

from alongside.foundation.folding import fold
from alongside.journeys.words import NOT_SAID
from alongside.people.matching.comparing import compare
from alongside.people.matching.describing import Described, describe
from alongside.people.matching.explaining import reasons
from alongside.people.matching.judging import judge_one_file

from . import sayings
from .incoming import ConnectionIn, Incoming, IntroductionIn, LevelIn, NoteIn, StepIn
from .line import Line
from .names import Name
from .telling import Choice, Ledger, Said, told

_IDENTITY = ("called", "address", "postcode", "phone", "email", "how_to_reach", "keep_in_mind", "coordinator", "good_life")
_TELLING = ("postcode", "phone", "email", "address")
LIKELY = 0.7
"""How likely two of one file must be one person before anybody is asked."""
_SEVERAL = ("gifts", "circle")


@dataclass
class Group:
    """The rows of one person, or of several who share them."""

    page: str
    lines: list[Line] = field(default_factory=list)
    also: list[tuple[str, Line]] = field(default_factory=list)
    """Every row with the page it stands on."""

    @property
    def first(self) -> Line:
        """The row that names them."""
        return self.lines[0]


def grouped(lines: Iterable[tuple[str, Line]], ledger: Ledger) -> list[Group]:
    """The rows of each person, in the order of the file: of one key, or of one name unless somebody says that they are two."""
    groups: list[Group] = []
    by_key: dict[str, Group] = {}
    by_name: dict[str, Group] = {}
    for page, line in lines:
        group = by_key.get(line.key) if line.key else _of_that_name(by_name.get(_named(line)), line, ledger)
        if group is None:
            group = Group(page)
            groups.append(group)
            if line.key:
                by_key[line.key] = group
            by_name.setdefault(_named(line), group)
        group.lines.append(line)
        group.also.append((page, line))
    return groups


def merged_alike(groups: list[Group], ledger: Ledger) -> list[Group]:
    """Two of the file who may be one, though their names are spelt otherwise: they stay two until somebody says that they are one."""
    single = [group for group in groups if len(group.first.people) == 1 and len(group.first.people[0].name.split()) > 1 and group.first.spot]
    found = judge_one_file([_described(group) for group in single]).probabilities if len(single) > 1 else {}
    into: dict[int, Group] = {}
    gone: set[int] = set()
    for (one, other), probability in sorted(found.items(), key=lambda pair: -pair[1]):
        first, second = single[min(one, other)], single[max(one, other)]
        if probability < LIKELY or _named(first.first) == _named(second.first) or id(second) in gone or second.first.spot is None:
            continue
        names = second.first.people[0].name
        because = dict(zip(("first", "second", "third"), reasons(compare(_described(first), _described(second))), strict=False))
        why = told(sayings.ALIKE[len(because)], row=first.first.row, name=first.first.people[0].name, **because)
        choices = Choice("two", told(sayings.TWO_PEOPLE)), Choice("same", told(sayings.SAME_PERSON))
        if ledger.ask("alike", second.first.spot, names, "", why, *choices) == "same":
            kept = into.get(id(first), first)
            kept.lines += second.lines
            kept.also += second.also
            into[id(second)] = kept
            gone.add(id(second))
    return [group for group in groups if id(group) not in gone]


def _described(group: Group) -> Described:
    line = group.first
    return describe(
        name=line.people[0].name,
        called=line.people[0].called or line.texts.get("called", ""),
        born=line.days.get("born"),
        phone=line.texts.get("phone", ""),
        postcode=line.texts.get("postcode", ""),
        address=line.texts.get("address", ""),
    )


def _named(line: Line) -> str:
    return "\x1f".join(sorted(" ".join(sorted(fold(one.name).split())) for one in line.people))


def _of_that_name(group: Group | None, line: Line, ledger: Ledger) -> Group | None:
    """The rows with that name, if they are about the same person: what tells people apart decides what is offered first."""
    if group is None or line.spot is None or group.first.key or len(_named(line).split()) < 2:
        return None
    before = group.first
    apart = [part for part in _TELLING if before.texts.get(part) and line.texts.get(part) and fold(before.texts[part]) != fold(line.texts[part])]
    if before.days.get("born") and line.days.get("born") and before.days["born"] != line.days["born"]:
        apart.append("born")
    choices = [Choice("same", told(sayings.SAME_PERSON)), Choice("two", told(sayings.ANOTHER_PERSON))]
    names = ", ".join(one.name for one in line.people)
    chosen = ledger.ask("same", line.spot, names, "", told(sayings.SAME_NAME, row=before.row), *(choices if not apart else reversed(choices)))
    return group if chosen == "same" else None


def people_of(group: Group, ledger: Ledger, today: date, number: int) -> list[Incoming]:
    """The people of these rows, each with all that the rows say; `number` begins those of their notes."""
    first = group.first
    notes, number = _notes(group, number)
    texts, days, kept = _merged(group, ledger)
    if len(first.people) > 1 and days.get("born") and first.spot:
        kept.append(str(days["born"]))
        ledger.ask(
            "whose", first.spots.get("born", first.spot), str(days["born"]), "", told(sayings.WHOSE_BIRTHDAY), Choice("words", told(sayings.KEEP_IN_WORDS))
        )
        days["born"] = None
    introductions = _with_a_yes(_introductions(group), group, ledger)
    unsure = [how for one in introductions if not (one.yes or one.vouched) and (how := _how_they_came(one))]
    if unsure:
        notes.append(NoteIn("; ".join(unsure), introductions[0].on, number=number, lead=sayings.HOW_THEY_CAME))
        number += 1
    if kept:
        notes.append(NoteIn("\n".join(kept), number=number, lead=sayings.THE_SHEET_SAYS))
    several = {part: tuple(dict.fromkeys(one for line in group.lines for one in line.several.get(part, ()))) for part in _SEVERAL}
    steps = tuple(dict.fromkeys(StepIn(one, line.texts.get("steps_by", "themselves")) for line in group.lines for one in line.several.get("steps", ())))
    linked = tuple(
        dict.fromkeys(ConnectionIn(one, line.texts.get("connections_kind", "community")) for line in group.lines for one in line.several.get("connections", ()))
    )
    rows = tuple((page, line.row) for page, line in group.also)
    return [
        Incoming(
            key=f"{first.spot.key if first.spot else group.page}:{place}",
            name=person.name,
            called=person.called or texts.get("called", ""),
            born=days.get("born"),
            last_contact=days.get("last_contact"),
            introductions=tuple(introductions),
            levels=_levels(group),
            notes=tuple(notes),
            steps=steps,
            connections=linked,
            rows=rows,
            **cast(Any, {part: texts.get(part, "") for part in _IDENTITY if part != "called"} | several),
        )
        for place, person in enumerate(first.people or (Name("?"),))
    ]


def _merged(group: Group, ledger: Ledger) -> tuple[dict[str, str], dict[str, date | None], list[str]]:
    """What the rows agree on; where one says otherwise, the first holds until somebody chooses, and the other is kept in words."""
    texts: dict[str, str] = {}
    days: dict[str, date | None] = {}
    kept: list[str] = []
    rows: dict[str, int] = {}
    for line in group.lines:
        kept += [words for words in line.words if words not in kept]
        for part in _IDENTITY:
            said = line.texts.get(part, "")
            if not said or texts.get(part) == said:
                continue
            if part not in texts:
                texts[part], rows[part] = said, line.row
            elif spot := line.spots.get(part):
                took = ledger.ask("differs", spot, said, "", *_differing(rows[part], texts[part], said)) == "other"
                kept.append(texts[part] if took else said)
                texts[part] = said if took else texts[part]
            else:
                kept.append(said)
        for part in ("born", "last_contact"):
            day = line.days.get(part)
            if day is None or days.get(part) == day:
                continue
            if part == "last_contact":
                days[part] = max(day, days.get(part) or day)
            elif days.get(part) is None:
                days[part], rows[part] = day, line.row
            elif spot := line.spots.get(part):
                took = ledger.ask("differs", spot, str(day), "", *_differing(rows[part], str(days[part]), str(day))) == "other"
                kept.append(str(days[part] if took else day))
                days[part] = day if took else days[part]
    return texts, days, kept


def _differing(row: int, first: str, other: str) -> tuple[Said, Choice, Choice]:
    keep, take = Choice("first", told(sayings.KEEP_FIRST, first=first)), Choice("other", told(sayings.TAKE_OTHER, other=other))
    return told(sayings.SAYS_OTHERWISE, row=row, other=first), keep, take


def _notes(group: Group, number: int) -> tuple[list[NoteIn], int]:
    """Every note once, numbered; a row with a date of its own dates those of its notes that have none."""
    made: list[NoteIn] = []
    for line in group.lines:
        by = line.texts.get("note_by", "") or line.texts.get("coordinator", "")
        for note in line.notes:
            made.append(NoteIn(note.text, note.on or line.days.get("note_on"), line.texts.get("note_how", NOT_SAID.stored), by, number))
            number += 1
        if not line.notes and line.days.get("note_on"):
            line.words.append(str(line.days["note_on"]))
    return made, number


def _introductions(group: Group) -> list[IntroductionIn]:
    """Each once: a sheet of contacts repeats the introduction on every row."""
    found = [one for line in group.lines if (one := line.introduction)]
    return list({(fold(one.by), one.on): one for one in reversed(found)}.values())[::-1]


def _with_a_yes(found: list[IntroductionIn], group: Group, ledger: Ledger) -> list[IntroductionIn]:
    """Of introductions with nothing about a yes beside them it is asked, once for all of them."""
    spot = group.first.spot
    if all(one.yes for one in found) or any(line.asked for line in group.lines) or spot is None:
        return found
    choices = Choice("words", told(sayings.NOT_INTRODUCED)), Choice("yes", told(sayings.THEY_SAID_YES))
    names = ", ".join(one.name for one in group.first.people)
    if ledger.ask("yes", spot, names, sayings.WHOLE_FILE, told(sayings.NO_YES), *choices, whole_column=True) == "words":
        return found
    return [one if one.yes else replace(one, vouched=True) for one in found]


def _how_they_came(one: IntroductionIn) -> str:
    day = f"{one.on.day} {one.on:%B %Y}" if one.on else ""
    return ", ".join(part for part in (one.by, day, one.why) if part)


def _levels(group: Group) -> tuple[LevelIn, ...]:
    """Each stretch once; of stretches that began on one day the last row's holds."""
    found: dict[date | None, LevelIn] = {}
    for line in group.lines:
        found[line.level.since] = line.level
    return tuple(found.values())
