"""The least that answers a reader: a table by class and instruction, one mutable object, nothing checked that need not be."""

from collections.abc import Callable, Mapping

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import NoDigestInfo

DONE = b"\x90\x00"
NOT_FOUND = b"\x6a\x82"


class BareCard:
    """Files by application and number, a count of tries, a key. Knows no guard, no power and no extended command."""

    def __init__(self, applications: Mapping[bytes, Mapping[bytes, bytes]], tries: int, key: rsa.RSAPrivateKey) -> None:
        """Hold what is to be answered with."""
        self._applications = applications
        self._files: Mapping[bytes, bytes] = {}
        self._content = b""
        self._tries = bytes((0x63, 0xC0 | tries))
        self._key = key
        self._handlers: dict[bytes, Callable[[bytes], bytes]] = {
            b"\x00\xa4": self._select,
            b"\x00\xb0": self._read,
            b"\x00\x20": self._count,
            b"\x80\x2a": self._sign,
        }

    def transmit(self, command: bytes) -> bytes:
        """The answer to a short command."""
        handler = self._handlers.get(command[:2])
        return handler(command) if handler else b"\x6d\x00"

    def _select(self, command: bytes) -> bytes:
        name = command[5 : 5 + command[4]]
        if command[2] == 4:
            files = self._applications.get(name)
            if files is None:
                return NOT_FOUND
            self._files = files
            return DONE
        content = self._files.get(name)
        if content is None:
            return NOT_FOUND
        self._content = content
        return DONE

    def _read(self, command: bytes) -> bytes:
        offset = command[2] << 8 | command[3]
        return self._content[offset : offset + (command[4] or 256)] + DONE

    def _count(self, _: bytes) -> bytes:
        return self._tries

    def _sign(self, command: bytes) -> bytes:
        return self._key.sign(command[5 : 5 + command[4]], padding.PKCS1v15(), NoDigestInfo()) + DONE
