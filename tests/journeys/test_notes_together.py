"""One visit with several people is typed once, and each page shows only what concerns it."""

from __future__ import annotations

import pytest

from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys import actions
from alongside.journeys.models import Nameless, Note
from alongside.people.models import Person
from alongside.teams.models import Membership, Staff, Team
from alongside.trail.models import Change, Entry
from tests.building import a_coordinator, a_seat, as_, days_ago, now, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    return somebody(sam, "Gwen Prys-Marlow")


@pytest.fixture
def hal(sam):
    return somebody(sam, "Hal Thwaite")


def written(sam, only, text="We sang."):
    with as_(sam):
        return actions.write_together(text, only, on=today(), how="out", by=sam, at=now())


def test_one_visit_with_two_people_is_a_line_on_each_page(sam, gwen, hal):
    written(sam, {gwen: "She led.", hal: ""})
    with as_(sam):
        rows = list(Note.objects.order_by("person__name").values_list("person_id", "text", "only", "of_them"))
        assert rows == [(gwen, "We sang.", "She led.", 2), (hal, "We sang.", "", 2)]
        assert Note.objects.values("together").distinct().count() == 1
        assert Entry.objects.filter(verb="wrote a note").count() == 2


def test_a_note_about_one_person_is_with_nobody_else(sam, gwen):
    (note,) = written(sam, {gwen: ""})
    assert (note.together, note.of_them) == (None, 1)


def test_a_note_about_nobody_is_refused(sam):
    with pytest.raises(Refused, match="Say who it was with"):
        written(sam, {})


def test_putting_it_right_reaches_every_page_and_keeps_what_each_said(sam, gwen, hal):
    hers, his = written(sam, {gwen: "She led.", hal: "He left early."})
    with as_(sam):
        changed = actions.amend_note(hers, "We danced.", on=days_ago(1), how="visit", only="She led us.", by=sam, at=now())
        rows = list(Note.objects.order_by("person__name").values_list("text", "only", "how", "on"))
        assert rows == [("We danced.", "She led us.", "visit", days_ago(1)), ("We danced.", "He left early.", "visit", days_ago(1))]
        assert {one.id for one in changed} == {hers.id, his.id}
        assert sorted(Change.objects.filter(table="journeys_note", deed="changed").values_list("was__text", flat=True)) == ["We sang."] * 2


def test_what_is_for_one_page_alone_changes_that_page_alone(sam, gwen, hal):
    hers, his = written(sam, {gwen: "", hal: ""})
    with as_(sam):
        actions.amend_note(hers, "We sang.", on=today(), how="out", only="She led.", by=sam, at=now())
        assert Note.objects.get(id=his.id).amended_at is None
        assert Note.objects.get(id=hers.id).only == "She led."


def test_a_note_saved_as_it_was_has_not_been_put_right(sam, gwen):
    (note,) = written(sam, {gwen: ""})
    with as_(sam):
        assert actions.amend_note(note, "We sang.", on=today(), how="out", by=sam, at=now()) == []
        assert Note.objects.get().amended_at is None


def in_two_teams(sam):
    """Somebody of another team, whom Sam sees by a second seat; and that seat."""
    noor = a_coordinator()
    hal = somebody(noor, "Hal Thwaite")
    seat = a_seat(Staff.objects.get(id=sam.id), Role.COORDINATOR, Team.objects.get(id=noor.team_id))
    return hal, noor, seat


def test_putting_it_right_leaves_the_pages_that_its_writer_no_longer_sees(sam, gwen):
    hal, noor, seat = in_two_teams(sam)
    hers, his = written(sam, {gwen: "", hal: ""})
    Membership.objects.filter(id=seat.id).update(until=today())
    with as_(sam):
        assert actions.amend_note(hers, "We danced.", on=today(), how="out", by=sam, at=now()) != []
    with as_(noor):
        assert Note.objects.get(id=his.id).text == "We sang."


def test_somebody_who_was_there_too_is_added(sam, gwen, hal):
    (hers,) = written(sam, {gwen: ""})
    with as_(sam):
        actions.add_to_note(hers, Person(id=hal), only="He came late.", by=sam, at=now())
        assert list(Note.objects.order_by("person__name").values_list("text", "only", "of_them")) == [("We sang.", "", 2), ("We sang.", "He came late.", 2)]
        assert Note.objects.values("together").distinct().count() == 1


def test_nobody_is_added_twice(sam, gwen, hal):
    hers, _his = written(sam, {gwen: "", hal: ""})
    with as_(sam), pytest.raises(Refused, match="on their page already"):
        actions.add_to_note(hers, Person(id=hal), by=sam, at=now())


def test_somebody_who_was_not_there_is_taken_off_and_their_history_keeps_it(sam, gwen, hal):
    _hers, his = written(sam, {gwen: "", hal: ""})
    with as_(sam):
        actions.take_off_page(his, by=sam, at=now())
        assert list(Note.objects.values_list("person_id", "of_them")) == [(gwen, 1)]
        assert Change.objects.get(table="journeys_note", deed="removed").was["text"] == "We sang."


def test_the_last_page_of_a_note_is_not_left(sam, gwen):
    (hers,) = written(sam, {gwen: ""})
    with as_(sam), pytest.raises(Refused, match="on no other page"):
        actions.take_off_page(hers, by=sam, at=now())


def test_whoever_did_not_write_it_changes_nobodys_page(sam, gwen, hal):
    hers, his = written(sam, {gwen: "", hal: ""})
    noor = a_coordinator(Team.objects.get(id=sam.team_id))
    with as_(noor):
        for deed in (lambda: actions.take_off_page(his, by=noor, at=now()), lambda: actions.add_to_note(hers, Person(id=hal), by=noor, at=now())):
            with pytest.raises(NotYours, match="put right by whoever wrote it"):
                deed()


# --- Nobody by name ---------------------------------------------------------------------------------------------------
def counted(sam, how_many=1):
    with as_(sam):
        return actions.count_nameless("Asked about the lunch club.", on=today(), how="out", how_many=how_many, by=sam, at=now())


def test_a_light_contact_makes_no_person(sam):
    counted(sam)
    with as_(sam):
        assert not Person.objects.exists()
        assert Nameless.objects.get().team_id == sam.team_id


def test_a_light_contact_is_seen_by_the_team_alone(sam):
    counted(sam)
    with as_(a_coordinator(Team.objects.get(id=sam.team_id))):
        assert Nameless.objects.count() == 1
    with as_(a_coordinator()):
        assert Nameless.objects.count() == 0


def test_it_was_gwen_puts_the_words_on_her_page_and_counts_them_there(sam, gwen):
    contact = counted(sam)
    with as_(sam):
        note = actions.it_was(contact, Person(id=gwen), by=sam, at=now())
        left = Nameless.objects.get()
        assert (note.text, left.text, left.ended_as) == ("Asked about the lunch club.", "", "became a note")


def test_it_was_not_gwen_undoes_that_whole(sam, gwen):
    contact = counted(sam)
    with as_(sam):
        before = Nameless.objects.values().get()
        actions.it_was_not(actions.it_was(contact, Person(id=gwen), by=sam, at=now()), by=sam, at=now())
        assert not Note.objects.exists()
        assert Nameless.objects.values().get() == before


def test_of_three_without_a_name_two_are_left_when_one_is_known(sam, gwen):
    contact = counted(sam, how_many=3)
    with as_(sam):
        note = actions.it_was(contact, Person(id=gwen), by=sam, at=now())
        assert Nameless.objects.values_list("how_many", "ended_as", "text").get() == (2, "", "Asked about the lunch club.")
        actions.it_was_not(note, by=sam, at=now())
        assert Nameless.objects.values_list("how_many", flat=True).get() == 3


def test_a_contact_taken_back_can_be_brought_back(sam):
    contact = counted(sam)
    with as_(sam):
        actions.take_back_nameless(contact, by=sam, at=now())
        with pytest.raises(Refused, match="no longer counted"):
            actions.take_back_nameless(contact, by=sam, at=now())
        actions.bring_back_nameless(contact, by=sam, at=now())
        assert Nameless.objects.values_list("ended_as", flat=True).get() == ""
