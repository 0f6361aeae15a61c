"""What a partner sees: who was named to them, and the words that were agreed."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.access.models import Naming
from alongside.access.opening import leave_a_look
from alongside.foundation.actor import Role
from alongside.web.pages import Request, page


@page(roles=(Role.PARTNER,))
def named_to_me(request: Request) -> HttpResponse:
    """Everybody named to this partner today; the naming is the reason, and its end is the end."""
    on = timezone.localdate(request.now)
    named = list(Naming.objects.filter(partner_id=request.actor.id, since__lte=on, until__gt=on).select_related("person", "by").order_by("person__name", "id"))
    for ground in dict.fromkeys(naming.ground for naming in named):
        leave_a_look(request, f"named to them, {ground}", *(naming.person_id for naming in named if naming.ground == ground))
    return render(request, "desk/named_to_me.html", {"named": named})
