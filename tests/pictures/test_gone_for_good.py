"""A picture that is taken away stands in no table any more; what a telephone wrote into it never stood in any."""

from __future__ import annotations

from django.db import connections

from alongside.access import actions as access
from alongside.journeys.actions import PaperAsked, add_paper
from alongside.people.models import Person
from alongside.pictures import actions
from tests.building import a_coordinator, as_, now, somebody, today
from tests.pictures.photos import SECRET, a_photo


def tables_that_hold(piece: bytes) -> set[str]:
    """Every table in which these bytes stand, as bytes or as letters."""
    found = set()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT count(*) FROM {table} x WHERE x::text LIKE %s OR x::text LIKE %s", [f"%{piece.hex()}%", f"%{_letters(piece)}%"])
            found |= {table} if cursor.fetchone()[0] else set()
    return found


def _letters(piece: bytes) -> str:
    return piece.decode() if piece.isascii() else piece.hex()


def test_it_is_nowhere_after_it_was_carried_over_shown_and_taken_away(committed):
    sam = a_coordinator()
    gwen, twice = somebody(sam, "Gwen Prys"), somebody(sam, "Gwenllian Prys")
    with as_(sam):
        paper = add_paper(Person.objects.get(id=gwen), PaperAsked("Proof of tenancy", "needed", today()), by=sam, at=now())
        photograph = actions.keep_photograph(paper, a_photo((60, 40)), says="Its first page", how="aloud", on=today(), by=sam, at=now())
        own = actions.add_picture(gwen, a_photo((80, 40)), says="My dog", how="aloud", on=today(), by=sam, at=now())
    pieces = {bytes(one.drawn)[-60:-30] for one in (photograph, own)}
    assert {piece: tables_that_hold(piece) for piece in pieces} == {
        bytes(photograph.drawn)[-60:-30]: {"pictures_paperpicture"},
        bytes(own.drawn)[-60:-30]: {"pictures_theirpicture"},
    }
    assert tables_that_hold(SECRET.encode()) == set()
    with as_(sam):
        joining = access.join(Person.objects.get(id=twice), Person.objects.get(id=gwen), taking=[], by=sam, at=now())
    with as_(sam):
        access.part(joining, by=sam, at=now())
    with as_(sam):
        actions.take_back_yes_to_photographs(gwen, how="aloud", by=sam, at=now())
        actions.take_away_picture(own, by=sam, at=now())
    assert [tables_that_hold(piece) for piece in pieces] == [set(), set()]
