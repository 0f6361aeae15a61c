"""What is built for the browser: pinned, free to use, and asking nobody else for anything."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "static/built"


def test_every_package_is_pinned_and_locked_by_its_hash_without_an_address() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in (wanted["dependencies"] | wanted["devDependencies"]).values())
    lock = (ROOT / "package-lock.json").read_text()
    assert "://" not in re.sub(r'"(funding|url)": "[^"]*"', "", lock)
    assert all("integrity" in package for path, package in json.loads(lock)["packages"].items() if path)


def test_no_protected_mark_or_typeface_is_shipped() -> None:
    shipped = [path.name for path in BUILT.rglob("*") if path.is_file()]
    assert [name for name in shipped if re.search(r"crest|crown|logotype|govuk-icon|opengraph|transport|frutiger", name, re.IGNORECASE)] == []
    assert "transport" not in (BUILT / "app.css").read_text().lower()


def test_styles_ask_nobody_else_for_anything() -> None:
    for sheet in BUILT.glob("*.css"):
        addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)", sheet.read_text())
        assert [address for address in addresses if "//" in address.split("%")[0] and not address.startswith("data:")] == []


def test_an_ordinary_page_is_light_enough_for_a_telephone() -> None:
    def weight(*names: str) -> int:
        return sum(len(gzip.compress((BUILT / name).read_bytes(), 9)) for name in names)

    assert weight("early.js", "app.js", "self_saving.js") <= 25_000
    assert weight("app.css") <= 30_000
