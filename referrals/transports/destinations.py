"""Where a message may go: decided on the address a name leads to, and that very address is then connected to.

Checking the name and connecting by the name would be two resolutions; between them the name may be pointed at a
machine of our own network (rebinding).
"""

from __future__ import annotations

import ipaddress
import socket

from django.conf import settings

from referrals.causes import Cause
from referrals.transports.base import TransportError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def checked_address(host: str, port: int) -> str:
    """One address of the host that may be sent to. Raises TransportError, also when only one of several is forbidden:

    a name that leads to our own network as well is no name of a partner.
    """
    found = resolve(host, port)
    if not all(is_allowed(address) for address in found):
        raise TransportError(Cause.FORBIDDEN_ADDRESS)
    return str(found[0])


def resolve(host: str, port: int) -> list[Address]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TransportError(Cause.UNKNOWN_HOST) from error
    return [ipaddress.ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]


def is_allowed(address: Address) -> bool:
    """Public addresses, and those of the networks named in DELIVERY_NETWORKS: offices often share a closed one."""
    plain = unwrapped(address)
    if any(plain in network for network in settings.DELIVERY_NETWORKS):
        return True
    return plain.is_global and not plain.is_multicast


def unwrapped(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one: written so, 127.0.0.1 would look like a public address."""
    if isinstance(address, ipaddress.IPv6Address):
        return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1] or nat64(address)
    return address


def nat64(address: ipaddress.IPv6Address) -> Address:
    if address in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address
