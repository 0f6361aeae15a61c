"""The house's own settings, with one page more: the bare one that its pages are held against."""

from pathlib import Path

from alongside.site.settings import *  # noqa: F403 - everything as it ships

ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")  # noqa: F405

for _database in DATABASES.values():  # noqa: F405
    # The run is longer than a connection is kept; a new one in the middle of it would be measured too.
    _database["CONN_MAX_AGE"] = None
