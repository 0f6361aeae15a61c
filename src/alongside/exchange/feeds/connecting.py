"""What is said of another directory when it is connected."""

from __future__ import annotations

from dataclasses import dataclass

from .reaching import read_address


@dataclass(frozen=True)
class Connecting:
    """Its address, what it is called here, under which licence, and what its services are unless it says so."""

    address: str
    name: str
    licence: str = ""
    kind: str = "service"


def connecting(address: str, name: str = "", licence: str = "", kind: str = "service") -> Connecting:
    """As it is kept: the address without what comes after it, and its host for a name where none is given."""
    where = read_address(address if "://" in address else f"https://{address.strip()}")
    base = where.url.partition("?")[0].rstrip("/").removesuffix("/services").rstrip("/")
    return Connecting(base, " ".join(name.split()) or where.host, licence.strip(), kind)
