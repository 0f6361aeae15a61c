"""After who or where somebody is was put right: does that make them somebody who is known already?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.opening import Opened
from alongside.people.alike import alike
from alongside.people.queries import OutOfSight, others_like
from alongside.trail.doing import leave_trace
from alongside.trail.models import Change
from alongside.web.pages import Request
from alongside.web.writing import see_other

from .introducing import ASKED, too_often

ASKED_OF = "asked whether they are known elsewhere"
"""In the session: of whom that was asked, and what had last been changed of who and where they are."""


def known_elsewhere(request: Request, opened: Opened, answered: HttpResponse) -> HttpResponse:
    """What was saved is saved; whoever saved it is led to where both can be looked at, if there is anybody.

    Asking is written down, as when somebody is introduced.
    """
    if answered.status_code != 303 or too_often(request):
        return answered
    found = bool(others_like(opened.id) or alike(opened.id))
    _now_asked(request, opened)
    leave_trace(ASKED, about="page who", purpose="introduction", outcome="known" if found else "not known", at=request.now)
    if not found:
        return answered
    messages.warning(request, _("Now they look like somebody who is known already. See whether they are one person."))
    return see_other(reverse("desk:same as", args=[opened.id]))


def out_of_sight(request: Request, opened: Opened) -> list[OutOfSight] | None:
    """Who out of sight may be the same, asked and counted anew once who or where they are was changed; None when that was asked too often."""
    if request.session.get(ASKED_OF, {}).get(str(opened.id)) != _last_changed(opened):
        if too_often(request):
            return None
        found = others_like(opened.id)
        leave_trace(ASKED, about="page same", purpose="introduction", outcome="known" if found else "not known", at=request.now)
        _now_asked(request, opened)
        return found
    return others_like(opened.id)


def _last_changed(opened: Opened) -> int:
    changes = Change.objects.filter(person_id=opened.id, table__in=("people_person", "people_whereabouts")).order_by("-id")
    return changes.values_list("id", flat=True).first() or 0


def _now_asked(request: Request, opened: Opened) -> None:
    request.session[ASKED_OF] = {**request.session.get(ASKED_OF, {}), str(opened.id): _last_changed(opened)}
