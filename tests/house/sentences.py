"""Whatever we say can be said in another language: refusals, words, and whatever a page shows of what is stored."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache

from django.apps import apps

from alongside.foundation.words import Sentence, Vocabulary, Word

from .looking import ROOT, SOURCE, Fault

REFUSALS = {"Refused", "NotYours"}
TRANSLATING = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
SAYS_WORDS = {
    "src/alongside/foundation/words.py": "where words are made",
    "src/alongside/web/vocabulary.py": "where they are translated",
    "src/alongside/site/glossary.py": "the glossary is in English",
    "src/alongside/evidence/saying.py": "the figures' definitions name words as they are written",
}
"""Files that may take a word's own text, each with why; all others ask `web.vocabulary`."""
TRANSLATES_WHAT_IT_IS_GIVEN = {
    "src/alongside/web/vocabulary.py": "words and sentences, which are gathered where they are written",
    "src/alongside/evidence/saying.py": "the figures' definitions, which are gathered from their files",
    "src/alongside/web/templatetags/worked_out_once.py": "what a template's own tags say, gathered from the template",
}
"""Files in which gettext may be given something else than a sentence, each with why."""

_GAP = re.compile(r"%\((\w+)\)s")
_SHOWN = re.compile(r"\{\{\s*\w+(?:\.\w+)*\.(\w+)\s*(?:\|[^}]*)?\}\}|\bwith\b[^%]*?=\w+(?:\.\w+)*\.(\w+)(?:\s[^%]*)?(?=%\})")
_IN_A_TAG = re.compile(r"<[^>]*>", re.S)
_STORED_ELSEWHERE = {"verb", "purpose", "outcome", "form"}
"""Columns of the trail and of drafts that hold words of ours, though not one of a list."""


def name_of(node: ast.expr) -> str:
    """`gettext` of `gettext(…)` and of `translation.gettext(…)`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def mute_refusals(path: str, tree: ast.AST) -> Iterator[Fault]:
    """Refusals in words that no translator ever sees."""
    for call in _calls(tree):
        if name_of(call.func) in REFUSALS and call.args:
            given = call.args[0]
            if isinstance(given, ast.Call) and name_of(given.func) == "Sentence":
                yield from _gaps(path, call, given)
            elif not isinstance(given, ast.Name | ast.Attribute):
                yield Fault(path, call.lineno, f"{ast.unparse(given)[:60]}: say it in a Sentence, what changes in it by name.")


def _gaps(path: str, call: ast.Call, sentence: ast.Call) -> Iterator[Fault]:
    text = "".join(str(one.value) for one in sentence.args if isinstance(one, ast.Constant))
    named = {keyword.arg for keyword in call.keywords} - {"field"}
    if set(_GAP.findall(text)) != named:
        yield Fault(path, call.lineno, f"{text[:60]!r} has the gaps {sorted(_GAP.findall(text))} and is given {sorted(map(str, named))}.")


def mute_sentences(path: str, tree: ast.AST) -> Iterator[Fault]:
    """Sentences that are put together before they can be translated, or whose two vocabularies have other gaps."""
    for call in _calls(tree):
        if name_of(call.func) == "Sentence":
            given = [*call.args, *(keyword.value for keyword in call.keywords)]
            if not all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in given):
                yield Fault(path, call.lineno, "a Sentence is written out whole; what changes in it has a name: %(name)s.")
            elif len({frozenset(_GAP.findall(one.value)) for one in given if isinstance(one, ast.Constant)}) > 1:
                yield Fault(path, call.lineno, "the two vocabularies have other gaps.")
        elif name_of(call.func) in TRANSLATING and call.args and path not in TRANSLATES_WHAT_IT_IS_GIVEN and not isinstance(call.args[0], ast.Constant):
            yield Fault(path, call.lineno, f"{ast.unparse(call)[:60]}: what is translated is written out whole.")


def said_untranslated(path: str, tree: ast.AST) -> Iterator[Fault]:
    """Words shown as they are written in words.py, whatever the reader's language."""
    if path in SAYS_WORDS:
        return
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("said", "said_of_many")
        taken = isinstance(node, ast.Attribute) and node.attr in ("lac", "sp", "meaning") and "word" in ast.unparse(node.value)
        if called or taken:
            yield Fault(path, getattr(node, "lineno", 1), f"{ast.unparse(node)[:60]}: ask web.vocabulary (say_word, say_meaning, say).")


@cache
def catalogue() -> frozenset[str]:
    """Every sentence in the template of all translations."""
    from babel.messages.pofile import read_po

    with (SOURCE / "locale/django.pot").open("rb") as file:
        ids = [message.id for message in read_po(file) if message.id]
    return frozenset(text for one in ids for text in (one if isinstance(one, tuple) else (one,)))


def unknown_to_translators(words: Iterable[Word | Sentence], known: frozenset[str]) -> Iterator[str]:
    """What our words say and the template lacks."""
    for word in words:
        for vocabulary in Vocabulary:
            told = {word.said(vocabulary)} | ({word.said_of_many(vocabulary), word.meaning} if isinstance(word, Word) else set())
            yield from sorted(f"{text!r} cannot be translated: run `make fix`." for text in told - known)


def no_longer_said(known: frozenset[str]) -> Iterator[str]:
    """Translations of what nobody says any more."""
    from babel.messages.pofile import read_po

    for path in sorted(SOURCE.glob("locale/*/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                for text in message.id if isinstance(message.id, tuple) else (message.id,):
                    if text and text not in known:
                        yield f"{path.relative_to(ROOT)}: {text!r} is said nowhere."


def template_is_old() -> str:
    """What the gatherer says of the template of all translations; nothing when it is as the code says."""
    command = [sys.executable, str(ROOT / "assets/sentences.py"), "--check"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


@cache
def stored_names() -> frozenset[str]:
    """The names of fields that hold one of our own words as it is stored."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
    return frozenset({field.name for model in ours for field in model._meta.fields if field.choices}) | _STORED_ELSEWHERE


def shown_as_stored(path: str, text: str, names: frozenset[str]) -> Iterator[Fault]:
    """Stored words that a page shows as they are: `{% said %}` says them."""
    for found in _SHOWN.finditer(_IN_A_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text)):
        if (name := found[1] or found[2]) in names:
            line = text.count("\n", 0, text.find(found[0])) + 1
            yield Fault(path, line, f"{found[0][:60]}: {name} is shown as it is stored.")
