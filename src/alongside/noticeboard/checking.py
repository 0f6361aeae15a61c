"""What to look at next, so that the noticeboard stays true: what matters most first."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.directory.words import BECAME_OF_IT
from alongside.foundation.actor import TEAM_ROLES
from alongside.web.pages import Request, page

from .weighing import to_check


@page(roles=tuple(TEAM_ROLES))
def checking(request: Request) -> HttpResponse:
    """What whoever runs it answered, where a source says otherwise, what is said to be wrong, and what people use that nobody has confirmed for long."""
    return render(request, "noticeboard/to_check.html", {"lines": to_check(today=timezone.localdate(request.now)), "became_of_it": BECAME_OF_IT})
