"""A newcomer finds everything by its name, and nothing ties the house to one machine or to a real person."""

from __future__ import annotations

import pytest

from tests.house import tidiness


def test_everything_is_tidy():
    assert [str(fault) for fault in tidiness.faults()] == []


@pytest.mark.parametrize(
    "planted",
    ["open('/ro" + "ot/notes.txt')", "pip install --extra-index" + "-url there", "host = '10.20" + ".30.40'"],
)
def test_what_ties_us_to_one_machine_is_found(planted):
    assert [fault.line for fault in tidiness.of_one_machine("src/a.py", f"\n{planted}\n")] == [2]


@pytest.mark.parametrize("planted", ["anne@" + "council.gov.uk", "0161 496" + " 1234", "+44 7911" + " 123456"])
def test_what_could_be_a_real_person_is_found(planted):
    assert len(list(tidiness.of_somebody_real("src/a.py", f"call {planted} now"))) == 1


@pytest.mark.parametrize("invented", ["gwen@example.org", "01632 960123", "07700 900123", "0808 157 0123", "2026-11-18", "1,234,567,890.12"])
def test_what_is_invented_passes(invented):
    assert list(tidiness.of_somebody_real("src/a.py", f"call {invented} now")) == []


def test_a_file_of_251_lines_is_found():
    assert len(list(tidiness.too_long("src/a.py", "x\n" * 251))) == 1
    assert list(tidiness.too_long("src/a.py", "x\n" * 250)) == []


def test_a_nameless_drawer_is_found():
    assert len(list(tidiness.badly_named("src/alongside/people/ut" + "ils.py"))) == 1
