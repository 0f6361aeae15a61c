"""The rows that pages of what is missing are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404

from alongside.directory.models import Gap
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import Request
from alongside.web.vocabulary import say_refusal

from ..models import Barrier, Bundle
from ..queries import bundles_there


def bundle_there(bundle_id: UUID) -> Bundle:
    """What is missing, or no such page."""
    found = bundles_there().filter(id=bundle_id).first()
    if found is None:
        raise Http404
    return found


def barrier_there(barrier_id: UUID) -> Barrier:
    """The barrier, or no such page."""
    found = Barrier.objects.select_related("bundle__locality").filter(id=barrier_id).first()
    if found is None:
        raise Http404
    return found


def ticked(request: Request) -> list[Gap]:
    """The wishes that were ticked, as far as the one who asks may read them, in the order in which they were kept."""
    keys = []
    for typed in request.POST.getlist("wish"):
        try:
            keys.append(UUID(typed))
        except ValueError:
            continue
    return list(Gap.objects.filter(id__in=keys).order_by("id"))


def pressed(request: Request, do: Callable[[], Any], said: str) -> bool:
    """Do it and say so, or say in a sentence why not; whether it was done."""
    try:
        do()
    except NotYours:
        raise
    except Refused as refused:
        messages.warning(request, say_refusal(refused, request.actor.vocabulary))
        return False
    messages.success(request, said)
    return True
