"""The pages of signing in: allauth's, answering as all our pages do, each deed with its line in the trail.

Whatever is refused answers 422 and is undone but for what must stay: the session (a passkey's open question lies in it)
and the line. Failures are counted on a connection of their own (settings, `counting`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth as webauthn_auth
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _

from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import leave_trace

from . import signing_in
from .models import Staff

View = Callable[..., HttpResponse]
_SECRETS = ("password", "code", "credential")


def ours(view: View, *, failed: str = "", in_demo: bool = False) -> View:
    """An allauth page as a page of ours. `failed` is the verb in the trail when what was shown is not right."""

    @wraps(view)
    def shown(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.session.get(signing_in.DEMO_SIGN_IN) and not in_demo:
            raise NotYours(Sentence("In the demonstration nobody has a password or a second step: there is nothing to change."))
        response = view(request, *args, **kwargs)
        asked = getattr(response, "context_data", None) or {}
        if "js_data" in asked:
            asked["passkey_question"] = json.dumps(asked["js_data"], cls=DjangoJSONEncoder)
        if request.method == "POST":
            if response.status_code == 200:
                response.status_code = 422
            if response.status_code >= 400:
                request.afterwards.append(partial(_keep_session, request))
                if failed and any(request.POST.get(name) for name in _SECRETS):
                    request.afterwards.append(partial(leave_trace, failed, about=_whom(request), outcome="refused"))
        return response

    # Its name and its address are allauth's, which looks for them.
    shown.__module__ = "allauth"
    shown.declared = (True, (), ("GET", "HEAD", "POST"))  # type: ignore[attr-defined]
    return shown


def _keep_session(request: Any) -> None:
    session = request.session
    if session.session_key:
        session.save(must_create=not session.exists(session.session_key))


def _whom(request: Any) -> str:
    """The account that was tried, by its key: never the address that was typed."""
    if request.user.is_authenticated:
        return f"staff {request.user.pk}"
    stage = getattr(request, "_login_stage", None)
    tried = stage.login.user.pk if stage else Staff.objects.filter(email=request.POST.get("login", "").strip().lower()).values_list("id", flat=True).first()
    return f"staff {tried}" if tried else ""


class _Traced:
    """What is done here leaves a line."""

    request: Any
    verb = ""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        leave_trace(self.verb, about=f"staff {self.request.user.pk}")
        return response


class _Shown(_Traced):
    """A second step that was just set up has just been shown."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        self.request.session[signing_in.SECOND_FACTOR] = True
        self.request.session.cycle_key()
        return response


class ChangePassword(_Traced, account.PasswordChangeView):
    """From the old password to a new one; every other session ends."""

    verb = "changed their password"
    success_url = reverse_lazy("mfa_index")


class SetPassword(account.PasswordResetFromKeyView):
    """Where a link leads that lets somebody choose a password: once, and for three days at most."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        leave_trace("chose a password by a link", about=f"staff {self.reset_user.pk}")
        return response


class AddApp(_Shown, totp.ActivateTOTPView):
    """Set up an app that shows codes."""

    verb = "set up an app as second step"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        secret = context["form"].secret
        context["secret_in_fours"] = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)).lower()
        return context


class RemoveApp(_Traced, totp.DeactivateTOTPView):
    """The app is no longer asked for."""

    verb = "removed the app as second step"


class AddPasskey(_Shown, webauthn.AddWebAuthnView):
    """Set up a passkey. It always asks for a finger, a face or a PIN, so it can also sign somebody in by itself."""

    verb = "set up a passkey"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["js_data"] = {"creation_options": webauthn_auth.begin_registration(self.request.user, True)}
        return context


class RemovePasskey(_Traced, webauthn.RemoveWebAuthnView):
    """Forget a passkey, unless it is the only second step."""

    verb = "removed a passkey"
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        if not get_adapter().can_delete_authenticator(self.object):
            raise Refused(Sentence("This is your only second step. Set up another before you remove it."))
        return super().form_valid(form)


class RecoveryCodes(recovery_codes.ViewRecoveryCodesView):
    """The codes, this once; that they were shown is kept, so it has its line."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if context["can_view_codes"]:
            leave_trace("was shown their recovery codes", about=f"staff {self.request.user.pk}")
        return context


class NewRecoveryCodes(_Traced, recovery_codes.GenerateRecoveryCodesView):
    """New codes for the day the phone is lost; the old ones are void."""

    verb = "made new recovery codes"


class SignInByPasskey(webauthn.LoginWebAuthnView):
    """A passkey by itself is two factors."""

    def form_invalid(self, form: Any) -> HttpResponse:
        leave_trace("tried to sign in", purpose="passkey", outcome="refused")
        messages.error(self.request, _("That passkey is not known here. Sign in with your password, or use another passkey."))
        return HttpResponseRedirect(reverse("account_login"))


TRIED = "tried to sign in"
sign_in = ours(account.login, failed=TRIED, in_demo=True)
sign_out = ours(account.logout, in_demo=True)
sign_in_by_passkey = ours(SignInByPasskey.as_view())
second_step = ours(mfa.authenticate, failed=TRIED)
password_again = ours(account.reauthenticate, failed="tried to show who they are")
code_again = ours(mfa.reauthenticate, failed="tried to show who they are")
passkey_again = ours(webauthn.reauthenticate_webauthn, failed="tried to show who they are")
forgotten_password = ours(account.password_reset)
link_sent = ours(account.password_reset_done)
set_password = ours(SetPassword.as_view())
password_is_set = ours(account.password_reset_from_key_done)
change_password = ours(ChangePassword.as_view(), failed="tried to change their password")
second_steps = ours(mfa.index)
add_app = ours(AddApp.as_view(), failed="tried to set up an app as second step")
remove_app = ours(RemoveApp.as_view())
add_passkey = ours(AddPasskey.as_view(), failed="tried to set up a passkey")
remove_passkey = ours(RemovePasskey.as_view())
recovery_codes_page = ours(RecoveryCodes.as_view())
new_recovery_codes = ours(NewRecoveryCodes.as_view())
