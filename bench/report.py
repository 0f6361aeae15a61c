"""The figures as a plain table and as a file."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

import psutil

if TYPE_CHECKING:
    from .pages import Measured


@dataclass(frozen=True)
class Target:
    """What a figure should be at most, and whether it is."""

    what: str
    found: float
    at_most: float
    aim: float | None = None
    unit: str = "×"

    @property
    def reached(self) -> str:
        """In a word."""
        if self.aim is not None and self.found <= self.aim:
            return "reached, and its aim"
        return "reached" if self.found <= self.at_most else "NOT reached"


def row_of(measured: Measured, peers: dict[str, Measured]) -> dict[str, Any]:
    """One page's figures: medians, the 95th percentile, and its processor time as a share of each peer's."""
    walls, cpus = [c.wall for c in measured.costs], [c.cpu for c in measured.costs]
    return {
        "what": measured.what,
        "answers": len(walls),
        "ms": round(median(walls), 2),
        "ms p95": round(quantiles(walls, n=20)[-1], 2) if len(walls) > 1 else round(walls[0], 2),
        "cpu ms": round(median(cpus), 2),
        "database cpu ms": round(measured.in_database / len(walls), 2),
        "queries": measured.queries,
        "bytes": measured.size,
        "cpu against": {name: round(median(cpus) / median(c.cpu for c in peer.costs), 3) for name, peer in peers.items() if peer is not measured},
    }


def print_pages(rows: list[dict[str, Any]], peers: dict[str, str]) -> None:
    """The pages, one a line."""
    heading = ["page", "ms", "p95", "CPU ms", "database ms", "queries", "kB", *(f"/ {short}" for short in peers.values())]
    table = [heading]
    for row in rows:
        shares = [f"{row['cpu against'][name]:.2f}" if name in row["cpu against"] else "" for name in peers]
        figures = [f"{row['ms']:.1f}", f"{row['ms p95']:.1f}", f"{row['cpu ms']:.2f}", f"{row['database cpu ms']:.2f}", str(row["queries"])]
        table.append([row["what"], *figures, f"{row['bytes'] / 1000:.0f}", *shares])
    widths = [max(len(line[column]) for line in table) for column in range(len(heading))]
    for line in table:
        print("  ".join(cell.ljust(width) if n == 0 else cell.rjust(width) for n, (cell, width) in enumerate(zip(line, widths, strict=True))))


def print_targets(targets: list[Target]) -> None:
    """What was to be reached."""
    for one in targets:
        aim = f", aim {one.aim:g}" if one.aim is not None else ""
        print(f"  {one.what}: {one.found:.3g}{one.unit} (at most {one.at_most:g}{aim}): {one.reached}")


def machine() -> dict[str, Any]:
    """The machine in words, and how busy it was with other things."""
    return {
        "processors": os.cpu_count(),
        "memory GiB": round(psutil.virtual_memory().total / 2**30),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load before": [round(one, 2) for one in psutil.getloadavg()],
    }


def write(path: Path, found: dict[str, Any], targets: list[Target]) -> None:
    """All of it, for whoever reads by machine."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(found | {"targets": [asdict(one) | {"reached": one.reached} for one in targets]}, indent=2, default=str) + "\n")
