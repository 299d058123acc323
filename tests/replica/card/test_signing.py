"""Keys: who may use them, what they make of data."""

import hashlib

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.signing import SHA256_PREFIX
from tests.replica.card.conftest import Insert
from tests.replica.card.transcript import play

MESSAGE = b"words to sign"
DIGEST = hashlib.sha256(MESSAGE).digest()
PSS = padding.PSS(padding.MGF1(SHA256()), 32)


def logged_in(card: CardInProcess) -> CardInProcess:
    play(card, '> JPKI\n< 9000\n> EF:0018\n< 9000\n> 00200080 "1234"\n< 9000\n> EF:0017\n< 9000')
    return card


def made(card: CardInProcess, p1: int, data: bytes) -> bytes:
    answer = card.transmit(bytes((0x80, 0x2A, p1, 0x80, len(data))) + data + b"\0")
    assert answer.endswith(b"\x90\x00"), answer.hex()
    return answer[:-2]


def public(card: CardInProcess, file: int = 0x0A) -> rsa.RSAPublicKey:
    whole = card.transmit(bytes((0, 0xB0, 0x80 | file, 0, 0, 0, 0)))
    key = x509.load_der_x509_certificate(whole[:-2]).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    return key


@pytest.mark.parametrize(
    ("p1", "data", "padded"),
    [
        (0x00, SHA256_PREFIX + DIGEST, padding.PKCS1v15()),
        (0x01, DIGEST, padding.PKCS1v15()),
        (0x02, SHA256_PREFIX + DIGEST, padding.PKCS1v15()),
        (0x03, MESSAGE, padding.PKCS1v15()),
        (0x04, DIGEST, PSS),
        (0x05, MESSAGE, PSS),
    ],
)
def test_every_way_to_sign_verifies_under_the_certificate(
    insert: Insert, p1: int, data: bytes, padded: padding.AsymmetricPadding
) -> None:
    card = logged_in(insert("adult"))
    signature = made(card, p1, data)

    # Raises where the signature is not the key's.
    public(card).verify(signature, MESSAGE, padded, SHA256())


def test_data_are_padded_exactly_as_they_stand(insert: Insert) -> None:
    card = logged_in(insert("adult"))
    signature = made(card, 0, b"no digest at all")
    numbers = public(card).public_numbers()
    opened = pow(int.from_bytes(signature), numbers.e, numbers.n).to_bytes(256)

    assert b"\x00\x01" + b"\xff" * 237 + b"\x00" + b"no digest at all" == opened


def test_sizes_and_ways_that_do_not_fit_are_refused(insert: Insert) -> None:
    play(
        logged_in(insert("adult")),
        f"""
        > 802A0080F5{"41" * 245}00      # as much as fits beside the padding
        < (256) 9000
        > 802A0080F6{"41" * 246}00
        < 6985
        > 802A008000
        < 6700
        > 802A0180 "not 32 bytes" 00
        < 6700
        > 802A0280 33 {"41" * 51} 00    # no DigestInfo
        < 6985
        > 802A0680 "a" 00
        < 6A86
        > 802A00C0 "a" 00
        < 6A86
        > 802A0080 "a"                  # no room for the answer
        < 6700
        > 802A0080 "a" FF
        < 6700
        """,
    )


def test_each_key_wants_its_own_secret(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > JPKI
        < 9000
        > 802A0080 "a" 00               # no key is current
        < 6986
        > 802A0097 "a" 00               # the user key by its short name
        < 6982
        > 802A009A "a" 00               # the signature key
        < 6982
        > 00200098 "1234"
        < 9000
        > 802A0097 "a" 00
        < (256) 9000
        > 802A009A "a" 00
        < 6982
        > 0020009B "RENSHU99"
        < 9000
        > 802A009A "a" 00
        < (256) 9000
        > 802A009F "a" 00
        < 6A82
        > 802A008A "a" 00               # a certificate signs nothing
        < 6981
        > 802A0000 "a" 00               # this application has no key of its own
        < 6A86
        """,
    )


@pytest.mark.parametrize("application", ["FACE", "TEXT"])
def test_the_card_proves_that_it_is_there_without_any_secret(insert: Insert, application: str) -> None:
    play(insert("adult"), f'> {application}\n< 9000\n> 802A0000 "challenge" 00\n< (256) 9000')


def test_one_key_answers_challenges_and_signs_nothing(insert: Insert) -> None:
    play(
        insert("adult"),
        """
        > COMMON
        < 9000
        > 00880099 "challenge" 00
        < (256) 9000
        > 00880199 "challenge" 00
        < 6A86
        > 00880098 "challenge" 00
        < 6A82
        > 802A0099 "challenge" 00
        < 6981
        > JPKI
        < 9000
        > 00880097 "challenge" 00
        < 6981
        """,
    )


def test_challenges_never_come_twice(insert: Insert) -> None:
    card = insert("adult")
    play(
        card,
        """
        > 0084000000
        < (256) 9000
        > 0084000008
        < (8) 9000
        > 00840000
        < 6700
        > 0084000100
        < 6A86
        > 00840000000101
        < 6700
        """,
    )

    assert 50 == len({card.transmit(bytes.fromhex("0084000008")) for _ in range(50)})


def test_a_card_without_a_key_to_believe_by_believes_no_terminal(insert: Insert) -> None:
    play(insert("adult"), '> JPKI\n< 9000\n> EF:0016\n< 9000\n> 80A20000 "certificate" 00\n< 6985')
