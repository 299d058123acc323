"""A probe that sees an outage end says so, and ends nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.conftest import HandClock
from tests.desk.fake_probes import ListeningDesk, listening


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[ListeningDesk]:
    with listening(tmp_path / "data", clock) as made:
        yield made


def outage(desk: ListeningDesk, reason: str) -> None:
    desk.context.records.open_outage("1", reason, desk.clock(), None, "sure")
    desk.clock.go(minutes=30)


def test_a_line_that_comes_back_proposes_the_end_and_nothing_ends_by_itself(desk: ListeningDesk) -> None:
    desk.becomes(line="down")
    outage(desk, "011")

    desk.becomes(line="good")

    assert [desk.clock()] == [over.since for over in desk.context.over.values()]
    assert desk.context.records.current_outage() is not None


def test_a_line_that_goes_again_takes_it_back(desk: ListeningDesk) -> None:
    desk.becomes(line="down")
    outage(desk, "011")
    desk.becomes(line="good")

    desk.becomes(line="down")

    assert {} == desk.context.over


def test_a_router_that_answers_does_not_prove_the_line(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down")
    outage(desk, "011")

    desk.becomes(gateway="good")

    assert {} == desk.context.over


def test_a_line_says_nothing_about_the_centre(desk: ListeningDesk) -> None:
    desk.becomes(line="down")
    outage(desk, "901")

    desk.becomes(line="good")
    assert {} == desk.context.over

    desk.becomes(area_notice="good")
    assert 1 == len(desk.context.over)


def test_without_an_outage_nothing_is_over(desk: ListeningDesk) -> None:
    desk.becomes(line="down")
    desk.becomes(line="good")

    assert {} == desk.context.over
