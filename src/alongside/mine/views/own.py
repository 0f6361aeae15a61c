"""The person's own pages: what we hold about them, who looked, and what they say to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.web.pages import WRITING, Request
from alongside.web.writing import see_other

from .. import actions, reading
from ..at_the_door import WORDS, Reader, their_own_page
from ..booklet import booklet
from ..easy_read import lines_of
from ..forms import NotRightForm, OwnWordsForm
from ..looking import looks_for_them, page_of_looks
from ..models import Line, NotRight, TheirWords
from .copies import as_file


def _their_copy(reader: Reader) -> reading.Whole:
    copy = reading.whole(reader.opened.id, reader.vocabulary)
    if copy is None:
        raise Http404
    return copy


def _shown(request: Request, reader: Reader, template: str, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, f"mine/{template}.html", {"reader": reader, "person": reader.opened, **more}, status=status)


@their_own_page()
def my_page(request: Request, reader: Reader) -> HttpResponse:
    """What we hold about them, said to them."""
    return _shown(request, reader, "my_page", copy=_their_copy(reader), easy=lines_of(reader.opened.id).exists())


@their_own_page()
def my_booklet(request: Request, reader: Reader) -> HttpResponse:
    """The same as a booklet to print."""
    copy = _their_copy(reader)
    looks = looks_for_them(reader.opened.id, reader.vocabulary) if copy.shows_who_looked else []
    return as_file(booklet(reader.opened, copy, **reader.to_ring, vocabulary=reader.vocabulary, looks=looks), copy.at.date())


@their_own_page()
def who_looked_at_me(request: Request, reader: Reader) -> HttpResponse:
    """Who opened their record, by day, and why."""
    if not reader.link.shows_who_looked:
        raise Http404
    asked = request.GET.get("page", "1")
    number = max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1
    days, earlier = page_of_looks(reader.opened.id, reader.vocabulary, number)
    return _shown(request, reader, "who_looked_at_me", days=days, number=number, earlier=number + 1 if earlier else 0, later=number - 1)


@their_own_page(methods=WRITING)
def my_words(request: Request, reader: Reader) -> HttpResponse:
    """They add words of their own."""
    if request.method != "POST":
        return _shown(request, reader, "my_words", form=OwnWordsForm(initial=_kept(request)))
    form = OwnWordsForm(request.POST)
    if not form.is_valid():
        return _shown(request, reader, "my_words", form=form, status=422)
    actions.say_own_words(reader.opened.id, form.cleaned_data["words"], by=request.actor, at=request.now)
    messages.success(request, _("Your words are in your record."))
    return see_other(reverse("mine:my page") + "#own-words")


def _kept(request: Request) -> dict[str, str]:
    """What they were typing when their hour was over."""
    return request.session.pop(WORDS, {})


@their_own_page(methods=("POST",))
def take_back_my_words(request: Request, reader: Reader, words_id: UUID) -> HttpResponse:
    """They do not want these words there any more."""
    found = TheirWords.objects.filter(id=words_id, person_id=reader.opened.id).first()
    if found is None:
        raise Http404
    actions.take_back_own_words(found, by=request.actor, at=request.now)
    messages.success(request, _("Your words are taken back."))
    return see_other(reverse("mine:my page") + "#own-words")


@their_own_page(methods=WRITING)
def my_not_right(request: Request, reader: Reader, line_id: UUID) -> HttpResponse:
    """They say that a line of their copy is not right."""
    line = Line.objects.filter(id=line_id, person_id=reader.opened.id).first()
    if line is None:
        raise Http404
    given = {"vocabulary": reader.vocabulary}
    if request.method != "POST":
        return _shown(request, reader, "my_not_right", line=line, form=NotRightForm(initial={"wish": "put right"} | _kept(request), **given))
    form = NotRightForm(request.POST, **given)
    if form.is_valid():
        said = {"of": line.of, "row": line.row, "said": line.says, **form.cleaned_data}
        actions.say_not_right(reader.opened.id, said.pop("words"), **said, by=request.actor, at=request.now)
        messages.success(request, _("We have what you say. It stands beside it from now on, and somebody will answer."))
        return see_other(reverse("mine:my page") + f"#line-{line.id}")
    return _shown(request, reader, "my_not_right", line=line, form=form, status=422)


@their_own_page(methods=("POST",))
def take_back_my_not_right(request: Request, reader: Reader, said_id: UUID) -> HttpResponse:
    """They see it so no longer."""
    found = NotRight.objects.filter(id=said_id, person_id=reader.opened.id).first()
    if found is None:
        raise Http404
    actions.take_back_not_right(found, by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("mine:my page"))
