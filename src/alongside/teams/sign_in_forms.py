"""The forms of signing in: allauth's, with nothing written inside the boxes, and with failures counted by address for good."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.core.internal import ratelimit
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .accounts import path_to_choose_a_password, post
from .models import Staff

_FAILED: dict[str, str] = {"app": "allauth.account", "action": "login_failed"}


class Plain:
    """No words inside boxes, and no HTML in hints."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""


class StillCounted(Plain):
    """A right code takes back its own account's failures, but not those that came from the same address.

    Otherwise whoever holds one account could guess at all the others, and sign in now and then to be forgiven.
    """

    errors: Any

    def full_clean(self) -> None:
        keys = [ratelimit.get_cache_key(context.request, rate=rate, **_FAILED) for rate in ratelimit.get_rates(**_FAILED) if rate.per == "ip"]
        before = {key: cache.get(key) for key in keys}
        super().full_clean()  # type: ignore[misc]
        if not self._errors:  # type: ignore[attr-defined]
            cache.set_many({key: failures for key, failures in before.items() if failures})


class OnceOnly(StillCounted):
    """A code that was taken is not taken again for as long as a phone's clock may be out.

    allauth remembers it for one step (30 seconds), but takes the step before and the one after as well.
    """

    user: Staff

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        as_long_as = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        if not cache.add(f"code-taken?user={self.user.pk}&code={''.join(code.split())}", 1, timeout=as_long_as):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SignIn(Plain, account.LoginForm):
    """E-mail address and password: the first factor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"
        self.fields["login"].error_messages["required"] = _("Type the e-mail address you work with.")
        self.fields["password"].error_messages["required"] = _("Type your password.")


class PasswordAgain(Plain, account.ReauthenticateForm):
    """The password once more, before something about signing in is changed."""


class ChangePassword(Plain, account.ChangePasswordForm):
    """From the old password to a new one."""


class NewPassword(Plain, account.ResetPasswordKeyForm):
    """A first password, or a new one for a forgotten one."""


class ForgottenPassword(Plain, account.ResetPasswordForm):
    """Sends a link, if there is somebody with that address; the answer is the same, and takes as long, if there is not."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email: str = self.cleaned_data["email"]
        theirs = [user for user in self.users if not user.in_demo]
        somebody = theirs[0] if theirs else Staff(email=email)
        link = request.build_absolute_uri(path_to_choose_a_password(somebody))
        letter = account.get_adapter().render_mail("account/email/password_reset_key", email, {"user": somebody, "password_reset_url": link})
        if theirs:
            post(letter)
        return email


class SecondStep(OnceOnly, mfa.AuthenticateForm):
    """A code from the app, or a recovery code: the second factor."""


class SecondStepAgain(OnceOnly, mfa.ReauthenticateForm):
    """A code once more, before something about signing in is changed."""


class AddApp(OnceOnly, ActivateTOTPForm):
    """The first code of a new app shows that it works."""


class AddPasskey(Plain, AddWebAuthnForm):
    """What the browser made, and a name by which its owner knows it."""
