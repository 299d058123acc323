"""What goes wrong at the portal: wrappers round its effects, declared in `faults.toml`."""

import time
from collections.abc import Callable, Mapping
from typing import Final, NoReturn

import msgspec

from madoguchi.replica.portal.machine import Told

SILENCE_SECONDS: Final = 60.0
"""Longer than anybody at a reader waits."""


class Unavailable(Exception):  # noqa: N818 - a state of the portal, not a mistake
    """The portal does not answer as it should; carries the HTTP status somebody outside sees."""

    def __init__(self, status: int) -> None:
        """Keep the status."""
        super().__init__(status)
        self.status = status


class Effects(msgspec.Struct, frozen=True):
    """What the portal does outside its machine."""

    knows: Callable[[int], bool]
    ask: Callable[[bytes], Told]
    keep: Callable[[int], None]


def _refusing(status: int) -> Callable[[Effects], Effects]:
    def refuse(_serial: int) -> NoReturn:
        raise Unavailable(status)

    return lambda effects: msgspec.structs.replace(effects, knows=refuse)


def _silent(effects: Effects) -> Effects:
    def knows(serial: int) -> bool:
        time.sleep(SILENCE_SECONDS)
        return effects.knows(serial)

    return msgspec.structs.replace(effects, knows=knows)


WRAPPERS: Final[Mapping[str, Callable[[Effects], Effects]]] = {
    "portal.down": _refusing(503),
    "portal.busy": _refusing(503),
    "portal.silent": _silent,
    "portal.registration_slow": _refusing(504),
}
