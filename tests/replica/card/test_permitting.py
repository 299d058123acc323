from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from madoguchi.replica.card.card import Card, Elementary
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.permitting import PERMISSION, permitting
from madoguchi.wire.card.apdu import Command
from madoguchi.wire.card.certificate import cut

JPKI = bytes.fromhex("00A4040C0AD392F000260100000001")
FACE = bytes.fromhex("00A4040C0AD3921000310001010402")
DIGEST = bytes.fromhex("3031300D060960864801650304020105000420") + bytes(32)


def asked(card: CardInProcess, *commands: bytes) -> list[str]:
    return [card.transmit(command)[-2:].hex() for command in commands]


def select(file: int) -> bytes:
    return bytes.fromhex(f"00A4020C02{file:04X}")


def show(permission: bytes) -> bytes:
    return Command(0x80, 0xA2, 0, 0, permission).encode()


SIGN = Command(0x80, 0x2A, 0, 0x80, DIGEST, 256).encode()


def certificate_of(card: Card) -> bytes:
    held = next(one for one in card.issued.applications if one.id == "jpki").files[0x000A]
    assert isinstance(held, Elementary)
    return cut(held.content) or b""


@pytest.fixture
def permission(keys: Keys, issued: Callable[[str], Card]) -> bytes:
    return keys.get("permission").sign(PERMISSION + certificate_of(issued("adult")), PKCS1v15(), SHA256())


@pytest.fixture
def card(keys: Keys, issued: Callable[[str], Card]) -> CardInProcess:
    made = CardInProcess(permitting(issued("adult"), keys.modulus("permission")))
    made.power(True)
    return made


def test_a_permission_takes_the_place_of_the_pin(card: CardInProcess, permission: bytes) -> None:
    expected = ["9000", "9000", "6982", "9000", "9000", "9000", "9000"]
    assert expected == asked(card, JPKI, select(0x17), SIGN, select(0x16), show(permission), select(0x17), SIGN)


def test_it_ends_when_another_application_is_selected_and_with_the_power(card: CardInProcess, permission: bytes) -> None:
    asked(card, JPKI, select(0x16), show(permission), FACE)
    assert ["9000", "9000", "6982"] == asked(card, JPKI, select(0x17), SIGN)

    asked(card, select(0x16), show(permission))
    card.power(False)
    card.power(True)
    assert ["9000", "9000", "6982"] == asked(card, JPKI, select(0x17), SIGN)


def test_it_opens_the_user_key_and_nothing_else(card: CardInProcess, permission: bytes) -> None:
    asked(card, JPKI, select(0x16), show(permission))
    assert ["9000", "6982"] == asked(card, select(0x1A), SIGN)


def test_a_permission_for_another_card_is_none_and_costs_nothing(
    card: CardInProcess, keys: Keys, issued: Callable[[str], Card]
) -> None:
    others = keys.get("permission").sign(PERMISSION + certificate_of(issued("child")), PKCS1v15(), SHA256())
    before = dict(card.card.tries)
    assert ["9000", "9000", "6300"] == asked(card, JPKI, select(0x16), show(others))
    assert ["6300", "6a86"] == asked(card, show(b""), bytes.fromhex("80A2010000"))
    assert ["9000", "6982"] == asked(card, select(0x17), SIGN)
    assert before == dict(card.card.tries)


def test_a_card_without_the_application_stays_as_it_is(keys: Keys, issued: Callable[[str], Card]) -> None:
    transit = issued("transit")
    assert transit.issued == permitting(transit, keys.modulus("permission")).issued
