"""Django's own tags for addresses and translated words, as they are but for one thing: what is the same for every page is worked out once.

`{% url %}`, `{% translate %}` and `{% blocktranslate %}` were most of the time a page took (docs/bench.md). Whatever is
out of the ordinary (a context, a name for the result, a number that is none) is left to Django.
"""

from __future__ import annotations

from html import escape
from typing import Any

from django import template
from django.template.base import Parser, Token, Variable, render_value_in_context
from django.template.defaulttags import URLNode, url
from django.templatetags.i18n import BlockTranslateNode, TranslateNode, do_block_translate, do_translate
from django.urls import NoReverseMatch
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from alongside.web.addresses import address_in, house
from alongside.web.ready.kept import kept, language

register = template.Library()
COUNTED = 1_000
"""Numbers below which it is kept which plural goes with them; languages differ in that."""


def _constant(expression: Any) -> str | None:
    """The words of an expression that is nothing but words."""
    if expression.filters or not isinstance(expression.var, (str, Variable)):
        return None
    said = expression.var if isinstance(expression.var, str) else expression.var.literal
    return said if isinstance(said, str) else None


class _Address(URLNode):
    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.page = _constant(self.view_name)

    def render(self, context: Any) -> str:
        page = self.page or self.view_name.resolve(context)
        if self.kwargs or not isinstance(page, str):
            return super().render(context)
        try:
            found = address_in(kept(context, house), page, [arg.resolve(context) for arg in self.args])
        except NoReverseMatch:
            if not self.asvar:
                raise
            found = ""
        if self.asvar:
            context[self.asvar] = found
            return ""
        return escape(found) if context.autoescape else found


class _Words(TranslateNode):
    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.said: dict[str | None, str] = {}
        self.plain = not (self.noop or self.asvar or self.message_context) and _constant(self.filter_expression) is not None

    def render(self, context: Any) -> str:
        if not self.plain:
            return super().render(context)
        spoken = language(context)
        if spoken not in self.said:
            self.said[spoken] = super().render(context)
        return self.said[spoken]


class _Sentence(BlockTranslateNode):
    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.said: dict[tuple[str | None, int | None], str] = {}
        self.words, names = self.render_token_list(self.singular)
        self.of_many, more = self.render_token_list(self.plural) if self.plural else ("", [])
        counted = {self.countervar: self.counter} if self.counter else {}
        self.gaps: dict[str, Any] = {name: {**self.extra_context, **counted}.get(name) for name in (*names, *more)}
        self.plain = not (self.asvar or self.message_context) and bool(self.plural) == bool(self.counter)

    def render(self, context: Any, nested: bool = False) -> str:
        if not self.plain:
            return super().render(context, nested)
        spoken, many = language(context), self.counter.resolve(context) if self.counter else None
        if self.counter and not (isinstance(many, int) and 0 <= many < COUNTED):
            return super().render(context, nested)
        if (spoken, many) not in self.said:
            self.said[spoken, many] = gettext(self.words) if many is None else ngettext(self.words, self.of_many, many)
        try:
            return self.said[spoken, many] % {name: self._filled(name, value, context) for name, value in self.gaps.items()}
        except (KeyError, ValueError):
            # A translation names a gap that is not there; Django falls back to the words as they were written.
            return super().render(context, nested)

    @staticmethod
    def _filled(name: str, given: Any, context: Any) -> str:
        value = given.resolve(context) if given is not None else context.get(name, "")
        if type(value) is str:
            return escape(value) if context.autoescape else value
        return value if type(value) is SafeString else render_value_in_context(value, context)


@register.tag("url")
def _url(parser: Parser, token: Token) -> URLNode:
    return _Address(**vars(url(parser, token)))


@register.tag("translate")
def _translate(parser: Parser, token: Token) -> TranslateNode:
    return _Words(**vars(do_translate(parser, token)))


@register.tag("blocktranslate")
def _blocktranslate(parser: Parser, token: Token) -> BlockTranslateNode:
    return _Sentence(**vars(do_block_translate(parser, token)))
