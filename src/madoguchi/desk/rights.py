"""Who may open what: one table of places and roles, and the decision it gives for a request."""

from typing import Final, Literal

import msgspec

from madoguchi.records.devices import ROLES, Role

READING: Final = frozenset({"GET", "HEAD"})

ALL: Final[frozenset[Role]] = frozenset(ROLES)
DESK: Final[frozenset[Role]] = frozenset({"desk"})


class Visitor(msgspec.Struct, frozen=True):
    """Who asks: somebody at this machine (`lan` false), or a device of the house, paired or not.

    `device`, `name`, `role` and `desk` are of the paired device; `administrator` says that a login is open here.
    """

    lan: bool = False
    device: str = ""
    name: str = ""
    role: Role | None = None
    desk: str = ""
    administrator: bool = False


class Right(msgspec.Struct, frozen=True):
    """A place with everything below it: which devices may come, and whether only with the administrator's login.

    Without `methods` it counts for all of them.
    """

    place: str
    roles: frozenset[Role] = DESK
    administrator: bool = False
    unpaired: bool = False
    methods: frozenset[str] | None = None


RIGHTS: Final = (
    Right("/static", ALL, unpaired=True),
    Right("/pair", ALL, unpaired=True),
    Right("/patient", frozenset({"desk", "patient"})),
    Right("/live/patient", frozenset({"desk", "patient"})),
    Right("/photo", frozenset({"desk", "photo"})),
    Right("/settings", administrator=True),
    Right("/lan", administrator=True),
    Right("/login/choose", administrator=True),
    Right("/audit", administrator=True),
    # Entries are written during an outage by whoever sits at the desk; only reading them is the administrator's.
    Right("/outage/unlock", administrator=True),
    Right("/outage/list", administrator=True),
    Right("/outage/day", administrator=True),
    Right("/ledger", administrator=True),
    Right("/api/ledger", administrator=True, methods=READING),
    Right("/api/audit", administrator=True),
    Right("/"),
)
"""The first that fits counts; the last one is every staff screen and every door for programs."""

Verdict = Literal["open", "pair", "not-for-this-device", "login"]

HOMES: Final[dict[Role, str]] = {"desk": "/", "patient": "/patient", "photo": "/photo"}
"""Where a device is at home."""


def _below(path: str) -> tuple[str, ...]:
    return tuple(part for part in path.split("/") if part)


_PLACES: Final = tuple((_below(right.place), right) for right in RIGHTS)


def right_for(path: str, method: str) -> Right:
    """The row of the table that counts, by whole segments: `/patients` is not below `/patient`."""
    parts = _below(path)
    fitting = (right for place, right in _PLACES if parts[: len(place)] == place)
    return next(right for right in fitting if right.methods is None or method in right.methods)


def verdict(path: str, method: str, visitor: Visitor, *, chosen: bool) -> Verdict:
    """Whether a request may go on.

    Args:
        path: the path, decoded.
        method: the HTTP method.
        visitor: who asks.
        chosen: whether an administrator's passphrase exists; on this machine nothing asks for a login before.
    """
    right = right_for(path, method)
    if visitor.lan and not right.unpaired:
        if visitor.role is None:
            return "pair"
        if visitor.role not in right.roles:
            return "not-for-this-device"
    if right.administrator and not visitor.administrator and (chosen or visitor.lan):
        return "login"
    return "open"
