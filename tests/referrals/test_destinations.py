"""Where messages may go: by the address a name leads to, never by the name."""

from __future__ import annotations

import socket
from ipaddress import ip_address, ip_network

import pytest
from django.core.exceptions import ValidationError

from referrals.models.endpoints import plain_https
from referrals.transports import TransportError
from referrals.transports.destinations import checked_address, is_allowed

FORBIDDEN = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254",  # noqa: S104
    "192.0.0.1", "192.0.2.7", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:0:1::80ff:fffe",
]  # fmt: skip


@pytest.mark.parametrize("address", FORBIDDEN)
def test_nothing_goes_to_our_own_networks_however_the_address_is_written(address):
    assert not is_allowed(ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "114.114.114.114", "2400:3200::1", "::ffff:114.114.114.114"])
def test_public_addresses_may_be_sent_to(address):
    assert is_allowed(ip_address(address))


def test_a_closed_network_is_open_when_the_administrator_names_it(settings):
    settings.DELIVERY_NETWORKS = [ip_network("10.20.0.0/16")]
    assert is_allowed(ip_address("10.20.3.4"))
    assert is_allowed(ip_address("::ffff:10.20.3.4"))
    assert not is_allowed(ip_address("10.21.3.4"))


def leading_to(monkeypatch, *answers: list[str]) -> list[str]:
    """A name server that gives another answer each time."""
    asked, left = [], list(answers)

    def resolved(host, port, *_args, **_more):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in left.pop(0)]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    return asked


def test_a_name_that_leads_to_our_network_as_well_is_refused(monkeypatch):
    leading_to(monkeypatch, ["114.114.114.114", "10.0.0.1"])
    with pytest.raises(TransportError, match="forbidden_address"):
        checked_address("partner.example", 443)


def test_a_name_is_resolved_once_and_its_address_connected_to(monkeypatch):
    """Pointed at our own network a moment later, it changes nothing any more."""
    asked = leading_to(monkeypatch, ["114.114.114.114"], ["127.0.0.1"])
    assert checked_address("partner.example", 443) == "114.114.114.114"
    assert asked == ["partner.example"]


def test_a_name_nobody_knows_is_a_failure_of_the_line():
    with pytest.raises(TransportError, match="unknown_host"):
        checked_address("name.invalid", 443)


@pytest.mark.parametrize(
    "address",
    [
        "http://partner.example/", "partner.example", "https://", "ftp://partner.example/", "https://a:b@partner.example/",
        "https://partner.example/#x", "https://partner.example:99999/", "https://例.example/", "https://a b/\n",
    ],
)  # fmt: skip
def test_an_address_is_plain_https(address):
    with pytest.raises(ValidationError):
        plain_https(address)


def test_a_plain_address_passes():
    plain_https("https://partner.example:8443/in?from=union")
