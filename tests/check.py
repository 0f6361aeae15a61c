"""`make check`: look at everything, change nothing, and tell every failure, not only the first."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
sys.path.insert(0, str(ROOT))

from tests.house import locks, markup, saving, tidiness  # noqa: E402 - this file is run by its path

OURS = [folder for folder in ("src", "tests", "assets", "bench", "docs") if (ROOT / folder).exists()]
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}",
    # What is checked is this clone, whichever one the environment was made for.
    "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
    "DJANGO_SETTINGS_MODULE": "alongside.site.settings",
    # As a deployer would have it, so that the deployment check speaks of what ships.
    "ALONGSIDE_SECRET_KEY": secrets.token_urlsafe(50),
    "ALONGSIDE_HTTPS": "1",
    "ALONGSIDE_DEMO": "0",
}


@dataclass(frozen=True)
class Said:
    """What one check said of the whole house."""

    name: str
    passed: bool
    words: str
    seconds: float


def command(*arguments: str) -> str:
    """Run a checker; its words when it complains, nothing when it is content."""
    done = subprocess.run(arguments, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    return "" if done.returncode == 0 else (done.stdout + done.stderr).strip() or f"ended with {done.returncode}"


def scan(faults: Callable[[], list[object]]) -> str:
    """Run one of our own scanners."""
    return "\n".join(str(fault) for fault in faults())


def python(*arguments: str) -> partial[str]:
    """A command of this Python, with warnings as errors."""
    return partial(command, sys.executable, "-W", "error", *arguments)


CHECKS: dict[str, Callable[[], str]] = {
    "types": partial(command, str(BIN / "mypy"), "--no-error-summary"),
    "layout of the code": partial(command, str(BIN / "ruff"), "format", "--check", "--output-format", "concise", *OURS),
    "style of the code": partial(command, str(BIN / "ruff"), "check", "--quiet", "--output-format", "concise", *OURS),
    "storeys": partial(command, str(BIN / "lint-imports"), "--no-cache"),
    "templates": partial(command, str(BIN / "djlint"), "--lint", "--quiet", "src"),
    "words and scripts in templates": partial(scan, markup.faults),
    "tidy files": partial(scan, tidiness.faults),
    "only actions save": partial(scan, saving.faults),
    "locked parts": partial(scan, locks.faults),
    "migrations": python("-m", "tests.house.migrations"),
    "safe to deploy": python("-m", "django", "check", "--deploy", "--fail-level", "WARNING"),
    "sentences to translate": python("assets/sentences.py", "--check"),
    "glossary": python("-m", "alongside.site.command", "write-glossary", "--check"),
    "SQL of the figures": python("-m", "alongside.site.command", "write-sql", "--check"),
}


def run(name: str) -> Said:
    """One check, timed; a check that breaks has failed."""
    began = time.monotonic()
    try:
        words = CHECKS[name]()
    except Exception as broken:  # a checker that cannot run must not look content
        words = f"{type(broken).__name__}: {broken}"
    return Said(name, not words, words, time.monotonic() - began)


def main() -> int:
    """Run all at once and tell them in order."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        said = list(pool.map(run, CHECKS))
    for one in said:
        print(f"{'content' if one.passed else 'FAILED ':<8} {one.name} ({one.seconds:.1f} s)")
    for one in said:
        if not one.passed:
            print(f"\n--- {one.name}\n{one.words}")
    return 0 if all(one.passed for one in said) else 1


if __name__ == "__main__":
    sys.exit(main())
