"""The minutes of a meeting as files, for the team that calls it: a tagged PDF, and one that Word opens."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from docx import Document
from docx.oxml.ns import qn

from alongside.foundation.actor import TEAM_ROLES
from alongside.meetings import actions
from alongside.meetings.models import Present
from alongside.meetings.queries import seats_of
from alongside.teams.models import Staff
from alongside.web.pages import Request, page
from alongside.web.printing import as_pdf
from alongside.web.templatetags.components import long_date
from alongside.web.vocabulary import say_word, word_for

from .day import SAME_TEAM, kept_by_us
from .finding import Item, items_of

_SHEET = Path(__file__).parent / "minutes.typ"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@page(roles=tuple(TEAM_ROLES))
def pdf(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """As a tagged PDF."""
    told, name = _minutes(request, series_id, day)
    return HttpResponse(as_pdf(_SHEET, told), content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}.pdf"'})


@page(roles=tuple(TEAM_ROLES))
def word(request: Request, series_id: UUID, day: str) -> HttpResponse:
    """As a file that Word opens."""
    told, name = _minutes(request, series_id, day)
    return HttpResponse(as_word(told), content_type=WORD, headers={"Content-Disposition": f'attachment; filename="{name}.docx"'})


def _minutes(request: Request, series_id: UUID, day: str) -> tuple[dict[str, Any], str]:
    """What the minutes say, and what the file is called: nobody's name is in that. There are none before the list has gone out."""
    sitting = kept_by_us(request, series_id, day)
    if sitting.meeting is None or not sitting.stands.sent:
        raise Http404
    items = items_of(request, sitting.meeting, SAME_TEAM)
    actions.take_minutes(sitting.meeting, [item.listed.person_id for item in items], by=request.actor, at=request.now)
    series, seats = sitting.series, list(seats_of(sitting.series, on=sitting.on))
    there = set(Present.objects.filter(meeting=sitting.meeting).values_list("seat_id", flat=True))
    who = Staff.objects.filter(id=request.actor.id).values_list("name", flat=True).first() or ""
    language, _dash, region = (get_language() or "en-gb").partition("-")
    facts = [
        (_("When"), f"{long_date(sitting.on)}, {series.starts_at:%H:%M}"),
        (_("Where"), series.place),
        (_("In the chair"), series.chair),
        (_("What may be told there"), series.may_tell),
    ]
    told = {
        "title": _("Minutes: %(name)s, %(day)s") % {"name": series.name, "day": long_date(sitting.on)},
        "from": series.team.name,
        "lang": language,
        "region": region or "gb",
        "page": _("Page"),
        "facts": [{"label": label, "says": said} for label, said in facts if said],
        "present": _("Who was there"),
        "seats": [f"{seat.profession}: {seat.name}{f', {seat.organisation}' if seat.organisation else ''}" for seat in seats if seat.id in there]
        or [_("Not written down")],
        "state": "" if sitting.stands.closed else _("The meeting is not closed yet: this is how the minutes stand now."),
        "people": [_of_one(item, {seat.id: str(seat) for seat in seats}) for item in items],
        "nobody": _("Nobody was on the list."),
        "foot": _("For %(team)s alone. Made on %(day)s by %(who)s; it is written down that it was.")
        % {"team": series.team.name, "day": long_date(request.now.date()), "who": who},
    }
    return told, f"{slugify(series.name) or 'meeting'}-{sitting.on:%Y-%m-%d}"


def _of_one(item: Item, names: dict[UUID, str]) -> dict[str, Any]:
    said = item.discussed
    parts = [
        (_("What matters to them"), item.listed.matters),
        (_("What they agreed may be known"), item.listed.extract),
        (_("Asked of the meeting"), item.listed.asks),
        (_("Situation"), said.situation if said else ""),
        (_("What was done so far"), said.so_far if said else ""),
        (_("What is new"), said.update if said else ""),
    ]
    steps = []
    for one in item.agreed:
        if one.seat_id is None:
            steps.append(_("Decided: %(words)s") % {"words": one.words})
            continue
        line = f"{one.words} ({names.get(one.seat_id, '')}{', ' + _('by %(day)s') % {'day': long_date(one.by_when)} if one.by_when else ''})"
        became = say_word(word_for(one.answer, "meetings.TEAM_ANSWERS")) if one.answer else ""
        steps.append(f"{line}: {became}{f' ({one.because_of})' if one.because_of else ''}" if became else line)
    told = [_("%(day)s, %(how)s") % {"day": long_date(one.on), "how": say_word(word_for(one.how, "meetings.HOW_TOLD"))} for one in item.told]
    return {
        "name": item.called,
        "parts": [{"label": label, "says": words} for label, words in parts if words],
        "next": _("Next steps"),
        "steps": steps,
        "told_label": _("They were told"),
        "told": "; ".join(told) or _("not yet"),
    }


def as_word(told: dict[str, Any]) -> bytes:
    """The same with headings and lists of Word's own, in the reader's language."""
    made = Document()
    made.core_properties.title, made.core_properties.author = told["title"], told["from"]
    language = f"{told['lang']}-{told['region'].upper()}"
    made.core_properties.language = language
    marks = made.styles.element.find(f".//{qn('w:lang')}")
    if marks is not None:
        marks.set(qn("w:val"), language)
    made.add_heading(told["title"], level=1)
    for one in told["facts"]:
        _labelled(made, one["label"], one["says"])
    if told["state"]:
        made.add_paragraph(told["state"])
    made.add_heading(told["present"], level=2)
    for seat in told["seats"]:
        made.add_paragraph(seat, style="List Bullet")
    for person in told["people"]:
        made.add_heading(person["name"], level=2)
        for part in person["parts"]:
            _labelled(made, part["label"], part["says"])
        if person["steps"]:
            made.add_heading(person["next"], level=3)
            for step in person["steps"]:
                made.add_paragraph(step, style="List Bullet")
        _labelled(made, person["told_label"], person["told"])
    if not told["people"]:
        made.add_paragraph(told["nobody"])
    made.sections[0].footer.paragraphs[0].text = told["foot"]
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _labelled(made: Any, label: str, says: str) -> None:
    paragraph = made.add_paragraph()
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(_printable(says))


def _printable(words: str) -> str:
    """Without letters that no file of words can hold."""
    return "".join(letter for letter in words if letter >= " " or letter in "\n\t")
