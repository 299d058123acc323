"""What lies behind an answer of the service or of a card: two tables to compare with docs/protocol/card-reader.md#found."""

from typing import Final, Literal

import msgspec

from madoguchi.evidence.probes.card_reader.pcsc import Code

Part = Literal["none", "card", "reader", "service", "undecided"]
"""Which part is at fault; `undecided` where a second card has to tell."""


class Finding(msgspec.Struct, frozen=True):
    """One thing that was found.

    Attributes:
        code: the number the face reader would show for it; None where it is no fault.
        part: which part is at fault.
        sure: 0 to 1.
        card: what lies there, as far as this tells it.
    """

    code: str | None
    part: Part
    sure: float
    card: str | None = None


FINDINGS: Final[dict[str, Finding]] = {
    # The way to the card, in the order in which it is gone.
    "not-available": Finding(None, "none", 0.0),
    "too-slow": Finding(None, "none", 0.0),
    "service-missing": Finding("008", "service", 0.95),
    "no-reader-named": Finding(None, "none", 0.0),
    "reader-gone": Finding("008", "reader", 0.9),
    "no-readers": Finding("008", "reader", 0.9),
    "card-held": Finding(None, "none", 0.9),
    "unheard-of": Finding(None, "none", 0.0),
    "card-absent": Finding(None, "none", 1.0, "absent"),
    "card-silent": Finding("001", "undecided", 0.6, "silent"),
    "card-garbled": Finding("001", "undecided", 0.6, "silent"),
    "answer-cut": Finding("001", "undecided", 0.6, "silent"),
    # What lies there.
    "other-card": Finding("002", "card", 0.95, "other"),
    "old-card": Finding("002", "card", 0.95, "old-resident"),
    "application-missing": Finding("007", "card", 0.85, "my-number"),
    "application-broken": Finding("007", "card", 0.85, "my-number"),
    "certificate-broken": Finding("007", "card", 0.85, "my-number"),
    # What a whole card says of itself. The first of them that is a fault gives the code.
    "certificate-missing": Finding("006", "card", 0.9, "my-number"),
    "certificate-ended": Finding("006", "card", 0.9, "my-number"),
    "number-b-locked": Finding("005", "card", 0.95, "my-number"),
    "pin-locked": Finding("004", "card", 0.95, "my-number"),
    # Only a machine that sends what a person shows it can find these: the face reader, never the desk.
    "pin-wrong": Finding("003", "card", 0.95, "my-number"),
    "photo-broken": Finding("015", "card", 0.8, "my-number"),
    "number-b-wrong": Finding(None, "none", 0.5, "my-number"),
    # No fault, but worth a line.
    "phone": Finding(None, "none", 0.9, "phone"),
    "certificate-grace": Finding(None, "none", 0.9, "my-number"),
    "certificate-notice": Finding(None, "none", 0.9, "my-number"),
    "certificate-good": Finding(None, "none", 0.9, "my-number"),
    "pin-left": Finding(None, "none", 0.9, "my-number"),
    "number-b-left": Finding(None, "none", 0.9, "my-number"),
    "counter-unread": Finding(None, "none", 0.5, "my-number"),
    "card-good": Finding(None, "none", 0.9, "my-number"),
}
"""Every finding, the gravest first."""

SERVICE: Final[dict[int, str]] = {
    Code.NO_SERVICE: "service-missing",
    Code.SERVICE_STOPPED: "service-missing",
    Code.NO_READERS: "no-readers",
    Code.READER_UNAVAILABLE: "reader-gone",
    Code.UNKNOWN_READER: "reader-gone",
    Code.NO_CARD: "card-absent",
    Code.SHARING_VIOLATION: "card-held",
    Code.UNPOWERED_CARD: "card-silent",
    Code.UNRESPONSIVE_CARD: "card-silent",
    Code.UNSUPPORTED_CARD: "card-garbled",
    Code.PROTOCOL_MISMATCH: "card-garbled",
    Code.NOT_TRANSACTED: "answer-cut",
    Code.COMMUNICATION_FAILED: "answer-cut",
    Code.REMOVED_CARD: "answer-cut",
}
"""What a number of the service means, in whichever call it comes. RESET_CARD is no finding: the look begins anew."""

NOT_HERE: Final = frozenset({0x6A82, 0x6A86, 0x6D00, 0x6E00})
"""Status words of a card that does not know what was asked for."""

BROKEN: Final = frozenset({0x6F00, 0x6400, 0x6581, 0x6283, 0x6281})
"""Status words of a card that knows it and cannot."""

LOCKED: Final = frozenset({0x63C0, 0x6984, 0x6983})
"""Status words of a secret that takes no more tries."""


def gravest(found: frozenset[str]) -> str:
    """The finding that the others stand behind."""
    return next(name for name in FINDINGS if name in found)
