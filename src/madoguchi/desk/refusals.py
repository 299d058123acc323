"""Every way the desk says no, with its HTTP status; the sentences are `refusal-<kind>` in errors.ftl."""

from typing import Final

import msgspec

STATUS: Final[dict[str, int]] = {
    "bad-body": 400,
    "bad-key": 400,
    "foreign-host": 403,
    "foreign-origin": 403,
    "not-found": 404,
    "unknown-incident": 404,
    "unknown-problem": 404,
    "method": 405,
    "already-closed": 409,
    "not-current-step": 409,
    "too-large": 413,
    "media-type": 415,
    "bad-code": 422,
    "bad-desk": 422,
    "bad-field": 422,
    "bad-file": 422,
    "bad-words": 422,
    "bad-outcome": 422,
    "key-reused": 422,
    "one-of-three": 422,
    "unknown-way": 422,
    "our-fault": 500,
    "records": 503,
}
"""Status by kind. `one-of-three`: exactly one of code, words and file is wanted. `records`: nothing could be written."""


class CurrentStep(msgspec.Struct, frozen=True):
    """The step an answer should have been about."""

    id: str
    kind: str


class Refused(Exception):  # noqa: N818 - it is said as a refusal, not as an error
    """The desk does not do what it was asked, and nothing has changed.

    It never carries what was sent: that may be somebody's data. `reason` and `field` are names of ours.
    """

    def __init__(self, kind: str, *, reason: str = "", field: str = "", step: CurrentStep | None = None) -> None:
        """Keep the kind (a key of STATUS) and what its sentences need."""
        super().__init__(kind)
        self.kind = kind
        self.reason = reason
        self.field = field
        self.step = step

    @property
    def status(self) -> int:
        """The HTTP status of this kind."""
        return STATUS[self.kind]
