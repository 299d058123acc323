"""A card as a value: what was put into it when it was issued, and what a session has changed since."""

from collections.abc import Mapping
from typing import Final, Literal, Protocol

import msgspec

from madoguchi.wire.card.status import StatusWord

SecretAt = tuple[str, int]
"""Application and file of a secret. 照合番号B exists in two applications and is counted in each of them."""

Form = Literal["digits", "sign-password"]


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The card answers a command with a status and stays as it was."""

    def __init__(self, word: StatusWord) -> None:
        """Keep the status."""
        super().__init__(word)
        self.word = word


class Signer(Protocol):
    """A private key that never leaves its holder."""

    def pkcs1(self, block: bytes) -> bytes:
        """The signature over a block that is padded as it stands (PKCS #1 v1.5, type 1); at most `size - 11` bytes."""

    def pss(self, digest: bytes) -> bytes:
        """The signature over a SHA-256 digest, padded with PSS."""

    @property
    def size(self) -> int:
        """Bytes of a signature."""


class Elementary(msgspec.Struct, frozen=True):
    """A file of bytes. `opens`: the secrets any of which open it; None is free to read, an empty set is nobody."""

    id: int
    content: bytes
    opens: frozenset[int] | None = None


class Records(msgspec.Struct, frozen=True):
    """A file of numbered records."""

    id: int
    records: tuple[bytes, ...]
    opens: frozenset[int] | None = None


class Secret(msgspec.Struct, frozen=True):
    """A PIN, password or number that can be presented. Its value and its counter belong to the session's state."""

    id: int
    tries: int
    form: Form
    length: tuple[int, int]


class Key(msgspec.Struct, frozen=True):
    """A private key in a file. `answers`: it answers INTERNAL AUTHENTICATE instead of signing."""

    id: int
    signer: Signer
    opens: frozenset[int] | None = None
    answers: bool = False


class Other(msgspec.Struct, frozen=True):
    """A file that can be selected and does nothing that is publicly known."""

    id: int


class TerminalKey(msgspec.Struct, frozen=True):
    """The public key by which a card believes a permission to be used without its PIN; `covers` is what must be signed."""

    id: int
    modulus: int
    covers: bytes


File = Elementary | Records | Secret | Key | TerminalKey | Other


class Application(msgspec.Struct, frozen=True):
    """One application: its name, its files, how a secret of it is changed, and its own key that asks for no PIN."""

    id: str
    aid: bytes
    files: Mapping[int, File]
    objects: Mapping[int, bytes]
    change: bytes = b""
    own: Signer | None = None


class Issued(msgspec.Struct, frozen=True):
    """What never changes in a card. The first application is current after power-on."""

    atr: bytes
    applications: tuple[Application, ...]
    refusal: StatusWord
    """The status with which the card refuses the name of an application it has not."""
    seed: bytes
    """Where its challenges come from, so that a session can be played again."""


class Card(msgspec.Struct, frozen=True):
    """A card at one moment. Change makes a new one.

    `verified` holds the secrets presented in `owner`, the application selected last: it outlives a re-selection of the same
    application and a warm reset, and ends when another application is selected or the power goes.
    """

    issued: Issued
    tries: Mapping[SecretAt, int]
    secrets: Mapping[SecretAt, bytes]
    application: Application
    owner: str
    powered: bool = False
    file: File | None = None
    verified: frozenset[int] = frozenset()
    challenges: int = 0


NOTHING: Final[frozenset[int]] = frozenset()


def fresh(issued: Issued, secrets: Mapping[SecretAt, bytes]) -> Card:
    """A card as it leaves the office: every counter full, no power."""
    tries = {
        (application.id, file.id): file.tries
        for application in issued.applications
        for file in application.files.values()
        if isinstance(file, Secret)
    }
    root = issued.applications[0]
    return Card(issued, tries, secrets, root, root.id)


def pick(card: Card, short: int) -> File:
    """The file that a short identifier (1 to 30) names in the current application; 0 is the current file.

    Raises:
        Refusal: there is none.
    """
    file = card.application.files.get(short) if short else card.file
    if file is None:
        raise Refusal(StatusWord.NOT_FOUND if short else StatusWord.NO_CURRENT_FILE)
    return file


def need_open(card: Card, opens: frozenset[int] | None) -> None:
    """Go on only where nothing guards a file, or one of the secrets that open it was presented.

    Raises:
        Refusal: none of them was.
    """
    if opens is not None and opens.isdisjoint(card.verified):
        raise Refusal(StatusWord.NOT_ALLOWED)
