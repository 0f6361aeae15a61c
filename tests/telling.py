"""What a test reached, told at the end of a run: a promise is never claimed from a short one.

A line goes with the test's report, so that it is told whichever of several workers ran the test.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

_told: list[str] = []


@pytest.fixture
def tells(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Say what this test reached: `tells("12 faults, 12 recovered")`."""
    return lambda words: request.node.user_properties.append(("tells", words))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what was told."""
    if report.when == "teardown":
        _told.extend(words for name, words in report.user_properties if name == "tells")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell it."""
    if _told:
        terminalreporter.section("what was reached")
        for words in sorted(_told):
            terminalreporter.write_line(words)
