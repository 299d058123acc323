from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from madoguchi.replica.terminal.certificate import Held, State, hold, reminded, revoked_in, state_of
from tests.replica.terminal.chain import KEY

END = datetime(2026, 7, 1, 14, 59, 59, tzinfo=UTC)
BEGIN = END - timedelta(days=1187)
HELD = Held(7, BEGIN, END, real=False)


@pytest.mark.parametrize(
    ("days", "step", "today"),
    [
        (200, None, False),
        (91, None, False),
        (90, 90, True),
        (89, 90, False),
        (60, 60, True),
        (31, 60, False),
        (30, 30, True),
        (15, 15, True),
        (8, 15, False),
        (7, 7, True),
        (6, 7, True),
        (0, 7, True),
        (-1, 0, True),
        (-40, 0, True),
    ],
)
def test_the_end_is_called_to_mind_at_the_marks_and_every_day_of_the_last_week(
    days: int, step: int | None, *, today: bool
) -> None:
    said = reminded(HELD, frozenset(), END - timedelta(days=days))

    assert (days, step, today) == (said.days_left, said.step, said.reminds_today)


@pytest.mark.parametrize(
    ("held", "revoked", "at", "state"),
    [
        (HELD, set(), END, "good"),
        (HELD, {8}, END, "good"),
        (HELD, {7}, END, "revoked"),
        (HELD, set(), END + timedelta(seconds=1), "expired"),
        (HELD, {7}, END + timedelta(seconds=1), "expired"),
        (HELD, set(), BEGIN - timedelta(seconds=1), "not-yet"),
        (Held(7, BEGIN, END, real=True), set(), END, "real"),
        (None, set(), END, "unreadable"),
    ],
)
def test_a_certificate_is_one_thing_at_a_moment(held: Held | None, revoked: set[int], at: datetime, state: State) -> None:
    assert state == state_of(held, frozenset(revoked), at)


def made(organisation: str, policies: tuple[str, ...] = ()) -> bytes:
    name = x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, organisation)])
    builder = x509.CertificateBuilder(name, name, KEY.public_key(), 7, BEGIN, END)
    if policies:
        told = [x509.PolicyInformation(x509.ObjectIdentifier(one), None) for one in policies]
        builder = builder.add_extension(x509.CertificatePolicies(told), critical=True)
    return builder.sign(KEY, SHA256()).public_bytes(Encoding.PEM)


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "c.pem"


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (made("PRACTICE"), "good"),
        (made("PRACTICE", ("2.25.1",)), "good"),
        (made("JPKI"), "real"),
        (made("PRACTICE", ("1.2.392.200149.8.5.1.3.30",)), "real"),
        (b"", "unreadable"),
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "unreadable"),
        (None, "unreadable"),
    ],
)
def test_a_real_certificate_and_one_that_is_none_are_never_used(file: Path, data: bytes | None, state: State) -> None:
    if data is not None:
        file.write_bytes(data)

    assert state == state_of(hold(file), frozenset(), END)


@pytest.mark.parametrize("data", [b"", b"nonsense", None])
def test_where_no_list_was_delivered_nothing_is_known_to_be_revoked(file: Path, data: bytes | None) -> None:
    if data is not None:
        file.write_bytes(data)

    assert frozenset() == revoked_in(file)
