"""How many days the terminal's certificate has left, from the date typed in or from the certificate itself."""

import stat
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.opening import read_shared
from madoguchi.evidence.probes.probe import Link, Reading, State, Surroundings, unknown

MARKS: Final = (7, 15, 30, 60, 90)
"""Days left at which the terminal's own client warns (docs/protocol/certificates.md#reminders)."""

EVIDENCE: Final = {
    7: "evidence-terminal-certificate-now",
    15: "evidence-terminal-certificate-week",
    30: "evidence-terminal-certificate-open",
    60: "evidence-terminal-certificate-open",
    90: "evidence-terminal-certificate-open",
}
"""What is said from each mark on, until the next."""

TYPED: Final = 0.9
"""How far a typed date is to be trusted: nobody may have changed it after a renewal."""

LIMIT: Final = 100_000
"""Bytes of a certificate file that are read; a certificate has a few thousand."""


class TerminalCertificate:
    """Days until the terminal's certificate ends."""

    id = "terminal-certificate"
    link: Link = "terminal"
    every = timedelta(hours=1)
    limit = timedelta(seconds=10)

    def look(self, surroundings: Surroundings) -> Reading:
        """Down when it has ended. Until then the guide may take it for good, even where it is time to renew."""
        today = surroundings.clock().astimezone(JAPAN).date()
        path = surroundings.certificate_file
        end = last_day(path) if path is not None else None
        if end is not None:
            return judged(end, today, sure=1.0)
        if surroundings.certificate_end is not None:
            return judged(surroundings.certificate_end, today, sure=TYPED)
        return unknown(self.id, "unreadable" if path else "untold")


def judged(end: date, today: date, sure: float) -> Reading:
    """The reading for a certificate whose last day is `end`."""
    days = (end - today).days
    said: dict[str, str | int | float] = {"days": days, "end": end.isoformat()}
    if days < 0:
        observes = {"terminal-certificate": "down"}
        evidence = "evidence-terminal-certificate-ended"
        return Reading("terminal-certificate", "down", str(days), evidence, said | {"days": -days}, sure, observes=observes)
    mark = next((mark for mark in MARKS if days <= mark), None)
    evidence = EVIDENCE[mark] if mark is not None else "evidence-terminal-certificate-good"
    state: State = "good" if mark is None else "doubtful"
    return Reading("terminal-certificate", state, str(days), evidence, said, sure, observes={"terminal-certificate": "good"})


def last_day(path: Path) -> date | None:
    """The last whole day in Japan of a certificate file (PEM or DER), or None where there is none to be read."""
    from cryptography import x509  # noqa: PLC0415 - only where a file was named

    try:
        # A pipe in the place of a file would never end.
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        data = read_shared(path, LIMIT)
        load = x509.load_pem_x509_certificate if b"-----BEGIN" in data else x509.load_der_x509_certificate
        end = load(data).not_valid_after_utc.astimezone(JAPAN)
    except (OSError, ValueError):
        return None
    return end.date() if (end.hour, end.minute) >= (23, 59) else end.date() - timedelta(days=1)
