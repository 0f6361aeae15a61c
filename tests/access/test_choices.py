"""What somebody chose is kept as it was given, and opens and shuts what it says."""

from __future__ import annotations

import ast
import re
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from alongside.access.actions import choose, name_to_partner, share_without_yes, withdraw
from alongside.access.choosing import Holds
from alongside.access.models import Choice, Naming
from alongside.access.queries import choice_of, choices_of, namings_open, yes_ending
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.models import Person
from tests.building import a_coordinator, an_actor, as_, days_ago, now, somebody, today
from tests.house.looking import ROOT, python_trees

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


@pytest.fixture
def sam():
    return a_coordinator()


@pytest.fixture
def gwen(sam):
    return Person(id=somebody(sam, "Gwen Parry"))


def test_an_answer_is_kept_with_its_day_its_way_and_its_words(sam, gwen):
    with as_(sam):
        choose(gwen, "gp", "yes", on=days_ago(2), how="on paper", words="As long as Dr Example asks.", until=today() + timedelta(days=90), by=sam, at=now())
        standing = choice_of(gwen.id, "gp", on=today())
        kept = standing.choice
    assert (standing.holds, kept.on, kept.how, kept.words, kept.until) == (
        Holds.YES, days_ago(2), "on paper", "As long as Dr Example asks.", today() + timedelta(days=90),
    )  # fmt: skip


def test_every_answer_stays_readable(sam, gwen):
    with as_(sam):
        first = choose(gwen, "stories", "yes", by=sam, at=now())
        choose(gwen, "stories", "ask me", by=sam, at=now())
        withdraw(first, words="Not now.", by=sam, at=now())
        assert [one.answer for one in choices_of(gwen.id)] == ["withdrawn", "ask me", "yes"]
        assert choice_of(gwen.id, "stories", on=today()).holds == Holds.WITHDRAWN


def test_naming_somebody_keeps_their_yes_as_their_choice(sam, gwen):
    nurse, until = an_actor(Role.PARTNER, name="Nurse Example"), today() + timedelta(days=30)
    with as_(sam):
        name_to_partner(gwen, nurse.id, extract="She is well.", how_they_said_yes="on the telephone", until=until, audience="gp", by=sam, at=now())
        kept = choice_of(gwen.id, "gp", nurse.id, on=today()).choice
        assert (kept.answer, kept.called, kept.words, kept.until) == ("yes", "Nurse Example", "on the telephone", until)
        assert choice_of(gwen.id, "gp", on=today()).holds == Holds.NEVER_ASKED


def test_nobody_is_named_to_a_partner_after_a_no(sam, gwen):
    nurse = an_actor(Role.PARTNER)
    with as_(sam):
        choose(gwen, "gp", "no", by=sam, at=now())
        with pytest.raises(Refused, match="They said no on"):
            name_to_partner(gwen, nurse.id, extract="x", how_they_said_yes="aloud", until=today() + timedelta(days=9), audience="gp", by=sam, at=now())
        assert Naming.objects.count() == 0


@pytest.mark.parametrize("answer", ["no", "withdrawn"])
@pytest.mark.parametrize("to_all", [True, False])
def test_a_no_ends_at_once_what_a_yes_had_opened(sam, gwen, answer, to_all):
    nurse, officer = an_actor(Role.PARTNER), an_actor(Role.PARTNER)
    until = today() + timedelta(days=30)
    with as_(sam):
        name_to_partner(gwen, nurse.id, extract="x", how_they_said_yes="aloud", until=until, audience="gp", by=sam, at=now())
        name_to_partner(gwen, officer.id, extract="x", how_they_said_yes="aloud", until=until, by=sam, at=now())
    with as_(nurse):
        assert Person.objects.filter(id=gwen.id).exists()
    with as_(sam):
        choose(gwen, "gp", answer, subject=None if to_all else nurse.id, by=sam, at=now())
        assert [naming.partner_id for naming in namings_open(gwen.id, on=today())] == [officer.id]
    with as_(nurse):
        assert not Person.objects.filter(id=gwen.id).exists()


def test_an_older_answer_does_not_change_a_newer_one(sam, gwen):
    with as_(sam):
        choose(gwen, "gp", "no", on=days_ago(1), by=sam, at=now())
        with pytest.raises(Refused, match="something newer"):
            choose(gwen, "gp", "yes", on=days_ago(2), by=sam, at=now())


def test_whoever_does_not_walk_alongside_them_writes_no_choice_of_theirs(sam, gwen):
    stranger, lead = a_coordinator(), an_actor(Role.INFORMATION_GOVERNANCE)
    with as_(lead), pytest.raises(NotYours):
        choose(gwen, "gp", "yes", by=lead, at=now())
    with pytest.raises(Exception, match="row-level security"), as_(stranger), transaction.atomic():
        choose(gwen, "gp", "yes", by=stranger, at=now())


@pytest.mark.parametrize("change", ["answer = 'yes'", "until = current_date + 9", "words = 'She meant it.'", '"on" = current_date', "at = now()"])
def test_no_hand_changes_what_was_chosen(sam, gwen, change):
    with as_(sam):
        choose(gwen, "gp", "no", on=days_ago(9), by=sam, at=now())
    with pytest.raises(ProgrammingError, match="is written once"), as_(sam), connection.cursor() as cursor:
        cursor.execute(f"UPDATE access_choice SET {change}")


def test_nobody_at_a_page_removes_what_was_chosen(sam, gwen):
    with as_(sam):
        choose(gwen, "gp", "no", by=sam, at=now())
        Choice.objects.all().delete()
        assert Choice.objects.count() == 1


def test_no_deed_but_choosing_and_taking_back_writes_choices():
    """Merges, imports and amendments among them: read from the code, and held by the database besides."""
    writing = {
        path
        for path, tree in python_trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"create", "bulk_create", "update", "update_or_create", "get_or_create", "delete"}
        and any(isinstance(held, ast.Name) and held.id == "Choice" for held in ast.walk(node.value))
    }  # fmt: skip
    assert writing == {"src/alongside/access/actions/choices.py"}
    by_hand = re.compile(r"(INSERT INTO|UPDATE|DELETE FROM|COPY)\s+access_choice", re.IGNORECASE)
    assert [path.name for path in (ROOT / "src").rglob("*.*") if path.suffix in (".py", ".sql") and by_hand.search(path.read_text())] == []


def test_safeguarding_is_told_against_a_no_and_changes_nothing_of_what_they_chose(sam, gwen):
    nurse = an_actor(Role.PARTNER)
    given = {"extract": "She is at risk.", "reason": "Her son hit her.", "told": "after", "until": today() + timedelta(days=9), "by": sam}
    with as_(sam):
        choose(gwen, "gp", "no", by=sam, at=now())
        with pytest.raises(Refused, match="only safeguarding or a duty in law"):
            share_without_yes(gwen, nurse.id, ground="direct care", audience="gp", at=now(), **given)
        told = share_without_yes(gwen, nurse.id, ground="safeguarding", audience="gp", at=now(), **given)
        assert (told.how_they_said_yes, choice_of(gwen.id, "gp", on=today()).holds, Choice.objects.count()) == ("", Holds.NO, 1)
        choose(gwen, "gp", "no", by=sam, at=now())
        assert [naming.id for naming in namings_open(gwen.id, on=today())] == [told.id]
    with as_(nurse):
        assert Person.objects.filter(id=gwen.id).exists()


def test_direct_care_ends_with_a_no(sam, gwen):
    nurse = an_actor(Role.PARTNER)
    with as_(sam):
        share_without_yes(gwen, nurse.id, extract="x", ground="direct care", reason="He dresses her leg.", told="before", until=today() + timedelta(days=9),
                          audience="gp", by=sam, at=now())  # fmt: skip
        choose(gwen, "gp", "no", by=sam, at=now())
        assert list(namings_open(gwen.id, on=today())) == []


@pytest.mark.parametrize(("left_out", "asked"), [("reason", "Say why"), ("told", "Say whether they were told"), ("ground", "on what ground")])
def test_without_a_yes_nothing_is_told_unexplained(sam, gwen, left_out, asked):
    given = {"extract": "x", "ground": "safeguarding", "reason": "x", "told": "after", left_out: ""}
    with as_(sam), pytest.raises(Refused, match=asked):
        share_without_yes(gwen, an_actor(Role.PARTNER).id, until=today() + timedelta(days=9), by=sam, at=now(), **given)


def test_a_support_officer_asks_a_coordinator_before_telling_without_a_yes(sam, gwen):
    officer = an_actor(Role.SUPPORT_OFFICER)
    with as_(officer), pytest.raises(NotYours, match="Only a coordinator or a manager"):
        share_without_yes(
            gwen, officer.id, extract="x", ground="safeguarding", reason="x", told="after", until=today() + timedelta(days=9), by=officer, at=now()
        )


def test_a_yes_that_ends_is_announced_before_and_after_until_they_are_asked_again(sam, gwen):
    ends = today() + timedelta(days=20)
    with as_(sam):
        choose(gwen, "gp", "yes", until=ends, by=sam, at=now())
        choose(gwen, "stories", "yes", until=today() + timedelta(days=300), by=sam, at=now())
        told = {after: [one.audience for one in yes_ending(sam.id, on=ends + timedelta(days=after))] for after in (-29, -28, 0, 27, 28)}
        assert told == {-29: [], -28: ["gp"], 0: ["gp"], 27: ["gp"], 28: []}
        choose(gwen, "gp", "ask me", by=sam, at=now())
        assert yes_ending(sam.id, on=ends) == []
