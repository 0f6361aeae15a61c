"""After who or where somebody is was put right: does that make them somebody who is known already?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.opening import Opened
from alongside.people.alike import alike
from alongside.people.queries import others_like
from alongside.trail.doing import leave_trace
from alongside.web.pages import Request
from alongside.web.writing import see_other

from .introducing import ASKED, too_often


def known_elsewhere(request: Request, opened: Opened, answered: HttpResponse) -> HttpResponse:
    """What was saved is saved; whoever saved it is led to where both can be looked at, if there is anybody.

    Asking is written down, as when somebody is introduced.
    """
    if answered.status_code != 303 or too_often(request):
        return answered
    found = bool(others_like(opened.id) or alike(opened.id))
    leave_trace(ASKED, about="page who", purpose="introduction", outcome="known" if found else "not known", at=request.now)
    if not found:
        return answered
    messages.warning(request, _("Now they look like somebody who is known already. See whether they are one person."))
    return see_other(reverse("desk:same as", args=[opened.id]))
