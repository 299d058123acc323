from datetime import UTC, datetime

import msgspec
import pytest

from madoguchi.desk.passphrase import keep, opened, trouble

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
SECRET = b"\1" * 20


def test_the_right_passphrase_opens_the_secret_and_no_other_does() -> None:
    kept = keep("みほんの とおい むかし", SECRET, "", NINE)

    assert opened(kept, "みほんの とおい むかし") == SECRET
    assert opened(kept, "みほんの とおい むかし ") is None
    assert opened(kept, "") is None


def test_the_same_signs_from_another_keyboard_are_the_same_passphrase() -> None:
    kept = keep("ｶﾞｷﾞ Ａ１２３４５６", SECRET, "", NINE)

    assert opened(kept, "ガギ A123456") == SECRET


def test_nothing_kept_shows_passphrase_or_secret() -> None:
    first, second = (keep("correct horse battery", SECRET, "", NINE) for _ in range(2))

    written = msgspec.json.encode(first)
    assert b"horse" not in written
    assert SECRET not in first.second
    assert first.verifier not in first.second
    assert {first.salt, first.verifier, first.second}.isdisjoint({second.salt, second.verifier, second.second})


def test_the_derivation_is_as_slow_as_the_standard_asks() -> None:
    kept = keep("correct horse battery", SECRET, "", NINE)

    assert (kept.memory, kept.passes, kept.lanes) == (65536, 3, 4)


def test_a_changed_row_opens_nothing() -> None:
    kept = keep("correct horse battery", SECRET, "", NINE)

    spoilt = msgspec.structs.replace(kept, second=kept.second[:-1] + bytes([kept.second[-1] ^ 1]))
    assert opened(spoilt, "correct horse battery") is None


@pytest.mark.parametrize(
    ("typed", "again", "message"),
    [
        ("short", "short", "login-length"),
        ("a" * 201, "a" * 201, "login-length"),
        ("long enough 1", "long enough 2", "login-not-same"),
        ("long enough 1", "ｌｏｎｇ　ｅｎｏｕｇｈ　１", ""),
    ],
)
def test_what_cannot_be_a_passphrase_is_said(typed: str, again: str, message: str) -> None:
    assert trouble(typed, again) == message


def test_a_number_of_a_person_is_no_passphrase() -> None:
    digits = "98765432101"
    rest = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), digits, strict=True)) % 11
    number = digits + str(0 if rest <= 1 else 11 - rest)

    assert trouble(number, number) == "field-my-number"
