"""How much processor another process has used."""

from __future__ import annotations

from pathlib import Path

import psutil


def of_backend(number: int) -> float:
    """Milliseconds that a process of the database has used so far; 0 where the system does not tell."""
    precise = Path(f"/proc/{number}/schedstat")
    try:
        if precise.exists():
            return int(precise.read_text().split()[0]) / 1e6
        spent = psutil.Process(number).cpu_times()
        return (spent.user + spent.system) * 1000
    except (OSError, psutil.Error):
        return 0.0


def memory_of(number: int) -> int:
    """Bytes in memory of a process and its children, what they share counted once where the system tells."""
    whole = 0
    for process in [psutil.Process(number), *psutil.Process(number).children(recursive=True)]:
        held = process.memory_full_info()
        whole += getattr(held, "pss", 0) or held.rss
    return whole
