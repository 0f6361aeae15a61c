"""Whatever is done to the trail afterwards shows: in a copy of it, against the heads that were kept elsewhere."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from alongside.trail.chain import Head, Line, faults, hash_of
from alongside.trail.exported import as_text, from_text, head_as_text, heads_from_text

TRIES = 1400
"""How many times a copy is tampered with; the same every run, for the chance is seeded."""
LENGTH = 60
KEPT_EACH = 20
"""Every so many lines a head was kept elsewhere; and the newest always."""
VERBS = ("looked at", "wrote", "ended a seat", "signed in")


def written(length: int = LENGTH, *, seed: int = 7) -> list[Line]:
    """A trail as the database writes it."""
    chance = random.Random(seed)
    lines: list[Line] = []
    previous, at = b"", datetime(2026, 11, 2, 9, tzinfo=UTC)
    for seq in range(1, length + 1):
        at += timedelta(microseconds=chance.randrange(10**9))
        people = tuple(UUID(int=chance.getrandbits(128)) for _ in range(chance.randrange(3)))
        line = Line(
            seq, at, UUID(int=chance.getrandbits(128)), "coordinator", chance.choice(VERBS), f"note {seq}", people, "caseload", "done", b"", previous, b""
        )
        line = replace(line, hash=hash_of(line, previous))
        lines.append(line)
        previous = line.hash
    return lines


def heads_of(lines: list[Line]) -> list[Head]:
    return [Head(line.seq, line.hash) for line in lines if line.seq % KEPT_EACH == 0 or line is lines[-1]]


def chained_anew(lines: list[Line], start: int) -> list[Line]:
    """What somebody does who knows how the chain is made: number and hash everything anew from there on."""
    done = lines[:start]
    for line in lines[start:]:
        previous = done[-1].hash if done else b""
        moved = replace(line, seq=len(done) + 1, previous=previous)
        done.append(replace(moved, hash=hash_of(moved, previous)))
    return done


def edited(lines: list[Line], chance: random.Random) -> list[Line]:
    """One field of one line is another."""
    at = chance.randrange(len(lines))
    line = lines[at]
    other = {
        "at": line.at + timedelta(microseconds=1),
        "actor_id": UUID(int=chance.getrandbits(128)),
        "role": "manager",
        "verb": line.verb + "s",
        "about": line.about + "0",
        "people": (*line.people, UUID(int=1)),
        "purpose": "cover",
        "outcome": "refused",
        "commitment": b"\x01",
        "previous": bytes(32) if line.previous != bytes(32) else b"\x01" * 32,
        "hash": bytes(32),
        "seq": line.seq + 1,
    }
    field = chance.choice(sorted(other))
    return [*lines[:at], replace(line, **{field: other[field]}), *lines[at + 1 :]]


def deleted(lines: list[Line], chance: random.Random) -> list[Line]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def swapped(lines: list[Line], chance: random.Random) -> list[Line]:
    one, other = sorted(chance.sample(range(len(lines)), 2))
    done = list(lines)
    done[one], done[other] = done[other], done[one]
    return done


def inserted(lines: list[Line], chance: random.Random) -> list[Line]:
    at = chance.randrange(len(lines) + 1)
    previous = lines[at - 1].hash if at else b""
    new = Line(at + 1, datetime(2026, 11, 2, tzinfo=UTC), UUID(int=5), "manager", "wrote", "note", (), "", "done", b"", previous, b"")
    return [*lines[:at], replace(new, hash=hash_of(new, previous)), *lines[at:]]


def cut_short(lines: list[Line], chance: random.Random) -> list[Line]:
    return lines[: chance.randrange(len(lines))]


def rolled_back(lines: list[Line], chance: random.Random) -> list[Line]:
    """Cut, and other lines written in place of what was cut, all of them properly chained."""
    kept = chance.randrange(len(lines))
    other = [replace(line, about=line.about + "!") for line in lines[kept:]]
    return chained_anew([*lines[:kept], *other], kept)


def rewritten(lines: list[Line], chance: random.Random) -> list[Line]:
    """One line removed, and everything after it chained anew, so that the chain alone is whole."""
    at = chance.randrange(len(lines) - 1)
    return chained_anew(lines[:at] + lines[at + 1 :], at)


WAYS = (edited, deleted, swapped, inserted, cut_short, rolled_back, rewritten)


def test_every_tampering_is_found(tells):
    lines = written()
    heads = heads_of(lines)
    assert list(faults(lines, heads)) == []
    export = [from_text(as_text(line)) for line in lines]
    chance = random.Random(2026)
    tried: Counter[str] = Counter()
    missed: list[str] = []
    for number in range(TRIES):
        way = WAYS[number % len(WAYS)]
        tampered = way(export, chance)
        assert tampered != lines
        tried[way.__name__] += 1
        if not list(faults(tampered, heads)):
            missed.append(f"{way.__name__} {number}")
    tells(f"{sum(tried.values())} tamperings, {sum(tried.values()) - len(missed)} found: {dict(tried)}")
    assert sum(tried.values()) == TRIES
    assert missed == []


def test_without_heads_a_cut_or_rolled_back_trail_does_not_show():
    """Why heads are kept elsewhere: if this ever fails, the chain is stronger than we tell."""
    lines, chance = written(), random.Random(1)
    assert list(faults(cut_short(lines, chance))) == []
    assert list(faults(rolled_back(lines, chance))) == []
    assert list(faults(rewritten(lines, chance))) == []


def test_the_sentences_name_the_line():
    lines = written(10)
    assert list(faults([*lines[:4], replace(lines[4], verb="wrote nothing"), *lines[5:]])) == ["Line 5 was changed after it was written."]
    assert list(faults(lines[:6], [Head(10, lines[9].hash)])) == ["Line 10, whose head was kept, is missing: the trail was cut or rolled back."]
    assert next(faults(lines[:3] + lines[4:])) == "Line 5 stands where line 4 should: a line was removed or moved."


def test_a_piece_of_the_trail_is_checked_from_the_line_before_it():
    lines = written(50)
    assert list(faults(lines[20:], after=Head(20, lines[19].hash))) == []
    assert len(list(faults(lines[20:], after=Head(20, lines[18].hash)))) == 1


def test_an_export_says_the_same():
    lines = written(40)
    assert [from_text(as_text(line)) for line in lines] == lines


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"seq": 1}', "no line", '{"seq": 1, "at": "2026-11-02", "actor": 5}'])
def test_what_is_no_line_is_refused(text):
    with pytest.raises(ValueError, match="this is no line of a trail"):
        from_text(text)


def test_heads_are_kept_as_lines_of_text():
    head = Head(7, b"\x01\x02")
    text = ["# kept by the caretaker", "", head_as_text(head, datetime(2026, 11, 18, 7, 30, tzinfo=UTC))]
    assert text[2] == "7 0102 2026-11-18T07:30:00+00:00"
    assert list(heads_from_text(text)) == [head]
    with pytest.raises(ValueError, match="line 1 is no head"):
        list(heads_from_text(["seven"]))
