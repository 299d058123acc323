"""What can keep a record from being written or read, by a reason the desk can say kindly."""

from typing import Literal

Reason = Literal[
    "full",
    "read-only",
    "busy",
    "broken",
    "cannot-open",
    "newer",
    "older",
    "unknown-incident",
    "unknown-outage",
    "unknown-entry",
    "failed",
]
"""`full`: no space left. `newer`/`older`: written by another version. `broken`: the file is damaged.

`failed`: the disk reports an error of another kind."""

_BY_NAME: tuple[tuple[str, Reason], ...] = (
    ("SQLITE_FULL", "full"),
    ("SQLITE_READONLY", "read-only"),
    ("SQLITE_PERM", "read-only"),
    ("SQLITE_BUSY", "busy"),
    ("SQLITE_LOCKED", "busy"),
    ("SQLITE_CORRUPT", "broken"),
    ("SQLITE_NOTADB", "broken"),
    ("SQLITE_CANTOPEN", "cannot-open"),
)
"""Result codes of SQLite by the beginning of their names (https://www.sqlite.org/rescode.html)."""


class RecordsError(Exception):
    """Nothing was written; what was acknowledged before stands."""

    def __init__(self, reason: Reason) -> None:
        """Keep only the reason: the statement that failed may hold a value somebody typed."""
        super().__init__(reason)
        self.reason: Reason = reason


Refusal = Literal[
    "no-ledger",
    "ledger-exists",
    "ledger-destroyed",
    "ledger-changed",
    "ledger-locked",
    "wrong-passphrase",
    "wait",
    "weak-passphrase",
    "held-entries",
    "unreadable-entry",
]
"""Why the ledger stays shut. `ledger-changed`: its key was exchanged or damaged by somebody. `ledger-locked`: the time it was
open for is over, or its key was changed meanwhile: open it again. `wait`: too many wrong passphrases. `unreadable-entry`: the
entry was changed, moved or damaged."""


class LedgerRefused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The ledger does not do this; nothing was changed. `seconds`: how long to wait, with `wait`."""

    def __init__(self, reason: Refusal, seconds: int = 0) -> None:
        """Carry a reason and nothing of what was given."""
        super().__init__(reason)
        self.reason: Refusal = reason
        self.seconds = seconds


def reason_of(error: BaseException | None) -> Reason:
    """The reason for an error of the SQLite driver."""
    name = getattr(error, "sqlite_errorname", "")
    return next((reason for beginning, reason in _BY_NAME if name.startswith(beginning)), "failed")
