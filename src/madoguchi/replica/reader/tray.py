"""The practice cards that lie beside the reader: issued when they are first used, and the same ones until they are renewed."""

from threading import Lock
from typing import Final

from PIL import Image

from madoguchi.replica.authority.office import keys_of
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.card import Card
from madoguchi.replica.card.dates import dates_of, number_b
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.issue import issue
from madoguchi.replica.card.permitting import permitting
from madoguchi.replica.card.personas import Persona, personas
from madoguchi.replica.centre.settings import PERMISSION_KEY
from madoguchi.replica.reader.optics import face_of_card
from madoguchi.replica.world import World

FIRST: Final = "adult"
"""The card that most people try first."""


class Tray:
    """Every persona's card. What is presented to a card stays counted in it until the cards are renewed."""

    def __init__(self, world: World) -> None:
        """Nothing is issued yet."""
        self._today = world.began.date()
        self._keys = keys_of(world)
        self._authority: Authority | None = None
        self._issued: dict[str, Card] = {}
        self._lying: dict[str, CardInProcess] = {}
        self._one = Lock()

    def card(self, persona: str) -> CardInProcess:
        """A persona's card as it was left.

        Raises:
            KeyError: nobody has that name.
        """
        with self._one:
            if persona not in self._lying:
                self._lying[persona] = CardInProcess(self._new(persona))
            return self._lying[persona]

    def warm(self) -> None:
        """Open the issuing office, so that the first person who places a card does not wait for it."""
        self.card(FIRST)

    def face(self, persona: str) -> Image.Image:
        """The face of a persona's card; of a card that has no holder, a card without print."""
        whose = personas()[persona]
        if not whose.name:
            return Image.new("L", face_of_card("", "0" * 14, 0).size, 245)
        return face_of_card(whose.name, self.digits(whose), whose.photo)

    def digits(self, whose: Persona) -> str:
        """The fourteen digits of 照合番号B that stand on a persona's card."""
        return number_b(whose, dates_of(whose, self._today))

    def renew(self) -> None:
        """Lay every card back as it was issued: whatever was counted in it is forgotten."""
        with self._one:
            self._lying.clear()

    def _new(self, persona: str) -> Card:
        if persona not in self._issued:
            if self._authority is None:
                self._authority = Authority(personas().values(), self._keys, self._today)
            made = issue(personas()[persona], self._authority, self._keys, self._today)
            self._issued[persona] = permitting(made, self._keys.modulus(PERMISSION_KEY))
        return self._issued[persona]
