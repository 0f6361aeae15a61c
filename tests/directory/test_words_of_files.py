"""What is made of names, addresses, days, telephone numbers and e-mails that stand in files."""

from __future__ import annotations

import time
from datetime import date

import pytest

from alongside.directory.addresses import may_be_a_home, town_of
from alongside.directory.day_names import days_in
from alongside.directory.transforms import BY_NAME, cost_of, day, email, landline, office_email, phone, postcode, sentence_case, title_case, web_address
from alongside.foundation.rows import LONGEST_CELL


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Monday 10am - 4pm", (1,)),
        ("Tuesday - Friday 12noon - 2pm", (2, 3, 4, 5)),
        ("Tues 11am - 2pm, Fri 11.30am", (2, 5)),
        ("Mon, Weds and Thurs", (1, 3, 4)),
        ("Mondays & Wednesdays 1pm", (1, 3)),
        ("Mon to Fri", (1, 2, 3, 4, 5)),
        ("Saturday - Monday", (1, 6, 7)),
        ("Weekdays and Saturdays", (1, 2, 3, 4, 5, 6)),
        ("Daily", (1, 2, 3, 4, 5, 6, 7)),
        ("Monthly drop-in for friends", ()),
        ("Daily (except Tues & Sat)", ()),
        ("Monday to Friday, closed Wednesday", ()),
        ("One morning a week", ()),
        ("Sunset walks", ()),
        ("", ()),
    ],
)
def test_days_are_taken_only_where_they_are_sure(text, days):
    assert days_in(text) == days


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE FERN AND BROOK SOCIETY", "The Fern and Brook Society"),
        ("ST. ANN'S (FERNBROOK) PTA", "St. Ann's (Fernbrook) PTA"),
        ("3RD FERNBROOK SCOUT GROUP", "3rd Fernbrook Scout Group"),
        ("BEN O'CONNOR TRUST LTD", "Ben O'Connor Trust Ltd"),
        ("FERN-BROOK CIO", "Fern-Brook CIO"),
        ("FRIENDS OF THE R.S.W.", "Friends of the R.S.W."),
        ("McTavish's Own", "McTavish's Own"),
    ],
)
def test_a_shouted_name_is_written_as_one_would(text, name):
    assert title_case(text) == name


def test_a_shouted_text_is_made_into_sentences():
    assert sentence_case("WE MEET. COME ALONG! WHY NOT") == "We meet. Come along! Why not"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("01632960001", "01632 960001"),
        ("+44 1632 960001", "01632 960001"),
        ("020 7946 0123", "020 7946 0123"),
        ("08081570123", "0808 157 0123"),
        ("00000" + " 000000", ""),
        ("12345", ""),
        ("", ""),
    ],
)
def test_a_telephone_number_is_grouped_or_left_out(text, number):
    assert phone(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("07700 900123", ""), ("01632 960 001 or 07700900123", "01632 960001"), ("info@example.org 01632 960001", "01632 960001"), ("ring us", "")],
)
def test_a_pocket_is_not_rung(text, number):
    assert landline(text) == number


@pytest.mark.parametrize(
    ("text", "beside", "address"),
    [
        ("info@fern.example.org", "", "info@fern.example.org"),
        ("Ada at ada.brook@fern.example.org, or office@fern.example.org.", "", "office@fern.example.org"),
        ("ada@fern.example.org", "Fern House", ""),
        ("fern@hall.example.org", "Fern House", "fern@hall.example.org"),
        ("none", "", ""),
    ],
)
def test_only_an_offices_address_is_taken(text, beside, address):
    assert office_email(text, beside=beside) == address


def test_an_address_at_a_webmail_house_may_be_one_persons_own():
    assert office_email("info@" + "gmail.com") == ""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.example.org", "http://www.example.org"),
        ("HTTPS://Example.org/a?b=c", "https://Example.org/a?b=c"),
        ("http://example.org/one http://example.org/two", "http://example.org/one"),
        ("javascript:alert(1)", ""),
        ('http://example.org/"onclick', ""),
        ("www,example.org", ""),
        ("none", ""),
        ("ada@example.org", ""),
    ],
)
def test_an_address_of_a_page_is_one_or_nothing(text, address):
    assert web_address(text) == address


@pytest.mark.parametrize(("text", "found"), [("2025-06-20", date(2025, 6, 20)), ("20/06/2025", date(2025, 6, 20)), ("soon", None), ("31/02/2025", None)])
def test_a_day_is_read_or_not_known(text, found):
    assert day(text) == found


@pytest.mark.parametrize(("text", "cost"), [("£2 a week", "some"), ("Pay as you feel", "some"), ("Free for all", "free"), ("Come along", "unknown")])
def test_a_cost_is_taken_from_what_is_said(text, cost):
    assert cost_of(text) == cost


def test_what_is_no_postcode_is_nothing():
    assert [postcode(text) for text in ("zz993aa", "ZZ994 3AA", "Fernbrook")] == ["ZZ99 3AA", "", ""]


@pytest.mark.parametrize(
    ("address", "home", "town"),
    [
        ("4 Larch Lane, Fernbrook, Fernshire", True, "Fernbrook, Fernshire"),
        ("Flat 3, Brook House, Mill Road, Fernbrook", True, "Fernbrook"),
        ("C/O 1 The Larches, Fernbrook", True, "Fernbrook"),
        ("Rose Cottage, Fernbrook", True, "Fernbrook"),
        ("58 Old Hall Lane, Fernbrook", True, "Fernbrook"),
        ("Fernbrook Community Centre, 4 Larch Lane, Fernbrook", False, "Fernbrook"),
        ("St Ann's Church Hall, Brook Road, Fernbrook", False, "Fernbrook"),
        ("Unit 5, Brook House, 102 Larch Lane, Fernbrook", False, "Fernbrook"),
        ("", True, ""),
    ],
)
def test_an_address_that_may_be_a_home_is_known_for_one(address, home, town):
    assert (may_be_a_home(address), town_of(address)) == (home, town)


LONG = {
    "letters": "a" * LONGEST_CELL,
    "letters and a sign": "a@" + "a" * LONGEST_CELL,
    "signs": "a@" * (LONGEST_CELL // 2),
    "stops": "a." * (LONGEST_CELL // 2),
    "digits": "0161 " * (LONGEST_CELL // 5),
    "spaces": " " * LONGEST_CELL,
    "capitals": "A.B " * (LONGEST_CELL // 4),
    "days": "Monday - " * (LONGEST_CELL // 9),
    "commas": "1 Flat," * (LONGEST_CELL // 7),
}
MADE = {**BY_NAME, "email": email, "office email": office_email, "days": days_in, "home": may_be_a_home, "town": town_of, "day": day}


@pytest.mark.parametrize("way", MADE)
def test_the_longest_cell_is_read_in_no_time(way):
    """Something that grows with the square of the letters takes seconds here; nothing that is read once takes a fifth of one."""
    slow = {}
    for name, text in LONG.items():
        began = time.process_time()
        MADE[way](text)
        if (took := time.process_time() - began) > 0.2:
            slow[name] = took
    assert slow == {}
