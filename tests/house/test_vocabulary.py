"""Whatever we say, we say what we mean by it."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.db import models

from alongside.foundation.words import Word
from alongside.web.vocabulary import all_words
from tests.house import markup, vocabulary
from tests.house.test_declarations import OURS, pretend


def lists_of_words() -> list[tuple[str, tuple[Word, ...]]]:
    """Every list of choices, as it is written."""
    rooms = [import_module(f"alongside.{room}.words") for room in settings.ROOMS if room != "foundation" and find_spec(f"alongside.{room}.words")]
    return [
        (f"{room.__name__}.{name}", value)
        for room in rooms
        for name, value in vars(room).items()
        if isinstance(value, tuple) and value and isinstance(value[0], Word)
    ]


def test_every_word_has_a_meaning():
    assert list(vocabulary.meaningless(all_words())) == []


def test_no_list_says_the_same_twice():
    assert list(vocabulary.said_twice(lists_of_words())) == []


def test_every_choice_is_a_word():
    assert [sentence for model in OURS for sentence in vocabulary.choices_of_no_word(model, all_words())] == []


def test_every_word_in_a_template_is_known():
    assert [str(fault) for path, text in markup.templates() for fault in vocabulary.unknown_in_template(path, text, all_words())] == []


def test_planted_words_are_found():
    mute = {"": {"gift": Word("gift", "gift", "")}, "a.KINDS": {"one": Word("one", "one", "One.")}}
    assert len(list(vocabulary.meaningless(mute))) == 1
    assert len(list(vocabulary.said_twice([("a.KINDS", (Word("one", "same", "One."), Word("two", "same", "Two.")))]))) == 2
    assert len(list(vocabulary.choices_of_no_word(pretend_model(), mute))) == 1
    planted = '{% word "gift" %}{% word "present" %}\n{% said x "a.KINDS" %}{% said x "a.SORTS" %}'
    assert [fault.line for fault in vocabulary.unknown_in_template("a.html", planted, mute)] == [1, 2]


def pretend_model():
    planted = pretend(kind=models.TextField(choices=[("a", "a")]))
    planted._meta.label = "planted"
    return planted


def test_every_room_has_a_name_on_its_door():
    assert [config.name for config in apps.get_app_configs() if config.name.startswith("alongside.") and not str(config.verbose_name).strip()] == []
