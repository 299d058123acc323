"""Changes of a card's content: files cut, broken, padded or taken away, counters set, applications removed."""

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from madoguchi.replica.card.card import Application, Card, Elementary
from madoguchi.replica.card.tlv import items

PADDED: Final = 3808
"""The size of a certificate's file that one client met (docs/protocol/card.md#files)."""

_PHOTO: Final = 0xDF27
_NO_TAG: Final = b"\xdf\x7f"
_JP2: Final = bytes.fromhex("0000000C6A502020")


def _with(card: Card, change: Callable[[Application], Application | None]) -> Card:
    """The card with every application changed, or without it where the change gives None."""
    changed = tuple(made for made in map(change, card.issued.applications) if made is not None)
    return replace(card, issued=replace(card.issued, applications=changed), application=changed[0])


def with_tries(card: Card, application: str, secret: int, left: int) -> Card:
    """The card with so many tries left for a secret, at most as many as it has now."""
    at = (application, secret)
    return replace(card, tries={**card.tries, at: min(left, card.tries[at])}) if at in card.tries else card


def without(card: Card, application: str) -> Card:
    """The card without an application."""
    return _with(card, lambda one: None if one.id == application else one)


def without_file(card: Card, application: str, file: int) -> Card:
    """The card without one file."""
    return _with(
        card,
        lambda one: (
            replace(one, files={at: it for at, it in one.files.items() if at != file}) if one.id == application else one
        ),
    )


def with_content(card: Card, application: str, file: int, change: Callable[[bytes], bytes]) -> Card:
    """The card with one file's bytes changed."""

    def changed(one: Application) -> Application:
        found = one.files.get(file)
        if one.id != application or not isinstance(found, Elementary):
            return one
        return replace(one, files={**one.files, file: replace(found, content=change(found.content))})

    return _with(card, changed)


def broken(content: bytes) -> bytes:
    """A record whose first tag is none and whose length lies."""
    return b"\x00\x00" + content[2:]


def padded(content: bytes) -> bytes:
    """A file larger than what is in it."""
    return content.ljust(PADDED, b"\xff")


def shifted(content: bytes) -> bytes:
    """A record behind two bytes that do not belong to it."""
    return b"\x00\x00" + content


def photo_cut(content: bytes) -> bytes:
    """A card face that ends in the middle of its photo."""
    return content[: _photo_at(content) + 200]


def photo_damaged(content: bytes) -> bytes:
    """A card face whose photo does not begin as a picture does; every length is right."""
    begins = content.index(_JP2, _photo_at(content))
    return content[:begins] + bytes(len(_JP2)) + content[begins + len(_JP2) :]


def photo_gone(content: bytes) -> bytes:
    """A card face in which the photo's place has another tag."""
    at = _photo_at(content)
    return content[:at] + _NO_TAG + content[at + len(_NO_TAG) :]


def _photo_at(content: bytes) -> int:
    return next(at for tag, at, _ in items(content) if tag == _PHOTO)
