"""What the replica's e-prescription service is told before it starts."""

from typing import Final

FORMS: Final = ("electronic", "paper")
"""The forms a prescription can be issued in (処方箋の発行形態; docs/protocol/exchange.md, table 017)."""

LONGEST_TICKET: Final = 64
