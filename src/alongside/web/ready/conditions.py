"""The conditions of `{% if %}` as functions of the context: the same answers, and as there a comparison that cannot be made does not hold."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import partial
from typing import Any

Holds = Callable[[Any], Any]

_COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "is": operator.is_,
    "is not": operator.is_not,
    "in": lambda one, several: one in several,
    "not in": lambda one, several: one not in several,
}


def holds(condition: Any) -> Holds:
    """What `condition.eval` says."""
    if condition.id == "literal":
        return partial(condition.value.resolve, ignore_failures=True)
    first = holds(condition.first)
    if condition.id == "not":
        return _not(first)
    if condition.id in ("and", "or"):
        return (_both if condition.id == "and" else _either)(first, holds(condition.second))
    compare, other = _COMPARED[condition.id], condition.second
    if other.id == "literal" and not other.value.is_var and not other.value.filters:
        return _compared_with(compare, first, other.value.var)
    return _compared(compare, first, holds(other))


def _not(first: Holds) -> Holds:
    def answer(context: Any) -> Any:
        try:
            return not first(context)
        except Exception:
            return False

    return answer


def _both(first: Holds, second: Holds) -> Holds:
    def answer(context: Any) -> Any:
        try:
            return first(context) and second(context)
        except Exception:
            return False

    return answer


def _either(first: Holds, second: Holds) -> Holds:
    def answer(context: Any) -> Any:
        try:
            return first(context) or second(context)
        except Exception:
            return False

    return answer


def _compared(compare: Callable[[Any, Any], Any], first: Holds, second: Holds) -> Holds:
    def answer(context: Any) -> Any:
        try:
            return compare(first(context), second(context))
        except Exception:
            return False

    return answer


def _compared_with(compare: Callable[[Any, Any], Any], first: Holds, words: Any) -> Holds:
    def answer(context: Any) -> Any:
        try:
            return compare(first(context), words)
        except Exception:
            return False

    return answer
