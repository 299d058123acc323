"""What the replica's centre is told before it starts."""

from typing import Final

PEOPLE: Final = 10_000
"""How many invented people the centre knows besides the personas."""

PERMISSION_KEY: Final = "permission"
"""The name of the key that allows the use of a card without its PIN (a stand-in for 特定機関認証)."""

STATUS_SECONDS: Final = 0.3
"""How long what an authority said of an institution is believed without asking again."""

PATIENCE_SECONDS: Final = 3.0
"""How long the centre waits for an authority."""

CONSENT_HOURS: Final = 24
"""How long a consent holds in the outpatient flow (docs/protocol/exchange.md#consent)."""

KEPT_SECONDS: Final = 75
"""How long a connection of an institution is kept on which nothing is asked."""

BULK_SECONDS: Final = 1.5
"""How long the centre works at a bulk question; whoever asks before is told that it is still at it."""

LARGEST_BULK: Final = 2000
"""People in one bulk question."""

LARGEST_BODY: Final = 2_000_000
"""Bytes of the longest request."""
