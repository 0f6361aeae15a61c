"""Filling every field of every table with a person, each personal one with a word that stands nowhere else.

Made from what the models declare (`keeping`): a table or a field added tomorrow is planted tomorrow.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from django.db import models
from PIL import Image

from alongside.access.fences import declared
from alongside.foundation.keeping import Keeping, NoPerson

ALIAS = "owner"
"""Planted by the owner of the tables: no fence keeps a seed out."""


@dataclass(frozen=True)
class Seed:
    """One unique word: where it was put, whom it is about, which part of them it belongs to, whose alone it is."""

    token: str
    table: str
    field: str
    person: UUID
    part: str
    writer: UUID | None = None
    in_history: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way in which a page might write it, in small letters."""
        try:
            day = date.fromisoformat(self.token)
        except ValueError:
            return (self.token.lower(), self.token.lower().replace(" ", "")) if " " in self.token else (self.token.lower(),)
        month = day.strftime("%B").lower()
        return (self.token, f"{day.day} {month} {day.year}", f"{day.day} {month[:3]} {day.year}", day.strftime("%d/%m/%Y"), f"{day.day}/{day.month}/{day.year}")


_number = count(1)


def a_photograph(token: str) -> bytes:
    """A picture that a browser shows, with a word in it that no eye sees."""
    drawn = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(drawn, "JPEG", comment=token.encode())
    return drawn.getvalue()


def word_for(field: models.Field, *, old: bool = False) -> tuple[Any, str]:
    """A value that fits the field, and the word by which it is known again."""
    number = next(_number)
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:05d}")
    token = f"{'Was' if old else 'Seed'}zq{letters}"
    name = field.name
    if isinstance(field, models.DateField):
        day = date(1911, 1, 1) + timedelta(days=37 * number)
        return day, day.isoformat()
    if isinstance(field, models.FloatField):
        # North of every second that a clock shows (…:51.7034), and the same four digits whether a page rounds or cuts.
        value = round(60.00001 + number * 0.0003, 5) if name == "latitude" else round(-1.00001 - number * 0.0003, 5)
        return value, f"{value:.4f}"
    if isinstance(field, models.JSONField):
        return {"text": token}, token
    if isinstance(field, models.BinaryField):
        return a_photograph(token), token
    if "postcode" in name:
        code = f"ZZ99 {number // 676 % 10}{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"
        return code, code
    if "phone" in name:
        digits = f"01632 960{number % 1000:03d}"
        return digits, digits
    if "email" in name:
        return f"{token.lower()}@example.org", token
    # No name shares a word with anybody's: whoever is looked for by name is found by nothing else.
    return f"{token} {f'Ov{letters}' if name in ('name', 'likes_to_be_called') else 'words'}", token


def _is_one_of_a_kind(field: models.Field) -> bool:
    """Whether the same word twice would be refused: by itself, or in a rule about texts alone, which no other key tells apart."""
    texts = {one.name for one in field.model._meta.concrete_fields if isinstance(one, models.TextField | models.CharField)}
    rules = [set(rule.fields) for rule in field.model._meta.constraints if isinstance(rule, models.UniqueConstraint)]
    return field.unique or any(field.name in rule and rule <= texts for rule in rules)


def tables_with_a_person() -> Iterator[tuple[type[models.Model], Keeping]]:
    """Every table to plant, those leaned upon first."""
    for model, keeping in declared():
        if isinstance(keeping, Keeping) and not (keeping.written_by_function or model._meta.app_label == "trail"):
            yield model, keeping


_LEFT_EMPTY = r"^(partner|for_whom|ended_by|undone_by|answered_by|taken_back_by|withdrawn_by|known_here|other|laid_aside_with|accepted_by)$"
"""Links that are often empty, and stay so here."""


class Garden:
    """Plants people: rows in every table, seeds in every personal field."""

    def __init__(self, *, writer: Any, team: Any, locality: Any, entry: Any, today: date, now: datetime) -> None:
        self.given = {"teams.Staff": writer, "teams.Team": team, "places.Locality": locality, "directory.Entry": entry}
        self.today, self.now = today, now
        self.seeds: list[Seed] = []
        self.rows: dict[tuple[str, UUID], Any] = {}
        self.without_history: set[str] = set()

    def plant(self, person_id: UUID, **own: dict[str, Any] | None) -> None:
        """A row about this person in every table. `own` gives, by model name in small letters, values to use, or None for no row."""
        for model, keeping in tables_with_a_person():
            given = own.get(model._meta.model_name, {})
            if given is None:
                continue
            row, seeds = self._row(model, keeping, person_id, given)
            self.rows[model._meta.model_name, person_id] = row
            row.save(using=ALIAS, force_insert=True)
            self.seeds += seeds

    def another(self, kind: str, person_id: UUID, **own: Any) -> None:
        """One more row of a table about this person, after everything was changed."""
        model, keeping = next((model, keeping) for model, keeping in tables_with_a_person() if model._meta.model_name == kind)
        row, seeds = self._row(model, keeping, person_id, own)
        row.save(using=ALIAS, force_insert=True)
        self.rows.setdefault((kind, person_id), row)
        self.seeds += seeds

    def change_everything(self) -> None:
        """Write every row once more with new words: what it said before must now stand in the history, and nowhere else."""
        for (_, person_id), row in list(self.rows.items()):
            keeping = row.keeping
            if not keeping.keeps_history or keeping.written_once or not keeping.personal:
                continue
            for seed in [seed for seed in self.seeds if seed.table == row._meta.db_table and seed.person == person_id and not seed.in_history]:
                self.seeds.remove(seed)
                self.seeds.append(Seed(seed.token, "trail_change", "was", person_id, keeping.part, in_history=True))
            for name in keeping.personal:
                value, token = word_for(row._meta.get_field(name))
                setattr(row, name, value)
                self.seeds.append(Seed(token, row._meta.db_table, name, person_id, keeping.part))
            row.save(using=ALIAS)

    def _row(self, model: type[models.Model], keeping: Keeping, person_id: UUID, own: dict[str, Any]) -> tuple[Any, list[Seed]]:
        row, seeds = model(), []
        for field in model._meta.concrete_fields:
            if field.attname in own or field.name in own:
                setattr(row, field.attname, own.get(field.attname, own.get(field.name)))
            elif field.column == keeping.person:
                setattr(row, field.attname, person_id)
            elif field.name in keeping.personal:
                value, token = word_for(field)
                setattr(row, field.name, value)
                writer = (person_id if keeping.own == keeping.person else own.get(keeping.own)) if keeping.own else None
                seeds.append(Seed(token, model._meta.db_table, field.name, person_id, keeping.part, writer))
            elif not field.primary_key:
                self._ordinary(row, field, person_id)
        return row, seeds

    def _leaned_upon(self, link: models.Field, person_id: UUID) -> Any:
        """A row of a table with nobody in it, such as a group, on which rows about people lean: one for all of them, unless each has its own."""
        row = link.related_model()
        for field in row._meta.concrete_fields:
            if not field.primary_key and (not field.null or field.name in ("by", "team")):
                self._ordinary(row, field, person_id)
        row.save(using=ALIAS, force_insert=True)
        if not link.unique:
            self.given[row._meta.label] = row
        return row

    def _ordinary(self, row: Any, field: models.Field, person_id: UUID) -> None:
        if field.is_relation:
            label = field.related_model._meta.label
            found = self.given.get(label) or self.rows.get((field.related_model._meta.model_name, person_id))
            if found is None and not field.null and isinstance(getattr(field.related_model, "keeping", None), NoPerson):
                found = self._leaned_upon(field, person_id)
            if found is not None and not (field.null and re.search(_LEFT_EMPTY, field.name)):
                setattr(row, field.attname, found.pk)
        elif field.has_default() or field.null:
            return
        elif field.choices:
            setattr(row, field.name, "" if field.blank else field.choices[0][0])
        elif isinstance(field, models.DateTimeField):
            setattr(row, field.name, self.now)
        elif isinstance(field, models.DateField):
            setattr(row, field.name, self.today + timedelta(days=30 if field.name == "until" else -30))
        elif isinstance(field, models.TimeField):
            setattr(row, field.name, time(10))
        elif isinstance(field, models.UUIDField):
            setattr(row, field.name, person_id)  # of some row of one of many tables
        elif isinstance(field, models.BooleanField):
            setattr(row, field.name, True)
        elif isinstance(field, models.IntegerField):
            setattr(row, field.name, 1)
        elif isinstance(field, models.TextField | models.CharField):
            plain = f"plain {next(_number)}" if _is_one_of_a_kind(field) else "FREQ=WEEKLY;BYDAY=TU" if field.name == "rule" else "plain"
            setattr(row, field.name, "" if field.blank else plain)
