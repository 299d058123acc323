"""Which code the reader shows for a reason of the terminal's (docs/protocol/codes.md)."""

from typing import Final

CODES: Final = {
    "mode-changed": "009",
    "portal-unavailable": "010",
    "portal-slow": "901",
    "line-unreached": "011",
    "line-no-name": "011",
    "memory-short": "014",
    "no-valid-eligibility": "016",
    "insurer-unknown": "017",
    "card-certificate-refused": "006",
    "centre-unavailable": "901",
    "centre-unclear": "901",
    "permission-refused": "902",
    "institution-refused": "903",
    "worker-failed": "904",
    "prescription-unavailable": "950",
}

FAMILIES: Final = {"certificate": "012", "output": "013", "settings": "905"}
"""Reasons with many ways to be so, by what stands before their first hyphen."""


def code_of(reason: str) -> str:
    """The code for a reason; what nobody foresaw is a failure of the application."""
    return CODES.get(reason) or FAMILIES.get(reason.partition("-")[0], "904")


class Failed(Exception):  # noqa: N818 - an answer that the reader shows, not a mistake
    """The check-in cannot go on now; `reason` is one of the table's, `written` says that the result is there all the same."""

    def __init__(self, reason: str, *, written: bool = False) -> None:
        """Keep why."""
        super().__init__(reason)
        self.reason, self.written = reason, written
