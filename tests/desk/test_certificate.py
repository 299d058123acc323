from datetime import date, timedelta
from typing import Any

import pytest

from madoguchi.base.settings import Settings, save_settings
from madoguchi.desk.certificate import REMINDERS, certificate_state, certificate_view

Desk = Any

ENDS = date(2027, 1, 29)


def at(days_left: int) -> Any:
    return certificate_state(ENDS, ENDS - timedelta(days=days_left))


@pytest.mark.parametrize(
    ("left", "phase"),
    [(400, "far"), (91, "far"), (90, "open"), (16, "open"), (15, "soon"), (8, "soon"), (7, "now"), (0, "now"), (-1, "ended")],
)
def test_the_days_left_say_what_is_to_be_done(left: int, phase: str) -> None:
    assert at(left).phase == phase
    assert at(left).days == left


def test_it_reminds_on_the_days_of_the_terminals_own_client_and_daily_at_the_end() -> None:
    reminded = [left for left in range(120, -4, -1) if at(left).remind]

    assert reminded == [90, 60, 30, 15, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2, -3]
    assert reminded[: len(REMINDERS)] == list(REMINDERS)


def test_the_next_reminder_is_always_the_next_day_on_which_it_reminds() -> None:
    for left in range(120, -4, -1):
        today = ENDS - timedelta(days=left)
        expected = next(day for ahead in range(1, 200) if at((ENDS - (day := today + timedelta(days=ahead))).days).remind)

        assert expected == at(left).next_reminder


def test_it_can_be_renewed_from_ninety_days_before() -> None:
    assert at(200).renewable_from == date(2026, 10, 31)


def test_nobody_told_us_the_date() -> None:
    state = certificate_state(None, ENDS)

    assert (state.phase, state.days, state.remind, state.next_reminder) == ("unknown", None, False, None)


@pytest.mark.parametrize("left", [30, 10, 3, -5])
def test_each_sentence_from_the_opening_on_says_that_claims_stop_with_it(desk: Desk, left: int) -> None:
    today = desk.clock.at.date()
    save_settings(desk.context.data, Settings(terminal_certificate_expires=today + timedelta(days=left)))

    assert "請求" in certificate_view(desk.context).text


def test_the_idle_screen_counts_the_days(desk: Desk) -> None:
    save_settings(desk.context.data, Settings(terminal_certificate_expires=date(2027, 1, 29)))

    page = desk.client.get("/").text
    assert "あと 66日" in page
    assert "2027年1月29日（金）" in page


def test_without_a_date_the_idle_screen_asks_for_it(desk: Desk) -> None:
    assert "電子証明書発行通知書" in desk.client.get("/").text
