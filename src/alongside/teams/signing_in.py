"""Signing in: two factors for everybody, one click for demo accounts in demo mode alone, and sessions that end."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

DEMO_SIGN_IN = "signed in by one click"
_SECOND_FACTOR = "second factor shown"
_LAST_SEEN = "last seen"
_ONE_FACTOR_PATHS = ("/accounts/", "/static/", "/theme/")


class StaffAccounts(DefaultAccountAdapter):
    """Accounts are made by an administrator: nobody signs themselves up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


def is_fully_signed_in(request: Any) -> bool:
    """Whether this session has shown two factors, or is a demo session in demo mode."""
    session = request.session
    if session.get(DEMO_SIGN_IN):
        return bool(settings.DEMO and request.user.in_demo)
    if session.get(_SECOND_FACTOR):
        return True
    methods = session.get("account_authentication_methods", [])
    return any(method.get("method") == "mfa" for method in methods)


def may_be_reached_with_one_factor(request: HttpRequest) -> bool:
    """The pages on which a second factor is set up or shown, and signing out; no person is on any of them."""
    return request.path.startswith(_ONE_FACTOR_PATHS)


def has_gone_idle(request: Any) -> bool:
    """Whether nothing was asked in this session for longer than SESSION_IDLE; notes when it last was, by the minute."""
    moment = int(request.now.timestamp())
    seen = request.session.get(_LAST_SEEN, moment)
    if moment - seen > settings.SESSION_IDLE.total_seconds():
        return True
    if moment - seen >= 60 or _LAST_SEEN not in request.session:
        request.session[_LAST_SEEN] = moment
    return False
