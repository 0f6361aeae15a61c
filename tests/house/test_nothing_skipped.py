"""Where nothing may be skipped, a run that skips something has failed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.looking import ROOT


@pytest.mark.parametrize(
    ("body", "strict", "ends_with"),
    [
        ("def test_a(): pass", "1", 0),
        ("import pytest\ndef test_a(): pytest.skip('no browser here')", "0", 0),
        ("import pytest\ndef test_a(): pytest.skip('no browser here')", "1", 1),
        ("import pytest\npytest.skip('no browser here', allow_module_level=True)", "1", 1),
        ("import pytest\npytestmark = pytest.mark.xfail\ndef test_a(): assert 0", "1", 1),
    ],
)
@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_skipped_test_fails_the_run(tmp_path, body, strict, ends_with, workers):
    (tmp_path / "test_planted.py").write_text(f"{body}\ndef test_b(): pass\n" if "module" not in body else body)
    (tmp_path / "test_other.py").write_text("def test_c(): pass\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "xdist.plugin", "-n", workers, "-p", "tests.nothing_skipped", "-p", "no:cacheprovider", "."],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "ALONGSIDE_NOTHING_SKIPPED": strict, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ends_with, done.stdout
    assert ("nothing may be skipped here" in done.stdout) == (ends_with == 1)
