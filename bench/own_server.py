"""A database server of one's own for a run: begun, set as Django's, and nothing left of it afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.site import embedded


@contextmanager
def own_server(kept: Path | None = None) -> Iterator[tuple[embedded.Cluster, Path]]:
    """A server and its folder: the one to be kept, or a new one that goes with it."""
    home = _home_for(kept)
    cluster = embedded.start(home)
    try:
        yield cluster, home
    finally:
        cluster.stop()
        if kept is None:
            shutil.rmtree(home, ignore_errors=True)
            shutil.rmtree(cluster.socket, ignore_errors=True)


def _home_for(kept: Path | None) -> Path:
    # Under root the server runs as another user, who could not reach a temporary folder made for root alone.
    parent = Path("/var/lib/alongside") if os.geteuid() == 0 else Path(tempfile.gettempdir())
    parent.mkdir(parents=True, exist_ok=True)
    home = kept.absolute() if kept else Path(tempfile.mkdtemp(prefix="bench-", dir=parent))
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o755)
    return home


def begin_with(cluster: embedded.Cluster, name: str) -> None:
    """Django on a database of this name, made if it is not there."""
    cluster.make_database(name)
    os.environ.update(
        DATABASE_URL=cluster.url("app", name),
        DATABASE_OWNER_URL=cluster.url("owner", name),
        DJANGO_SETTINGS_MODULE="bench.settings",
        ALONGSIDE_SECRET_KEY=cluster.secrets["secret_key"],
        ALONGSIDE_HTTPS="0",
    )
    os.environ.pop("ALONGSIDE_DEMO", None)
    import django

    django.setup()


def migrated(cluster: embedded.Cluster, name: str) -> None:
    """The same, with every table."""
    begin_with(cluster, name)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
