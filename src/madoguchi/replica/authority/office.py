"""The authorities at work: what stands in the book, under the faults of the moment, as certificates and answers."""

from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import load_der_x509_certificate

from madoguchi.replica.authority.faults import Effects
from madoguchi.replica.authority.institutions import Institutions, Issued
from madoguchi.replica.authority.store import Store
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.personas import personas
from madoguchi.replica.card.profile import USAGES
from madoguchi.replica.directory import write_whole
from madoguchi.replica.world import World

KEYS: Final = "keys"
"""The folder of the authority's private keys, below its own. The reader makes the cards from the same."""


def keys_of(world: World) -> Keys:
    """Every private key of the replica, by name."""
    return Keys(world.folder("authority") / KEYS)


class Office:
    """Both kinds of authority: for cards, and for institutions and the centre."""

    def __init__(self, world: World, store: Store) -> None:
        """Open with what stands in the book."""
        self.began = world.began
        self.keys = keys_of(world)
        self._store = store
        self._clock = world.clock
        self._cards: tuple[frozenset[str], Authority] | None = None
        self._institutions: tuple[tuple[Issued, ...], Institutions] | None = None

    def cards(self, effects: Effects) -> Authority:
        """The authority for cards; it is made anew only when another card was revoked."""
        revoked = self._store.revoked_cards() | effects.cards()
        if self._cards is None or self._cards[0] != revoked:
            made = Authority(personas().values(), self.keys, self.began.date())
            for persona in sorted(revoked):
                made.revoke(persona, 1)
            self._cards = (revoked, made)
        return self._cards[1]

    def institutions(self, effects: Effects) -> Institutions:
        """The authority for institutions; it is made anew only when something was issued or revoked."""
        more = effects.institution()
        issued = tuple(
            msgspec.structs.replace(one, revoked=one.revoked or (self.began if one.label in more else None))
            for one in self._store.issued()
        )
        if self._institutions is None or self._institutions[0] != issued:
            self._institutions = (issued, Institutions(issued, self.keys, self.began))
        return self._institutions[1]

    def make_ready(self, effects: Effects) -> None:
        """Make the keys and open the books that the first questions need: nobody shall wait for them."""
        self.institutions(effects)
        for usage in USAGES:
            self.cards(effects).responder(usage)

    def now(self) -> datetime:
        """The moment at which questions are answered, in whole seconds as certificates count (RFC 5280 §4.1.2.5)."""
        return self._clock().replace(microsecond=0)

    def private(self, name: str) -> bytes:
        """A private key, PEM."""
        return self.keys.get(name).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def pem(der: bytes) -> bytes:
    """A certificate as PEM."""
    return load_der_x509_certificate(der).public_bytes(Encoding.PEM)


def hand_out(folder: Path, files: dict[str, bytes]) -> None:
    """Put files into a link's folder, each whole."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        write_whole(folder / name, data)


def card_authorities(authority: Authority) -> bytes:
    """Every generation of both card authorities, PEM, one after the other."""
    return b"".join(pem(der) for usage in USAGES for der in authority.generations(usage))
