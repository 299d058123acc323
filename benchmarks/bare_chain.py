"""The least that a check-in cannot do without: its RSA operations, one SQL read, one durable write, nothing between them."""

import hashlib
import os
import secrets
import sqlite3
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256

PKCS1: Final = padding.PKCS1v15()
DIGEST: Final = Prehashed(SHA256())
BITS: Final = 2048

SIGNED: Final = {"pin": ("card", "status"), "face": ("permission", "card", "status")}
"""Who signs in a check-in of each method: the centre a permission, the card the challenge, the card authority its answer."""

VERIFIED: Final = {
    "pin": ("certificate", "challenge", "status"),
    "face": ("permission", "permission-certificate", "certificate", "challenge", "status"),
}
"""What is verified: the certificate wherever it enters, what the card signed, what the authority answered; the permission."""

PEOPLE: Final = 10_000
RESULT: Final = bytes(4000)
"""About as much as a result in the output folder."""


class BareChain:
    """One process that does the work of all links without being one of them."""

    def __init__(self, folder: Path) -> None:
        """Make a key, a table of people, and a place for results."""
        self._key = rsa.generate_private_key(65537, BITS)
        self._public = self._key.public_key()
        self._folder = folder
        self._database = sqlite3.connect(folder / "people.db")
        self._database.execute("CREATE TABLE person (card TEXT PRIMARY KEY, told TEXT NOT NULL) WITHOUT ROWID")
        with self._database:
            people = ((str(number), "x" * 200) for number in range(PEOPLE))
            self._database.executemany("INSERT INTO person VALUES (?, ?)", people)

    def check_in(self, method: str) -> None:
        """Everything of one check-in, one after the other."""
        challenge = hashlib.sha256(secrets.token_bytes(32)).digest()
        for _ in SIGNED[method]:
            signature = self._key.sign(challenge, PKCS1, DIGEST)
        for _ in VERIFIED[method]:
            self._public.verify(signature, challenge, PKCS1, DIGEST)
        self._database.execute("SELECT told FROM person WHERE card = ?", (str(challenge[0]),)).fetchone()
        self._write(challenge.hex())

    def _write(self, name: str) -> None:
        part = self._folder / "part"
        with part.open("wb") as file:
            file.write(RESULT)
            file.flush()
            os.fsync(file.fileno())
        part.rename(self._folder / f"{name}.xml")

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
