"""The team's own words, in templates, in the reader's language."""

from __future__ import annotations

from typing import Any

from django import template

from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import all_sentences, say_word, word_for
from alongside.web.vocabulary import say as say_sentence

register = template.Library()


@register.simple_tag(takes_context=True)
def word(context: dict[str, Any], stored: str, many: bool = False, capital: bool = False) -> str:
    """A term as this team says it: `{% word "introduction" %}`, `{% word "introduction" many=True capital=True %}`."""
    return say_word(word_for(stored), _vocabulary(context), many=many, capital=capital)


@register.simple_tag(takes_context=True)
def said(context: dict[str, Any], value: str, among: str, many: bool = False, capital: bool = False) -> str:
    """A stored choice as this team says it: `{% said level.level "journeys.LEVELS" %}`."""
    return say_word(word_for(value, among), _vocabulary(context), many=many, capital=capital)


@register.simple_tag(takes_context=True)
def say(context: dict[str, Any], sentence: str, **parts: object) -> str:
    """A sentence that the two vocabularies say differently: `{% say "A good life for %(name)s" name=person.called %}`."""
    return say_sentence(all_sentences()[sentence], _vocabulary(context), **parts)


def _vocabulary(context: dict[str, Any]) -> Vocabulary:
    return Vocabulary(context.get("vocabulary", Vocabulary.LOCAL_AREA_COORDINATION))
