"""A package of invented services (HSDS, a tabular data package), as another directory would publish it."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Iterator
from typing import Any

from alongside.exchange.open_referral.package import TABLES

from .directory_load import DAYS, TOLD, WHAT, WHO

Row = tuple[str, dict[str, Any]]


def a_package(services: int) -> bytes:
    """So many services, each with whoever runs it, a place, an address, a telephone, days and what it costs."""
    files = {name: io.StringIO() for name in TABLES}
    writers = {name: csv.DictWriter(files[name], columns) for name, (_, columns) in TABLES.items()}
    for writer in writers.values():
        writer.writeheader()
    chance = random.Random(1)
    for number in range(services):
        for name, row in _service(number, chance):
            writers[name].writerow(row)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        resources = [{"name": name, "path": file} for name, (file, _) in TABLES.items()]
        whole.writestr("datapackage.json", json.dumps({"name": "invented", "resources": resources}))
        for name, (file, _) in TABLES.items():
            whole.writestr(file, files[name].getvalue())
    return packed.getvalue()


def _service(number: int, chance: random.Random) -> Iterator[Row]:
    what, who, day = chance.choice(WHAT), chance.choice(WHO), chance.randrange(7)
    told = f"{what} for {who}, on {DAYS[day]}s, and now and then {chance.choice(WHAT).lower()}. {' '.join(chance.sample(TOLD, 3))}"
    key = {one: f"{one}-{number}" for one in ("s", "o", "l", "c")}
    yield "organization", {"id": key["o"], "name": f"{what} neighbours {number}", "description": told}
    yield (
        "service",
        {
            "id": key["s"], "organization_id": key["o"], "name": f"{what} for {who} {number}", "description": f"<p>{told}</p>" if number % 2 else told, "url": f"https://example.org/{number}",
            "email": f"hello{number}@example.org", "status": "active", "fees": "", "assured_date": f"2026-{number % 9 + 1:02}-15",
        },
    )  # fmt: skip
    yield "service_at_location", {"id": f"at-{number}", "service_id": key["s"], "location_id": key["l"]}
    place = {"latitude": f"{53 + chance.random() / 3:.5f}", "longitude": f"{-2 - chance.random() / 3:.5f}"}
    yield "location", {"id": key["l"], "location_type": "physical", "name": f"Hall {number}", "description": "", **place}
    yield (
        "address",
        {
            "id": f"a-{number}", "location_id": key["l"], "address_1": f"{number % 90 + 1} Fern Row", "city": "Fernbrook", "state_province": "Fernshire",
            "postal_code": f"ZZ99 {number % 9 + 1}AA", "country": "GB", "address_type": "physical",
        },
    )  # fmt: skip
    yield "schedule", {"id": f"d-{number}", "service_id": key["s"], "freq": "WEEKLY", "byday": DAYS[day][:2].upper(), "opens_at": "10:00", "closes_at": "12:00"}
    yield "cost_option", {"id": f"p-{number}", "service_id": key["s"], "option": "A visit", "amount": str(number % 4), "amount_description": "tea is free"}
    yield "contact", {"id": key["c"], "service_id": key["s"]}
    yield "phone", {"id": f"t-{number}", "contact_id": key["c"], "number": f"01632 960{number % 1000:03}"}
