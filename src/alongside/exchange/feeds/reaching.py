"""Which addresses of the internet a feed may be read from: none inside our own walls, unless whoever runs this machine says so."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolve = Callable[[str, int], Iterable[str]]

LONGEST = 2_000
"""Letters of an address."""
_NEVER = re.compile(r"[\x00-\x20\x7f\\]")
"""What is in no address: what programs disagree about is how one is led astray."""
_PORTS = {"http": 80, "https": 443}
_WORLD = ipaddress.ip_network("2000::/3")
"""Where the addresses of version 6 are that anybody can be reached at."""
_WRAPPED = tuple(ipaddress.ip_network(one) for one in ("2002::/16", "2001::/32", "64:ff9b::/96"))
"""Addresses of version 6 that are one of version 4 in another coat."""

NO_ADDRESS = Sentence("“%(address)s” is not an address of a feed. It begins with https:// or http://, and has no name or password in it.")
NOT_FOUND = Sentence("There is no “%(host)s” to be found. Is the address spelled right?")
INSIDE = Sentence(
    "“%(host)s” leads inside a network (%(address)s), not to the open internet, so it is not read. "
    "If your own network is meant, whoever runs this machine can allow it (ALONGSIDE_FEEDS_FROM)."
)
OTHER_DOOR = Sentence("“%(host)s” is to be read at port %(port)s. Only the usual ports of web pages are used: 80 and 443.")


@dataclass(frozen=True)
class Where:
    """An address as it will be connected to: the name is asked for once, and what was checked is what is used."""

    scheme: str
    host: str
    port: int
    path: str
    at: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """As one writes it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{'' if self.port == _PORTS[self.scheme] else f':{self.port}'}{self.path}"

    @property
    def site(self) -> tuple[str, str, int]:
        """Who answers there."""
        return self.scheme, self.host, self.port


def networks(said: str) -> tuple[Network, ...]:
    """Networks and addresses that whoever runs this machine allows, such as `192.0.2.0/24, 127.0.0.1`."""
    return tuple(ipaddress.ip_network(one.strip()) for one in said.split(",") if one.strip())


def resolved(host: str, port: int) -> Iterable[str]:
    """The addresses of a name, as the machine knows them."""
    return dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


def read_address(said: str, base: str = "") -> Where:
    """An address in its parts, not yet looked up; refused where it is none."""
    wrong = Refused(NO_ADDRESS, address=said.strip()[:80], field="address")
    try:
        whole = urljoin(base, said.strip())
        parts = urlsplit(whole)
        port, host = parts.port, (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode()
    except ValueError:
        raise wrong from None
    if len(whole) > LONGEST or _NEVER.search(whole) or parts.scheme not in _PORTS or not host or "%" in host or "@" in parts.netloc:
        raise wrong
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe="/?&=%:@!$'()*+,;~-._[]")
    return Where(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, path)


def found(where: Where, allowed: tuple[Network, ...] = (), resolve: Resolve = resolved) -> Where:
    """The same with the addresses that may be connected to; refused when any of them lies inside."""
    try:
        addresses = [ipaddress.ip_address(one.partition("%")[0]) for one in resolve(where.host, where.port)]
    except (OSError, UnicodeError):
        addresses = []
    if not addresses:
        raise Refused(NOT_FOUND, host=where.host, field="address")
    let_in = [one for one in addresses if any(one in network for network in allowed)]
    # One address inside among several is enough to refuse: the next question could be answered with that one alone.
    for one in addresses:
        if one not in let_in and not _outside(one):
            raise Refused(INSIDE, host=where.host, address=str(one), field="address")
    if len(let_in) < len(addresses) and where.port not in _PORTS.values():
        raise Refused(OTHER_DOOR, host=where.host, port=where.port, field="address")
    return replace(where, at=tuple(map(str, addresses)))


def _outside(address: Address) -> bool:
    """Whether anybody on the internet could be asked there."""
    if isinstance(address, ipaddress.IPv6Address) and (address not in _WORLD or any(address in network for network in _WRAPPED)):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
