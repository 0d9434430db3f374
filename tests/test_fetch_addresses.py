"""Which IP addresses are public, checked against Python's own register and on hidden forms."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.errors import FetchError
from counterdraft.fetch.addresses import first_hop, is_address, next_hop
from counterdraft.fetch.reserved import is_public, literal

PUBLIC = ("1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "2606:2800:220:1::1")
PRIVATE = (
    *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.1", "169.254.169.254"),
    *("172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.0.1", "198.18.0.1"),
    *("198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::7f00:1", "100::1", "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0"),
    *("fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2001:10::1", "3fff::1", "5f00::1"),
    *("64:ff9b:1::1", "4000::1"),
)
ADDRESSES = st.ip_addresses(v=4)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", [*PRIVATE, "", "example.org", "1.1.1", "1.1.1.1.", "0x7f.1"])
def test_no_other_is(address: str) -> None:
    assert not is_public(address)


def hidden(address: IPv4Address) -> list[str]:
    """The forms of IPv6 that lead to an address of IPv4."""
    number = int(address)
    return [
        str(IPv6Address(f"::ffff:{address}")),
        str(IPv6Address(int(IPv6Address("64:ff9b::")) + number)),
        str(IPv6Address(int(IPv6Address("2002::")) + (number << 80))),
    ]


@given(ADDRESSES)
def test_property_an_address_inside_another_is_as_public_as_alone(address: IPv4Address) -> None:
    assert {is_public(each) for each in hidden(address)} == {is_public(str(address))}


@given(st.ip_addresses() | st.sampled_from(PRIVATE).map(lambda a: IPv6Address(f"::ffff:{a}")
       if ":" not in a else IPv6Address(a)))  # fmt: skip
def test_property_what_we_take_for_public_python_does_too(
    address: IPv4Address | IPv6Address,
) -> None:
    """The other way round we may be stricter."""
    if is_public(str(address)):
        inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
        checked = inner or address
        assert checked.is_global
        assert not checked.is_multicast


@given(ADDRESSES)
def test_property_every_way_to_write_an_address_is_seen_through(address: IPv4Address) -> None:
    number = int(address)
    a, b, c, d = address.packed
    forms = [
        *(str(number), hex(number), f"0{number:o}", f"{a}.{number & 0xFFFFFF}"),
        *(f"{a}.{b}.{number & 0xFFFF}", f"0x{a:x}.{b}.0{c:o}.{d}", f"{address}."),
    ]
    assert {literal(form) for form in forms} == {str(address)}
    for form in forms[:-1]:
        found = socket.getaddrinfo(form, 80, type=socket.SOCK_STREAM)
        assert {each[4][0] for each in found} == {str(address)}


@pytest.mark.parametrize(
    "host", ["example.org", "a", "xn--mnchen-3ya.de", "1.2.3.4.5", "256.1.1.1"]
)
def test_a_name_is_no_address(host: str) -> None:
    assert literal(host) is None


@given(st.text(), st.text())
def test_property_any_text_is_an_address_or_a_clear_error(named: str, location: str) -> None:
    for hop in (named, f"http://{named}", "http://papers.example/a"):
        there, said = None, ""
        try:
            there = next_hop(first_hop(hop), location, 5)
        except FetchError as error:
            said = str(error)
        assert said.isprintable()
        if there is not None:
            assert there.here.url.isascii()
            assert there.here.url.isprintable()
            assert first_hop(there.here.url).here == there.here


@pytest.mark.parametrize(
    ("here", "location", "stays"),
    [
        ("http://a.example/x", "/y", True),
        ("http://a.example/x", "http://A.EXAMPLE:80/y", True),
        ("http://a.example/x", "https://a.example/x", True),
        ("http://a.example/x", "http://a.example:8080/y", False),
        ("http://a.example:8080/x", "https://a.example/y", False),
        ("http://a.example/x", "https://a.example:22/y", False),
        ("http://a.example/x", "http://b.example/y", False),
    ],
)
def test_a_redirect_stays_on_its_origin_or_leaves_it_for_good(
    here: str, location: str, stays: bool
) -> None:
    hop = next_hop(first_hop(here), location, 5)
    assert hop.stayed is stays
    if not stays:
        assert not next_hop(hop, "/z", 5).stayed


@pytest.mark.parametrize("text", ["http://a", "HTTPS://a.example/b", " https://a", "http://"])
def test_what_begins_like_an_address_is_meant_as_one(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["", "a.txt", "http:/a", "http", "file:///a", "A/RES/79/181", "-"])
def test_all_else_is_not(text: str) -> None:
    assert not is_address(text)
