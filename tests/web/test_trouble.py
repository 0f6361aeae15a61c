"""Pages for when something is wrong: they say why, and give the words back."""

from __future__ import annotations

import html
import re

import pytest
from django.conf import settings
from django.forms import HiddenInput, PasswordInput
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from django.utils.module_loading import import_string

from alongside.site.views import our_fault
from alongside.web.refusing import sent_from_our_page, words_typed

WORDS = {"text": "Mags talked about the allotment.\nShe wants <b>to see</b> if the gate key still works.", "how": "visit", "likes_to_be_called": "Mags"}


def shown(template: str, **context: object) -> str:
    return render_to_string(template, {"sentence": "You were not named on this.", "csrf_token": "a-fresh-token", **context})


@pytest.mark.parametrize("template", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html", "web/401.html", "web/422.html"])
def test_each_has_one_title_and_its_sentence(template: str) -> None:
    page = shown(template)
    assert page.count("<h1") == 1
    assert "You were not named on this." in page


def test_our_own_fault_is_told_without_a_database_or_anything_around_it() -> None:
    # No database is allowed in this test, and the request has no actor, no session and no user.
    response: HttpResponse = our_fault(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Something went wrong on our side." in response.content.decode()


@pytest.mark.parametrize("template", ["403.html", "404.html"])
def test_words_that_may_not_be_saved_can_be_read_and_copied(template: str) -> None:
    page = shown(template, kept_words=WORDS, retry_url="/people/1/")
    assert "She wants &lt;b&gt;to see&lt;/b&gt; if the gate key still works." in page
    assert "<dt>Likes to be called</dt>" in page
    assert 'action="/people/1/"' not in page


@pytest.mark.parametrize("template", ["403_csrf.html", "web/401.html", "web/422.html"])
def test_words_that_may_be_sent_again_stand_in_a_form_with_a_fresh_token(template: str) -> None:
    page = shown(template, kept_words=WORDS, retry_url="/people/1/?then=story", send_again=True)
    form = re.search(r'<form method="post" action="/people/1/\?then=story".*?</form>', page, re.DOTALL)
    assert form is not None
    assert 'name="csrfmiddlewaretoken" value="a-fresh-token"' in form[0]
    assert '<input type="hidden" name="how" value="visit">' in form[0]
    written = re.search(r'<textarea[^>]* name="text"[^>]*>(.*?)</textarea>', form[0], re.DOTALL)
    assert written is not None
    assert html.unescape(written[1]) == WORDS["text"]


def test_nothing_secret_is_given_back() -> None:
    request = RequestFactory().post("/accounts/login/", {"login": "jo@example.org", "password": "a long one", "csrfmiddlewaretoken": "x", "code": "123456"})
    assert words_typed(request) == {"login": "jo@example.org"}


def test_a_postcode_is_given_back() -> None:
    request = RequestFactory().post("/people/", {"postcode": "M33 7ZZ", "code_of_the_street": "7"})
    assert words_typed(request) == {"postcode": "M33 7ZZ", "code_of_the_street": "7"}


def _secrets_asked_for() -> set[str]:
    """Fields of signing in that hold a secret: passwords, codes and what a passkey said."""
    forms = [import_string(path) for path in (*settings.ACCOUNT_FORMS.values(), *settings.MFA_FORMS.values())]
    fields = [(name, field) for form in forms for name, field in {**form.declared_fields, **form.base_fields}.items()]
    return {name for name, field in fields if isinstance(field.widget, PasswordInput | HiddenInput) or name in ("code", "key")}


def test_no_secret_that_a_form_asks_for_is_given_back() -> None:
    asked_for = _secrets_asked_for()
    assert asked_for >= {"password", "oldpassword", "password1", "password2", "code", "credential"}
    request = RequestFactory().post("/accounts/login/", dict.fromkeys(asked_for, "a secret"))
    assert words_typed(request) == {}


@pytest.mark.parametrize(
    ("said", "comes_back"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"origin": "http://testserver"}, True),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, False),
        ({"origin": "https://evil.example"}, False),
        ({}, False),
    ],
)
def test_only_words_from_a_page_of_ours_come_back_with_our_token(said: dict[str, str], comes_back: bool) -> None:
    request = RequestFactory().post("/people/1/location/", {"why": "x"}, headers=said)
    assert sent_from_our_page(request) is comes_back


def test_what_was_written_comes_back_in_welsh_without_the_english_name_of_its_box():
    with translation.override("cy"):
        page = shown("404.html", kept_words={"how_they_agreed": "Gofynnais iddi ddoe", "asks": "Fflat heb risiau"})
    assert page.count("Yr hyn a ysgrifennoch") == 3
    assert "Gofynnais iddi ddoe" in page
    assert ("How they agreed" in page, "Asks" in page) == (False, False)
