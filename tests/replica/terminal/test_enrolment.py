"""The institution's next certificate, from the real authority."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.replica.whole import Whole, whole


@pytest.fixture(name="up", scope="module")
def _up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    with whole(tmp_path_factory.mktemp("enrolment") / "w") as up:
        yield up


def days_left(up: Whole) -> int:
    told: int = up.client.get(f"{up.world.url('terminal')}/mpki").json()["days_left"]
    return told


def test_nothing_is_enrolled_while_the_certificate_has_long_to_go(up: Whole) -> None:
    up.links.turn("terminal.old_certificate_chosen", on=True)
    cured = up.links.do("renew_certificate")

    assert ("terminal.old_certificate_chosen",) == cured
    assert "institution-4.pem" not in {path.name for path in (up.world.folder("terminal") / "certificate").iterdir()}
    assert 90 < days_left(up)


def test_one_that_ended_is_012_until_the_next_is_enrolled(up: Whole) -> None:
    up.world.move_time(timedelta(days=1200))
    shown = up.hand().whole("pin")
    up.links.do("renew_certificate")
    after = days_left(up)
    then = up.hand("child").whole("pin")

    assert ("012", "good") == (shown, then)
    assert 1000 < after
