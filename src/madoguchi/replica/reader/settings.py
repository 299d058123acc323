"""What the reader is told before it starts, and how long it waits for whom."""

from collections.abc import Mapping
from typing import Final

from madoguchi.replica.reader.kiosk import Screen

PROFILE: Final = "replica-reader-1"
"""The profile that this reader has; the terminal says which one it expects."""

BEAT_SECONDS: Final = 1.0
"""How often the reader says to the terminal that it lives."""

MISSED_BEATS: Final = 3
"""So many heartbeats without an answer in a row, and the idle screen says that the terminal is not there."""

RETRY_SECONDS: Final = 2.0
"""How long a call that may be repeated is repeated while nobody answers."""

SETTLE_SECONDS: Final = 8.0
"""How long the door for machines waits for a screen that waits for nobody but people."""

RESUME_SECONDS: Final = 600
"""How long a check-in whose end was never heard of can be ended by placing the same card again."""

WAITS: Final[Mapping[Screen, float]] = {
    "choose": 120,
    "pin": 120,
    "passcode": 120,
    "camera": 120,
    "registration": 180,
    "consents": 180,
    "prescription": 180,
    "mismatch": 120,
    "done": 30,
}
"""How long each screen waits for people, in seconds. Nobody is hurried: it is longer than anybody needs."""

WHITEST: Final = 232
DARKEST: Final = 28
FLATTEST: Final = 10
"""Brightness of a picture, 0 to 255, above or below which nothing can be seen on it; and the least spread of brightness."""
