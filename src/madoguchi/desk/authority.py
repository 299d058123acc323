"""The desk's certificates in the data directory: made when needed, renewed in time, keys their owner's alone."""

import ssl
from datetime import datetime
from pathlib import Path
from typing import Final

from madoguchi.base.tls import Pair, fingerprint, is_due, issue, new_authority
from madoguchi.records.durable import write_durably

FOLDER: Final = "tls"


class Certificates:
    """The local authority of one desk and what it signs."""

    def __init__(self, data: Path) -> None:
        """Keep them below a data directory; nothing is made yet."""
        self._folder = data / FOLDER
        self._authority: Pair | None = None

    @property
    def chain(self) -> Path:
        """The server's certificate and key in one file."""
        return self._folder / "server.pem"

    def authority(self, at: datetime) -> Pair:
        """The authority, made when it is asked for the first time.

        Raises:
            OSError: it cannot be read or written.
        """
        if self._authority is None:
            key, certificate = self._folder / "authority.key", self._folder / "authority.crt"
            if not key.is_file() or not certificate.is_file():
                made = new_authority(at)
                self._folder.mkdir(parents=True, exist_ok=True)
                write_durably(key, made.key)
                write_durably(certificate, made.certificate)
            self._authority = Pair(certificate.read_bytes(), key.read_bytes())
        return self._authority

    def fingerprint(self, at: datetime) -> str:
        """What people compare before they trust the authority."""
        return fingerprint(self.authority(at).certificate)

    def renew(self, hosts: frozenset[str], at: datetime) -> bool:
        """Make the server's certificate anew where that is due; whether it was.

        Raises:
            OSError: it cannot be written.
            ValueError: a host is not of the house.
        """
        authority = self.authority(at)
        present = self.chain.read_bytes() if self.chain.is_file() else b""
        if not is_due(present, authority.certificate, hosts, at):
            return False
        made = issue(authority, hosts, at)
        write_durably(self.chain, made.certificate + made.key)
        return True

    def context(self) -> ssl.SSLContext:
        """How the door to the house speaks: TLS 1.2 or later with the server's certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(self.chain)
        return context
