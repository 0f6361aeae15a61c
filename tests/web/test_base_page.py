"""What every page has around it."""

from __future__ import annotations

from types import SimpleNamespace

from django.template import engines
from django.utils import translation

from alongside.site.furniture import Way

PAGE = '{% extends "base.html" %}{% block title %}Today{% endblock %}{% block main %}<h1>Today</h1>{% endblock %}'


def page(**context: object) -> str:
    return " ".join(engines["django"].from_string(PAGE).render({"csrf_token": "t", **context}).split())


def test_a_page_names_itself_before_the_product() -> None:
    assert "<title>Today – Alongside</title>" in page()


def test_a_visitor_is_offered_to_sign_in_and_has_nothing_of_a_writer() -> None:
    html = page(request=SimpleNamespace(path="/"))
    assert "Staff: sign in" in html
    assert "draft-key" not in html
    assert "self_saving" not in html


def test_whoever_is_signed_in_sees_their_name_and_can_sign_out_by_a_button() -> None:
    html = page(signed_in_as="Jo <Evans>", draft_key="a2V5")
    assert "Jo &lt;Evans&gt;" in html
    assert '<form class="header__who" method="post" action="/accounts/logout/" data-signs-out>' in html
    assert '<meta name="draft-key" content="a2V5">' in html
    assert '<template id="self-saving" data-url="/drafts/"' in html


def test_the_way_one_is_on_is_marked() -> None:
    html = page(navigation=[Way("Today", "/today/", True), Way("People", "/people/", False)])
    assert '<a class="ways__link" href="/today/" aria-current="true">Today</a>' in html
    assert '<a class="ways__link" href="/people/">People</a>' in html


def test_an_organisation_s_logo_says_what_it_is() -> None:
    html = page(organisation=SimpleNamespace(name="Fernshire Council", logo_url="/theme/1/logo", logo_words="Fernshire Council"))
    assert '<img class="header__logo" src="/theme/1/logo" alt="Fernshire Council" height="40">' in html


def test_the_demonstration_says_that_it_is_one() -> None:
    assert "A demonstration." in page(demo=True)
    assert "A demonstration." not in page(demo=False)


def test_a_page_can_be_kept_to_the_strictest_policy() -> None:
    html = page(signed_in_as="Jo", draft_key="a2V5", demo=True, theme_url="/theme/1.css", navigation=[Way("Today", "/today/", True)])
    assert " style=" not in html
    assert "<style" not in html
    assert " onclick" not in html
    assert html.count("<script ") == html.count("<script src=") + html.count('<script type="module" src=')


def test_after_saving_the_browser_is_told_which_words_it_may_forget() -> None:
    note = SimpleNamespace(extra_tags="note:0192", __str__=lambda _: "")
    html = page(messages=[note])
    assert '<p class="said" role="status" data-draft-saved="note:0192">' in html


def test_the_furniture_speaks_welsh_to_whoever_asks() -> None:
    with translation.override("cy"):
        html = page(signed_in_as="Jo", draft_key="a2V5")
    assert '<html lang="cy"' in html
    assert "Allgofnodi" in html
