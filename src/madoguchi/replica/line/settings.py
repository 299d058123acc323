"""What the replica's line is told before it starts: which names exist behind it and which door leads to each."""

from typing import Final

NAMES: Final = {
    "centre.chain.invalid": "line-centre",
    "portal.chain.invalid": "line-portal",
    "prescription.chain.invalid": "line-prescription",
}
"""The names of the far services, in a domain that can exist nowhere (RFC 6761 §6.4), and the relay in front of each."""

TARGETS: Final = {"line-centre": "centre-tls", "line-portal": "portal", "line-prescription": "prescription"}
"""Where each relay leads to."""

NEAR: Final = ("line-gateway", "line-names")
"""Doors of the router, which stands in the house."""

FAR: Final = ("line-far", *TARGETS)
"""Doors that are reached only over the line."""

LONGEST_NAME: Final = 253
"""A host name has at most so many characters (RFC 1035 §2.3.4)."""

CHUNK: Final = 65_536

SLOW_SECONDS: Final = 30.0
"""How late a slow line brings each piece: later than anybody at a reader waits."""
