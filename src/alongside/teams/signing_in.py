"""When somebody counts as signed in: two factors for everybody, one click for demo accounts in demo mode alone, and sessions that end."""

from __future__ import annotations

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.http import urlencode

DEMO_SIGN_IN = "signed in by one click"
SECOND_FACTOR = "second factor shown"
"""In the session of somebody who has just set one up: to set it up they had to show it."""
_LAST_SEEN = "last seen"
_BEGAN = "began"

WITH_ONE_FACTOR = frozenset({"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate", "account_logout", "teams:theme", "teams:logo"})
"""The only pages for whoever has shown one factor: setting up the second, and signing out. No person is on any of them."""


def is_fully_signed_in(request: Any) -> bool:
    """Whether this session has shown two factors, or is a demo session in demo mode."""
    session = request.session
    if session.get(DEMO_SIGN_IN):
        return bool(settings.DEMO and request.user.in_demo)
    shown = get_authentication_records(request, request.user)
    by_password = any(record.get("method") == "password" for record in shown)
    by_second = any(record.get("method") == "mfa" for record in shown) or bool(session.get(SECOND_FACTOR))
    # A passkey is two factors at once: the device, and the finger, face or PIN that it asked for.
    by_passkey = any(record.get("method") == "mfa" and record.get("passwordless") for record in shown)
    return by_passkey or (by_second and (by_password or bool(session.get(SECOND_FACTOR))))


def second_factor_is_fresh(request: Any) -> bool:
    """Whether a second step was shown within the last quarter of an hour: asked before what cannot be called back. A demo session has none to show."""
    if request.session.get(DEMO_SIGN_IN):
        return is_fully_signed_in(request)
    oldest = request.now.timestamp() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return any(record.get("method") == "mfa" and record.get("at", 0) > oldest for record in get_authentication_records(request, request.user))


def where_to_show_it_again(request: Any, then: str) -> str:
    """The page that asks for the second step once more and leads on; for whoever has only a passkey, that one's."""
    by_app = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.TOTP).exists()
    return f"{reverse('mfa_reauthenticate' if by_app else 'mfa_reauthenticate_webauthn')}?{urlencode({'next': then})}"


def has_a_second_factor(user: Any) -> bool:
    """Whether an app or a passkey is set up; recovery codes alone are none."""
    return Authenticator.objects.filter(user_id=user.pk).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def may_be_reached_with_one_factor(request: HttpRequest) -> bool:
    """Whether the page asked for is one of those few."""
    try:
        return resolve(request.path_info).view_name in WITH_ONE_FACTOR
    except Resolver404:
        return False


def has_ended(request: Any) -> bool:
    """Whether this session is too old, or nothing was asked in it for too long; notes when it last was, by the minute."""
    session, moment = request.session, int(request.now.timestamp())
    seen, began = session.get(_LAST_SEEN, moment), session.setdefault(_BEGAN, moment)
    if moment - seen > settings.SESSION_IDLE.total_seconds() or moment - began > settings.SESSION_LONGEST.total_seconds():
        return True
    if moment - seen >= 60 or _LAST_SEEN not in session:
        session[_LAST_SEEN] = moment
    return False


def end_session(request: Any) -> None:
    """End it now, and also when the page that was asked for is refused and its request undone."""
    session, key = request.session, request.session.session_key
    logout(request)
    request.afterwards.append(lambda: session.delete(key))
