"""Of which the spreadsheets are put together: nobody here is real."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

_GIVEN = yaml.safe_load(Path(__file__).with_name("invented.yaml").read_text(encoding="utf-8"))
FIRST, LAST = _GIVEN["first"].split(), _GIVEN["last"].split()
STREETS, DID, GIFTS, CIRCLE = _GIVEN["streets"], _GIVEN["did"], _GIVEN["gifts"], _GIVEN["circle"]


def phone(chance: random.Random) -> str:
    """A number that no telephone has."""
    return chance.choice([f"01632 960{chance.randint(100, 999)}", f"07700 900{chance.randint(100, 999)}"])


def postcode(chance: random.Random) -> str:
    """A postcode that no street has."""
    return f"ZZ99 {chance.randint(1, 9)}{chance.choice('ABDEFGHJ')}{chance.choice('ABDEFGHJ')}"
