"""Gather every sentence that could be said in another language into `locale/django.pot`, the template of all translations.

    python assets/sentences.py            write it anew
    python assets/sentences.py --check    change nothing; fail when it is not what the code says

GNU's `makemessages` would find only what stands in a gettext call. Ours also reads `Sentence(…)`, which rooms that know
nothing of Django write, both vocabularies of every word in words.py, and the figures' definitions. No gettext is needed.
"""

from __future__ import annotations

import ast
import importlib
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/alongside"
TEMPLATE = SOURCE / "locale/django.pot"

ONE = {"_", "gettext", "gettext_lazy", "gettext_noop", "Sentence"}
MANY = {"ngettext", "ngettext_lazy"}
Said = str | tuple[str, str]
"""A sentence, or one for one and one for many."""

_IN_TEMPLATE = re.compile(r"""\b(n?gettext|_)\(\s*((?:u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")\s*,?\s*)+)""")
_DEFINED = ("name", "sentence", "headline", "window", "cohort", "exclusions", "by", "says", "also_says", "phrases")


def of_python(tree: ast.AST) -> Iterator[Said]:
    """What a file's gettext calls and Sentences say."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg in ("lac", "sp"))]
            texts = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if name in ONE:
                yield from texts
            elif name in MANY and len(texts) >= 2:
                yield texts[0], texts[1]


def of_template(text: str) -> Iterator[Said]:
    """What a template's translate, blocktranslate and _("…") say."""
    from django.utils.translation.template import templatize

    for found in _IN_TEMPLATE.finditer(templatize(text)):
        texts = ast.literal_eval(f"({found[2].rstrip().rstrip(',')},)")
        yield (texts[0], texts[1]) if found[1] == "ngettext" else texts[0]


def of_words(words: object) -> Iterator[Said]:
    """What a room's words say in both vocabularies, of one and of many, and what they mean."""
    from alongside.foundation.words import Vocabulary, Word

    for value in vars(words).values():
        for word in value if isinstance(value, tuple) else (value,):
            if isinstance(word, Word):
                for vocabulary in Vocabulary:
                    yield from (word.said(vocabulary), word.said_of_many(vocabulary))
                yield word.meaning


def of_definitions() -> Iterator[Said]:
    """What the figures and the reports made of them say."""
    import yaml

    for path in sorted((SOURCE / "evidence/definitions").glob("*.yaml")):
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name in _DEFINED:
            told = given.get(name, "")
            yield from told.values() if isinstance(told, dict) else [told]
    for report in yaml.safe_load((SOURCE / "evidence/reports.yaml").read_text(encoding="utf-8")):
        yield from (report.get(name, "") for name in ("name", "asks", "lacks"))
    for table in yaml.safe_load((SOURCE / "evidence/laid.yaml").read_text(encoding="utf-8")):
        yield from (table[name] for name in ("name", "sentence", "window", "cohort", "exclusions"))


def every_sentence() -> set[Said]:
    """All of them, each once."""
    found: set[Said] = set(of_definitions())
    for path in SOURCE.rglob("*.py"):
        if "migrations" not in path.parts:
            found |= set(of_python(ast.parse(path.read_text(encoding="utf-8"))))
    for path in SOURCE.glob("*/words.py"):
        found |= set(of_words(importlib.import_module(f"alongside.{path.parent.name}.words")))
    for path in SOURCE.glob("*/templates/**/*.*"):
        found |= set(of_template(path.read_text(encoding="utf-8")))
    both = {one for one, _many in (said for said in found if isinstance(said, tuple))}
    return {said for said in found if said and said not in both}


def as_template() -> str:
    """The file's text; the same sentences give the same text."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(charset="utf-8")
    for said in sorted(every_sentence(), key=str):
        flags = ("python-format",) if re.search(r"%\(\w+\)", str(said)) else ()
        catalog.add(said, flags=flags)
    written = io.BytesIO()
    write_po(written, catalog, omit_header=True, sort_output=True, width=0)
    header = "# Every sentence of Alongside, made from the code by assets/sentences.py: copy what you translate into a language's django.po.\n\n"
    return header + written.getvalue().decode()


def main() -> int:
    """Write it, or say that it is old."""
    sys.path.insert(0, str(SOURCE.parent))
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    text = as_template()
    if "--check" not in sys.argv:
        TEMPLATE.write_text(text, encoding="utf-8")
        return 0
    if TEMPLATE.exists() and TEMPLATE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{TEMPLATE.relative_to(ROOT)} is not what the code says. Run `make fix`.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
