"""The tests' own PostgreSQL: a cluster started for this run, one migrated database, and copies of it.

Most tests run inside a transaction that is rolled back (`django_db`). A test that needs commits, or a server beside it,
takes a copy of its own (`committed`): the trail refuses the flush by which Django would empty a database.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest

# Under root the server runs as another user, who could not reach a temporary folder made for root alone.
_PARENT = "/var/lib/alongside" if os.geteuid() == 0 else tempfile.gettempdir()
Path(_PARENT).mkdir(parents=True, exist_ok=True)
_HOME = Path(tempfile.mkdtemp(prefix="tests-", dir=_PARENT))
_HOME.chmod(0o755)
os.environ.update(
    ALONGSIDE_HOME=str(_HOME),
    DJANGO_SETTINGS_MODULE="alongside.site.settings",
    # Playwright keeps an event loop running, which Django takes for asynchronous code.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
    # Meaning is turned on by the tests that are about it.
    ALONGSIDE_MEANING="0",
    # Tests guess at more links than anybody; tests/web/test_guessing_links.py sets its own.
    ALONGSIDE_LINKS_GUESSED="1000000",
    ALONGSIDE_LINKS_ANSWERED="1000000",
    OPENBLAS_NUM_THREADS="1",
)
for name in ("ALONGSIDE_DEMO", "DATABASE_URL", "DATABASE_OWNER_URL"):
    os.environ.pop(name, None)

# Whatever else the machine does, as many examples are tried as always, however long each takes.
hypothesis.settings.register_profile("busy machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("busy machine")

from alongside.foundation.collecting import collect_seldom  # noqa: E402 - the environment comes first
from alongside.site import embedded  # noqa: E402 - the environment comes first

CLUSTER = embedded.start(_HOME, for_tests=True)
os.environ.update(
    DATABASE_URL=CLUSTER.url("app", "tests"),
    DATABASE_OWNER_URL=CLUSTER.url("owner", "tests"),
    ALONGSIDE_SECRET_KEY=CLUSTER.secrets["secret_key"],
    ALONGSIDE_HTTPS="0",
)
TEMPLATE = "house_template"
LONGEST = (
    "tests/trust/test_house.py",
    "tests/trust/test_every_state_of_a_seat.py",
    "tests/evidence/test_sums_and_answers.py",
    "tests/evidence/test_holding_back.py",
    "tests/journeys/test_any_order.py",
    "tests/access/test_reference.py",
    "tests/stories/test_the_guide_from_every_seat.py",
    "tests/stories/test_every_long_form_comes_back.py",
    "tests/teams/test_signing_in_story.py",
)
"""The files of tests that take minutes, the longest first."""
ROOT = Path(__file__).parents[1]

import django  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

django.setup()

pytest_plugins = ["tests.nothing_skipped", "tests.telling"]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Each of several workers has a server of its own: from the one that hands out the tests they inherit nothing."""
    for inherited in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_HOME"):
        os.environ.pop(inherited, None)


def pytest_unconfigure() -> None:
    CLUSTER.stop()
    shutil.rmtree(_HOME, ignore_errors=True)
    shutil.rmtree(CLUSTER.socket, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files begin first, so that several workers end together; all else stays in its order."""
    items.sort(key=lambda item: LONGEST.index(name) if (name := item.nodeid.split("::")[0]) in LONGEST else len(LONGEST))


def pytest_collection_finish() -> None:
    """What was read for the tests stays to the end and is not looked through for circles again and again, as in a server (docs/decisions/0080)."""
    collect_seldom()


@contextmanager
def using_database(name: str) -> Iterator[None]:
    """Both connections look at another database for a while."""
    from django.db import connections

    before = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
    try:
        yield
    finally:
        for alias, old in before.items():
            connections[alias].close()
            connections[alias].settings_dict["NAME"] = old


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """One migrated database, from which all others are copied."""
    from tests.migrated import known_to_be_small, migrate_from_kept

    CLUSTER.make_database(TEMPLATE)
    with django_db_blocker.unblock(), using_database(TEMPLATE):
        migrate_from_kept(CLUSTER, TEMPLATE)
    known_to_be_small(CLUSTER, TEMPLATE)
    CLUSTER.make_database("tests", template=TEMPLATE)


@contextmanager
def a_copy(name: str, template: str = TEMPLATE) -> Iterator[str]:
    """A database of one's own, forgotten afterwards; our connections look at it meanwhile."""
    CLUSTER.drop_database(name)
    CLUSTER.make_database(name, template=template)
    try:
        with using_database(name):
            yield name
    finally:
        CLUSTER.drop_database(name)


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A copy of the empty database in which commits are real; gives its name."""
    with django_db_blocker.unblock(), a_copy("committed") as name:
        yield name


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # The one without a window opens a page in half the processor time; ALONGSIDE_CHROMIUM names another.
    names = (os.environ.get("ALONGSIDE_CHROMIUM", ""), "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if name and (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("NO BROWSER STORY WAS RUN: there is no Chromium here. Install one (Debian: apt-get install chromium-headless-shell) and run again.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()
