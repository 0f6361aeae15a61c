"""Who people are: asked only where a team chose to, said by themselves or left out, counted with what is not known apart."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from alongside.access.actions import choose
from alongside.people.actions import protect_location, say_of_themselves
from alongside.people.models import OfThemselves, Person, Whereabouts
from alongside.places.models import Deprivation, Postcode
from tests.building import as_, now, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import words_of


def test_nothing_is_asked_until_a_manager_chooses_and_then_only_that(around: Neighbourhood) -> None:
    key = around.introduced(last_year(), name="Gwen Prys")
    sam = signed_in(around.coordinator)
    there = reverse("desk:of themselves", args=[key])
    page = reverse("desk:person", args=[key])
    assert (sam.get(there).status_code, there in sam.get(page).content.decode()) == (403, False)
    mina = signed_in(around.manager)
    assert mina.post(reverse("desk:your team"), {"quiet_after_days": "28", "asks_people": ["sex", "caring"]}).status_code == 303
    assert there in sam.get(page).content.decode()
    form = sam.get(there).content.decode()
    assert ("What is their sex?" in form, "ethnic group" in form, "unpaid" in form) == (True, False, True)
    assert sam.post(there, {"sex": "rather not", "caring": "", "ethnic_group": "white"}).status_code == 303
    with as_(around.coordinator):
        said = OfThemselves.objects.get(person_id=key)
    assert (said.sex, said.caring, said.ethnic_group) == ("rather not", "", "")


def said(around: Neighbourhood, many: int, **what: str) -> list[UUID]:
    keys = [around.introduced(last_year()) for _ in range(many)]
    with as_(around.coordinator):
        for key in keys:
            say_of_themselves(Person.objects.get(id=key), what, by=around.coordinator, at=now())
    return keys


def told(around: Neighbourhood, who: str = "manager") -> str:
    page = signed_in(getattr(around, who)).get(f"{reverse('evidence:report', args=['who'])}?period=last-year").content.decode()
    return words_of(page)


def test_dudleys_shares_come_out_with_who_was_not_asked_and_nobody_who_said_no(around: Neighbourhood) -> None:
    """58% female and 71% without a caring role were printed of Dudley, with no word of who was not asked."""
    (gone, *_others) = said(around, 58, sex="female", caring="no caring role")
    said(around, 13, sex="male", caring="no caring role")
    said(around, 19, sex="male", caring="cares", ethnic_words="From Ynys Enlli")
    said(around, 11, caring="rather not")
    with as_(around.coordinator):
        choose(Person.objects.get(id=gone), "evaluation", "no", how="aloud", by=around.coordinator, at=now())
    around.extract()
    page = told(around)
    assert "Female 57 57%" in page
    assert "Male 32 32%" in page
    assert "Not asked 11 11%" in page
    assert "Looks after nobody 70 70%" in page
    assert "Would rather not say 11 11%" in page
    assert "Ynys Enlli" not in page
    leaves = told(around, "commissioner")
    assert "Female 55" in leaves


def test_few_of_one_answer_are_held_back_with_another_where_it_leaves(around: Neighbourhood) -> None:
    said(around, 40, ethnic_group="white")
    said(around, 3, ethnic_group="asian")
    said(around, 20, ethnic_group="black")
    around.extract()
    page = told(around, "commissioner")
    assert "Asian, Asian British or Asian Welsh held back" in page
    assert page.split("People introduced, by ethnic group", 1)[1].split("People introduced, by whether", 1)[0].count("held back") >= 2


def test_a_street_is_told_by_its_fifth_and_never_of_whoever_is_protected(around: Neighbourhood, tmp_path: Path) -> None:
    (file := tmp_path / "iod.csv").write_text(
        "LSOA code (2021),LSOA name (2021),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived)\nE1,A,2\nE2,B,9\nE3,C,x\n"
    )
    call_command("load_deprivation", str(file))
    assert dict(Deprivation.objects.values_list("area", "fifth")) == {"E1": "first", "E2": "last"}
    Postcode.objects.create(postcode="ZZ99 8AA", latitude=53, longitude=-2, lsoa="E1")
    keys = [around.introduced(last_year()) for _ in range(12)]
    with as_(around.coordinator):
        Whereabouts.objects.filter(person_id__in=keys[:11]).update(postcode="ZZ99 8AA")
        protect_location(Person.objects.get(id=keys[0]), why="For her safety.", listed=[], by=around.coordinator, at=now())
    around.extract()
    page = told(around)
    assert "The most deprived fifth 10" in page
    assert "Not shown 2" in page


def test_a_file_without_tenths_says_what_it_needs(tmp_path: Path, db: None) -> None:
    (file := tmp_path / "no.csv").write_text("LSOA code (2021),Rank\nE1,2\n")
    with pytest.raises(CommandError, match="one of deciles"):
        call_command("load_deprivation", str(file))
