"""`alongside evidence FOLDER`: the same definitions counted over many services' extracts, on DuckDB or on Spark."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.evidence.figures import every_figure
from alongside.evidence.pairs import ENOUGH_FOR_A_MEAN
from alongside.evidence.periods import Window, quarters_of, window, year_of
from alongside.evidence.pooling import engines, together
from alongside.evidence.pooling.shelf import Service, services_in
from alongside.evidence.saying import told
from alongside.evidence.tables import words_of
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say_word

HELD_BACK = "held back"
NOT_ALL = "Parts may add up to more than all: one may stand under several."


class Command(BaseCommand):
    help = (
        "Count every figure over the extracts in FOLDER, one unpacked in a folder for each service. Numbers of 1 to 7 are held back, with others that would "
        "give them away, unless --exact is given: such numbers are for whoever may hold the extracts, and are not to be published."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder with one folder for each extract, as it was given")
        parser.add_argument(
            "--engine", default=engines.DUCKDB, help="duckdb, in this process; or spark, here or on the cluster that ALONGSIDE_SPARK_MASTER names"
        )
        parser.add_argument(
            "--year", type=int, help="the financial year that began in April of this year; without it the last that was over when the newest extract was made"
        )
        parser.add_argument("--quarter", type=int, choices=(1, 2, 3, 4), help="a quarter of that year alone: 1 is April to June")
        parser.add_argument("--exact", action="store_true", help="every number as it is; not to be published")
        parser.add_argument("--json", action="store_true", help="as JSON, with the definitions' keys")

    def handle(self, *args: Any, folder: Path, engine: str, year: int | None, quarter: int | None, exact: bool, **options: Any) -> None:
        services = services_in(folder)
        over = _asked_for(services, year, quarter)
        with engines.opened(engine, services) as asked:
            figures = together.counted(asked, over)
            pairs = together.pairs_compared(asked, over)
        figures = figures if exact else together.held_back(figures)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(services, over, figures, pairs, exact=exact), indent=1, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(_lines(services, over, figures, pairs, exact=exact)))


def _asked_for(services: list[Service], year: int | None, quarter: int | None) -> Window:
    """A whole year or quarter that every extract tells of to its end."""
    made = [date.fromisoformat(one.receipt.made_on) for one in services]
    whole = year_of(date(year, 4, 1)) if year else year_of(date(year_of(min(made)).since.year - 1, 4, 1))
    asked = quarters_of(whole)[quarter - 1] if quarter else whole
    if quarter and (slow := next((one for one in services if one.receipt.unit == "year"), None)):
        raise CommandError(f"{slow.name} tells its days by the year, because too few came in a quarter. Leave out --quarter.")
    if asked.until and (early := next((one for one, on in zip(services, made, strict=True) if on < asked.until), None)):
        raise CommandError(
            f"{early.name}'s extract was made on {early.receipt.made_on}, before that period was over. Ask for an earlier --year, or a newer extract."
        )
    return window(asked, extracted_on=max(made))


def _as_json(services: list[Service], over: Window, figures: list[together.Pooled], pairs: dict[str, together.PairSums], *, exact: bool) -> dict[str, object]:
    return {
        "services": [{"name": one.name, "people": one.receipt.people, "left_out": one.receipt.left_out, "days_by": one.receipt.unit} for one in services],
        "since": over.since.isoformat(),
        "until": over.until.isoformat(),
        "exact": exact,
        "figures": [asdict(one) for one in figures],
        "pairs": {name: _pair(sums, exact=exact) for name, sums in pairs.items()},
    }


def _pair(sums: together.PairSums, *, exact: bool) -> dict[str, object] | None:
    """Sums as they are, or, to be published, the mean alone with how many it rests on to the nearest five."""
    mean = asdict(sums.mean) if sums.mean else None
    if exact:
        return asdict(sums) | {"mean": mean}
    return None if mean is None else {"pairs": 5 * round(sums.pairs / 5), "mean": mean}


def _lines(services: list[Service], over: Window, figures: list[together.Pooled], pairs: dict[str, together.PairSums], *, exact: bool) -> list[str]:
    """What a reader sees: whose, of when, each figure with its parts, and the comparisons."""
    lines = [f"{len(services)} services, {over.since:%d %B %Y} to {over.day:%d %B %Y}"]
    lines += [
        f"  {one.name}: {one.receipt.people} people, days by the {one.receipt.unit}; left out because too few were like them: {one.receipt.left_out}"
        for one in services
    ]
    lines.append("Exact numbers: not to be published." if exact else "1 to 7 is held back, and others that would give one away; the rest is to the nearest 5.")
    for one in figures:
        figure = every_figure()[one.key]
        names = {word.stored: say_word(word, Vocabulary.LOCAL_AREA_COORDINATION, many=True) for word in words_of(figure)}
        lines += ["", told(figure.name, Vocabulary.LOCAL_AREA_COORDINATION), f"  {'In all':<58}{_number(one.total):>10}"]
        lines += [f"  {names.get(part, part)[:56]:<58}{_number(n):>10}" for part, n in one.parts.items()]
        lines += [f"  {NOT_ALL}"] if figure.several else []
        lines += [f"    of {name[:53]:<55}{_number(n):>10}" for name, n in one.of_services.items()]
    untold = 0
    for name, sums in pairs.items():
        if sums.mean is None:
            untold += 1
        else:
            shown = sums.pairs if exact else 5 * round(sums.pairs / 5)
            mean = f"{shown} pairs: mean change {sums.mean.mean:+.2f} (95% from {sums.mean.low:+.2f} to {sums.mean.high:+.2f})"
            lines += ["", f"Pairs: {together.comparisons()[name][0]}", f"  {mean}"]
    if untold:
        lines += ["", f"Of {untold} more comparisons no mean change is told: there are fewer than {ENOUGH_FOR_A_MEAN} pairs, and one person would make it."]
    return lines


def _number(n: int | None) -> str:
    return HELD_BACK if n is None else f"{n:,}"
