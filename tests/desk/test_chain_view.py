"""The strip: each link with its state and the time of its last good sign; what nobody knows is never good."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from madoguchi.desk.chain_view import STRIP, sure_word
from madoguchi.records.beside import SeenFile
from tests.desk.conftest import HandClock
from tests.desk.fake_probes import ListeningDesk, listening
from tests.desk.pages import tree


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[ListeningDesk]:
    with listening(tmp_path / "data", clock) as made:
        yield made


def strip(desk: ListeningDesk, place: str = "1") -> dict[str, str]:
    links = tree(desk.client.get(f"/?desk={place}").text).xpath("//ul[@class='chain']/li")
    return {link.xpath("./a/@href")[0].partition("#")[2]: link.get("class") for link in links}


def words(desk: ListeningDesk) -> list[str]:
    page = tree(desk.client.get("/").text)
    return [" ".join(link.text_content().split()) for link in page.xpath("//ul[@class='chain']/li")]


def a_card_is_read(desk: ListeningDesk) -> None:
    desk.context.records.mark_seen([SeenFile("f", "folder", desk.clock(), good=True)])


def test_before_anybody_looked_everything_is_unknown(desk: ListeningDesk) -> None:
    assert dict.fromkeys(STRIP, "unknown") == strip(desk)


def test_each_link_says_its_name_its_state_and_the_time_of_its_last_good_sign(desk: ListeningDesk) -> None:
    desk.becomes(gateway="good", line="down", output_folder="doubtful")

    said = words(desk)

    assert "ルーター 良い 最後に良かったのは9:00" in said
    assert "回線 不通" in said
    assert "フォルダー あやしい" in said
    assert "端末 未確認" in said


def test_the_last_good_sign_stays_when_a_link_goes_down(desk: ListeningDesk) -> None:
    desk.becomes(gateway="good")
    desk.clock.go(minutes=20)

    desk.becomes(gateway="down")

    assert "ルーター 返事なし 最後に良かったのは9:00" in words(desk)


def test_unknown_is_never_shown_as_good(desk: ListeningDesk) -> None:
    desk.becomes(gateway="good")
    desk.becomes(gateway="unknown")

    assert "unknown" == strip(desk)["lan"]


def test_a_probe_that_proves_only_a_part_does_not_make_its_link_good(desk: ListeningDesk) -> None:
    desk.becomes(name_resolution="good", area_notice="good")

    assert ("unknown", "unknown") == (strip(desk)["line"], strip(desk)["centre"])


def test_a_card_that_was_read_speaks_for_the_whole_way_and_bad_news_counts_before_it(desk: ListeningDesk) -> None:
    a_card_is_read(desk)
    desk.becomes(line="down")

    assert {**dict.fromkeys(STRIP, "good"), "line": "down"} == strip(desk)
    desk.clock.go(minutes=16)
    assert "unknown" == strip(desk)["reader"]


def test_an_incident_makes_its_link_doubtful_whatever_the_probe_says(desk: ListeningDesk) -> None:
    desk.becomes(line="good")
    desk.report(code="011", desk="2")

    assert "doubtful" == strip(desk, "1")["line"]


def test_this_computer_and_prescriptions_stand_on_the_strip_only_when_something_is_amiss(desk: ListeningDesk) -> None:
    assert set(STRIP) == set(strip(desk))

    desk.report(code="950", desk="1")

    assert "doubtful" == strip(desk)["prescription"]


def test_status_gains_the_chain(desk: ListeningDesk) -> None:
    desk.becomes(gateway="good", line="down")

    told: dict[str, Any] = {link["link"]: link for link in desk.client.get("/api/status").json()["chain"]}

    assert ["desk", "reader", "terminal", "folder", "lan", "line", "centre", "prescription"] == list(told)
    assert ("good", "down") == (told["lan"]["state"], told["line"]["state"])
    (gateway,) = told["lan"]["probes"]
    assert {"probe", "state", "value", "evidence", "sure", "since"} == set(gateway)
    assert "ルーターが返事をしました。" == gateway["evidence"]


@pytest.mark.parametrize(("sure", "word"), [(1.0, "firm"), (0.85, "firm"), (0.7, "likely"), (0.3, "weak"), (0.0, "none")])
def test_how_sure_is_a_word(sure: float, word: str) -> None:
    assert word == sure_word(sure)
