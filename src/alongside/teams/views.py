"""Who works here, for the administrator; and how the pages look, for everybody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.contrast import theme_css
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say_refusal

from . import actions, queries
from .accounts import path_to_choose_a_password, post
from .forms import AddColleague, Colours, GiveSeat
from .models import Membership, Organisation, Staff

_ADMINISTRATOR = (Role.ADMINISTRATOR,)
_HANDED_OVER = "link to hand over"
_A_DAY = 86_400
"""Seconds that a browser keeps colours and logo; their address changes when they do."""


def _see_other(url: str) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": url})


def _member(request: Request, staff_id: UUID) -> Staff:
    return get_object_or_404(queries.staff_of(queries.looked_after_by(request.actor)), id=staff_id)


def _member_url(staff_id: UUID) -> str:
    return reverse("teams:member", args=[staff_id])


def _hand_over(request: Request, staff: Staff) -> None:
    """A link by which they choose a password: by e-mail when that is set up, or shown once to whoever hands it over."""
    link = request.build_absolute_uri(path_to_choose_a_password(staff))
    if settings.EMAIL_HOST:
        words = render_to_string("teams/email/choose_a_password.txt", {"link": link, "staff": staff})
        post(EmailMessage(_("Your account on Alongside"), words, settings.DEFAULT_FROM_EMAIL, [staff.email]))
        messages.success(request, _("A link to choose a password is on its way to %(email)s.") % {"email": staff.email})
    else:
        request.session[_HANDED_OVER] = {"staff": str(staff.id), "link": link}


@page(roles=_ADMINISTRATOR)
def staff(request: Request) -> HttpResponse:
    """Everybody who works here, and in which seats."""
    found = queries.staff_of(queries.looked_after_by(request.actor))
    return render(request, "teams/staff.html", {"staff": found, "today": timezone.localdate(request.now)})


@page(roles=_ADMINISTRATOR, methods=WRITING)
def add_staff(request: Request) -> HttpResponse:
    """A new colleague and their first seat."""
    form = AddColleague(request.POST or None, teams=queries.looked_after_by(request.actor), vocabulary=request.actor.vocabulary)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            added = actions.add_staff(**{**given, "role": Role(given["role"])}, by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, say_refusal(refused, request.actor.vocabulary))
        else:
            messages.success(request, _("%(name)s is added.") % {"name": added.name})
            _hand_over(request, added)
            return _see_other(_member_url(added.id))
    return render(request, "teams/add_staff.html", {"form": form}, status=422 if form.errors else 200)


@page(roles=_ADMINISTRATOR)
def member(request: Request, staff_id: UUID) -> HttpResponse:
    """One colleague: their seats, and how they get in."""
    return _show_member(request, _member(request, staff_id))


def _show_member(request: Request, found: Staff, form: GiveSeat | None = None) -> HttpResponse:
    link = None
    if request.session.get(_HANDED_OVER, {}).get("staff") == str(found.id):
        link = request.session.pop(_HANDED_OVER)["link"]
    context: dict[str, Any] = {
        "member": found,
        "today": timezone.localdate(request.now),
        "form": form or GiveSeat(teams=queries.looked_after_by(request.actor), vocabulary=request.actor.vocabulary),
        "link": link,
        "is_oneself": found.id == request.actor.id,
    }
    return render(request, "teams/member.html", context, status=422 if form else 200)


@page(roles=_ADMINISTRATOR, methods=("POST",))
def give_seat(request: Request, staff_id: UUID) -> HttpResponse:
    """One more role for a colleague."""
    found = _member(request, staff_id)
    form = GiveSeat(request.POST, teams=queries.looked_after_by(request.actor), vocabulary=request.actor.vocabulary)
    if form.is_valid():
        try:
            actions.give_seat(found, form.cleaned_data["team"], Role(form.cleaned_data["role"]), by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(refused.field, say_refusal(refused, request.actor.vocabulary))
        else:
            messages.success(request, _("The seat is given from today."))
            return _see_other(_member_url(found.id))
    return _show_member(request, found, form)


@page(roles=_ADMINISTRATOR, methods=("POST",))
def end_seat(request: Request, seat_id: UUID) -> HttpResponse:
    """Take a role away; what it let them see is closed at their next page."""
    held = Membership.objects.select_related("team").filter(team__in=queries.looked_after_by(request.actor))
    seat = get_object_or_404(held, id=seat_id)
    actions.end_seat(seat, by=request.actor, at=request.now)
    messages.success(request, _("The seat is ended."))
    return _see_other(_member_url(seat.staff_id))


@page(roles=_ADMINISTRATOR, methods=("POST",))
def close_account(request: Request, staff_id: UUID) -> HttpResponse:
    """They sign in no more."""
    actions.close_account(_member(request, staff_id), by=request.actor, at=request.now)
    messages.success(request, _("The account is closed."))
    return _see_other(_member_url(staff_id))


@page(roles=_ADMINISTRATOR, methods=("POST",))
def open_account(request: Request, staff_id: UUID) -> HttpResponse:
    """They are back."""
    actions.open_account(_member(request, staff_id), by=request.actor, at=request.now)
    messages.success(request, _("The account is open again."))
    return _see_other(_member_url(staff_id))


@page(roles=_ADMINISTRATOR, methods=("POST",))
def start_anew(request: Request, staff_id: UUID) -> HttpResponse:
    """They lost their phone or their password: a link lets them set up both anew."""
    found = _member(request, staff_id)
    actions.start_anew(found, by=request.actor, at=request.now)
    _hand_over(request, found)
    return _see_other(_member_url(staff_id))


@page(roles=_ADMINISTRATOR, methods=WRITING)
def colours(request: Request) -> HttpResponse:
    """The organisation's four colours, and how they look."""
    organisation = get_object_or_404(Organisation, teams__in=queries.looked_after_by(request.actor)[:1])
    now = {name: getattr(organisation, f"{name}_colour") for name in ("brand", "link", "button", "accent")}
    form = Colours(request.POST) if request.method == "POST" else Colours(initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_colours(organisation, **form.cleaned_data, by=request.actor, at=request.now)
        except NotYours:
            raise
        except Refused as refused:
            form.add_error(None, say_refusal(refused, request.actor.vocabulary))
        else:
            messages.success(request, _("The colours are changed."))
            return _see_other(reverse("teams:colours"))
    return render(request, "teams/colours.html", {"form": form, "organisation_named": organisation.name}, status=422 if form.errors else 200)


def _organisation_asked_for(request: Request) -> Organisation | None:
    try:
        return Organisation.objects.filter(id=UUID(request.GET.get("of", ""))).first()
    except ValueError:
        return None


@page(public=True)
def theme(request: Request) -> HttpResponse:
    """An organisation's colours as a stylesheet; the house's own when none is asked for."""
    found = _organisation_asked_for(request)
    chosen = (found.brand_colour, found.link_colour, found.button_colour, found.accent_colour) if found else ("", "", "", "")
    return HttpResponse(theme_css(*chosen), content_type="text/css; charset=utf-8", headers={"Cache-Control": f"public, max-age={_A_DAY}"})


@page(public=True)
def logo(request: Request) -> HttpResponse:
    """An organisation's logo."""
    found = _organisation_asked_for(request)
    if not found or not found.logo:
        raise Http404
    return HttpResponse(bytes(found.logo), content_type="image/png", headers={"Cache-Control": f"public, max-age={_A_DAY}"})
