import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from madoguchi.evidence.probes.terminal_certificate import TerminalCertificate, judged, last_day
from tests.evidence.probes.surround import MONDAY, around

TODAY = MONDAY.date()


def issued(until: datetime, encoding: Encoding = Encoding.PEM) -> bytes:
    """A certificate of nobody that ends at a moment."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "invented terminal")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, until - timedelta(days=1186), until)
    return builder.sign(key, hashes.SHA256()).public_bytes(encoding)


@pytest.mark.parametrize(
    ("days", "state", "evidence", "observed"),
    [
        (91, "good", "good", "good"),
        (90, "doubtful", "open", "good"),
        (60, "doubtful", "open", "good"),
        (30, "doubtful", "open", "good"),
        (16, "doubtful", "open", "good"),
        (15, "doubtful", "week", "good"),
        (8, "doubtful", "week", "good"),
        (7, "doubtful", "now", "good"),
        (0, "doubtful", "now", "good"),
        (-1, "down", "ended", "down"),
    ],
)
def test_the_days_left_decide_and_only_the_end_is_a_failure(days: int, state: str, evidence: str, observed: str) -> None:
    reading = judged(TODAY + timedelta(days=days), TODAY, 0.9)

    assert (state, str(days)) == (reading.state, reading.value)
    assert f"evidence-terminal-certificate-{evidence}" == reading.evidence
    assert {"terminal-certificate": observed} == reading.observes


def test_the_typed_date_is_the_normal_source_and_not_quite_sure() -> None:
    reading = TerminalCertificate().look(around(certificate_end=TODAY + timedelta(days=12)))

    assert ("doubtful", "12", 0.9) == (reading.state, reading.value, reading.sure)


def test_nobody_told_so_nothing_is_known() -> None:
    assert "evidence-terminal-certificate-untold" == TerminalCertificate().look(around()).evidence


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_a_certificate_that_is_offered_is_believed_before_a_typed_date(tmp_path: Path, encoding: Encoding) -> None:
    path = tmp_path / "terminal.cer"
    path.write_bytes(issued(datetime(2026, 12, 12, 14, 59, 59, tzinfo=UTC), encoding))

    reading = TerminalCertificate().look(around(certificate_file=path, certificate_end=date(2030, 1, 1)))

    assert ("12", 1.0, "2026-12-12") == (reading.value, reading.sure, reading.args["end"])


def test_a_certificate_that_ends_at_noon_has_the_day_before_as_its_last(tmp_path: Path) -> None:
    (tmp_path / "terminal.cer").write_bytes(issued(datetime(2026, 12, 12, 3, tzinfo=UTC)))

    assert date(2026, 12, 11) == last_day(tmp_path / "terminal.cer")


def test_a_file_that_is_no_certificate_gives_way_to_the_typed_date(tmp_path: Path) -> None:
    path = tmp_path / "terminal.cer"
    path.write_bytes(b"-----BEGIN CERTIFICATE-----\nnothing\n")

    assert "evidence-terminal-certificate-unreadable" == TerminalCertificate().look(around(certificate_file=path)).evidence
    assert "30" == TerminalCertificate().look(around(certificate_file=path, certificate_end=TODAY + timedelta(days=30))).value
    assert last_day(tmp_path / "gone.cer") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_in_the_place_of_the_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "terminal.cer")

    assert last_day(tmp_path / "terminal.cer") is None
