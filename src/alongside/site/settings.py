"""Settings. Everything that differs between places comes from the environment; nothing is read from a file here."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[3]

DEMO = os.environ.get("ALONGSIDE_DEMO") == "1"
"""Invented neighbours, one-click sign-in. `alongside demo` sets it; production never does."""

DEBUG = False
SECRET_KEY = os.environ.get("ALONGSIDE_SECRET_KEY", "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "ALONGSIDE_SECRET_KEY is not set. Start with the alongside command, which makes one for a trial, or for "
        "production set it to 50 or more random characters, kept out of the repository."
    )
# After a change of the key: the one before, until everybody has signed in again and second steps are kept with the new one.
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("ALONGSIDE_OLD_SECRET_KEYS", "").split(",") if key]
HTTPS = os.environ.get("ALONGSIDE_HTTPS", "0" if DEMO else "1") == "1"
ALLOWED_HOSTS = os.environ.get("ALONGSIDE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("ALONGSIDE_ORIGINS", "").split(",") if o]


def _database(url: str) -> dict[str, object]:
    at = urlsplit(url)
    asked = {name: values[0] for name, values in parse_qs(at.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": at.path.lstrip("/"),
        "USER": unquote(at.username or ""),
        "PASSWORD": unquote(at.password or ""),
        "HOST": asked.pop("host", at.hostname or ""),
        "PORT": at.port or "",
        "OPTIONS": asked,
        # Days begin and end for the database's rules (current_date) as they do for people here.
        "TIME_ZONE": "Europe/London",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": False,
    }


# Two roles on one database: `default` owns nothing and cannot pass row security; `owner` makes tables.
# The embedded PostgreSQL sets both addresses before this file is read (alongside/site/command.py).
_APP_URL = os.environ.get("DATABASE_URL", "postgresql://alongside_app@/alongside")
_OWNER_URL = os.environ.get("DATABASE_OWNER_URL", "postgresql://alongside_owner@/alongside")
# `counting` is the first role once more, on a connection of its own: a failed sign-in stays counted when its request is undone.
DATABASES = {"default": _database(_APP_URL), "owner": _database(_OWNER_URL), "counting": _database(_APP_URL)}
DATABASE_ROUTERS = ["alongside.site.routing.OwnerMigrates", "alongside.site.routing.CountsApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOMS = [
    "foundation",
    "web",
    "trail",
    "places",
    "teams",
    "notices",
    "people",
    "directory",
    "introductions",
    "journeys",
    "groups",
    "meetings",
    "handovers",
    "connections",
    "gaps",
    "money",
    "outcomes",
    "value",
    "feedback",
    "access",
    "pictures",
    "desk",
    "noticeboard",
    "evidence",
    "exchange",
    "mine",
    "site",
]
"""Every room of the house, from the ground up."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    # Before allauth, so that our pages stand in front of its own.
    *(f"alongside.{room}" for room in ROOMS if room != "foundation" and (ROOT / "src/alongside" / room / "apps.py").exists()),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # These three stand outside whatever may fail, so that an error carries what a page does.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "alongside.web.headers.quiet_headers",
    "alongside.trail.request.one_transaction",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "alongside.web.speaking.TheirLanguage",
    "django.middleware.common.CommonMiddleware",
    # Before the one that reads a form to find its token.
    "alongside.web.uploads.unread_if_huge",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.teams.request.known_actor",
    "django_htmx.middleware.HtmxMiddleware",
    "alongside.web.guessing_links.Guarded",
    "alongside.web.refusing.say_refusals",
]

ROOT_URLCONF = "alongside.site.urls"
WSGI_APPLICATION = "alongside.site.wsgi.application"
CSRF_FAILURE_VIEW = "alongside.web.refusing.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "src/alongside/site/templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "alongside.web.ready.loading.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "alongside.site.furniture.furniture",
            ],
            "builtins": [
                "alongside.web.templatetags.components",
                "alongside.web.templatetags.wording",
                "django.templatetags.i18n",
                # After Django's, whose tags for addresses and translated words it stands in for.
                "alongside.web.templatetags.worked_out_once",
            ],
        },
    }
]

# --- Signing in -------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "teams.Staff"
AUTHENTICATION_BACKENDS = ["alongside.teams.accounts.StaffByPassword"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "alongside.teams.accounts.StaffAccounts"
ACCOUNT_FORMS = {
    "login": "alongside.teams.sign_in_forms.SignIn",
    "reauthenticate": "alongside.teams.sign_in_forms.PasswordAgain",
    "change_password": "alongside.teams.sign_in_forms.ChangePassword",
    "reset_password": "alongside.teams.sign_in_forms.ForgottenPassword",
    "reset_password_from_key": "alongside.teams.sign_in_forms.NewPassword",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - a class
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/5m/ip,10/5m/key", "reset_password": "10/5m/ip,5/5m/key"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "alongside.teams.accounts.SecondSteps"
MFA_FORMS = {
    "authenticate": "alongside.teams.sign_in_forms.SecondStep",
    "reauthenticate": "alongside.teams.sign_in_forms.SecondStepAgain",
    "activate_totp": "alongside.teams.sign_in_forms.AddApp",
    "add_webauthn": "alongside.teams.sign_in_forms.AddPasskey",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator has given the address
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Alongside"
MFA_TOTP_TOLERANCE = 1  # half a minute either way: phones' clocks
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "front"
ACCOUNT_LOGOUT_REDIRECT_URL = "front"

SESSION_ENGINE = "alongside.web.sessions"
SESSION_LONGEST = timedelta(hours=10)
SESSION_IDLE = timedelta(minutes=int(os.environ.get("ALONGSIDE_IDLE_MINUTES", "60")))
SESSION_COOKIE_AGE = int(SESSION_LONGEST.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- What every answer carries --------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
if os.environ.get("ALONGSIDE_BEHIND_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Failed sign-ins are counted by address: the visitor's, which the proxy adds last, not the proxy's own.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
LAWFUL_BASIS = os.environ.get("ALONGSIDE_LAWFUL_BASIS", "")
"""On what basis in law records are kept here, as people read it in their own copy; empty for the usual one of councils and the NHS."""
PROXIES = os.environ.get("ALONGSIDE_PROXIES", "")
"""A folder with a deployer's own proxies, and in `indexes` indexes of prices."""
DROP_BOX = os.environ.get("ALONGSIDE_DROP_BOX", "")
"""A folder of e-mails by which people are introduced (`alongside read-drop-box`); empty where there is none."""
FEEDS_FROM = os.environ.get("ALONGSIDE_FEEDS_FROM", "")
"""Networks inside our own walls that feeds may be read from all the same, such as `192.0.2.0/24`: whoever runs the machine says so, and no page can."""
MEANING = os.environ.get("ALONGSIDE_MEANING", "1") == "1"
"""Whether entries are found by meaning too, where its weights are installed."""

MAP_FILE = os.environ.get("ALONGSIDE_MAP_FILE", "")
"""A map in one file (PMTiles, of pictures), which is served from here."""
MAP_TILES_URL = os.environ.get("ALONGSIDE_TILES_URL", "")
MAP_ATTRIBUTION = os.environ.get("ALONGSIDE_TILES_ATTRIBUTION", "")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:", *([f"https://{urlsplit(MAP_TILES_URL).netloc}"] if MAP_TILES_URL else [])],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

LINKS_GUESSED = int(os.environ.get("ALONGSIDE_LINKS_GUESSED", "40"))
"""Addresses that open nothing, in five minutes and from one place, after which no link is opened from there. A council may be one place."""
LINKS_ANSWERED = int(os.environ.get("ALONGSIDE_LINKS_ANSWERED", "60"))
"""Answers by one link in an hour."""

# A form that brings a file is refused, but for pages that say that they take one (alongside/web/uploads.py).
FILE_UPLOAD_HANDLERS = ["alongside.web.uploads.OnlyWhereTaken"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
DATA_UPLOAD_MAX_NUMBER_FILES = 1

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_cache",
        "TIMEOUT": 900,
        # At Django's own 300, whoever guesses at many accounts would push the counts of the first out.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

# --- Words and places ---------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
if os.environ.get("ALONGSIDE_WELSH", "1") == "1":
    LANGUAGES.append(("cy", _("Welsh")))
PAGES_IN_WELSH = {
    "front",
    "web:accessibility",
    *(f"noticeboard:{page}" for page in ("search", "entry", "card", "short list", "short address", "still right", "new", "keep gap", "not right")),
    *(f"desk:{page}" for page in ("handed", "handed open", "handed answer", "seat", "seat open", "seat one", "seat propose", "seat answer")),
    "introductions:bring",
    "feedback:how it was",
    *(f"groups:{page}" for page in ("register", "still going", "their page", "their pack")),
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
}
"""Pages of which every sentence has been translated; whoever asked for Welsh reads all others in English still (web/speaking.py)."""
LOCALE_PATHS = [ROOT / "src/alongside/locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
DATE_FORMAT = "j F Y"

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static/built"] if (ROOT / "static/built").exists() else []
STATIC_ROOT = ROOT / "static/collected"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Without a mail server nothing is sent; an administrator hands over links by other ways.
EMAIL_HOST = os.environ.get("ALONGSIDE_EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("ALONGSIDE_EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("ALONGSIDE_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("ALONGSIDE_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("ALONGSIDE_EMAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
NOTICES_SIGNED = os.environ.get("ALONGSIDE_SIGNED", "")
"""By which name what goes out is signed; empty for the organisation's own. For whom that would give a condition away: “Community team”."""
# GOV.UK Notify, for public bodies: its key, and which of its templates a text and a letter use.
NOTIFY_KEY = os.environ.get("ALONGSIDE_NOTIFY_KEY", "")
NOTIFY_TEXT = os.environ.get("ALONGSIDE_NOTIFY_TEXT", "")
NOTIFY_LETTER = os.environ.get("ALONGSIDE_NOTIFY_LETTER", "")
NOTIFY_URL = os.environ.get("ALONGSIDE_NOTIFY_URL", "https://api.notifications.service.gov.uk")
DEFAULT_FROM_EMAIL = os.environ.get("ALONGSIDE_FROM", "alongside@example.org")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"wordless": {"()": "alongside.web.logs.Wordless"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["wordless"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
