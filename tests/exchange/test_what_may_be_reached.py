"""Feeds are read from the open internet and from nowhere inside, however an address is written and whatever a name answers."""

from __future__ import annotations

import ipaddress

import pytest

from alongside.exchange.feeds.fetching import Asking
from alongside.exchange.feeds.reaching import found, networks, read_address
from alongside.foundation.refusals import Refused

from .feed_server import a_service, published

HERE = networks("127.0.0.1")
BEHIND_WALLS = [str(ipaddress.ip_address(number)) for number in (0x0A000001, 0xAC100001, 0xAC1FFFFF, 0xC0A80101)]
"""Of networks of one's own, as numbers."""
INSIDE = (
    "127.0.0.1 127.1.2.3 0.0.0.0 169.254.169.254 100.64.0.1 198.18.0.1 192.0.2.1 198.51.100.7 203.0.113.9 224.0.0.1 240.0.0.1 255.255.255.255 "
    "192.0.0.1 ::1 :: fe80::1 fc00::1 fd12:3456::1 ff02::1 ::ffff:127.0.0.1 ::ffff:a00:1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 "
    "64:ff9b:1::1 2002:7f00:1::1 2002:a00:1::1 2001:0:7f00:1::1 2001:db8::1 100::1 fec0::1"
)
NO_ADDRESSES = [
    "", "directory", "//directory.example.org", "ftp://directory.example.org", "file:///etc/passwd", "gopher://x/", "javascript:alert(1)", "data:,x",
    "http://", "http://:80/", "http://somebody@directory.example.org/", "http://somebody:secret@directory.example.org/", "http://@directory.example.org/",
    "http://directory.example.org:notaport/", "http://directory.example.org:99999/", "http://directory.example.org\\@127.0.0.1/", "http://a b/",
    "http://directory.example.org/\r\nHost: x", "http://directory.example.org/\x00", "http://[::1", "http://[fe80::1%25eth0]/", "http://" + "a" * 70 + ".org/",
    "http://directory.example.org/" + "a" * 3000, "http://a..b/",
]  # fmt: skip


@pytest.mark.parametrize("inside", [*BEHIND_WALLS, *INSIDE.split(" ")])
@pytest.mark.parametrize("written", ["http://directory.example.org/", "https://directory.example.org/", "http://directory.example.org:80/services"])
def test_a_name_that_leads_inside_is_not_read(inside, written):
    for answered in ([inside], ["93.184.215.14", inside], [inside, "2606:2800:21f:cb07::1"]):
        with pytest.raises(Refused, match="leads inside a network"):
            found(read_address(written), (), lambda host, port, answered=answered: answered)


@pytest.mark.parametrize("inside", ["127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "localhost", "127.0.0.1."])
def test_however_an_address_inside_is_written_it_is_not_read(inside):
    with pytest.raises(Refused, match=r"leads inside|to be found"):
        found(read_address(f"http://{inside}/"))


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(Refused, match="is not an address of a feed"):
        read_address(address)


def test_the_open_internet_may_be_read_at_its_usual_doors_and_no_others():
    assert found(read_address("https://directory.example.org/x y".replace(" ", "%20")), (), lambda *_: ["93.184.215.14"]).at == ("93.184.215.14",)
    with pytest.raises(Refused, match="port 22"):
        found(read_address("http://directory.example.org:22/"), (), lambda *_: ["93.184.215.14"])


def test_a_network_of_ones_own_is_read_only_when_whoever_runs_the_machine_says_so():
    ours = lambda host, port: ["192.0.2.4"]  # noqa: E731
    with pytest.raises(Refused, match="ALONGSIDE_FEEDS_FROM"):
        found(read_address("http://directory.example.org:8080/"), networks("198.51.100.0/24"), ours)
    assert found(read_address("http://directory.example.org:8080/"), networks("198.51.100.0/24, 192.0.2.0/24"), ours).at == ("192.0.2.4",)


def test_a_name_that_changes_its_answer_is_connected_to_where_it_was_checked():
    """Asked twice, such a name says a good address first and one inside afterwards: it is asked once, and what it said is what is used."""
    answers: list[list[str]] = []

    def rebinding(host: str, port: int) -> list[str]:
        answers.append(["127.0.0.1"] if not answers else ["127.0.0.2"])
        return answers[-1]

    with published(a_service()) as directory:
        port = directory.address.rsplit(":", 1)[1]
        asking = Asking(HERE, rest=lambda _: None, resolve=rebinding)
        for _ in range(3):
            assert asking.get(f"http://rebinding.example.org:{port}/services").status == 200
        assert answers == [["127.0.0.1"]]
        asking.close()
        with pytest.raises(Refused, match=r"leads inside a network \(127\.0\.0\.2\)"):
            asking.get(f"http://rebinding.example.org:{port}/services")
