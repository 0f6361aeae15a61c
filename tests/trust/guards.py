"""The headers by which a browser is told what to refuse on a page's behalf."""

from __future__ import annotations

from collections.abc import Mapping

GUARDS = {
    "Content-Security-Policy": "base-uri 'none'; connect-src 'self'; default-src 'none'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; img-src 'self' data:; object-src 'none'; script-src 'self'; style-src 'self'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer must carry, word for word: written here once more, so that no setting can be loosened unnoticed."""

OF_A_PICTURE = GUARDS | {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox"}
"""What an answer that is a picture carries: opened by itself it loads nothing, runs nothing, stands in no frame."""


def guards_for(kind: str) -> dict[str, str]:
    """What an answer of this kind must carry."""
    return OF_A_PICTURE if kind == "image/jpeg" else GUARDS


def guards_in(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that guard an answer; the policy's directives in order, for django-csp gives them in none."""
    policy = {"Content-Security-Policy": "; ".join(sorted(headers.get("Content-Security-Policy", "").split("; ")))}
    return {name: headers.get(name, "") for name in GUARDS} | policy
