"""Are we told when she is known already, and only that?"""

from __future__ import annotations

from datetime import date

import pytest

from alongside.people import actions
from alongside.people.models import LocationProtection, Person, Whereabouts
from alongside.people.queries import KnownAlready, named, someone_like, who_may_be
from alongside.people.rules import pieces
from alongside.people.strength import STRENGTHS, strength
from tests.building import a_coordinator, a_team, an_organisation, as_, now, somebody

from .invented_households import Neighbourhood

pytestmark = pytest.mark.django_db


def test_the_same_name_and_birthday_are_almost_certainly_she():
    team = a_team("Upper Fern")
    sam, ash = a_coordinator(team, "Sam Holt"), a_coordinator(team)
    somebody(sam, "Gwen Prys-Marlow", date_of_birth=date(1951, 3, 2))
    asked = pieces("MARLOW, Mrs Gwen Prys", born=date(1951, 3, 2))
    with as_(ash):
        assert someone_like(asked) == [KnownAlready("almost certainly", "Sam Holt, Upper Fern")]
    with as_(sam):
        # Nobody is sent to ask themselves.
        assert someone_like(asked) == [KnownAlready("almost certainly", "")]


def test_a_colleague_in_another_team_is_told_whom_to_ask_and_never_who_it_is():
    council = an_organisation()
    sam, noor = a_coordinator(a_team("Upper Fern", organisation=council), "Sam Holt"), a_coordinator(a_team(organisation=council))
    gwen = somebody(sam, "Gwen Prys-Marlow")
    with as_(noor):
        assert someone_like(pieces("gwen prys-marlow")) == [KnownAlready("probably", "Sam Holt, Upper Fern")]
        assert not Person.objects.filter(id=gwen).exists()


def test_another_organisation_is_told_nothing():
    gwen_s, other = a_coordinator(), a_coordinator()
    somebody(gwen_s, "Gwen Prys-Marlow")
    with as_(other):
        assert someone_like(pieces("Gwen Prys-Marlow")) == []


def test_somebody_who_walks_with_nobody_may_not_probe():
    sam = a_coordinator()
    somebody(sam, "Gwen Prys-Marlow")
    from alongside.foundation.actor import Role
    from alongside.teams.models import Team
    from tests.building import an_actor

    governance = an_actor(Role.INFORMATION_GOVERNANCE, Team.objects.get(id=sam.team_id))
    with as_(governance):
        assert someone_like(pieces("Gwen Prys-Marlow")) == []


def test_a_first_name_alone_says_nothing():
    sam = a_coordinator()
    somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        assert someone_like(pieces("Gwen")) == []


def test_of_a_protected_person_neither_team_nor_coordinator_is_told():
    council = an_organisation("Fernshire Council")
    sam, noor = a_coordinator(a_team("Upper Fern", organisation=council), "Sam Holt"), a_coordinator(a_team(organisation=council))
    gwen = somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        actions.protect_location(Person.objects.get(id=gwen), why="She asked.", listed=[], by=sam, at=now())
    with as_(noor):
        assert someone_like(pieces("Gwen Prys-Marlow")) == [KnownAlready("probably", "the information governance lead, Fernshire Council")]


def test_protected_whereabouts_are_seen_by_those_listed_alone():
    team = a_team()
    sam, noor = a_coordinator(team), a_coordinator(team)
    gwen = somebody(sam)
    with as_(sam):
        person = Person.objects.get(id=gwen)
        actions.say_where(person, address="4 Fern Row", postcode="ZZ99 3WZ", phone="01632 960123", email="", by=sam, at=now())
        actions.protect_location(person, why="She asked.", listed=[], by=sam, at=now())
    with as_(noor):
        assert Person.objects.filter(id=gwen).exists()
        assert not Whereabouts.objects.filter(person_id=gwen).exists()
    with as_(sam):
        assert Whereabouts.objects.get(person_id=gwen).address == "4 Fern Row"
        assert LocationProtection.objects.get(person_id=gwen).why == "She asked."


@pytest.mark.parametrize("asked", ["Maureen Tolly", "maureen tolley", "Mo Tolley", "Tolly, Mo"])
def test_she_is_known_by_another_spelling_and_by_what_she_likes_to_be_called(asked):
    sam = a_coordinator()
    somebody(sam, "Maureen Tolley", likes_to_be_called="Mo")
    with as_(sam):
        assert [known.strength for known in someone_like(pieces(asked))] == ["probably"]


def test_a_protected_address_is_not_found_by_trying():
    council = an_organisation()
    sam, noor = a_coordinator(a_team(organisation=council)), a_coordinator(a_team(organisation=council))
    gwen = somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        person = Person.objects.get(id=gwen)
        actions.say_where(person, address="", postcode="ZZ99 3WZ", phone="01632 960123", email="", by=sam, at=now())
        actions.protect_location(person, why="She asked.", listed=[], by=sam, at=now())
    with as_(noor):
        tried = [
            someone_like(pieces("Gwen Prys-Marlow", postcode=postcode, phone=phone))
            for postcode, phone in [("ZZ99 3WZ", ""), ("ZZ99 4WZ", ""), ("", "01632 960123")]
        ]
    assert {known[0].strength for known in tried} == {"probably"}


@pytest.mark.parametrize(
    "asked", ["bozena", "Bozéna", "Stanislaw", "STANISLAW bozena", "01632 960123", "zz993wz", "ZZ99 3", "fern row", "bozena fern", "9 fern", "stanislaw 9"]
)
def test_whoever_may_see_them_finds_them_by_any_spelling_and_by_how_they_are_reached(asked):
    sam = a_coordinator()
    key = somebody(sam, "Bożena Stanisław")
    with as_(sam):
        actions.say_where(Person.objects.get(id=key), address="9 Fern Row", postcode="ZZ99 3WZ", phone="01632 960123", email="", by=sam, at=now())
        assert list(named(asked)) == [Person.objects.get(id=key)]
        for not_them in ("bozena somebody else", "bozena 90", "zz99 4", "ow", "fern row 9 elm"):
            assert list(named(not_them)) == []


PLACES = ("gwen", "01632 960123", "fern row", "zz99 3", "gwen fern")


def test_nobody_finds_whom_they_may_not_see_nor_a_place_that_is_protected():
    team = a_team()
    sam, ash, noor = a_coordinator(team), a_coordinator(team), a_coordinator()
    key = somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        person = Person.objects.get(id=key)
        actions.say_where(person, address="9 Fern Row", postcode="ZZ99 3WZ", phone="01632 960123", email="", by=sam, at=now())
        actions.protect_location(person, why="She asked.", listed=[], by=sam, at=now())
    with as_(sam):
        assert [len(named(asked)) for asked in PLACES] == [1, 1, 1, 1, 1]
    with as_(ash):
        assert [len(named(asked)) for asked in PLACES] == [1, 0, 0, 0, 0]
    with as_(noor):
        assert [len(named(asked)) for asked in PLACES] == [0, 0, 0, 0, 0]


@pytest.mark.parametrize("asked", ["Peggy Tolley", "Tolley, Maggie", "Greta Tolly"])
def test_she_is_known_by_another_form_of_her_name(asked):
    sam = a_coordinator()
    somebody(sam, "Margaret Tolley")
    with as_(sam):
        assert [known.strength for known in someone_like(pieces(asked if "," not in asked else "Maggie Tolley"))] == ["probably"]


@pytest.mark.parametrize(
    ("who", "born", "postcode", "phone", "said"),
    [
        ("lady on the stairs", date(1951, 3, 2), "", "01632 960123", ["probably"]),
        ("M. T.", None, "ZZ99 3WZ", "01632 960123", ["perhaps"]),
        ("Reen", None, "", "01632 960123", ["perhaps"]),
        ("the man in the shop", date(1951, 3, 2), "ZZ99 3WZ", "", ["perhaps"]),
        # His own birthday is known to be another: two who share a telephone.
        ("man on the quay", date(1949, 7, 1), "ZZ99 3WZ", "01632 960123", []),
        ("man on the quay", None, "ZZ99 3WZ", "", []),
        ("man on the quay", date(1951, 3, 2), "", "", []),
    ],
)
def test_whoever_gave_no_name_is_known_by_how_they_are_reached_and_when_they_were_born(who, born, postcode, phone, said):
    sam = a_coordinator()
    for name in ("Maureen Tolley", "lady on the quay"):
        key = somebody(sam, name, date_of_birth=date(1951, 3, 2) if name == "Maureen Tolley" else None)
        with as_(sam):
            if name == "Maureen Tolley":
                actions.say_where(Person.objects.get(id=key), address="", postcode="ZZ99 3WZ", phone="01632 960123", email="", by=sam, at=now())
    with as_(sam):
        assert [known.strength for known in someone_like(pieces(who, "", born, postcode, phone))] == said
        assert [person.name for person in who_may_be(pieces(who, "", born, postcode, phone))] == ["Maureen Tolley"] * (1 if said or phone else 0)


def test_a_father_and_a_son_of_one_name_are_not_almost_certainly_one():
    sam = a_coordinator()
    somebody(sam, "John Holt", date_of_birth=date(1951, 3, 2))
    with as_(sam):
        assert [known.strength for known in someone_like(pieces("John Holt", born=date(1978, 5, 9)))] == ["perhaps"]


def test_the_database_says_what_the_plain_rule_says():
    """Forty entries of invented households, each asked about while the others are known."""
    sam, entries = a_coordinator(), Neighbourhood(31).write_down(26)[:40]
    known = {}
    for entry in entries:
        key = somebody(sam, entry.name, date_of_birth=entry.born)
        with as_(sam):
            say = {"address": entry.address, "postcode": entry.postcode, "phone": entry.phone, "email": ""}
            actions.say_where(Person.objects.get(id=key), **say, by=sam, at=now())
        known[key] = pieces(entry.name, "", entry.born, entry.postcode, entry.phone)
    order = {name: place for place, name in enumerate(STRENGTHS)}
    with as_(sam):
        for entry in entries[:20]:
            asked = pieces(entry.name, "", entry.born, entry.postcode, entry.phone)
            said = sorted(filter(None, (strength(asked, theirs) for theirs in known.values())), key=order.__getitem__)[:5]
            assert [one.strength for one in someone_like(asked)] == said


def test_what_is_called_almost_certain_is(tells):
    """Measured on invented households in which one in eight is a father and a son of one name."""
    entries = Neighbourhood(32).write_down(500)
    told = [(entry.who, pieces(entry.name, "", entry.born, entry.postcode, entry.phone)) for entry in entries]
    right: dict[str, list[bool]] = {name: [] for name in STRENGTHS}
    for place, (who, asked) in enumerate(told):
        for other, theirs in told[:place]:
            said = strength(asked, theirs)
            if said:
                right[said].append(who == other)
    share = {name: sum(found) / len(found) for name, found in right.items()}
    tells("at the moment of saving: " + ", ".join(f"{name} {share[name]:.2f} of {len(right[name])}" for name in STRENGTHS))
    assert (share["almost certainly"] >= 0.95, share["almost certainly"] > share["probably"] > share["perhaps"]) == (True, True)
