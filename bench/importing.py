"""`python -m bench.importing`: 20,000 services of another directory validated and stored, beside as many saved one by one through the ORM."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.site import embedded

from .own_server import migrated, own_server

SERVICES, SAMPLE = 20_000, 500
NOT_THE_DIRECTORY = ("directory_source", "trail_")
"""Written each time: when a source was last loaded, and a line in the trail."""


@dataclass(frozen=True)
class Imported:
    """What the process told of itself (one_import.py)."""

    services: int
    sample: int
    told: dict[str, Any]

    @property
    def first(self) -> float:
        """Seconds to read, validate and store all."""
        return float(self.told["first"]["read"] + self.told["first"]["store"])

    @property
    def again(self) -> float:
        """Seconds for the same again, unchanged."""
        return float(self.told["again"]["read"] + self.told["again"]["store"])

    @property
    def one_by_one(self) -> float:
        """Seconds that as many would take one by one, from the sample."""
        return float(self.told["one_by_one"]["seconds"]) * self.services / self.sample

    @property
    def processor(self) -> tuple[float, float]:
        """The same two in seconds of a processor, the database's too."""
        return float(self.told["first"]["processor"]), float(self.told["one_by_one"]["processor"]) * self.services / self.sample

    @property
    def written_again(self) -> int:
        """Rows of the directory that the second run wrote."""
        return sum(many for table, many in self.told["again"]["written"].items() if not table.startswith(NOT_THE_DIRECTORY))


def measure(services: int, sample: int, folder: Path) -> Imported:
    """One run, in a process of its own."""
    from .a_package import a_package

    package = folder / "package.zip"
    package.write_bytes(a_package(services))
    command = [sys.executable, "-m", "bench.one_import", str(package), str(sample)]
    answer = subprocess.run(command, cwd=embedded.ROOT, stdout=subprocess.PIPE, check=True)
    return Imported(services, sample, json.loads(answer.stdout))


def main() -> None:
    """A server of its own, and nothing left behind but the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.importing", description="Measure reading another directory in.")
    parser.add_argument("--services", type=int, default=SERVICES)
    chosen = parser.parse_args()
    with own_server() as (cluster, home):
        migrated(cluster, "bench_importing")
        found = measure(chosen.services, min(SAMPLE, chosen.services), home)
    _tell(found)


def _tell(found: Imported) -> None:
    from . import report

    first, again = found.told["first"], found.told["again"]
    print(f"{found.services:,} services in a package: {found.first:.1f} s ({first['read']:.1f} s read and validated, {first['store']:.1f} s stored);")
    print(f"  one by one, from a sample of {found.sample}, {found.one_by_one:.0f} s: {found.one_by_one / found.first:.0f} times as long.")
    ours, theirs = found.processor
    print(f"  Of a processor, with the database's: {ours:.1f} s against {theirs:.0f} s, {theirs / ours:.0f} times as much.")
    print(f"The same again, unchanged: {found.again:.1f} s, {found.written_again} rows of the directory written; all that was written: {again['written']}.")
    print(f"Peak of the process: {found.told['peak']:.0f} MiB, {found.told['bare']:.0f} of them before it began.\n")
    report.print_targets(
        [
            report.Target(f"{found.services:,} services at once against validated and saved one by one", found.first / found.one_by_one, 1 / 40, 1 / 80),
            report.Target("its peak of memory", found.told["peak"], 400, unit=" MiB"),
            report.Target("rows of the directory that a second run writes", found.written_again, 0, unit=""),
        ]
    )


if __name__ == "__main__":
    main()
