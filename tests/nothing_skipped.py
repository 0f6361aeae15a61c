"""Where nothing may be skipped (ALONGSIDE_NOTHING_SKIPPED=1), a test that did not run is a test that failed."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

_skipped: list[str] = []


def _may_skip() -> bool:
    return os.environ.get("ALONGSIDE_NOTHING_SKIPPED") != "1"


def _why(report: pytest.TestReport | pytest.CollectReport) -> str:
    why = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr or "")
    return getattr(report, "wasxfail", "") or why


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what was skipped, and what was allowed to fail."""
    if report.skipped or hasattr(report, "wasxfail"):
        _skipped.append(f"{report.nodeid}: {_why(report)}")


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Remember whole files that were skipped."""
    if report.skipped:
        _skipped.append(f"{report.nodeid}: {_why(report)}")


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """A run that skipped something ends as one that failed."""
    if _skipped and not _may_skip() and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was skipped where nothing may be."""
    if _skipped and not _may_skip():
        terminalreporter.section("nothing may be skipped here", red=True, bold=True)
        for line in _skipped:
            terminalreporter.write_line(line)
