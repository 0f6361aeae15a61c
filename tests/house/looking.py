"""Where the house's files are, and how a fault in one is told."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/alongside"


@dataclass(frozen=True)
class Fault:
    """Something that a rule of the house does not allow, and where."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


@cache
def our_files() -> tuple[str, ...]:
    """Every file that is or could be committed, by its path from the root."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(sorted(path for path in set(listed.stdout.splitlines()) if (ROOT / path).is_file()))


def ours(*endings: str, under: str = "") -> Iterator[tuple[str, str]]:
    """Path and text of our files with these endings, below a folder."""
    for path in our_files():
        if path.startswith(under) and path.endswith(endings):
            try:
                yield path, (ROOT / path).read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a picture


@cache
def python_trees() -> tuple[tuple[str, ast.Module], ...]:
    """Every Python file of the product but its migrations, parsed once."""
    return tuple((path, ast.parse(text)) for path, text in ours(".py", under="src/alongside/") if "/migrations/" not in path)


def room_of(path: str) -> str:
    """`src/alongside/people/models.py` stands in `people`."""
    parts = path.split("/")
    return parts[2] if path.startswith("src/alongside/") and len(parts) > 3 else ""
