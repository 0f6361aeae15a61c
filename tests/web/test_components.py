"""Components say what they must to those who listen, and let nobody's words become markup."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils.safestring import mark_safe

from alongside.web import components
from alongside.web.forms import DateParts

HOW = [("visit", "Visit at home"), ("phone", "Telephone")]


class Note(forms.Form):
    words = forms.CharField(
        label="What happened?", help_text="A few lines is enough.", widget=forms.Textarea, error_messages={"required": "Write a few words."}
    )
    how = forms.ChoiceField(label="How you met", choices=HOW, widget=forms.RadioSelect)
    where = forms.ChoiceField(label="Where", choices=[("", "Not said"), ("café", "In a café")], required=False)
    count = forms.IntegerField(label="How many came", required=False)
    again = forms.BooleanField(label="We meet again", required=False)
    on = DateParts(label="When")
    key = forms.CharField(widget=forms.HiddenInput, required=False)


def shown(source: str, **context: object) -> str:
    return " ".join(Template(source).render(Context(context)).split())


def test_a_button_says_its_words_and_nothing_else() -> None:
    html = shown('{% govuk "button" text=words attributes__data_opens="x" prevent_double_click=True %}', words="Save <b>this</b>")
    assert html == (
        '<button type="submit" data-prevent-double-click="true" class="govuk-button" data-module="govuk-button" data-opens="x"> '
        "Save &lt;b&gt;this&lt;/b&gt; </button>"
    )


def test_names_of_components_with_two_words_are_found() -> None:
    assert "govuk-warning-text" in shown('{% govuk "warning-text" text="Look twice" icon_fallback_text="Warning" %}')


def test_a_box_is_tied_to_its_label_hint_and_error() -> None:
    form = Note({"words": "", "how": "visit"})
    html = shown("{% gfield form.words rows=8 %}", form=form)
    assert '<label class="govuk-label govuk-label--s" for="id_words"> What happened? </label>' in html
    assert 'aria-describedby="id_words-hint id_words-error"' in html
    assert 'rows="8"' in html
    assert '<p id="id_words-error" class="govuk-error-message"> <span class="govuk-visually-hidden">Error:</span> Write a few words. </p>' in html


@pytest.mark.parametrize("typed", ['</textarea><script>alert("1")</script>', "a & b < c", '" onfocus="x'])
def test_words_stay_words(typed: str) -> None:
    html = Template("{% gfield form.words %}{% gfield form.count %}").render(Context({"form": Note({"words": typed, "count": typed})}))
    assert "<script>" not in html
    assert 'onfocus="x' not in html.replace("&#34;", "&quot;")


def test_a_line_break_before_the_first_word_is_not_lost() -> None:
    html = Template("{% gfield form.words %}").render(Context({"form": Note(initial={"words": "\nFirst\n  second"})}))
    assert ">\n\nFirst\n  second</textarea>" in html


def test_radios_are_a_group_with_the_chosen_one_marked() -> None:
    html = shown("{% gfield form.how inline=True small=True choice_hints=hints %}", form=Note(initial={"how": "phone"}), hints={"visit": "At their home."})
    assert '<legend class="govuk-fieldset__legend govuk-fieldset__legend--s"> How you met </legend>' in html
    assert 'class="govuk-radios govuk-radios--inline govuk-radios--small"' in html
    assert 'id="id_how-2" name="how" type="radio" value="phone" checked>' in html
    assert html.count(" checked") == 1
    assert "At their home." in html


def test_a_list_has_what_was_chosen() -> None:
    assert '<option value="café" selected>In a café</option>' in shown("{% gfield form.where %}", form=Note({"where": "café"}))


def test_a_number_is_typed_as_text_so_that_no_wheel_changes_it() -> None:
    html = shown("{% gfield form.count %}", form=Note({"count": "twelve"}))
    assert 'type="text"' in html
    assert 'inputmode="numeric"' in html
    assert 'value="twelve"' in html


def test_a_tick_is_kept() -> None:
    assert 'id="id_again" name="again" type="checkbox" value="on" checked>' in shown("{% gfield form.again %}", form=Note({"again": "on"}))


def test_what_is_hidden_stays_hidden() -> None:
    assert shown("{% gfield form.key %}", form=Note(initial={"key": "7"})) == '<input type="hidden" name="key" value="7" id="id_key">'


def test_a_date_keeps_everything_that_was_typed() -> None:
    html = shown("{% gfield form.on %}", form=Note({"on_day": "31", "on_month": "Feb<", "on_year": ""}))
    for box, value in (("day", "31"), ("month", "Feb&lt;"), ("year", "")):
        assert f'id="id_on_{box}" name="on_{box}" type="text"' in html
        assert f'value="{value}" inputmode="numeric">' in html
    assert 'role="group"' in html


def test_the_summary_of_errors_leads_to_each_box() -> None:
    html = shown("{% error_summary form %}", form=Note({"how": "by owl"}))
    assert '<a href="#id_words">Write a few words.</a>' in html
    assert '<a href="#id_how">' in html
    assert '<a href="#id_on_day">Write the day, the month and the year.</a>' in html


def test_there_is_no_summary_when_nothing_is_wrong() -> None:
    assert shown("{% error_summary form none %}", form=Note(), none=None) == ""


def test_dates_are_said_in_full() -> None:
    assert shown("{{ day|long_date }}", day=date(2026, 11, 18)) == "18 November 2026"
    # Half past eleven at night in Greenwich is the next day in a British summer.
    assert shown("{{ at|long_date }}", at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "2 July 2026"
    assert shown("{{ at|long_moment }}", at=datetime(2026, 11, 18, 14, 5, tzinfo=UTC)) == "18 November 2026, 14:05"
    assert shown("{{ never|long_date }}", never=None) == ""


def test_markup_remembered_for_one_page_is_not_given_for_the_same_letters_as_words() -> None:
    source = '{% govuk "tag" text=text %}'
    assert "<b>new</b>" in shown(source, text=mark_safe("<b>new</b>"))
    assert "&lt;b&gt;new&lt;/b&gt;" in shown(source, text="<b>new</b>")


def test_what_somebody_typed_is_not_remembered_for_another() -> None:
    source = "{% gfield form.words %}"
    assert "Mine alone." in shown(source, form=Note(initial={"words": "Mine alone."}))
    assert "Mine alone." not in shown(source, form=Note())
    assert "Mine alone." not in str(components._remembered)
