"""A date in three boxes."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as some

from alongside.web.forms import DateParts


class Met(forms.Form):
    on = DateParts()


class Born(forms.Form):
    on = DateParts(required=False)


def typed(day: str, month: str, year: str) -> dict[str, str]:
    return {"on_day": day, "on_month": month, "on_year": year}


def complaint(form: forms.Form) -> list[str]:
    return list(form.errors["on"])


def test_a_date_that_must_be_given_is_today_unless_changed() -> None:
    assert Met()["on"].value() == timezone.localdate()


def test_a_date_that_may_be_left_out_begins_empty_and_stays_empty() -> None:
    form = Born(typed("", "", ""))
    assert Born()["on"].value() is None
    assert form.is_valid()
    assert form.cleaned_data["on"] is None


@given(some.dates(min_value=date(1880, 1, 1), max_value=date(2200, 12, 31)))
def test_every_day_of_the_calendar_is_understood(day: date) -> None:
    form = Met(typed(str(day.day), str(day.month), str(day.year)))
    assert form.is_valid()
    assert form.cleaned_data["on"] == day


@pytest.mark.parametrize("month", ["11", " 11 ", "November", "november", "Nov", "NOV."])
def test_a_month_may_be_named(month: str) -> None:
    form = Met(typed("18", month, "2026"))
    assert form.is_valid()
    assert form.cleaned_data["on"] == date(2026, 11, 18)


def test_a_month_may_be_named_in_welsh() -> None:
    with translation.override("cy"):
        form = Met(typed("18", "Tachwedd", "2026"))
        assert form.is_valid()
    assert form.cleaned_data["on"] == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("boxes", "sentence"),
    [
        (("", "", ""), "Write the day, the month and the year."),
        (("18", "11", ""), "Write the year as well, such as 2026."),
        (("", "11", "2026"), "Write the day as well, such as 18."),
        (("18", "", ""), "Write the month and the year as well, such as 11 and 2026."),
        (("31", "2", "2026"), "There is no such day: check the day and the month."),
        (("29", "2", "2025"), "There is no such day: check the day and the month."),
        (("18", "13", "2026"), "There is no such day: check the day and the month."),
        (("18", "11", "26"), "Write the year with four figures, such as 2026."),
        (("18", "owl", "2026"), "Write the date in figures, such as 18 11 2026."),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(boxes: tuple[str, str, str], sentence: str) -> None:
    assert complaint(Met(typed(*boxes))) == [sentence]


@given(day=some.text(max_size=12), month=some.text(max_size=12), year=some.text(max_size=12))
def test_whatever_is_typed_is_a_date_or_one_sentence_and_is_kept(day: str, month: str, year: str) -> None:
    form = Met(typed(day, month, year))
    assert form.is_valid() or len(complaint(form)) == 1
    assert form["on"].value() == {"day": day.strip(), "month": month.strip(), "year": year.strip()}
