"""Word back to the GP or whoever introduced them: chosen line by line with the person, kept as it was sent, never sent by us."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.access.choosing import Holds
from alongside.access.lawful import lawful_basis
from alongside.access.looking_up import about, sheet_of
from alongside.access.opening import open_person
from alongside.access.queries import Standing, choices_of
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence, Vocabulary
from alongside.introductions.actions import take_back_message, write_back
from alongside.introductions.models import Introduction, MessageBack
from alongside.introductions.rules import WrittenBack
from alongside.teams.models import Staff
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say, say_word, word_for
from alongside.web.writing import see_other, written

from . import words
from .choices import Line, lines_of
from .drafting import least, lines, with_chosen
from .forms.messages_back import MessageBackForm
from .reading import beside

_DRAFT = "message back"
_AUDIENCES = {"gp or health": "gp", "social care": "social worker"}
"""For whom a choice is looked up, by the kind of whoever introduced them."""


def _chosen(request: Request, person_id: UUID, introduced: Introduction | None) -> tuple[list[Line], Line | None]:
    """All they chose for those who may be told here, every partner by name among them; and which of it is about whoever introduced them."""
    audience = _AUDIENCES.get(introduced.source if introduced else "", "somebody else")
    shown = [line for line in lines_of(list(choices_of(person_id)), [], on=timezone.localdate(request.now)) if line.audience in (audience, "partner")]
    about_them = [line for line in shown if not line.called or (introduced and _is_named(line, introduced))]
    said_no = [line for line in about_them if line.standing.holds == Holds.NO]
    # A no to one of them is a no; of two others the newest says what holds.
    return shown, next(iter(said_no or sorted(about_them, key=_newest, reverse=True)), None)


def _is_named(line: Line, introduced: Introduction) -> bool:
    """Whether what they chose for one by name (Dr Anjali Menon) is about whoever introduced them (Dr Menon at the surgery)."""
    surname = line.called.casefold().split()[-1:]
    return bool(surname) and surname[0] in introduced.introduced_by.casefold().split()


def _newest(line: Line) -> tuple[date, datetime]:
    choice = line.choice
    return (choice.on, choice.at) if choice else (date.min, datetime.min.replace(tzinfo=UTC))


def _their_yes(standing: Standing, mine: Vocabulary) -> str:
    """How they said yes, where they chose it before; it can be changed, and it is asked where they have not."""
    if standing.holds != Holds.YES or standing.choice is None:
        return ""
    how = say_word(word_for(standing.choice.how, "access.HOW_GIVEN"), mine)
    return _("Their choice of %(day)s, %(how)s") % {"day": date_format(standing.choice.on, "j F Y"), "how": how}


@page(methods=WRITING)
def write(request: Request, person_id: UUID) -> HttpResponse:
    """Choose the lines with them, change the words, say how they agreed, and keep what was sent."""
    opened = open_person(request, person_id)
    mine = request.actor.vocabulary
    introduced = Introduction.objects.filter(person_id=opened.id).order_by("-on", "-at").first()
    ring = Staff.objects.filter(id=request.actor.id).values("name", "phone").first()
    offered = lines(opened.called, beside(opened.id), introduced, ring, mine)
    sheet = sheet_of(
        opened,
        say(words.WORD_BACK_ABOUT, mine, name=opened.called),
        say(words.WORD_BACK_KEPT, mine),
        draft=_DRAFT,
        at="story",
        lead=say(words.WORD_BACK_LEAD, mine),
        before=MessageBack.objects.filter(person_id=opened.id).order_by("-sent_on", "-at"),
    )
    shown, about_them = _chosen(request, opened.id, introduced)
    said_no = about_them is not None and about_them.standing.holds == Holds.NO
    sheet.more["said_before"] = shown
    sheet.more["they_said_no"] = about_them if said_no else None
    given: dict[str, Any] = {"offered": [(line.key, line.text) for line in offered], "vocabulary": mine}
    if "choose" in request.POST:
        sent = request.POST.copy()
        sent["words"] = with_chosen(sent.get("words", ""), offered, sent.getlist("lines"))
        form = MessageBackForm(initial={name: sent.get(name, "") for name in ("words", "to_whom", "how_they_said_yes", "how_sent")}, **given)
        form.initial |= {"lines": sent.getlist("lines"), "sent_on": {part: sent.get(f"sent_on_{part}", "") for part in ("day", "month", "year")}}
        # Newer than any draft of it, also in the browser: what the page kept of itself before is not put over it.
        return render(request, "desk/message_back.html", {"form": form, "sheet": sheet, "draft": None, "not_saved_yet": True, **sheet.more})
    initial = {"lines": least(offered), "words": with_chosen("", offered, least(offered)), "to_whom": introduced.introduced_by if introduced else ""}
    initial["how_they_said_yes"] = _their_yes(about_them.standing, mine) if about_them else ""

    def keep(said: dict[str, Any]) -> None:
        if said_no:
            raise Refused(Sentence("They said no to this. Ask them; if they say yes now, write that down among their choices first."))
        sent = WrittenBack(**{name: said[name] for name in ("to_whom", "words", "how_they_said_yes", "how_sent", "sent_on")})
        write_back(opened.person, sent, introduction=introduced, by=request.actor, at=request.now)

    return written(
        request,
        MessageBackForm,
        replace(sheet, template="desk/message_back.html"),
        keep,
        initial=initial,
        offered=given["offered"],
    )


@page()
def letter(request: Request, person_id: UUID, message_id: UUID) -> HttpResponse:
    """A message as it was sent, as a letter to print."""
    opened = open_person(request, person_id)
    found = about(MessageBack, opened, message_id)
    writer = Staff.objects.filter(id=found.by_id).values("name", "phone").first()
    return render(request, "desk/letter.html", {"person": opened, "message": found, "writer": writer, "today": request.now, "lawful_basis": lawful_basis()})


@page()
def as_text(request: Request, person_id: UUID, message_id: UUID) -> HttpResponse:
    """The same as a file of plain words, to be put wherever it must go; no name in the name of the file."""
    opened = open_person(request, person_id)
    found = about(MessageBack, opened, message_id)
    basis = f"{_('On what basis in law:')} {lawful_basis()} {_('Their yes to this message is another thing, and is asked each time.')}"
    body = f"{found.to_whom}\n{date_format(found.sent_on, 'j F Y')}\n\n{found.words}\n\n{basis}\n"
    return HttpResponse(body, content_type="text/plain; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="message.txt"'})


@page(methods=("POST",))
def take_back(request: Request, person_id: UUID, message_id: UUID) -> HttpResponse:
    """It was not sent after all; the day it was kept, by whoever kept it."""
    opened = open_person(request, person_id)
    take_back_message(about(MessageBack, opened, message_id), by=request.actor, at=request.now)
    messages.success(request, _("It is taken back."))
    return see_other(reverse("desk:person", args=[opened.id]))
