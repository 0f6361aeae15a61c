"""What a deployer brings: proxies of their own, and indexes of prices, as files in a folder. What is wrong in one is told by its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import yaml

from alongside.foundation.refusals import Refused

from . import words
from .estimates import Estimate, exact
from .prices import PriceIndex
from .proxies import Proxy, proxies, read_proxies
from .proxies.reading import YEAR
from .words import NOT_UPRATED

INDEXES = "indexes"
"""The folder of indexes in a deployer's own; proxies lie beside it."""
_INDEX = {
    "name": "what it is, as a proxy's uplift names it, such as “GDP deflator”",
    "source": "who published it, and when",
    "years": "a line for each year below it, such as “2013/14: 75.1”",
}


@dataclass(frozen=True)
class Own:
    """Everything that sums can be priced by in one house: what comes with us, and what a deployer added or put in its place."""

    proxies: dict[str, Proxy] = field(default_factory=dict)
    indexes: tuple[PriceIndex, ...] = ()

    def priced(self, key: str, year: str) -> Estimate:
        """A proxy in the prices of a year. Where no index is there to bring it to them it stays as it is, and its source says so, and how that is mended."""
        one = self.proxies[key]
        # “CPI, all items” is served by “CPI”, and better by a “CPI, all items” that a house keeps too.
        index = max((each for each in self.indexes if each.serves(one.uplift)), key=lambda each: len(each.name), default=None)
        if index is not None and one.price_year in index.by_year and year in index.by_year:
            return index.uprated(one.pounds, one.price_year, year)
        if one.price_year == year:
            return one.pounds
        said = NOT_UPRATED.lac % {"source": one.pounds.source, "since": one.price_year, "to": year, "by": one.uplift}
        return Estimate(one.pounds.central, one.pounds.low, one.pounds.high, one.pounds.shape, said, one.pounds.set_by)


def everything_in(folder: Path | None) -> Own:
    """What comes with us and what a folder holds; read once, and again when a file in it has changed."""
    if folder is None:
        return Own(proxies())
    if not folder.is_dir():
        raise Refused(words.NO_FOLDER, folder=folder)
    files = sorted(path for path in (*folder.glob("*.y*ml"), *(folder / INDEXES).glob("*.y*ml")))
    return _read(folder, tuple((str(path), path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=4)
def _read(folder: Path, _as_it_stands: tuple[tuple[str, int], ...]) -> Own:
    indexes = tuple(read_index(_text_of(path), f"{INDEXES}/{path.name}") for path in sorted((folder / INDEXES).glob("*.y*ml")))
    return Own(proxies() | read_proxies(folder), indexes)


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(words.PROXY_NO_TEXT, file=f"{INDEXES}/{path.name}") from None


def read_index(text: str, name: str) -> PriceIndex:
    """An index of prices by year, or a refusal that names its line and how to mend it."""
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        raise Refused(words.PROXY_NO_YAML, file=name, line=mark.line + 1 if mark else 1) from None
    if not isinstance(node, yaml.MappingNode):
        raise Refused(words.PROXY_NO_YAML, file=name, line=1)
    found = {str(key.value): (key.start_mark.line + 1, given) for key, given in node.value}
    for part, how in _INDEX.items():
        if part not in found:
            raise Refused(words.INDEX_LACKS, file=name, part=part, how=how)
    for part, (line, given) in found.items():
        if part in _INDEX and not isinstance(given, yaml.MappingNode if part == "years" else yaml.ScalarNode):
            raise Refused(words.INDEX_WRONG, file=name, line=line, part=part, how=_INDEX[part])
    return PriceIndex(found["name"][1].value.strip(), found["source"][1].value.strip(), _years(found["years"][1], name))


def _years(node: yaml.MappingNode, name: str) -> dict[str, Decimal]:
    by_year: dict[str, Decimal] = {}
    for key, given in node.value:
        line, year = key.start_mark.line + 1, str(key.value)
        if not YEAR.fullmatch(year):
            raise Refused(words.INDEX_YEAR, file=name, line=line, given=year[:40])
        if year in by_year:
            raise Refused(words.INDEX_YEAR_TWICE, file=name, line=line, year=year)
        try:
            by_year[year] = exact(given.value if isinstance(given, yaml.ScalarNode) else "")
        except Refused:
            by_year[year] = Decimal(0)
        if by_year[year] <= 0:
            raise Refused(words.INDEX_FIGURE, file=name, line=line, year=year, given=str(given.value)[:40])
    if len(by_year) < 2:
        raise Refused(words.INDEX_SHORT, file=name)
    return by_year
