"""Whether this machine is set up safely: a list of questions, each with its answer in a sentence and how to mend it."""

from __future__ import annotations

from importlib import import_module

from .asking import Finding, asked, one

_SUBJECTS = ("roles", "fences", "server", "settings_here", "accounts", "keeping_safe")


def findings(*, only_what_stops_serving: bool = False) -> list[Finding]:
    """Ask everything, in order; or only that without which nothing is served."""
    one("SELECT 1")  # when nothing answers, that is all there is to say
    for subject in _SUBJECTS:
        import_module(f"{__name__}.{subject}")
    return [question() for question in asked if question.stops_serving or not only_what_stops_serving]


__all__ = ["Finding", "findings"]
