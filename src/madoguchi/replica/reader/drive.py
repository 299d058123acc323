"""Lets a hand do something at the reader, and waits until the screen waits for people again."""

from madoguchi.replica.reader.hands import Hand, deed
from madoguchi.replica.reader.running import Reader
from madoguchi.replica.reader.settings import SETTLE_SECONDS


async def act(reader: Reader, hand: Hand) -> None:
    """Let a hand do something; what lies over the screen keeps it from being felt.

    Raises:
        Refused: it has no place on this screen.
    """
    if hand.do == "renew_cards":
        reader.tray.renew()
        return
    event = deed(hand, reader.kiosk.asked)
    if not reader.effects.screen():
        reader.happen(event)
        await reader.settled(SETTLE_SECONDS)
