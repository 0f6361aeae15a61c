"""Whatever we say can be said in another language; each rule is shown to bite."""

from __future__ import annotations

import ast

import pytest
from django.utils import translation

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence, Vocabulary, Word
from alongside.web.vocabulary import all_sentences, all_words, say_refusal, say_word, word_for
from tests.building import days_ago
from tests.house import markup, sentences
from tests.house.looking import python_trees

KNOWN = frozenset({"known"})


def everything_said():
    return [word for among in all_words().values() for word in among.values()] + list(all_sentences().values())


@pytest.mark.parametrize("rule", [sentences.mute_refusals, sentences.mute_sentences, sentences.said_untranslated])
def test_the_house_says_nothing_that_cannot_be_translated(rule):
    assert [str(fault) for path, tree in python_trees() for fault in rule(path, tree)] == []


def test_every_word_and_sentence_is_in_the_template_of_all_translations():
    assert list(sentences.unknown_to_translators(everything_said(), sentences.catalogue())) == []


def test_the_template_of_all_translations_is_what_the_code_says():
    assert sentences.template_is_old() == ""


def test_no_translation_is_of_something_nobody_says():
    assert list(sentences.no_longer_said(sentences.catalogue())) == []


def test_no_page_shows_a_word_as_it_is_stored():
    assert [str(fault) for path, text in markup.templates() for fault in sentences.shown_as_stored(path, text, sentences.stored_names())] == []


@pytest.mark.parametrize(
    "planted",
    [
        'raise Refused("Write a name.")',
        'raise NotYours(f"{name} has it.", field="role")',
        'raise Refused(_("Write a name."))',
        'raise Refused(" ".join(wrong))',
        'raise Refused("A" + b)',
        'raise Refused(Sentence("Not before %(last)s."))',
        'raise Refused(Sentence("Not yet."), last=last)',
    ],
)
def test_a_mute_refusal_is_found(planted):
    assert [fault.line for fault in sentences.mute_refusals("src/a.py", ast.parse(f"\n{planted}"))] == [2]


@pytest.mark.parametrize("kind", ['raise Refused(Sentence("Not before %(last)s."), last=last, field="on")', "raise NotYours(permissions.MANAGERS_OPEN)"])
def test_a_refusal_that_can_be_translated_passes(kind):
    assert list(sentences.mute_refusals("src/a.py", ast.parse(kind))) == []


@pytest.mark.parametrize("planted", ['Sentence(f"{name} came")', 'Sentence("%(name)s came", sp="%(who)s came")', "_(refused.sentence)", 'gettext(f"{n}")'])
def test_a_mute_sentence_is_found(planted):
    assert len(list(sentences.mute_sentences("src/a.py", ast.parse(planted)))) == 1


@pytest.mark.parametrize("planted", ["word.said(vocabulary)", 'word_for(x, "a.B").said()', "word.meaning", "word.lac"])
def test_a_word_said_untranslated_is_found(planted):
    assert len(list(sentences.said_untranslated("src/a.py", ast.parse(planted)))) == 1


def test_a_word_that_no_translator_sees_is_found():
    planted = [Word("known", "known", "known", plurals={"known": "known"}), Word("gift", "known", "known", sp="strength", plurals={"known": "known"})]
    assert [told.split()[0] for told in sentences.unknown_to_translators(planted, KNOWN)] == ["'strength'", "'strengths'"]
    assert list(sentences.unknown_to_translators([Sentence("known", sp="kin")], KNOWN)) == ["'kin' cannot be translated: run `make fix`."]


def test_a_translation_of_something_nobody_says_is_found():
    assert len(list(sentences.no_longer_said(sentences.catalogue() - {"Level 2"}))) == 1


@pytest.mark.parametrize(
    "planted",
    [
        "<td>{{ line.verb }}</td>",
        "{{ seat.role|title }}",
        "{% blocktranslate with role=seat.role team=t.name %}x{% endblocktranslate %}",
        "({{ line.outcome }})",
    ],
)
def test_a_word_shown_as_it_is_stored_is_found(planted):
    assert [fault.line for fault in sentences.shown_as_stored("a.html", f"\n{planted}", sentences.stored_names())] == [2]


def test_what_is_said_or_only_styled_passes():
    kind = '{% said seat.role "teams.ROLES" %}<b class="level--{{ one.level|slugify }}">{{ one.name }}</b>{% if line.verb == "x" %}{% endif %}'
    assert list(sentences.shown_as_stored("a.html", kind, sentences.stored_names())) == []


def test_a_refusal_is_translated_first_and_then_filled():
    began = days_ago(3)
    with translation.override("cy"):
        told = say_refusal(Refused(Sentence("This date of birth is more than %(years)s years ago. Check the year."), years=120))
        dated = say_refusal(Refused(word_sentence(), last=began))
    assert told == "Mae’r dyddiad geni hwn fwy na 120 o flynyddoedd yn ôl. Gwiriwch y flwyddyn."
    assert dated.startswith("Dechreuodd y lefel ddiwethaf ar ")


def word_sentence():
    from alongside.journeys.words import LAST_LEVEL_BEGAN

    return LAST_LEVEL_BEGAN


def test_words_are_said_in_the_readers_language():
    level = word_for("level 2", "journeys.LEVELS")
    with translation.override("cy"):
        assert (say_word(level, capital=True), say_word(level, many=True)) == ("Lefel 2", "ar Lefel 2")
        assert say_word(word_for("introduction"), Vocabulary.SOCIAL_PRESCRIBING, many=True) == "atgyfeiriadau"
