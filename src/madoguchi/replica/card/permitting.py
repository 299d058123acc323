"""Gives a card the key by which it believes a permission to be used without its PIN (docs/protocol/card.md#permission).

How a real card comes to believe a terminal is not public (特定機関認証). This is our stand-in, so that a face or a look can
take the place of the PIN in the replica, and so that such a permission can be refused.
"""

from typing import Final

from msgspec.structs import replace

from madoguchi.replica.card.card import Application, Card, Elementary, File, Key, TerminalKey
from madoguchi.wire.card.applications import JpkiFile
from madoguchi.wire.card.certificate import cut

PERMISSION: Final = b"madoguchi practice permission: use without PIN"
"""What stands before the card's user certificate in what the centre signs."""

TERMINAL_KEY: Final = 0x0016
USER_KEY: Final = 0x0017
_APPLICATION: Final = "jpki"


def permitting(card: Card, modulus: bytes) -> Card:
    """The card as one that believes permissions signed by the owner of this key; unchanged where it has no user certificate."""
    applications = tuple(_believing(one, modulus) for one in card.issued.applications)
    return replace(card, issued=replace(card.issued, applications=applications), application=applications[0])


def _believing(application: Application, modulus: bytes) -> Application:
    held, key = application.files.get(JpkiFile.USER_CERTIFICATE), application.files.get(USER_KEY)
    if application.id != _APPLICATION or not isinstance(held, Elementary) or not isinstance(key, Key):
        return application
    certificate = cut(held.content)
    if certificate is None:
        return application
    believed = TerminalKey(TERMINAL_KEY, int.from_bytes(modulus), PERMISSION + certificate)
    opened = replace(key, opens=None if key.opens is None else key.opens | {TERMINAL_KEY})
    files: dict[int, File] = {**application.files, TERMINAL_KEY: believed, USER_KEY: opened}
    return replace(application, files=files)
