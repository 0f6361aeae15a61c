"""How allauth treats our accounts: who may sign in at all, what is said, and the line that each leaves in the trail."""

from __future__ import annotations

import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from threading import Thread
from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.trail.doing import leave_trace
from alongside.web.by_key import by_key

from . import queries, signing_in
from .models import Staff

_SAID = {
    "account/messages/password_changed.txt": gettext_lazy("Your password is changed. Wherever else you were signed in, you no longer are."),
    "mfa/messages/totp_activated.txt": gettext_lazy("Your app is set up."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("The app is no longer asked for."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("Your passkey is set up."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("The passkey is removed."),
}
"""What allauth may announce, in our words; everything else the page itself shows."""


class StaffByPassword(AuthenticationBackend):
    """E-mail address and password; demo accounts open nothing outside the demo, whatever way they come."""

    def user_can_authenticate(self, user: Any) -> bool:
        return bool(user.is_active and (settings.DEMO or not user.in_demo))

    def get_user(self, user_id: Any) -> Staff | None:
        """Whose session it is; every page asks this."""
        staff = by_key(Staff, user_id)
        return staff if staff is not None and self.user_can_authenticate(staff) else None


class StaffAccounts(DefaultAccountAdapter):
    """Accounts are made by an administrator: nobody signs themselves up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy("This e-mail address and password do not go together. Check both and try again."),
        "incorrect_password": gettext_lazy("That is not your password. Try again."),
        "enter_current_password": gettext_lazy("That is not your password. Type the one you sign in with now."),
        "incorrect_code": gettext_lazy("That code is not right, or was used before. Type the one that is shown now."),
        "too_many_login_attempts": gettext_lazy("There were too many tries. Wait five minutes, then try again."),
        "rate_limited": gettext_lazy("There were too many tries. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        # Pages answer with pages. Only a passkey's question is fetched by a script.
        return request.path == reverse("mfa_login_webauthn") and request.headers.get("Accept") == "application/json"

    def pre_login(self, request: HttpRequest, user: Any, **_kwargs: Any) -> HttpResponse | None:
        if StaffByPassword().user_can_authenticate(user) and queries.seats_on(timezone.localdate()).filter(staff=user).exists():
            return None
        clear_login(request)
        leave_trace("tried to sign in", about=f"staff {user.pk}", purpose="the account is closed", outcome="refused")
        messages.error(request, _("This account is closed. Ask whoever looks after Alongside where you work."))
        return HttpResponseRedirect(reverse("account_login"))

    def login(self, request: Any, user: Any) -> None:
        super().login(request, user)
        request.now = timezone.now()
        full = signing_in.is_fully_signed_in(request)
        request.lines.known(queries.as_actor(user, on=timezone.localdate()))
        leave_trace("signed in", about=f"staff {user.pk}", purpose="two factors" if full else "one factor, to set up the second")

    def logout(self, request: Any) -> None:
        leave_trace("signed out", about=f"staff {request.user.pk}")
        super().logout(request)

    def reauthenticate(self, user: Any, password: str) -> bool:
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        # Whoever signed in within the last quarter of an hour has just shown who they are.
        shown = get_authentication_records(self.request, self.request.user)
        return not any(time.time() - record["at"] < account_settings.REAUTHENTICATION_TIMEOUT for record in shown)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        names = {
            "reauthenticate": _("Type your password instead"),
            "mfa_reauthenticate": _("Type a code instead"),
            "mfa_reauthenticate:webauthn": _("Use a passkey instead"),
        }
        return [method | {"description": names[method["id"]]} for method in super().get_reauthentication_methods(user)]

    def add_message(self, request: Any, level: int, message_template: str | None = None, *args: Any, message: str | None = None, **kwargs: Any) -> None:
        said = message or _SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        post(self.render_mail(template_prefix, email, {"request": self.request, "email": email} | context))


def post(letter: EmailMessage) -> None:
    """Send a letter beside the answer, so that the time an answer takes does not tell whether there is an account.

    What opens an account lies in no outbox that a team reads (docs/decisions/0058).
    """
    transaction.on_commit(lambda: Thread(target=letter.send, kwargs={"fail_silently": True}).start())


def path_to_choose_a_password(staff: Staff) -> str:
    """Where somebody chooses a first or a new password: works once, and for three days at most."""
    return reverse("account_reset_password_from_key", kwargs={"uidb36": staff.pk, "key": default_token_generator.make_token(staff)})


class SecondSteps(DefaultMFAAdapter):
    """Apps, passkeys and recovery codes. Their secrets lie encrypted in the database; the last one cannot be removed."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": StaffAccounts.error_messages["incorrect_code"],
        "cannot_delete_authenticator": gettext_lazy("This is your only second step. Set up another before you remove it."),
    }

    def _locks(self) -> MultiFernet:
        keys = (sha256(b"second factors " + key.encode()).digest() for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
        return MultiFernet([Fernet(urlsafe_b64encode(key)) for key in keys])

    def encrypt(self, text: str) -> str:
        return self._locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return self._locks().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            raise self.validation_error("incorrect_code") from None

    def get_totp_label(self, user: Staff) -> str:
        return user.email

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        return _("My passkey")

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
