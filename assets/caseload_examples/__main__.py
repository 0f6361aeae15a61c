"""Write the three invented spreadsheets, as ugly as real ones: `python -m assets.caseload_examples`.

The same every time: chance has a seed, and the workbook's clock stands still.
"""

from __future__ import annotations

from pathlib import Path

from .charity import charity_case_system
from .own import coordinators_own
from .tracker import social_prescribing_tracker

EXAMPLES = Path(__file__).resolve().parents[2] / "src/alongside/exchange/examples"


def write_all() -> None:
    """All three beside their mappings."""
    EXAMPLES.mkdir(exist_ok=True)
    for name, content in (
        ("coordinators-own.xlsx", coordinators_own()),
        ("charity-case-system.csv", charity_case_system()),
        ("social-prescribing-tracker.csv", social_prescribing_tracker()),
    ):
        (EXAMPLES / name).write_bytes(content)


if __name__ == "__main__":
    write_all()
