from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from madoguchi.desk.codes import (
    PAIRING_LENGTH,
    SIGNS,
    enrolment_address,
    grouped,
    hashed,
    new_code,
    new_secret,
    new_token,
    step_of,
    tidied,
    written,
)
from tests.desk.visitors import code_at

SECRET = b"12345678901234567890"


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_one_time_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    assert step_of(SECRET, code, datetime.fromtimestamp(seconds, UTC)) == seconds // 30


def test_a_telephone_half_a_minute_off_is_understood_and_one_two_minutes_off_is_not() -> None:
    at = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)

    def heard(off: int) -> bool:
        return step_of(SECRET, code_at(SECRET, at + timedelta(seconds=off)), at) is not None

    assert [heard(off) for off in (-120, -30, 0, 30, 120)] == [False, True, True, True, False]


@pytest.mark.parametrize("typed", ["287 082", " 287082 ", "２８７０８２", "287-082"])
def test_a_code_is_understood_however_it_was_typed(typed: str) -> None:
    assert step_of(SECRET, typed, datetime.fromtimestamp(59, UTC)) == 1


@pytest.mark.parametrize("typed", ["", "28708", "2870820", "abcdef", "二八七〇八二", "\0", "９" * 5000])
def test_anything_else_is_no_code(typed: str) -> None:
    assert step_of(SECRET, typed, datetime.fromtimestamp(59, UTC)) is None


def test_an_authenticator_reads_the_same_secret_that_is_written_below_it() -> None:
    secret = new_secret()
    address = urlsplit(enrolment_address(secret, "みほん内科"))

    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert parse_qs(address.query)["secret"] == [written(secret).replace(" ", "")]
    assert parse_qs(address.query)["issuer"] == ["Madoguchi"]


def test_a_pairing_code_can_be_read_out_and_typed_back() -> None:
    code = new_code(PAIRING_LENGTH)

    assert len(code) == 8
    assert set(code) <= set(SIGNS)
    assert not set(SIGNS) & set("01OIL")
    assert tidied(grouped(code).lower()) == code


def test_secrets_of_chance_are_long_and_only_their_hash_is_kept() -> None:
    first, second = new_token(), new_token()

    assert first != second
    assert len(first) >= 43
    assert hashed(first) != hashed(second)
    assert first not in hashed(first)
