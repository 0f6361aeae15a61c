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


def memory_of(number: int) -> tuple[int, int]:
    """Bytes that a process and its children hold now, what they share counted once where the system tells; and the sum of their peaks."""
    held = peaks = 0
    for process in [psutil.Process(number), *psutil.Process(number).children(recursive=True)]:
        now = process.memory_full_info()
        held += getattr(now, "pss", 0) or now.rss
        peaks += _peak(process.pid) or now.rss
    return held, peaks


def _peak(number: int) -> int:
    status = Path(f"/proc/{number}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)
