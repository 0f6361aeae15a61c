"""The team's own words, in templates, in the reader's language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import template

from alongside.foundation.words import Vocabulary
from alongside.web.ready.kept import language
from alongside.web.vocabulary import all_sentences, say_word, word_for
from alongside.web.vocabulary import say as say_sentence

register = template.Library()


@register.simple_tag(takes_context=True)
def word(context: Any, stored: str, many: bool = False, capital: bool = False) -> str:
    """A term as this team says it: `{% word "introduction" %}`, `{% word "introduction" many=True capital=True %}`."""
    return _word(stored, "", _vocabulary(context), language(context), many, capital)


@register.simple_tag(takes_context=True)
def said(context: Any, value: str, among: str, many: bool = False, capital: bool = False) -> str:
    """A stored choice as this team says it: `{% said level.level "journeys.LEVELS" %}`."""
    return _word(value, among, _vocabulary(context), language(context), many, capital)


@register.simple_tag(takes_context=True)
def say(context: Any, sentence: str, **parts: object) -> str:
    """A sentence that the two vocabularies say differently: `{% say "A good life for %(name)s" name=person.called %}`."""
    if parts:
        return say_sentence(all_sentences()[sentence], Vocabulary(_vocabulary(context)), **parts)
    return _sentence(sentence, _vocabulary(context), language(context))


def _vocabulary(context: Any) -> str:
    return context.get("vocabulary", Vocabulary.LOCAL_AREA_COORDINATION)


# The language is not handed on, but what is kept is kept for each.
@lru_cache(8192)
def _word(stored: str, among: str, vocabulary: str, language: str | None, many: bool, capital: bool) -> str:
    return say_word(word_for(stored, among), Vocabulary(vocabulary), many=many, capital=capital)


@lru_cache(8192)
def _sentence(sentence: str, vocabulary: str, language: str | None) -> str:
    return say_sentence(all_sentences()[sentence], Vocabulary(vocabulary))
