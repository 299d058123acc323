"""Every way the desk says no, with its HTTP status; the sentences are `error-<kind>` in errors.ftl."""

from typing import Final

import msgspec

PROBLEM_JSON: Final = "application/problem+json"
"""The media type of problem details (RFC 9457)."""

STATUS: Final[dict[str, int]] = {
    "bad-json": 400,
    "login-required": 401,
    "not-paired": 401,
    "foreign-origin": 403,
    "forged-host": 403,
    "not-for-this-device": 403,
    "not-found": 404,
    "unknown-incident": 404,
    "unknown-problem": 404,
    "unknown-sample": 404,
    "unknown-step": 404,
    "unknown-language": 404,
    "method-not-allowed": 405,
    "closed-incident": 409,
    "not-current-step": 409,
    "passphrase-first": 409,
    "too-large": 413,
    "unsupported-media": 415,
    "bad-code": 422,
    "bad-desk": 422,
    "bad-outcome": 422,
    "empty": 422,
    "encrypted-zip": 422,
    "idempotency-conflict": 422,
    "missing-field": 422,
    "not-a-result": 422,
    "not-xml": 422,
    "unknown-cause": 422,
    "unknown-field": 422,
    "unknown-way": 422,
    "wrong-encoding": 422,
    "xml-doctype": 422,
    "too-many": 429,
    "no-outage": 409,
    "no-ledger": 409,
    "ledger-exists": 409,
    "ledger-destroyed": 409,
    "ledger-changed": 409,
    "ledger-locked": 403,
    "wrong-passphrase": 403,
    "wait": 429,
    "weak-passphrase": 422,
    "held-entries": 409,
    "unreadable-entry": 409,
    "unknown-outage": 404,
    "unknown-entry": 404,
    "slip-taken": 409,
    "four-items": 422,
    "my-number": 422,
    "broken-settings": 500,
    "internal": 500,
    "read-only": 503,
    "not-a-picture": 422,
    "photo-not-available": 503,
    "photo-busy": 503,
    "photo-failed": 503,
}
"""Status by kind."""

OF_A_FILE: Final[dict[str, str]] = {
    "doctype": "xml-doctype",
    "empty": "empty",
    "encoding": "wrong-encoding",
    "encrypted": "encrypted-zip",
    "malformed": "not-xml",
    "not-a-result": "not-a-result",
    "size": "too-large",
}
"""Kind by the reason for which a file cannot be read."""


class CurrentStep(msgspec.Struct, frozen=True):
    """The step an answer should have been about."""

    id: str
    kind: str


class Refused(Exception):  # noqa: N818 - it is said as a refusal, not as an error
    """The desk does not do what it was asked, and nothing has changed.

    It never carries what was sent: that may be somebody's data. `field` is a name of ours.
    """

    def __init__(self, kind: str, *, field: str = "", step: CurrentStep | None = None) -> None:
        """Keep the kind (a key of STATUS), the field it is about, and the step that is current."""
        super().__init__(kind)
        self.kind = kind
        self.field = field
        self.step = step

    @property
    def status(self) -> int:
        """The HTTP status of this kind."""
        return STATUS[self.kind]
