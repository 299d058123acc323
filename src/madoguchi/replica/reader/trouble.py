"""Why a check-in cannot go on at the reader: the code it shows, and the reason it has."""

from typing import Final

CODES: Final = {
    "chip-silent": "001",
    "other-card": "002",
    "old-card": "002",
    "certificate-missing": "006",
    "application-broken": "007",
    "link-lost": "008",
    "number-b-locked": "005",
    "photo-unreadable": "015",
    "face-unreadable": "101",
    "face-misread": "101",
    "picture-dark": "102",
    "picture-bright": "102",
    "picture-flat": "102",
    "no-face": "102",
    "several-faces": "102",
    "keypad-lost": "103",
    "permission-unanswered": "902",
    "not-understood": "904",
    "profile-other": "906",
    "profile-lost": "906",
}
"""The code for each reason that the reader itself finds (docs/protocol/codes.md)."""


class Trouble(Exception):  # noqa: N818 - an answer that the reader shows, not a mistake
    """It cannot go on. `reason` is the reader's own or the terminal's; `written` says that the result is there all the same."""

    def __init__(self, reason: str, code: str = "", *, written: bool = False) -> None:
        """Keep why; the code follows from a reason of the reader's own."""
        super().__init__(reason)
        self.reason, self.code, self.written = reason, code or CODES[reason], written
