"""The administrator's way in: choosing a passphrase with a second factor, opening a login, and what a login is worth."""

import threading
from datetime import datetime, timedelta
from typing import Final, Literal

import msgspec

from madoguchi.base.clock import Clock
from madoguchi.desk import codes, passphrase
from madoguchi.records.administrator import Administration, Administrator

IDLE: Final = timedelta(minutes=15)
WHOLE: Final = timedelta(hours=12)
"""A login ends after a quarter of an hour without use, and after half a day in any case."""

ENROLLING: Final = timedelta(minutes=15)
"""How long the second factor may be set up after the passphrase was chosen."""

_PENDING: Final = 8
"""Passphrases that may wait for their second factor at the same time; the oldest goes."""

Outcome = Literal["in", "spare", "no"]
"""`spare`: in, by the code for a lost telephone, which is used up now."""


class Enrolment(msgspec.Struct, frozen=True):
    """A passphrase that was chosen and waits for the first one-time code; shown once, never kept on the disk."""

    token: str
    kept: Administrator
    secret: bytes
    spare: str
    first: bool
    until: datetime


class Gatekeeper:
    """Knows the administrator again. Every method may be slow and is called from a worker thread."""

    def __init__(self, kept: Administration, clock: Clock) -> None:
        """Use the rows of the administrator."""
        self._kept = kept
        self._clock = clock
        self._lock = threading.Lock()
        self._pending: dict[str, Enrolment] = {}

    def exists(self) -> bool:
        """Whether somebody chose a passphrase."""
        return self._kept.exists()

    def wait(self, what: str, whose: str) -> timedelta:
        """Count a try at something; or how long to wait, and nothing was counted.

        Args:
            what: what is tried: `login`, `pair`.
            whose: the device or the address it is tried from.
        """
        return self._kept.attempt(f"{what} {whose}", self._clock())

    def forgive(self, what: str, whose: str) -> None:
        """Forget the tries: one succeeded."""
        self._kept.forgive(f"{what} {whose}")

    def choose(self, chosen: str) -> Enrolment:
        """Begin with a new passphrase; nothing is kept before `enrol` has seen a code."""
        at, secret, spare = self._clock(), codes.new_secret(), codes.new_code(codes.SPARE_LENGTH)
        kept = passphrase.keep(chosen, secret, codes.hashed(spare), at)
        enrolment = Enrolment(codes.new_token(), kept, secret, spare, not self._kept.exists(), at + ENROLLING)
        with self._lock:
            self._pending = {token: one for token, one in self._pending.items() if one.until > at}
            while len(self._pending) >= _PENDING:
                self._pending.pop(next(iter(self._pending)))
            self._pending[enrolment.token] = enrolment
        return enrolment

    def enrol(self, token: str, typed: str) -> Literal["done", "gone", "again"]:
        """Keep a chosen passphrase once its first one-time code is right; every login ends then.

        Args:
            token: of the enrolment.
            typed: the code.
        """
        at = self._clock()
        with self._lock:
            pending = self._pending.get(token)
        if pending is None or not at < pending.until:
            return "gone"
        step = codes.step_of(pending.secret, typed, at)
        if step is None:
            return "again"
        with self._lock:
            self._pending.pop(token, None)
        kept = msgspec.structs.replace(pending.kept, counter=step)
        return "done" if self._kept.appoint(kept, first=pending.first) else "gone"

    def knows(self, typed: str) -> bool:
        """Whether this is the present passphrase."""
        kept = self._kept.administrator()
        return kept is not None and passphrase.opened(kept, typed) is not None

    def let_in(self, typed: str, code: str) -> Outcome:
        """Whether passphrase and code are right; a code is right once."""
        kept = self._kept.administrator()
        secret = None if kept is None else passphrase.opened(kept, typed)
        if secret is None:
            return "no"
        step = codes.step_of(secret, code, self._clock())
        if step is not None:
            return "in" if self._kept.spend_code(step) else "no"
        return "spare" if self._kept.spend_spare(codes.hashed(codes.tidied(code))) else "no"

    def begin(self, device: str) -> str:
        """Open a login at a device (empty: this machine); what its browser keeps."""
        token = codes.new_token()
        self._kept.begin(codes.hashed(token), device, self._clock())
        return token

    def recognises(self, token: str, device: str) -> bool:
        """Whether a login is open here; asking keeps it open."""
        return self._kept.use(codes.hashed(token), device, self._clock(), IDLE, WHOLE)

    def end(self, token: str) -> None:
        """Close a login."""
        self._kept.end(codes.hashed(token))


def minutes(wait: timedelta) -> int:
    """A wait in whole minutes, at least one."""
    return max(1, -(-int(wait.total_seconds()) // 60))
