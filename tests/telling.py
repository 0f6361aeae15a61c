"""What a test reached, told at the end of a run: a promise is never claimed from a short one.

A line goes with the test's report, so that it is told whichever of several workers ran the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

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


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Tell it; and last of all what failed, a line each: of a long run often only the end is seen."""
    if _told:
        terminalreporter.section("what was reached")
        for words in sorted(_told):
            terminalreporter.write_line(words)
    try:
        return (yield)
    finally:
        for report in (*terminalreporter.getreports("failed"), *terminalreporter.getreports("error")):
            terminalreporter.write_line(f"{report.when}  {report.nodeid}", red=True)
