"""A card that is played inside this process: what a reader does to a card, as method calls."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from madoguchi.base.clock import JAPAN, Clock, now
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.card import Card
from madoguchi.replica.card.contact import Lying
from madoguchi.replica.card.faults import chosen, on_card, on_contact, on_persona
from madoguchi.replica.card.issue import issue
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.machine import power_off, power_on, step, warm_reset
from madoguchi.replica.card.personas import Persona

KEYS: Final = Path("replica") / "card" / "keys"
"""Where private keys lie within the data directory."""


class CardInProcess:
    """Holds a card and moves it on."""

    def __init__(self, card: Card) -> None:
        """Hold a card as it is."""
        self.card = card

    @property
    def atr(self) -> bytes:
        """How the card answers to a reset."""
        return self.card.issued.atr

    def power(self, on: bool, /) -> None:  # noqa: FBT001 - a switch has two positions
        """Switch the power. Off forgets what was presented; on, where it is on already, changes nothing."""
        if on and not self.card.powered:
            self.card = power_on(self.card)
        elif not on:
            self.card = power_off(self.card)

    def reset(self) -> None:
        """Reset the card without taking its power: what was presented stays."""
        self.card = warm_reset(self.card)

    def transmit(self, command: bytes, /) -> bytes:
        """The answer to a command; empty where the card has no power."""
        self.card, answer = step(self.card, command)
        return answer


def insert(persona: Persona, data: Path | None = None, clock: Clock = now, faults: Iterable[str] = ()) -> Lying:
    """A persona's card, issued now and put into a reader without power.

    Args:
        persona: whose card.
        data: the replica's data directory, where keys are kept from one time to the next; without it they are made anew.
        clock: tells the day from which the persona's days are counted.
        faults: what is wrong with it, each as `name` or `name=number` (faults.py).

    Raises:
        UnknownCardFaultError: a fault that there is not.
    """
    wrong = chosen(faults)
    whose = on_persona(persona, wrong)
    today = clock().astimezone(JAPAN).date()
    keys = Keys(data / KEYS if data is not None else None)
    card = issue(whose, Authority((whose,), keys, today), keys, today)
    return on_contact(CardInProcess(on_card(card, wrong)), wrong)
