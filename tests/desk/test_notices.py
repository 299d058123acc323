"""A notice is pasted, shown as it was understood, and counts after one tap."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from madoguchi.evidence.probes.area_notice import AreaNotice
from tests.desk.conftest import HandClock
from tests.desk.fake_probes import ListeningDesk, listening
from tests.desk.pages import forms, said, tree

DOWN = "【障害発生】オンライン資格確認等システムにおいて、11月24日 8時40分頃から資格確認ができない事象が発生しています。"
OVER = "【復旧】オンライン資格確認等システムの障害は、11月24日 10時42分に復旧しました。"
IDLE = "夏季休業のお知らせです。"


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[ListeningDesk]:
    with listening(tmp_path / "data", clock, (AreaNotice(),)) as made:
        yield made


def paste(desk: ListeningDesk, text: str) -> Any:
    answer = desk.client.post("/notices", data={"text": text})
    assert answer.status_code == 200, answer.text
    return tree(answer.text)


def keep(desk: ListeningDesk, fields: dict[str, str], expected: int = 303) -> Any:
    answer = desk.client.post("/notices/keep", data=fields, follow_redirects=False)
    assert expected == answer.status_code, answer.text
    return answer


def tap(desk: ListeningDesk, text: str) -> None:
    keep(desk, forms(paste(desk, text), "/notices/keep")[0])


def test_what_was_understood_is_shown_and_nothing_counts_yet(desk: ListeningDesk) -> None:
    page = paste(desk, DOWN)

    shown = said(page, "//section[@role='status']")
    assert "止まっている" in shown
    assert "オンライン資格確認" in shown
    assert "8:40 から" in shown
    assert [] == desk.context.records.area_notices(desk.clock().replace(year=2020))


def test_one_tap_makes_it_what_the_guide_goes_by(desk: ListeningDesk) -> None:
    tap(desk, DOWN)

    incident = desk.report(code="901")["id"]
    assert "down" == desk.stands(incident).probes["area-notice"]
    assert "いま使っているお知らせ" in desk.client.get("/notices").text


def test_an_open_incident_learns_of_it(desk: ListeningDesk) -> None:
    incident = desk.report(code="011")["id"]

    tap(desk, DOWN)

    assert "down" == desk.stands(incident).probes["area-notice"]


def test_a_later_notice_ends_it(desk: ListeningDesk) -> None:
    tap(desk, DOWN)
    desk.clock.go(hours=2)
    tap(desk, OVER)

    assert "いま使っているお知らせ" not in desk.client.get("/notices").text
    assert "good" == desk.context.chain.rounds.readings()["area-notice"].state


def test_staff_who_know_better_end_it_with_one_tap(desk: ListeningDesk) -> None:
    tap(desk, DOWN)
    desk.clock.go(minutes=5)

    keep(desk, forms(tree(desk.client.get("/notices").text), "/notices/keep")[0])

    assert "いま使っているお知らせ" not in desk.client.get("/notices").text


def test_it_ends_by_itself(desk: ListeningDesk) -> None:
    tap(desk, DOWN)
    desk.clock.go(hours=25)
    desk.look()

    assert "unknown" == desk.context.chain.rounds.readings()["area-notice"].state


def test_the_text_is_not_kept_anywhere(desk: ListeningDesk) -> None:
    tap(desk, DOWN + "担当：見本花子")

    written = b"".join(one.read_bytes() for one in desk.context.data.rglob("*") if one.is_file())
    assert "見本花子".encode() not in written


@pytest.mark.parametrize("text", ["", "   \n"])
def test_nothing_pasted_is_said_kindly(desk: ListeningDesk, text: str) -> None:
    assert "貼ってください" in said(paste(desk, text), "//*[@id='pasted']")


def test_a_text_that_tells_nothing_cannot_be_confirmed(desk: ListeningDesk) -> None:
    page = paste(desk, IDLE)

    assert [] == forms(page, "/notices/keep")
    assert "使いません" in said(page, "//section[@role='status']")


def test_a_my_number_in_the_text_is_refused_without_echo(desk: ListeningDesk) -> None:
    text = desk.client.post("/notices", data={"text": "障害 123456789018"}).text

    assert "123456789018" not in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"services": "moon"},
        {"services": ""},
        {"over": "perhaps"},
        {"over": ""},
        {"since": "yesterday"},
        {"until": "2026-11-24T09:00:00"},
        {"sure": "very"},
    ],
)
def test_only_what_was_understood_can_be_sent_back(desk: ListeningDesk, wrong: dict[str, str]) -> None:
    fields = {"services": "centre", "over": "no", "planned": "", "since": "", "until": "", "sure": "0.9"}

    keep(desk, fields | wrong, 422)

    assert [] == desk.context.records.area_notices(desk.clock().replace(year=2020))
