"""Words that may mean somebody is in danger now: then a person to ring stands first, before any place to go."""

from __future__ import annotations

from alongside.foundation.folding import fold

_DANGER = [
    "suicide",
    "suicidal",
    "kill-myself",
    "kill-himself",
    "kill-herself",
    "end-my-life",
    "end-it-all",
    "self-harm",
    "self-harming",
    "hurt-myself",
    "overdose",
    "hits-me",
    "hit-me",
    "beats-me",
    "beat-me",
    "hurts-me",
    "hurting-me",
    "rape",
    "raped",
    "abuse",
    "abused",
    "abusing",
    "strangled",
    "threatens-me",
    "threatened-me",
    "afraid-of-him",
    "afraid-of-her",
    "scared-of-him",
    "scared-of-her",
    "not-safe",
    "unsafe",
]


def may_be_in_danger(words: str) -> bool:
    """Whether these words may be about somebody's life or safety. It says so too often rather than too seldom."""
    folded = f" {fold(words)} "
    return any(f" {sign.replace('-', ' ')} " in folded for sign in _DANGER)
