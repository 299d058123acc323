"""What the portal decides about a first registration of a card as insurance card (初回登録)."""

from typing import Literal

import msgspec

from madoguchi.replica.proof import Holder, Reason

Told = Literal["registered", "insurer-unknown"]
"""What the centre says about a holder: written down, or no insurer has told of this person yet."""


class Wanted(msgspec.Struct, frozen=True):
    """A card wants to be registered: its holder, or why the proof is none."""

    proof: Holder | Reason


class Ask(msgspec.Struct, frozen=True):
    """The centre is to be asked to take the holder."""

    holder: Holder


class Confirm(msgspec.Struct, frozen=True):
    """The card is registered; `keep` where that is new."""

    serial: int
    keep: bool


class Refuse(msgspec.Struct, frozen=True):
    """The card is not registered, and why."""

    why: Reason | Literal["insurer-unknown"]


def wanted(event: Wanted, *, known: bool) -> Ask | Confirm | Refuse:
    """What to do about a wish; `known` where this card was registered before."""
    if not isinstance(event.proof, Holder):
        return Refuse(event.proof)
    return Confirm(event.proof.serial, keep=False) if known else Ask(event.proof)


def told(asked: Ask, answer: Told) -> Confirm | Refuse:
    """What to do when the centre has answered."""
    return Confirm(asked.holder.serial, keep=True) if answer == "registered" else Refuse("insurer-unknown")
