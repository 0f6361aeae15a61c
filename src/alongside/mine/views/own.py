"""The person's own pages: what we hold about them, who looked, and what they say to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actions import take_own_pack
from alongside.access.lawful import lawful_basis
from alongside.access.queries import pack_waits_until
from alongside.web.pages import WRITING, Request
from alongside.web.writing import see_other

from .. import actions, reading
from ..actions import drop_unfinished, keep_unfinished
from ..at_the_door import WORDS, Reader, their_own_page
from ..booklet import booklet, pictures_in
from ..easy_read import lines_of
from ..forms import NotRightForm, OwnWordsForm
from ..looking import looks_for_them, page_of_looks
from ..models import Line, NotRight, TheirWords
from ..rules import LONGEST_WORDS
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
    return _shown(
        request,
        reader,
        "my_page",
        copy=_their_copy(reader),
        easy=lines_of(reader.opened.id).exists(),
        lawful_basis=lawful_basis(),
        pack_until=pack_waits_until(reader.opened.id, moment=request.now),
    )


@their_own_page()
def my_booklet(request: Request, reader: Reader) -> HttpResponse:
    """The same as a booklet to print."""
    copy = _their_copy(reader)
    looks = looks_for_them(reader.opened.id, reader.vocabulary) if copy.shows_who_looked else []
    given = booklet(reader.opened, copy, **reader.to_ring, vocabulary=reader.vocabulary, looks=looks)
    return as_file(given, copy.at.date(), pictures=pictures_in(copy))


@their_own_page(methods=("POST",))
def my_everything(request: Request, reader: Reader) -> HttpResponse:
    """The file of everything about them, as long as it waits."""
    if pack_waits_until(reader.opened.id, moment=request.now) is None:
        raise Http404
    pack = take_own_pack(reader.opened.id, by=request.actor, at=request.now)
    return HttpResponse(pack, content_type="application/zip", headers={"Content-Disposition": 'attachment; filename="everything-about-me.zip"'})


@their_own_page()
def who_looked_at_me(request: Request, reader: Reader) -> HttpResponse:
    """Who opened their record, by day, and why."""
    if not reader.link.shows_who_looked:
        raise Http404
    asked = request.GET.get("page", "1")
    number = max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1
    shown = page_of_looks(reader.opened.id, reader.vocabulary, number)
    return _shown(request, reader, "who_looked_at_me", shown=shown, number=number, earlier=number + 1 if shown.earlier else 0, later=number - 1)


@their_own_page(methods=WRITING)
def my_words(request: Request, reader: Reader) -> HttpResponse:
    """They add words of their own."""
    if request.method != "POST":
        return _shown(request, reader, "my_words", form=OwnWordsForm(initial=_unfinished(reader, "words") | _kept(request)))
    form = OwnWordsForm(request.POST)
    if KEEP in request.POST:
        return _keep(request, reader, "words")
    if not form.is_valid():
        return _shown(request, reader, "my_words", form=form, status=422)
    drop_unfinished(reader.opened.id, "words")
    actions.say_own_words(reader.opened.id, form.cleaned_data["words"], by=request.actor, at=request.now)
    messages.success(request, _("Your words are in your record."))
    return see_other(reverse("mine:my page") + "#own-words")


def _kept(request: Request) -> dict[str, str]:
    """What they were typing when their hour was over."""
    return request.session.pop(WORDS, {})


KEEP = "keep"
"""What the page's script sends along while somebody is still writing: nothing is said yet, and nothing typed is lost."""


def _keep(request: Request, reader: Reader, about: str) -> HttpResponse:
    keep_unfinished(reader.opened.id, about, request.POST.get("words", "")[:LONGEST_WORDS], at=request.now)
    return HttpResponse(status=204)


def _unfinished(reader: Reader, about: str) -> dict[str, str]:
    """What they had begun to write, on whatever phone; theirs alone, and only while their page is open."""
    kept = reading.unfinished(reader.opened.id, about)
    return {"words": kept} if kept else {}


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
    given, about = {"vocabulary": reader.vocabulary}, f"not right/{line.row}"
    if request.method != "POST":
        typed = {"wish": "put right"} | _unfinished(reader, about) | _kept(request)
        return _shown(request, reader, "my_not_right", line=line, form=NotRightForm(initial=typed, **given))
    if KEEP in request.POST:
        return _keep(request, reader, about)
    form = NotRightForm(request.POST, **given)
    if form.is_valid():
        said = {"of": line.of, "row": line.row, "said": line.says, **form.cleaned_data}
        drop_unfinished(reader.opened.id, about)
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
