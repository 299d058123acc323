import time

import pytest

from madoguchi.records.ahead import Ahead
from madoguchi.records.seal import About, PrivateKey, Sender, open_sealed, seal

OURS = PrivateKey.generate()
PUBLIC = OURS.public_key().public_bytes_raw()
PLACE = About("ledger", "sealed", "one", 1)


@pytest.fixture
def ahead() -> Ahead:
    return Ahead()


def waited_for(ahead: Ahead, public_key: bytes) -> Sender:
    """What is made ready, as soon as it is."""
    for _ in range(1000):
        ready = ahead.take(public_key)
        if ready is not None:
            return ready
        time.sleep(0.005)
    raise AssertionError("nothing was made ready")


def test_what_was_made_ready_seals_a_value_for_the_key_asked_for_last(ahead: Ahead) -> None:
    assert ahead.take(PUBLIC) is None

    ahead.prepare()
    sealed = seal(PUBLIC, b"the items", PLACE, waited_for(ahead, PUBLIC))

    assert b"the items" == open_sealed(OURS, sealed, PLACE)


def test_it_is_given_away_once(ahead: Ahead) -> None:
    ahead.take(PUBLIC)
    ahead.prepare()
    first = waited_for(ahead, PUBLIC)

    assert ahead.take(PUBLIC) is None
    ahead.prepare()
    assert first.sender != waited_for(ahead, PUBLIC).sender


def test_after_the_key_was_changed_it_seals_nothing(ahead: Ahead) -> None:
    other = PrivateKey.generate()
    ahead.take(PUBLIC)
    ahead.prepare()
    ready = waited_for(ahead, PUBLIC)

    sealed = seal(other.public_key().public_bytes_raw(), b"the items", PLACE, ready)

    assert b"the items" == open_sealed(other, sealed, PLACE)


def test_what_nobody_uses_is_let_go_with_its_thread() -> None:
    ahead = Ahead(patience=0.01)
    ahead.take(PUBLIC)
    ahead.prepare()
    thread = ahead._thread
    assert thread is not None

    thread.join(10)

    assert not thread.is_alive()
    assert (ahead._ready, ahead._thread) == (None, None)
    ahead.prepare()
    assert ahead._thread is not None
