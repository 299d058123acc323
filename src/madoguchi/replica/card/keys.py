"""RSA keys of cards and authorities: made on demand, kept in the replica's data directory, never in the program."""

import os
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import NoDigestInfo, Prehashed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

BITS: Final = 2048
EXPONENT: Final = 65537

_PKCS1: Final = padding.PKCS1v15()
_VERBATIM: Final = NoDigestInfo()
_DIGEST: Final = Prehashed(SHA256())
_PSS: Final = padding.PSS(padding.MGF1(SHA256()), SHA256.digest_size)


class RsaSigner:
    """A private RSA key as a card uses it."""

    def __init__(self, key: rsa.RSAPrivateKey) -> None:
        """Hold the key."""
        self._key = key
        self.size = key.key_size // 8

    def pkcs1(self, block: bytes) -> bytes:
        """The signature over a block that is padded as it stands."""
        return self._key.sign(block, _PKCS1, _VERBATIM)

    def pss(self, digest: bytes) -> bytes:
        """The signature over a SHA-256 digest, padded with PSS."""
        return self._key.sign(digest, _PSS, _DIGEST)


class Keys:
    """Keys by name. Without a folder they live as long as this object."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep keys in a folder, which is made at the first key."""
        self._folder = folder
        self._held: dict[str, rsa.RSAPrivateKey] = {}

    def get(self, name: str) -> rsa.RSAPrivateKey:
        """The key of this name; made now where there is none yet (60 to 90 ms).

        Raises:
            ValueError: the file of this name holds no RSA key.
        """
        if name not in self._held:
            self._held[name] = self._read(name) or self._make(name)
        return self._held[name]

    def signer(self, name: str) -> RsaSigner:
        """The key of this name as a card uses it."""
        return RsaSigner(self.get(name))

    def modulus(self, name: str) -> bytes:
        """The public half of the key of this name; its exponent is always EXPONENT."""
        return self.get(name).public_key().public_numbers().n.to_bytes(BITS // 8)

    def _read(self, name: str) -> rsa.RSAPrivateKey | None:
        if self._folder is None:
            return None
        try:
            # Our own keys: proving each time anew that they are primes takes longer than all that a card does.
            data = (self._folder / f"{name}.pem").read_bytes()
            key = load_pem_private_key(data, None, unsafe_skip_rsa_key_validation=True)
        except FileNotFoundError:
            return None
        if not isinstance(key, rsa.RSAPrivateKey):
            raise ValueError(name)  # noqa: TRY004 - the file is wrong, not its type
        return key

    def _make(self, name: str) -> rsa.RSAPrivateKey:
        key = rsa.generate_private_key(EXPONENT, BITS)
        if self._folder is None:
            return key
        self._folder.mkdir(parents=True, exist_ok=True)
        path, draft = self._folder / f"{name}.pem", self._folder / f"{name}.{os.getpid()}.part"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        try:
            # Two processes may make the same key at once; the first one's stays, and both use it.
            os.link(draft, path)
        except FileExistsError:
            return self._read(name) or key
        finally:
            draft.unlink()
        return key
