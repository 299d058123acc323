"""The page of the chain, and its press that never waits for a probe that hangs."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from madoguchi.evidence.probes.probe import Link, Reading, Surroundings
from tests.desk.conftest import HandClock
from tests.desk.fake_probes import FakeProbe, ListeningDesk, listening
from tests.desk.pages import said, tree


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[ListeningDesk]:
    with listening(tmp_path / "data", clock) as made:
        yield made


def test_every_probe_stands_there_with_what_it_saw_how_sure_and_since_when(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down")

    page = tree(desk.client.get("/chain").text)

    assert "ルーター 返事なし" in said(page, "//li[@id='lan']//div[@class='link-name']")
    line = said(page, "//li[@id='lan']//ul//p")
    assert "ルーターの返事がありません" in line
    assert "たしか（90%）" in line
    assert "9:00 から" in line


def test_a_probe_that_has_not_looked_yet_says_so(desk: ListeningDesk) -> None:
    assert "まだ調べていません" in desk.client.get("/chain").text


def test_a_press_has_all_of_them_look(desk: ListeningDesk) -> None:
    desk.look()

    assert {1} == {probe.looks for probe in desk.probes.values()}


def test_without_an_answer_about_the_lan_the_page_says_where_to_give_it(desk: ListeningDesk) -> None:
    assert "/settings#same-lan" in desk.client.get("/chain").text


def test_the_page_follows_by_itself(desk: ListeningDesk) -> None:
    assert "chain" in desk.context.live.screens


class Hanging:
    """A probe that hangs until it is let go."""

    id = "line"
    link: Link = "line"
    every = timedelta(hours=1)
    limit = timedelta(seconds=30)

    def __init__(self) -> None:
        self.let_go = threading.Event()

    def look(self, surroundings: Surroundings) -> Reading:
        del surroundings
        self.let_go.wait(30)
        return Reading("line", "good", "", "evidence-gateway-good", observes={"line": "good"})


def test_a_probe_that_hangs_holds_up_neither_the_press_nor_the_others(tmp_path: Path, clock: HandClock) -> None:
    hanging, quick = Hanging(), FakeProbe("gateway", "lan")
    quick.state = "good"
    with listening(tmp_path / "data", clock, (hanging, quick)) as desk:
        began = time.monotonic()
        desk.look()
        assert time.monotonic() - began < hanging.limit.total_seconds() / 2

        page = desk.client.get("/chain").text
        assert "しらべています" in page
        assert "ルーターが返事をしました" in page
        assert desk.report(code="003")["id"]
        hanging.let_go.set()
