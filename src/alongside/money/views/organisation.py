"""Whose money a page is about."""

from __future__ import annotations

from django.http import Http404

from alongside.foundation.actor import Role
from alongside.teams.models import Organisation
from alongside.web.pages import Request

from .. import queries


def ours(request: Request) -> Organisation:
    """The organisation of which somebody is a manager; no page where there is none."""
    found = queries.organisation_of(request.actor, Role.MANAGER)
    if found is None:
        raise Http404
    return found
