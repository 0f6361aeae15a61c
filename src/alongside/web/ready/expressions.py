"""What a template asks of its context, found in fewer steps than Django takes; whatever is out of the ordinary is left to Django."""

from __future__ import annotations

from typing import Any

from django.template.base import FilterExpression, Variable, VariableDoesNotExist
from django.utils.safestring import SafeData, mark_safe
from django.utils.timezone import template_localtime

from .kept import language

_NOT_THERE = object()
"""What is found where nothing is. Django raises instead, and saying in words what it missed takes longer than the rest of a line."""


class Expression(FilterExpression):
    """A variable with its filters."""

    __slots__ = ("first", "rest", "steps")

    def __init__(self, read: FilterExpression) -> None:
        for name in FilterExpression.__slots__:
            setattr(self, name, getattr(read, name))
        self.first, *rest = read.var.lookups
        self.rest = tuple(rest)
        self.steps = [_step(*one) for one in read.filters]

    @classmethod
    def can_stand_for(cls, read: Any) -> bool:
        """Whether it is a variable that is looked up: words and numbers are none, nor is what waits to be translated."""
        return type(read) is FilterExpression and type(read.var) is Variable and read.var.lookups is not None and not read.var.translate

    def resolve(self, context: Any, ignore_failures: bool = False) -> Any:
        """As Django's."""
        value = self._found(context)
        if not self.steps and value is not _NOT_THERE:
            return value
        if value is _NOT_THERE:
            if not ignore_failures and context.template.engine.string_if_invalid:
                return super().resolve(context)
            value = None if ignore_failures else ""
        for change, given, args, in_their_time, in_their_language, minds_markup, keeps_markup in self.steps:
            if given is None:
                given = [arg.resolve(context) if is_variable else mark_safe(arg) for is_variable, arg in args]  # noqa: S308 - as Django does
            before = template_localtime(value, context.use_tz) if in_their_time else value
            if in_their_language:
                value = change(before, *given, language=language(context))
            else:
                value = change(before, *given, autoescape=context.autoescape) if minds_markup else change(before, *given)
            if keeps_markup and isinstance(before, SafeData):
                value = mark_safe(value)  # noqa: S308 - it was safe before, and the filter says that it leaves it so
        return value

    def _found(self, context: Any) -> Any:
        first = self.first
        for held in reversed(context.dicts):
            if first in held:
                value = held[first]
                break
        else:
            return _NOT_THERE
        if callable(value):
            return self._found_by_django(context)
        for name in self.rest:
            if type(value) is dict:
                if name in value:
                    value = value[name]
                else:
                    return self._found_by_django(context) if hasattr(value, name) or name.isdecimal() else _NOT_THERE
            elif value is None:
                return _NOT_THERE
            elif hasattr(type(value), "__getitem__"):
                return self._found_by_django(context)
            else:
                try:
                    value = getattr(value, name)
                except (AttributeError, TypeError):
                    return self._found_by_django(context)
            if callable(value):
                return self._found_by_django(context)
        return value

    def _found_by_django(self, context: Any) -> Any:
        try:
            return self.var.resolve(context)
        except VariableDoesNotExist:
            return _NOT_THERE


_SAID_OF_ITSELF = ("expects_localtime", "expects_language", "needs_autoescape", "is_safe")


def _step(change: Any, args: list[tuple[bool, Any]]) -> tuple[Any, ...]:
    """A filter, what it is given where that is the same for every page (else None, and how to ask for it), and what the filter says of itself."""
    always = all(arg.lookups is None and not arg.translate if is_variable else isinstance(arg, str) for is_variable, arg in args)
    given = [arg.literal if is_variable else mark_safe(arg) for is_variable, arg in args] if always else None  # noqa: S308 - words of the template
    return change, given, args, *(bool(getattr(change, name, False)) for name in _SAID_OF_ITSELF)
