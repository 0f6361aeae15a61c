"""What one change is worth, and what one use of a service costs: a file each, with its source, year, licence and the day to look again."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from alongside.foundation.refusals import Refused

from ..words import NO_SUCH_PROXY
from .reading import Proxy, read_proxies, read_proxy

__all__ = ["Proxy", "proxies", "proxy", "read_proxies", "read_proxy"]


@cache
def proxies() -> dict[str, Proxy]:
    """Those that come with us, by the name of their file. A deployer's own are read by `read_proxies`."""
    folder = files(__package__).joinpath("shipped")
    named = sorted((one.name, one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".yaml"))
    return {name.removesuffix(".yaml"): read_proxy(text, name) for name, text in named}


def proxy(key: str) -> Proxy:
    """One of them: `proxy("wellby")`."""
    if key not in proxies():
        raise Refused(NO_SUCH_PROXY, name=key, known=", ".join(proxies()))
    return proxies()[key]
