from datetime import datetime, timedelta
from typing import Any

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.base.settings import Settings, save_settings
from madoguchi.desk.backup_reminder import backup_state, backup_view
from tests.desk.outages import begin

Desk = Any
NOW = datetime(2026, 11, 24, 9, tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("last", "first", "ledger", "state"),
    [
        (None, None, False, "new"),
        (None, 6, False, "new"),
        (None, 8, False, "never"),
        (None, None, True, "never"),
        (6, None, True, "fresh"),
        (8, None, True, "old"),
        (-3, None, True, "fresh"),
    ],
)
def test_how_a_desk_stands_with_its_backups(last: int | None, first: int | None, *, ledger: bool, state: str) -> None:
    made, opened = (None if days is None else NOW - timedelta(days=days) for days in (last, first))

    assert state == backup_state(made, opened, NOW, 7, ledger=ledger)


def test_a_fresh_desk_is_left_in_peace(desk: Desk) -> None:
    assert not backup_view(desk.context).remind
    assert "控え（バックアップ）" not in desk.client.get("/").text


def test_the_desk_and_the_morning_check_ask_for_a_backup_and_thank_by_falling_silent(desk: Desk) -> None:
    begin(desk)
    for page in ("/", "/morning", "/settings"):
        assert "まだ作っていません" in desk.client.get(page).text

    desk.context.records.audit(desk.clock(), "空山", "command-line", "backup-made")
    assert "まだ作っていません" not in desk.client.get("/morning").text
    assert "2026年11月24日" in desk.client.get("/settings").text
    desk.clock.go(days=8)
    assert "8日たちました" in desk.client.get("/").text


def test_the_days_are_the_houses_choice(desk: Desk) -> None:
    desk.context.records.audit(desk.clock(), "空山", "command-line", "backup-made")
    desk.clock.go(days=8)
    save_settings(desk.context.data, Settings(backup_days=30))

    assert not backup_view(desk.context).remind
