"""One press keeps a wish out of what is written already: why something was not for somebody, or a note."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looking_up import about
from alongside.access.opening import Opened, in_sight
from alongside.connections.actions import gaps as theirs
from alongside.connections.models import Connection, GapOf
from alongside.connections.queries import rungs_of
from alongside.connections.rules import STEPPED_OFF
from alongside.directory.forms import USUAL_REACH
from alongside.directory.gaps.said import LONGEST, Said, said_of
from alongside.directory.models import Gap
from alongside.directory.queries import as_read
from alongside.directory.wishing import Wish
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys.models import Note
from alongside.people.models import Whereabouts
from alongside.places.queries import place_called
from alongside.web.pages import Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .wishes_said import wish_in, without_names


@page(methods=("POST",))
def from_not_for_me(request: Request, person_id: UUID, connection_id: UUID) -> HttpResponse:
    """What they hoped for is still wished for; what stood in the way is kept with it."""
    opened = in_sight(person_id)
    connection = about(Connection, opened, connection_id)
    last = rungs_of(connection.id).first()
    if last is None or last.rung != STEPPED_OFF:
        raise Http404
    words = without_names(hoped_for(connection), _names(opened))
    said = replace(_near_them(opened, words, request), heard_in="not for me", stood_in_the_way=last.stood_in_the_way)
    return _kept(request, opened, said, out_of=connection, back=reverse("desk:climb", args=[opened.id, connection.id]))


def hoped_for(connection: Connection) -> str:
    """What they would have liked of it: why it was suggested, else what it is."""
    return connection.why.strip() or connection.to


@page(methods=("POST",))
def from_note(request: Request, person_id: UUID, note_id: UUID) -> HttpResponse:
    """The sentence of a note that says what they would like."""
    opened = in_sight(person_id)
    note = about(Note, opened, note_id)
    words = wish_in(note.text, _names(opened))
    if not words:
        raise Http404
    said = replace(_near_them(opened, words, request), heard_in="note")
    return _kept(request, opened, said, out_of=note, back=reverse("desk:person", args=[opened.id]) + "#story")


def _names(opened: Opened) -> tuple[str, ...]:
    return opened.name, opened.likes_to_be_called


def _near_them(opened: Opened, words: str, request: Request) -> Said:
    """The wish, about where they live as far as the one who asks may know, as far as people usually go, on the days that it speaks of."""
    postcode = Whereabouts.objects.filter(person_id=opened.id).values_list("postcode", flat=True).first()
    place = place_called(postcode) if postcode else None
    wish = as_read(Wish(words=words[:LONGEST], today=timezone.localdate(request.now)))
    where = {"latitude": place.latitude, "longitude": place.longitude, "reach": int(USUAL_REACH)} if place else {}
    return said_of(replace(wish, **where), place)  # type: ignore[arg-type]


def _kept(request: Request, opened: Opened, said: Said, *, out_of: Connection | Note, back: str) -> HttpResponse:
    on_their_page = bool(request.POST.get("on_their_page"))
    there_already = Gap.objects.filter(id=out_of.kept_as, ended_at__isnull=True).first() if out_of.kept_as else None
    if there_already is not None:
        named = on_their_page and not GapOf.objects.filter(gap=there_already).exists()
        if named:
            theirs.put_on_their_page(opened.person, there_already, by=request.actor, at=request.now)
        messages.success(request, _("This wish was kept already; now it is on their page too.") if named else _("This wish is kept already."))
        return see_other(f"{reverse('desk:gaps')}?show={there_already.state}#wish-{there_already.id}")
    try:
        gap = theirs.keep_gap_for(opened.person, said, on_their_page=on_their_page, out_of=out_of, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.error(request, say_refusal(refused, request.actor.vocabulary))
        return see_other(back)
    told = _("The wish is kept on their page, and for your team.") if on_their_page else _("The wish is kept for your team, without a name.")
    messages.success(request, told + " " + _("Put right there how far they can go, when, and how many would come."))
    return see_other(f"{reverse('desk:gaps')}#wish-{gap.id}")
