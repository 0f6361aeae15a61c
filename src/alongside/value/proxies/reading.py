"""Reading a proxy's file, and saying by line what in it has to be mended and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .. import words
from ..estimates import Estimate, Shape, certain, exact
from ..valued import Scope

LONGEST = 20_000
FIELDS = {
    "title": "what one of it is, such as “A visit to the GP”",
    "value": "pounds for one, such as 38",
    "low": "pounds, or nothing where no range was published",
    "high": "pounds, or nothing where no range was published",
    "price_year": "a year such as 2019, or 2013/14",
    "unit": "of what, such as “one consultation”",
    "source": "who published it, and where in it",
    "url": "where it is published, beginning with https://",
    "licence": "on which terms, such as “OGL 3.0”",
    "retrieved": "the day it was read, such as 2026-11-27",
    "first_hand": "yes or no: was the source itself read?",
    "scope": "fiscal, economic or wellbeing",
    "benefits": "who has the benefit, such as “NHS”",
    "uplift": "by what it is brought to another year's prices, such as “GDP deflator”",
    "review": "the day to look again, such as 2027-04-01",
}
"""What a file says, and how each is written. All are asked for; low and high may be empty, together."""
YEAR = re.compile(r"(19|20)\d\d(/\d\d)?")


@dataclass(frozen=True)
class Proxy:
    """What one of something is worth, in pounds of its price year."""

    key: str
    title: str
    pounds: Estimate
    price_year: str
    unit: str
    source: str
    url: str
    licence: str
    retrieved: date
    first_hand: bool
    scope: Scope
    benefits: str
    uplift: str
    review: date

    def is_due(self, on: date) -> bool:
        """Whether it should have been looked at again by this day."""
        return on >= self.review


@dataclass(frozen=True)
class _Said:
    text: str
    line: int


class _File:
    """One file's fields with their lines; each way of reading one refuses with the line and how it is mended."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.fields = _fields(text, name)

    def refused(self, said: Sentence, field: str) -> Refused:
        found = self.fields[field]
        return Refused(said, file=self.name, line=found.line, part=field, given=found.text[:60], how=FIELDS[field])

    def text(self, field: str) -> str:
        if not self.fields[field].text.strip():
            raise self.refused(words.PROXY_EMPTY, field)
        return self.fields[field].text.strip()

    def day(self, field: str) -> date:
        try:
            return date.fromisoformat(self.text(field))
        except ValueError:
            raise self.refused(words.PROXY_WRONG, field) from None

    def matching(self, field: str, pattern: str) -> str:
        if not re.fullmatch(pattern, self.text(field)):
            raise self.refused(words.PROXY_WRONG, field)
        return self.text(field)

    def pounds(self, source: str) -> Estimate:
        ends = [field for field in ("low", "high") if self.fields[field].text.strip()]
        found = {}
        for field in ("value", *ends):
            text = self.text(field)
            try:
                found[field] = exact(text)
            except Refused:
                raise self.refused(words.PROXY_WRONG, field) from None
            if found[field] < 0:
                raise self.refused(words.PROXY_WRONG, field)
        if not ends:
            return certain(found["value"], source=source)
        if len(ends) == 1:
            raise self.refused(words.PROXY_ONE_END, ends[0])
        if not found["low"] <= found["value"] <= found["high"]:
            raise self.refused(words.PROXY_ORDER, "low")
        return Estimate(found["value"], found["low"], found["high"], Shape.PERT, source)


def read_proxy(text: str, name: str) -> Proxy:
    """One file, or a refusal that names its line and how to mend it."""
    file = _File(text, name)
    source = f"{file.text('source')}, {file.text('price_year')} prices"
    return Proxy(
        key=name.removesuffix(".yaml").removesuffix(".yml"),
        title=file.text("title"),
        pounds=file.pounds(source),
        price_year=file.matching("price_year", YEAR.pattern),
        unit=file.text("unit"),
        source=file.text("source"),
        url=file.matching("url", r"https?://\S+"),
        licence=file.text("licence"),
        retrieved=file.day("retrieved"),
        first_hand=file.matching("first_hand", "yes|no") == "yes",
        scope=Scope(file.matching("scope", "|".join(Scope))),
        benefits=file.text("benefits"),
        uplift=file.text("uplift"),
        review=file.day("review"),
    )


def read_proxies(folder: Path) -> dict[str, Proxy]:
    """Every file of a deployer's own folder, by its name."""
    found = {}
    for path in sorted(folder.glob("*.y*ml")):
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            raise Refused(words.PROXY_NO_TEXT, file=path.name) from None
        found[path.stem] = read_proxy(text, path.name)
    return found


def _fields(text: str, name: str) -> dict[str, _Said]:
    if len(text) > LONGEST:
        raise Refused(words.PROXY_TOO_LONG, file=name, most=f"{LONGEST:,}")
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        raise Refused(words.PROXY_NO_YAML, file=name, line=mark.line + 1 if mark else 1) from None
    if not isinstance(node, yaml.MappingNode):
        raise Refused(words.PROXY_NO_YAML, file=name, line=1)
    found: dict[str, _Said] = {}
    for key, given in node.value:
        line, field = key.start_mark.line + 1, str(key.value)[:60]
        if field not in FIELDS:
            raise Refused(words.PROXY_STRANGE, file=name, line=line, part=field, known=", ".join(FIELDS))
        if field in found:
            raise Refused(words.PROXY_TWICE, file=name, line=line, part=field, first=found[field].line)
        if not isinstance(given, yaml.ScalarNode):
            raise Refused(words.PROXY_WRONG, file=name, line=line, part=field, given="a list", how=FIELDS[field])
        found[field] = _Said(given.value, line)
    if missing := next((field for field in FIELDS if field not in found), None):
        raise Refused(words.PROXY_LACKS, file=name, part=missing, how=FIELDS[missing])
    return found
