"""Reminds staff kindly that no backup was made for some days; how many is the house's own choice."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.desk.certificate import in_words
from madoguchi.desk.context import Context

State = Literal["fresh", "old", "never", "new"]
"""Made lately, too long ago, not at all; or not at all at a desk that keeps nothing yet that would be missed."""


class BackupView(msgspec.Struct, frozen=True):
    """What the screens say; `remind` where somebody should make one."""

    state: State
    text: str
    remind: bool


def backup_state(last: datetime | None, first: datetime | None, now: datetime, days: int, *, ledger: bool) -> State:
    """How the desk stands with its backups.

    Args:
        last: when the last one was made.
        first: when the first incident was opened.
        now: the moment.
        days: after how many days a backup is too old.
        ledger: whether people's data are kept.
    """
    reach = now - timedelta(days=days)
    if last is not None:
        # A clock that was set back makes no backup old.
        return "old" if last < reach else "fresh"
    return "never" if ledger or (first is not None and first < reach) else "new"


def backup_view(context: Context) -> BackupView:
    """What is to be said today."""
    around, records = context.around(), context.records
    last = records.last_backup()
    days = around.settings.backup_days
    state = backup_state(last, None if last else records.first_opened(), around.now, days, ledger=records.has_ledger())
    made: dict[str, str | int] = {}
    if last is not None:
        made = {"day": in_words(last.astimezone(JAPAN).date(), around), "days": max((around.now - last).days, 0)}
    return BackupView(state, around.text(f"morning-backup-{state}", **made), state in ("old", "never"))
