"""An extract on a shelf: a folder with a Parquet file for each table, what every column means, and a receipt that says what was given to whom."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from alongside.evidence.extracted import SHAPES
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .coarse import KNOWN_TO_OTHERS, Coarse, shapes_of
from .dictionary import MEANINGS

FORM = 1
"""The form in which extracts leave; a reader refuses one that it does not know."""
RECEIPT, DICTIONARY = "receipt.json", "dictionary.csv"
_ARROW = {"int64": pa.int64(), "date": pa.date32(), "string": pa.string()}

NO_EXTRACTS = Sentence("There is no extract in %(folder)s. Put each service's extract, unpacked, into a folder of its own in it: one that holds receipt.json.")
NOT_A_RECEIPT = Sentence("%(file)s is not a receipt of an extract: %(why)s. Unpack the extract anew, as it was given.")
OTHER_FORM = Sentence("%(file)s is of form %(form)s, and this program reads form %(ours)s. Ask the service for an extract made with the same release.")
CHANGED = Sentence("%(file)s is not as it was given: its sum differs from the receipt's. Unpack the extract anew, or ask for it again.")
OTHER_COLUMNS = Sentence("%(file)s has other columns than a table of an extract: %(columns)s. Ask the service for an extract made with the same release.")
SAME_NAME = Sentence("Two extracts are of a service called %(name)s: %(one)s and %(other)s. Take one away, or their people would be counted twice.")


@dataclass(frozen=True)
class Receipt:
    """What was given, by whom to whom, for what, and how it was made safe. Sums are SHA-256 of each file."""

    service: str
    given_to: str
    purpose: str
    made_on: str
    unit: str
    together: int
    people: int
    left_out: str
    sums: dict[str, str] = field(default_factory=dict)
    known_to_others: tuple[str, ...] = KNOWN_TO_OTHERS
    form: int = FORM


@dataclass(frozen=True)
class Service:
    """One service's extract as it lies on the shelf."""

    receipt: Receipt
    folder: Path

    @property
    def name(self) -> str:
        return self.receipt.service

    def file_of(self, table: str) -> Path:
        return self.folder / f"{table}.parquet"


def files_of(coarse: Coarse, *, service: str, given_to: str, purpose: str, made_on: str) -> dict[str, bytes]:
    """Every file of an extract by its name, the receipt last."""
    files = {f"{name}.parquet": _parquet(coarse.tables[name], shape) for name, shape in shapes_of(coarse.tables).items()}
    files[DICTIONARY] = _dictionary(coarse).encode("utf-8-sig")
    receipt = Receipt(
        service=service,
        given_to=given_to,
        purpose=purpose,
        made_on=made_on,
        unit=coarse.unit,
        together=coarse.together,
        people=coarse.people,
        left_out="none" if not coarse.left_out else f"fewer than {coarse.together}" if coarse.left_out < coarse.together else str(coarse.left_out),
        sums={name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    )
    return files | {RECEIPT: json.dumps(asdict(receipt), indent=1, ensure_ascii=False).encode()}


def as_one_file(files: Mapping[str, bytes], made_on: str) -> bytes:
    """All of them as a zip, in the folder in which a reader looks for them; the same files give the same bytes."""
    written = io.BytesIO()
    moment = (int(made_on[:4]), int(made_on[5:7]), int(made_on[8:10]), 0, 0, 0)
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(f"extract-{made_on}/{name}", moment), content)
    return written.getvalue()


def _parquet(columns: Mapping[str, Sequence[object]], shape: Mapping[str, str]) -> bytes:
    made = pa.table({column: _array(columns[column], kind) for column, kind in shape.items()})
    written = io.BytesIO()
    pq.write_table(made, written, compression="zstd")
    return written.getvalue()


def _array(values: Sequence[object], kind: str) -> pa.Array:
    if kind == "date":
        return pa.array(values, type=pa.string()).cast(pa.date32())
    return pa.array(values, type=_ARROW[kind])


def _dictionary(coarse: Coarse) -> str:
    """A line for each column: table, column, kind, what it means."""
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow(("table", "column", "kind", "what it means", "rows"))
    for name, shape in shapes_of(coarse.tables).items():
        rows = len(next(iter(coarse.tables[name].values()), ()))
        for column, kind in shape.items():
            told = f"{kind}, told by the {coarse.unit}" if kind == "date" else kind
            sheet.writerow((name, column, told, MEANINGS[name][column], rows))
    return written.getvalue()


def services_in(folder: Path) -> list[Service]:
    """Every extract in a folder, by the name of its service; a sentence where one is not as it was given."""
    found: dict[str, Service] = {}
    for receipt in sorted(folder.glob(f"*/{RECEIPT}")) or sorted(folder.glob(RECEIPT)):
        one = Service(_receipt(receipt), receipt.parent)
        if other := found.get(one.name):
            raise Refused(SAME_NAME, name=one.name, one=other.folder.name, other=one.folder.name)
        _looked_at(one)
        found[one.name] = one
    if not found:
        raise Refused(NO_EXTRACTS, folder=str(folder))
    return [found[name] for name in sorted(found)]


def _receipt(path: Path) -> Receipt:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Refused(NOT_A_RECEIPT, file=str(path), why="it cannot be read as JSON") from None
    if not isinstance(given, dict) or not isinstance(given.get("service"), str) or not given["service"].strip():
        raise Refused(NOT_A_RECEIPT, file=str(path), why="it names no service")
    if given.get("form") != FORM:
        raise Refused(OTHER_FORM, file=str(path), form=given.get("form", "none"), ours=FORM)
    try:
        return Receipt(**given | {"known_to_others": tuple(given["known_to_others"])})
    except (TypeError, KeyError) as wrong:
        raise Refused(NOT_A_RECEIPT, file=str(path), why=str(wrong)) from None


def _looked_at(one: Service) -> None:
    """That every table is there as it was given."""
    for name in SHAPES:
        path = one.file_of(name)
        if not path.exists() or _sum_of(path) != one.receipt.sums.get(path.name):
            raise Refused(CHANGED, file=str(path))
        columns = pq.read_schema(path).names
        if missing := set(SHAPES[name]) - set(columns):
            raise Refused(OTHER_COLUMNS, file=str(path), columns=", ".join(sorted(missing)))


def _sum_of(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
