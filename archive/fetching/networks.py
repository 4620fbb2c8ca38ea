"""Which IP addresses are on the public internet. A list of our own, since `is_global` believes in tunnels that end at home."""

from __future__ import annotations

import ipaddress

# IANA's registries of special-purpose addresses; of IPv6 nothing outside 2000::/3 is given to anybody at all.
NOT_PUBLIC_4 = [
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24"
        " 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3"
    ).split()
]
GIVEN_OUT_6 = ipaddress.IPv6Network("2000::/3")
NOT_PUBLIC_6 = [
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # protocols, among them Teredo, which holds an IPv4 address
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which holds an IPv4 address
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
]


def is_public(text: str) -> bool:
    """Whether a connection to this IP address leaves for the public internet, whatever router or tunnel stands on the way."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not any(address in network for network in NOT_PUBLIC_4)
    if address.scope_id or address not in GIVEN_OUT_6 or _holds_isatap(address):
        return False
    return address.is_global and not any(address in network for network in NOT_PUBLIC_6)


def _holds_isatap(address: ipaddress.IPv6Address) -> bool:
    """ISATAP tunnels to the IPv4 address in the last four bytes, under any prefix."""
    return (int(address) >> 32) & 0xFDFFFFFF == 0x00005EFE
