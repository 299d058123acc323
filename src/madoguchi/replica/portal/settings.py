"""What the replica's portal is told before it starts."""

from typing import Final

PATIENCE_SECONDS: Final = 5.0
"""How long the portal waits for the centre."""
