"""Everything at once as tables of the Human Services Data Specification, with a description of each (a tabular data package)."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import Any

from django.db.models import Prefetch

from alongside.directory.models import Entry, Session
from alongside.directory.queries import in_use
from alongside.directory.tagging.standing import standing

from . import tags, telling
from .terms import TAXONOMIES, TERMS

TABLES = {
    "organization": ("organizations.csv", ("id", "name", "description")),
    "service": ("services.csv", ("id", "organization_id", "name", "description", "url", "email", "status", "fees", "assured_date")),
    "service_at_location": ("service_at_location.csv", ("id", "service_id", "location_id")),
    "location": ("locations.csv", ("id", "location_type", "name", "description", "latitude", "longitude")),
    "address": ("address.csv", ("id", "location_id", "address_1", "city", "state_province", "postal_code", "country", "address_type")),
    "accessibility": ("accessibility.csv", ("id", "location_id", "description", "details")),
    "schedule": (
        "schedule.csv",
        ("id", "service_id", "valid_from", "valid_to", "dtstart", "freq", "interval", "byday", "bymonthday", "description", "opens_at", "closes_at", "notes"),
    ),
    "cost_option": ("cost_options.csv", ("id", "service_id", "option", "amount", "amount_description")),
    "contact": ("contacts.csv", ("id", "service_id")),
    "phone": ("phones.csv", ("id", "contact_id", "number")),
    "attribute": ("attribute.csv", ("id", "link_id", "taxonomy_term_id", "link_type")),
    "taxonomy": ("taxonomies.csv", ("id", "name", "description", "version")),
    "taxonomy_term": ("taxonomy_terms.csv", ("id", "name", "description", "taxonomy", "taxonomy_id", "term")),
}
"""Each table, its file and its columns; columns of which we know nothing are left out, as the specification allows."""

Row = tuple[str, dict[str, Any]]


def rows() -> Iterator[Row]:
    """Every row of every table."""
    yield from (("taxonomy", one.plain) for one in TAXONOMIES)
    yield from (("taxonomy", one) for one in tags.lists())
    yield from (("taxonomy_term", one.term(word)) for one, word in TERMS.values())
    yield from (("taxonomy_term", one) for one in tags.terms())
    run_by: set[str] = set()
    held = Prefetch("sessions", Session.objects.filter(ended_at__isnull=True).order_by("id"), to_attr="held")
    about = Prefetch("taggings", standing().filter(verdict="accepted").select_related("tag__of_list").order_by("tag__name", "tag_id"), to_attr="about")
    also = Prefetch("also_told", Entry.objects.only("id", "same_as").order_by("id").prefetch_related(held, about), to_attr="also")
    for entry in in_use().order_by("id").prefetch_related(held, about, also).iterator(chunk_size=2_000):
        both = (entry, *entry.also)
        told = telling.whole(entry, [one for each in both for one in each.held], [one for each in both for one in each.about])
        yield "service", told
        if told["organization_id"] not in run_by:
            run_by.add(told["organization_id"])
            yield "organization", told["organization"]
        for place in told.get("service_at_locations", []):
            yield "service_at_location", place
            yield "location", place["location"]
            yield from (("address", one) for one in place["location"].get("addresses", []))
            yield from (("accessibility", one) for one in place["location"].get("accessibility", []))
        yield from (("schedule", one) for one in told.get("schedules", []))
        yield from (("cost_option", one) for one in told.get("cost_options", []))
        for contact in told.get("contacts", []):
            yield "contact", contact
            yield from (("phone", one) for one in contact["phones"])
        yield from (("attribute", one) for one in told["attributes"])


def packed() -> bytes:
    """The package: a table a file, and what each is. Only what is packed is held in memory, whatever there is."""
    with ExitStack() as open_now:
        files = {name: open_now.enter_context(TemporaryFile("w+", newline="", encoding="utf-8")) for name in TABLES}
        writers = {name: csv.DictWriter(files[name], columns, extrasaction="ignore") for name, (_, columns) in TABLES.items()}
        for writer in writers.values():
            writer.writeheader()
        for name, row in rows():
            writers[name].writerow(row)
        made = open_now.enter_context(TemporaryFile())
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
            whole.writestr("datapackage.json", json.dumps(_described(), indent=2))
            for name, (file, _) in TABLES.items():
                files[name].seek(0)
                with whole.open(file, "w") as entry:
                    entry.writelines(line.encode() for line in files[name])
        made.seek(0)
        return made.read()


def _described() -> dict[str, Any]:
    tables = [
        {"name": name, "path": file, "profile": "tabular-data-resource", "schema": {"primaryKey": "id", "fields": [{"name": column} for column in columns]}}
        for name, (file, columns) in TABLES.items()
    ]
    return {"name": "whats-good-around-here", "profile": "tabular-data-package", "version": "3.0.0", "resources": tables}
