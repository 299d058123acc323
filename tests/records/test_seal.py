import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from madoguchi.records.seal import (
    About,
    Costs,
    PrivateKey,
    SealError,
    Wrapped,
    new_ledger_key,
    open_sealed,
    passphrase_key,
    rewrap,
    seal,
    unwrap,
)

LIGHT = Costs(1, 1, 8)
PRIVATE = X25519PrivateKey.generate()
PUBLIC = PRIVATE.public_key().public_bytes_raw()
HERE = About("ledger", "sealed", "entry-1", 1)

names = st.text(max_size=12)
places = st.builds(About, names, names, names, st.integers(0, 2**31))


def refuses(private: PrivateKey, sealed: bytes, about: About) -> bool:
    try:
        open_sealed(private, sealed, about)
    except SealError:
        return True
    return False


@given(st.binary(max_size=600), places)
def test_what_was_sealed_opens_in_its_place(plaintext: bytes, about: About) -> None:
    assert plaintext == open_sealed(PRIVATE, seal(PUBLIC, plaintext, about), about)


@given(st.binary(max_size=40))
@settings(max_examples=3)
def test_every_bit_that_is_flipped_is_noticed(plaintext: bytes) -> None:
    sealed = seal(PUBLIC, plaintext, HERE)

    for place in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[place // 8] ^= 1 << place % 8
        assert refuses(PRIVATE, bytes(changed), HERE), f"bit {place}"


@given(places, places)
def test_a_value_moved_to_another_place_is_noticed(written: About, moved: About) -> None:
    sealed = seal(PUBLIC, b"somebody", written)

    assert (written != moved) == refuses(PRIVATE, sealed, moved)


@pytest.mark.parametrize("field", ["table", "column", "row", "key_version"])
def test_each_part_of_the_place_counts(field: str) -> None:
    sealed = seal(PUBLIC, b"somebody", HERE)
    value = getattr(HERE, field)
    moved = msgspec.structs.replace(HERE, **{field: value + (1 if field == "key_version" else "x")})

    assert refuses(PRIVATE, sealed, moved)


def test_a_place_cannot_be_confused_with_one_cut_elsewhere() -> None:
    sealed = seal(PUBLIC, b"somebody", About("ab", "c", "d", 1))

    assert refuses(PRIVATE, sealed, About("a", "bc", "d", 1))


@given(st.binary(max_size=300))
def test_what_was_never_sealed_is_refused_and_nothing_else_happens(content: bytes) -> None:
    assert refuses(PRIVATE, content, HERE)
    assert refuses(PRIVATE, b"\x01" + content, HERE)


@given(st.integers(0, 200))
def test_a_value_that_was_cut_is_refused(length: int) -> None:
    sealed = seal(PUBLIC, b"x" * 120, HERE)

    assert refuses(PRIVATE, sealed[:length], HERE)


def test_another_key_does_not_open_it() -> None:
    assert refuses(X25519PrivateKey.generate(), seal(PUBLIC, b"somebody", HERE), HERE)


def test_nothing_of_one_sealed_value_comes_again_in_another() -> None:
    one, other = (seal(PUBLIC, b"x" * 64, HERE) for _ in range(2))

    pieces = {one[at : at + 8] for at in range(1, len(one) - 8)}
    assert pieces.isdisjoint(other[at : at + 8] for at in range(1, len(other) - 8))


def test_the_passphrase_opens_the_private_key_of_the_public_one() -> None:
    public_key, wrapped = new_ledger_key("correct horse", LIGHT)

    private = unwrap(Wrapped.decoded(wrapped.encoded()), "correct horse")
    assert open_sealed(private, seal(public_key, b"somebody", HERE), HERE) == b"somebody"


@pytest.mark.parametrize("passphrase", ["", "correct hors", "correct horse ", "Correct horse", "correct　horse battery"])
def test_another_passphrase_opens_nothing(passphrase: str) -> None:
    _public_key, wrapped = new_ledger_key("correct horse", LIGHT)

    with pytest.raises(SealError):
        unwrap(wrapped, passphrase)


def test_a_passphrase_typed_in_full_width_letters_is_the_same_one() -> None:
    _public_key, wrapped = new_ledger_key("correct horse ガ", LIGHT)

    assert unwrap(wrapped, "ｃｏｒｒｅｃｔ　ｈｏｒｓｅ ｶﾞ")


def test_a_new_passphrase_opens_the_same_key_and_the_old_one_does_not() -> None:
    public_key, wrapped = new_ledger_key("correct horse", LIGHT)

    again = rewrap(wrapped, "correct horse", "battery staple", LIGHT)

    assert public_key == unwrap(again, "battery staple").public_key().public_bytes_raw()
    with pytest.raises(SealError):
        unwrap(again, "correct horse")
    with pytest.raises(SealError):
        rewrap(wrapped, "another", "battery staple", LIGHT)


def test_every_bit_of_a_wrapped_key_counts() -> None:
    _public_key, wrapped = new_ledger_key("correct horse", LIGHT)
    encoded = wrapped.encoded()

    for place in range(len(encoded) * 8):
        changed = bytearray(encoded)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises(SealError):
            unwrap(Wrapped.decoded(bytes(changed)), "correct horse")


def test_a_changed_file_cannot_make_a_desk_work_for_an_hour() -> None:
    with pytest.raises(SealError):
        passphrase_key("correct horse", bytes(16), Costs(2**31, 1, 8))
    with pytest.raises(SealError):
        passphrase_key("correct horse", bytes(16), Costs(1, 1, 2**31))


def test_a_refusal_says_nothing_of_what_was_sealed() -> None:
    with pytest.raises(SealError) as refused:
        open_sealed(PRIVATE, b"yamada hanako", HERE)

    assert "yamada" not in repr(refused.value)
