"""`alongside check-grants FILE --schema SCHEMA`: whether a file of grants is in 360Giving's form, by the standard's own schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.foundation.refusals import Refused
from alongside.money.giving.reading import SeveralFaults, read_grants

MOST = 50
"""Faults that are told; of more only how many."""


class Command(BaseCommand):
    """Reads the file as the page of grants does, then holds it against the schema."""

    help = "Check a file of grants (JSON) against 360Giving's own schema, which its standard publishes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the grants, as JSON with “grants” in it")
        parser.add_argument(
            "--schema", type=Path, required=True, nargs="+", help="the schema of a package; and that of a grant, where the first refers to it by an address"
        )

    def handle(self, *args: Any, file: Path, schema: list[Path], **options: Any) -> None:
        try:
            grants = read_grants(file.read_bytes())
            wrong: list[str] = []
        except SeveralFaults as several:
            grants, wrong = [], [one.sentence for one in several.faults]
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        wrong += _against({one.name: _json(one) for one in schema}, _json(file))
        for one in wrong[:MOST]:
            self.stdout.write(one)
        if wrong:
            raise CommandError(f"{len(wrong)} faults in {file.name}.")
        self.stdout.write(f"{len(grants)} grants: all as the schema says.")


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except ValueError:
        raise CommandError(f"{path.name} is no JSON.") from None


def _named(schemas: dict[str, Any]) -> dict[str, Any]:
    """Each schema by the address by which another refers to it: its own, or, where it says none, one that ends in the name of its file."""
    wanted = {said.partition("#")[0] for one in schemas.values() for said in _referred(one)} - {""}
    named = {}
    for name, one in schemas.items():
        own = str(one.get("id") or one.get("$id") or "") if isinstance(one, dict) else ""
        named[own or next((address for address in sorted(wanted) if address.rsplit("/", 1)[-1] == name), f"given/{name}")] = one
    return named


def _referred(schema: Any) -> Iterator[str]:
    inside = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        yield schema["$ref"]
    for one in inside:
        yield from _referred(one)


def _against(given: dict[str, Any], said: Any) -> list[str]:
    """Each fault with where it is. Nothing is fetched: what a schema refers to is given with it."""
    try:
        from jsonschema import Draft4Validator, exceptions, validators
        from referencing import Registry, Resource
        from referencing import exceptions as missing
        from referencing.jsonschema import DRAFT4
    except ImportError:
        raise CommandError("Install the package jsonschema first: pip install 'jsonschema[format]'.") from None
    schemas = list(given.values())
    held = [(address, Resource.from_contents(one, DRAFT4)) for address, one in _named(given).items()]
    kind = validators.validator_for(schemas[0], default=Draft4Validator)
    try:
        kind.check_schema(schemas[0])
        found = kind(schemas[0], registry=Registry().with_resources(held), format_checker=kind.FORMAT_CHECKER).iter_errors(said)
        return [f"{'/'.join(map(str, one.absolute_path)) or 'the file'}: {one.message[:300]}" for one in found]
    except exceptions.SchemaError as broken:
        raise CommandError(f"This is no schema: {broken.message[:200]}") from None
    except missing.Unresolvable as lacking:
        raise CommandError(f"The schema refers to {lacking.ref}, which was not given. Give it too, under its own name: --schema PACKAGE GRANT.") from None
