"""The morning check fills itself in where a machine knows, says so, and gives way to whoever says otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from madoguchi.desk.morning import morning_view
from madoguchi.records.beside import SeenFile
from tests.desk.conftest import HandClock
from tests.desk.fake_probes import ListeningDesk, listening
from tests.desk.pages import said, tree


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[ListeningDesk]:
    with listening(tmp_path / "data", clock) as made:
        yield made


def states(desk: ListeningDesk) -> dict[str, str]:
    return {check.id: check.state for check in morning_view(desk.context, "1").checks}


def overrule(desk: ListeningDesk, item: str, state: str) -> None:
    desk.client.post("/morning", data={"item": item, "state": state, "desk": "1"}, follow_redirects=False)


def test_what_no_machine_knows_stays_with_people(desk: ListeningDesk) -> None:
    assert dict.fromkeys(("screen", "automatic", "card", "lens"), "open") == states(desk)


def test_a_live_line_and_a_readable_folder_are_filled_in(desk: ListeningDesk) -> None:
    desk.becomes(line="good", output_folder="good")

    assert ("good", "good") == (states(desk)["way"], states(desk)["folder"])
    assert "このパソコンが調べました（9:00）" in desk.client.get("/morning").text


def test_a_dead_router_is_bad_news_for_the_way_whatever_the_line_said(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down", line="good")

    assert "bad" == states(desk)["way"]
    assert 'name="problem" value="011"' in desk.client.get("/morning").text


def test_a_router_alone_does_not_make_the_way_good(desk: ListeningDesk) -> None:
    desk.becomes(gateway="good")

    assert "way" not in states(desk)


def test_a_card_read_this_morning_fills_in_what_it_shows(desk: ListeningDesk) -> None:
    desk.context.records.mark_seen([SeenFile("f", "folder", desk.clock(), good=True)])

    assert ("good", "good", "open") == (states(desk)["screen"], states(desk)["card"], states(desk)["lens"])
    assert "9:00 に1件読み取れた" in said(tree(desk.client.get("/morning").text), "//ol")
    desk.clock.go(days=1)
    assert "open" == states(desk)["screen"]


def test_staff_can_overrule_a_machine_both_ways(desk: ListeningDesk) -> None:
    desk.becomes(line="good", output_folder="down")

    overrule(desk, "way", "bad")
    overrule(desk, "folder", "good")

    assert ("bad", "good") == (states(desk)["way"], states(desk)["folder"])
    desk.becomes(line="unknown", output_folder="unknown")
    assert ("bad", "good") == (states(desk)["way"], states(desk)["folder"])


def test_what_a_machine_filled_in_can_be_contradicted_on_the_page(desk: ListeningDesk) -> None:
    desk.becomes(line="good")

    assert "ちがう" in said(tree(desk.client.get("/morning").text), "//li[contains(@class, 'good')]")
