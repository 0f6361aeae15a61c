"""After a meeting: who is asked again and how often, what became of it, minutes as files, and a letter to whoever was spoken of."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from alongside.foundation.actor import Role
from alongside.meetings import actions
from alongside.meetings.actions.room import keep_notes
from alongside.meetings.models import Agreed, Discussed, Listed, ToldBack
from alongside.meetings.words import HOW_TOLD
from alongside.people.models import GoodToKnow
from alongside.people.words import LIKES_TO_BE_TOLD
from alongside.trail.models import Entry
from tests.building import a_coordinator, an_actor, as_, now, signed_in, today

from .conftest import Table, in_boxes, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
CHASE = "/meetings/to-chase/"


def closed_with_two_promises() -> tuple[Table, Listed, list[Agreed]]:
    """Ivy took on two things of Gwen's, one of them due yesterday, and the meeting is closed."""
    table = Table()
    listed = table.brings()
    table.sends()
    made = [table.agrees(listed, "Ask for a ground floor flat"), table.agrees(listed, "Send the form", days=7)]
    table.closes()
    with as_(table.sam):
        Agreed.objects.filter(id=made[0].id).update(by_when=today() - timedelta(days=1))
    return table, listed, made


def test_who_is_overdue_is_asked_again_in_words_that_name_nobody_and_it_is_counted():
    table, _listed, _made = closed_with_two_promises()
    sam = signed_in(table.sam)
    page = text(sam.get(CHASE))
    assert "2 things are open; one is overdue; you asked again 0 times." in page
    words = page.split("<textarea")[1].split("</textarea>")[0]
    assert table.ivys_address in words
    assert not any(name in words for name in ("Gwen", "Pettifer", "flat"))
    for times in ("once", "2 times"):
        assert sam.post(f"{CHASE}{table.ivys_seat.id}/").status_code == 303
        assert f"asked again {times}" in text(sam.get(CHASE))
    assert sam.post(f"{CHASE}{table.gps_seat.id}/").status_code == 404


def test_what_was_heard_on_the_telephone_is_written_down_and_what_nobody_needs_is_closed():
    table, _listed, (flat, form) = closed_with_two_promises()
    sam = signed_in(table.sam)
    heard = f"/meetings/agreed/{flat.id}/heard/"
    assert "Say because of what" in text(sam.post(heard, {"answer": "no longer needed", "because_of": ""}))
    assert sam.post(heard, {"answer": "no longer needed", "because_of": "Her sister has a room."}).status_code == 303
    assert "One thing is open; 0 are overdue" in text(sam.get(CHASE))
    with as_(table.sam):
        flat.refresh_from_db()
        assert (flat.answer, flat.because_of, flat.answered_by_id) == ("no longer needed", "Her sister has a room.", table.sam.id)
    assert "ground floor flat" not in text(Client().post(f"/seat/{table.ivys_address}/open/"))
    assert signed_in(a_coordinator()).get(f"/meetings/agreed/{form.id}/heard/").status_code == 404


def a_fortnight_passes(table: Table) -> None:
    """Every meeting lies two weeks further back; the next is today's."""
    with as_(table.sam):
        for one in table.series.meetings.order_by("on"):
            table.series.meetings.filter(id=one.id).update(on=one.on - timedelta(days=14))


def test_an_open_promise_goes_from_list_to_list_and_is_told_there_as_what_was_done_so_far():
    table, listed, (flat, form) = closed_with_two_promises()
    with as_(table.sam):
        actions.answer_for(flat, "done", by=table.sam, at=now())
    a_fortnight_passes(table)
    table.sends()
    with as_(table.sam):
        second = Listed.objects.get(carried_from=listed)
        assert Discussed.objects.get(listed=second).so_far == (
            "Ivy Roe, housing officer: Ask for a ground floor flat: done\nIvy Roe, housing officer: Send the form: not answered yet"
        )
    table.closes()
    a_fortnight_passes(table)
    with as_(table.sam):
        third = Listed.objects.get(carried_from=second)
        assert third.person_id == listed.person_id, "what was agreed two meetings ago, and is open, is carried still"
    table.sends()
    with as_(table.sam):
        assert Discussed.objects.get(listed=third).so_far == "Ivy Roe, housing officer: Send the form: not answered yet"
        actions.answer_for(form, "no longer needed", because_of="She moved.", by=table.sam, at=now())
    table.closes()
    with as_(table.sam):
        assert not Listed.objects.filter(carried_from=third).exists()


def minutes_of(table: Table, kind: str) -> bytes:
    response = signed_in(table.sam).get(f"{table.url}minutes.{kind}")
    assert response.status_code == 200
    return response.content


def spoken_of() -> Table:
    table = Table()
    listed = table.brings()
    table.sends()
    with as_(table.sam):
        row = Listed.objects.select_related("meeting__series").get(id=listed.id)
        keep_notes(row, {"situation": "Alone since spring.", "update": "The landlord came 👍"}, {}, by=table.sam, at=now())
        actions.mark_present(row.meeting, [table.gps_seat], by=table.sam, at=now())
    table.agrees(listed)
    table.closes()
    return table


WHAT = ("Gwen Pettifer", "The stairs are hard for her.", "Alone since spring.", "Ask for a ground floor flat", "Ivy Roe, housing officer", "GP: Dr Anjali Rao")


def test_the_minutes_are_a_tagged_pdf():
    table = spoken_of()
    pdf = PdfReader(io.BytesIO(minutes_of(table, "pdf")))
    whole = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert [words for words in WHAT if words not in whole] == []
    catalogue = pdf.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"].lower() == "en-gb"
    assert "Fernbrook planning meeting" in pdf.metadata.title
    assert "Gwen" not in pdf.metadata.title


def test_the_minutes_open_in_word_with_headings_of_its_own():
    table = spoken_of()
    made = Document(io.BytesIO(minutes_of(table, "docx")))
    whole = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert [words for words in WHAT if words not in whole] == []
    assert [p.text for p in made.paragraphs if p.style.name == "Heading 2"] == ["Who was there", "Gwen Pettifer"]
    assert made.core_properties.language == "en-GB"


def test_nobody_but_the_team_takes_minutes_away_and_it_is_written_down():
    table = spoken_of()
    for kind in ("pdf", "docx"):
        minutes_of(table, kind)
        for other in (table.gp, a_coordinator()):
            assert signed_in(other).get(f"{table.url}minutes.{kind}").status_code in (403, 404)
    with as_(an_actor(Role.INFORMATION_GOVERNANCE, table.team)):
        assert Entry.objects.filter(verb="took the minutes of a meeting away").count() == 2


def test_there_are_no_minutes_before_the_list_is_out():
    table = Table()
    table.brings()
    assert signed_in(table.sam).get(f"{table.url}minutes.pdf").status_code == 404


def test_whoever_is_told_by_letter_has_one_to_print_and_how_they_like_to_be_reached_is_said_first():
    table = spoken_of()
    sam = signed_in(table.sam)
    with as_(table.sam):
        listed = Listed.objects.get(carried_from__isnull=True)
        GoodToKnow.objects.update_or_create(person_id=listed.person_id, defaults={"how_to_reach": "Write, please.", "by_id": table.sam.id, "at": now()})
    tell = f"{table.url}list/{listed.id}/told/"
    assert "How they like to be reached: Write, please." in text(sam.get(tell))
    answer = sam.post(tell, {"words": "Ivy asks for a flat on the ground floor.", "how": "letter", **in_boxes("on", today())})
    letter = text(sam.get(answer.headers["Location"]))
    assert "Dear Gwen Pettifer," in letter
    assert "Ivy asks for a flat on the ground floor." in letter
    with as_(table.sam):
        told = ToldBack.objects.get()
    assert (told.how, told.words) == ("letter", "Ivy asks for a flat on the ground floor.")
    assert 'value="letter" checked' in text(sam.get(tell)).replace("  ", " ")


def test_the_way_they_prefer_to_be_told_stands_on_their_page_and_is_chosen_already_where_they_are_told():
    table = spoken_of()
    sam = signed_in(table.sam)
    with as_(table.sam):
        listed = Listed.objects.get(carried_from__isnull=True)
        actions.tell_back(Listed.objects.get(id=listed.id), "They know.", how="telephone", on=today(), by=table.sam, at=now())
    know, tell = f"/people/{listed.person_id}/good-to-know/", f"{table.url}list/{listed.id}/told/"
    assert 'value="telephone" checked' in text(sam.get(tell)), "as they were told the last time"
    assert sam.post(know, {"likes_to_be_told": "shouting"}).status_code == 422
    assert sam.post(know, {"likes_to_be_told": "easy read"}).status_code == 303
    assert "In Easy Read" in text(sam.get(f"/people/{listed.person_id}/"))
    sheet = text(sam.get(tell))
    assert "They like to be told in Easy Read." in sheet
    assert 'value="easy read" checked' in sheet
    assert [word.stored for word in LIKES_TO_BE_TOLD] == [word.stored for word in HOW_TOLD], "each way is one in which somebody can be told"
