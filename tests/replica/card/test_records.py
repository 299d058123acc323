"""The records of a card: sizes that clients count on, signatures that verify, tags where they are looked for."""

import hashlib
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256

from madoguchi.replica.card.card import Card, Elementary
from madoguchi.replica.card.issue import RECORD_SIGNER
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.tlv import items, values

Issued = Callable[[str], Card]


def content(card: Card, application: str, file: int) -> bytes:
    (found,) = [one for one in card.issued.applications if one.id == application]
    there = found.files[file]
    assert isinstance(there, Elementary)
    return there.content


@pytest.mark.parametrize(
    ("application", "file", "size"),
    [("face", 1, 547), ("face", 4, 568), ("text", 3, 336), ("text", 4, 568), ("text", 1, 17), ("jpki", 6, 160), ("jpki", 8, 3)],
)
def test_sizes_that_clients_count_on(issued: Issued, application: str, file: int, size: int) -> None:
    assert size == len(content(issued("adult"), application, file))


def test_the_four_items_are_text(issued: Issued) -> None:
    record = content(issued("rare-kanji"), "text", 2)

    assert "髙﨑　𠮷男" == values(record)[0xDF22].decode()
    assert "練習県窓口市見本町九丁目１番１号" == values(record)[0xDF23].decode()
    assert (b"19581103", b"1") == (values(record)[0xDF24], values(record)[0xDF25])


def test_the_card_face_is_signed_without_expiry_and_code(issued: Issued, keys: Keys) -> None:
    record = content(issued("adult"), "face", 2)
    starts = [at for tag, at, _ in items(record) if tag != 0xDF21]
    table = values(record)[0xDF21]
    parts = [record[starts[0] : starts[3]], record[starts[3] : starts[5]], record[starts[5] : starts[6]]]
    digests = b"".join(hashlib.sha256(part).digest() for part in parts)
    key = keys.get(RECORD_SIGNER).public_key()

    # Raises where the signature is not of these parts.
    key.verify(values(record)[0xDF28], digests, padding.PKCS1v15(), SHA256())
    assert starts == [int.from_bytes(table[at : at + 2]) for at in range(0, 18, 2)]
    assert b"20350217" == values(record)[0xDF29]


def test_the_hashes_are_those_of_number_and_items(issued: Issued) -> None:
    card = issued("adult")
    hashes, four = content(card, "text", 3), content(card, "text", 2)

    assert hashlib.sha256(content(card, "text", 1)).digest() == values(hashes)[0xDF31]
    assert hashlib.sha256(four[four.index(b"\xdf\x22") :]).digest() == values(hashes)[0xDF32]


@pytest.mark.parametrize(("persona", "present"), [("adult", "8F8F00"), ("child", "008F00")])
def test_which_certificates_there_are(issued: Issued, persona: str, present: str) -> None:
    assert present == content(issued(persona), "jpki", 8).hex().upper()
