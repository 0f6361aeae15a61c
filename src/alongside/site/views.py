"""The front page, one-click sign-in for the demo, and the pages for when something is wrong."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.teams.models import Staff
from alongside.teams.signing_in import DEMO_SIGN_IN
from alongside.trail.doing import leave_trace
from alongside.web.pages import Request, page

from .demo_roles import roles_to_try
from .furniture import ways


@page(public=True)
def front(request: Request) -> HttpResponse:
    """In the demo, each role as one click; otherwise the day, or the noticeboard."""
    if settings.DEMO:
        return render(request, "site/front.html", {"roles": roles_to_try()})
    return HttpResponseRedirect(ways(request.actor, "")[0].url)


@page(public=True, methods=("POST",))
def sign_in_with_one_click(request: Request, staff_id: UUID) -> HttpResponse:
    """Be one of the invented staff. There is no such page outside the demo."""
    if not settings.DEMO:
        raise Http404
    staff = get_object_or_404(Staff, id=staff_id, in_demo=True, is_active=True)
    request.session.flush()
    login(request, staff, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[DEMO_SIGN_IN] = True
    leave_trace("signed in", about=f"staff {staff.id}", purpose="demo")
    role = next((role for role in roles_to_try() if role.staff_id == staff.id), None)
    return HttpResponseRedirect(role.begins_at if role else reverse("front"))


def _page(request: HttpRequest, template: str, status: int, sentence: str) -> HttpResponse:
    return render(request, template, {"sentence": sentence}, status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """What the browser sent could not be read (400)."""
    return _page(request, "400.html", 400, _("The browser sent something we could not read. Go back and try again."))


def not_yours(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Somebody is signed in, and this is not theirs (403)."""
    return _page(request, "403.html", 403, _("This page is not yours to see."))


def not_there(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """There is no such page, or none for them: both look the same (404)."""
    return _page(request, "404.html", 404, _("This page is not there, or not yours to see."))


def our_fault(request: HttpRequest) -> HttpResponse:
    """Something broke here (500); nothing of it is shown."""
    # Without the request: what failed may be the database, or whatever every other page has around it.
    return HttpResponse(
        get_template("500.html").render({"sentence": _("Something went wrong on our side. Nothing was saved; drafts are kept. Try again in a minute.")}),
        status=500,
    )
