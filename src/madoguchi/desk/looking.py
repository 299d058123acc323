"""Who has the ledger open at which browser: a cookie without meaning leads to the open ledger, kept in memory alone."""

import secrets
import threading
from typing import Any, Final
from urllib.parse import quote, unquote

import msgspec
from litestar import Request
from litestar.datastructures import Cookie

from madoguchi.desk.gate import visitor_of
from madoguchi.desk.intake import NAME_LIMIT, name_of_place
from madoguchi.desk.refusals import Refused
from madoguchi.records.unlocked import UnlockedLedger

COOKIE: Final = "madoguchi-ledger"
STAFF: Final = "madoguchi-staff"
"""The name somebody chose last at this browser, to be offered again."""

PLACE: Final = "/outage"
"""The pages that are told the cookies."""

MOST: Final = 8
"""Ledgers open at a time; one more shuts the oldest."""

STAFF_KEPT: Final = 12 * 60 * 60
"""Seconds for which a name is offered again: a working day."""


class Looker(msgspec.Struct, frozen=True):
    """Somebody with an open ledger; `device` is the paired device it was opened on, empty on this machine."""

    who: str
    ledger: UnlockedLedger
    device: str = ""

    def at(self, desk: str) -> str:
        """How the place is named where looks are written down."""
        return self.device or f"desk-{desk}"


class Looking:
    """The open ledgers by their cookies. Safe from any thread."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: dict[str, Looker] = {}
        self._lock = threading.Lock()

    def open(self, looker: Looker) -> str:
        """Keep an open ledger; the value of its cookie."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            for old in [known for known, one in self._open.items() if one.ledger.locked]:
                del self._open[old]
            while len(self._open) >= MOST:
                self._open.pop(next(iter(self._open))).ledger.lock()
            self._open[token] = looker
        return token

    def find(self, token: str) -> Looker | None:
        """The open ledger behind a cookie; None where it was shut, or shut itself."""
        with self._lock:
            found = self._open.get(token)
            if found is not None and found.ledger.locked:
                del self._open[token]
                return None
            return found

    def shut(self, token: str) -> None:
        """Lock a ledger now."""
        with self._lock:
            found = self._open.pop(token, None)
        if found is not None:
            found.ledger.lock()


Asked = Request[Any, Any, Any]


def looker(looking: Looking, request: Asked) -> Looker | None:
    """Who looks from this browser, if anybody; a cookie that came to another device opens nothing there."""
    found = looking.find(request.cookies.get(COOKIE, ""))
    return found if found is not None and found.device == visitor_of(request).device else None


def ledger_cookie(request: Asked, token: str) -> Cookie:
    """The cookie of an open ledger; an empty one ends it."""
    return _cookie(request, COOKIE, token, None if token else 0)


def staff_cookie(request: Asked, name: str) -> Cookie:
    """The cookie that offers a name again."""
    return _cookie(request, STAFF, quote(name), STAFF_KEPT)


def _cookie(request: Asked, key: str, value: str, age: int | None) -> Cookie:
    secure = request.scope.get("scheme") == "https"
    return Cookie(key=key, value=value, path=PLACE, httponly=True, samesite="strict", secure=secure, max_age=age)


def offered_name(request: Asked) -> str:
    """The name chosen last here, where it still is one."""
    try:
        return staff_name(unquote(request.cookies.get(STAFF, "")))
    except Refused:
        return ""


def staff_name(text: str) -> str:
    """A chosen staff name as it is kept; blanks of any width are one.

    Raises:
        Refused: it is no short name.
    """
    return name_of_place(" ".join(text.split())[: NAME_LIMIT + 1], "by")
