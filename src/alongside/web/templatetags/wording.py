"""The team's own words, in templates."""

from __future__ import annotations

from typing import Any

from django import template

from alongside.foundation.words import Vocabulary, Word
from alongside.web.vocabulary import word_for

register = template.Library()


@register.simple_tag(takes_context=True)
def word(context: dict[str, Any], stored: str, many: bool = False, capital: bool = False) -> str:
    """A term as this team says it: `{% word "introduction" %}`, `{% word "introduction" many=True capital=True %}`."""
    return _said(context, word_for(stored), many, capital)


@register.simple_tag(takes_context=True)
def said(context: dict[str, Any], value: str, among: str, many: bool = False, capital: bool = False) -> str:
    """A stored choice as this team says it: `{% said level.level "journeys.LEVELS" %}`."""
    return _said(context, word_for(value, among), many, capital)


def _said(context: dict[str, Any], found: Word, many: bool, capital: bool) -> str:
    vocabulary = context.get("vocabulary", Vocabulary.LOCAL_AREA_COORDINATION)
    text = found.said_of_many(vocabulary) if many else found.said(vocabulary)
    return text[:1].upper() + text[1:] if capital else text
