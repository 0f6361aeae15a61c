"""The tables of an extract, and the people whom several figures are counted of."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .extracted import SHAPES
from .periods import Window

WALKED_ALONGSIDE = ("level 1", "level 2")

_tables = {name: ibis.table(shape, name=name) for name, shape in SHAPES.items()}
people, introductions, levels, changes = (_tables[name] for name in ("people", "introductions", "levels", "changes"))
connections, rungs, steps, waits, handed = (_tables[name] for name in ("connections", "rungs", "steps", "waits", "handed"))
circles, looks, supports, given, week = (_tables[name] for name in ("circles", "looks", "supports", "given", "week"))
kinds, askings, answers, stories = (_tables[name] for name in ("counted", "askings", "answers", "stories"))
notes, light, reasons, walks = (_tables[name] for name in ("notes", "light", "reasons", "walks"))
who = _tables["who"]
groups, barriers, wishes = (_tables[name] for name in ("groups", "barriers", "wishes"))
asked_of_us, said_of_us = (_tables[name] for name in ("asked_of_us", "said_of_us"))


def people_known(window: Window) -> Table:
    """Everybody whose record the team holds, once they were known."""
    return people.filter(_.known_on < window.until).select(_.person, part=ibis.literal("known"))


def people_who_said_no(window: Window) -> Table:
    """Everybody known who said no to evaluation."""
    return people.filter(_.known_on < window.until, _.evaluation == "no").select(_.person, part=ibis.literal("no"))


def people_asked(window: Window) -> Table:
    """Everybody known but whoever said no to evaluation."""
    return people.filter(_.known_on < window.until, _.evaluation.fill_null("") != "no").select("person")


def people_alongside(window: Window) -> Table:
    """Everybody at Level 1 or 2 on at least one day of the period, but whoever said no to evaluation."""
    walked = levels.filter(
        _.level.isin(WALKED_ALONGSIDE),
        _.since < window.until,
        _.until.isnull() | ((_.until > window.since) & (_.until > _.since)),
    )
    return people_asked(window).semi_join(walked, "person").select(_.person, part=ibis.literal("alongside"))


def people_introduced(window: Window) -> Table:
    """Everybody introduced to the team on a day of the period, each once, but whoever said no to evaluation."""
    came = introductions.filter(_.on >= window.since, _.on < window.until)
    return people_asked(window).semi_join(came, "person").select(_.person, part=ibis.literal("introduced"))


def beside(some: Table, more: Table) -> Table:
    """Each row with what `more` says of the same person, nothing where it says nothing."""
    return some.left_join(more, "person").drop("person_right")
