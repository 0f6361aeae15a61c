"""The house's own settings, with one page more: the bare one that its pages are held against."""

from pathlib import Path

from alongside.site.settings import *  # noqa: F403 - everything as it ships

ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")  # noqa: F405
