"""What the engine knows of names, and what each likeness weighs: files that anybody can read and mend."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_KNOWLEDGE = Path(__file__).parent / "knowledge"


def _read(name: str) -> Any:
    return yaml.safe_load((_KNOWLEDGE / name).read_text())


@cache
def _forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for line in _read("given_names.yaml")["forms"].split(";"):
        for name in line.split():
            forms.setdefault(name, set()).add(line.split()[0])
    return {name: frozenset(firsts) for name, firsts in forms.items()}


@cache
def known_given_names() -> frozenset[str]:
    """Every first name we know to be one."""
    return frozenset(_forms()) | frozenset(_read("given_names.yaml")["others"].split())


@cache
def known_family_names() -> frozenset[str]:
    """The family names that are common enough to be known."""
    return frozenset(_common())


def one_name_in_two_forms(one: str, other: str) -> bool:
    """Whether two first names can be one: Peggy and Margaret."""
    return bool(_forms().get(one, frozenset()) & _forms().get(other, frozenset()))


def forms_of(name: str) -> frozenset[str]:
    """The names a first name is a form of, each as its line begins: of Peggy, margaret."""
    return _forms().get(name, frozenset())


@cache
def weights() -> dict[str, Any]:
    """How often each likeness is met in one person, one household, and strangers."""
    read: dict[str, Any] = _read("weights.yaml")
    return read


@cache
def how_common(family: str) -> float:
    """The share of people in Britain with this family name, roughly."""
    return float(_common().get(family, 1)) / 10_000


@cache
def _common() -> dict[str, int]:
    read: dict[str, int] = _read("surnames.yaml")["in_ten_thousand"]
    return read
