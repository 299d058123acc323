"""What goes wrong on the line: wrappers round what it does with doors, names and bytes, declared in `faults.toml`."""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from madoguchi.replica.line.settings import FAR, NEAR, SLOW_SECONDS


class Effects(msgspec.Struct, frozen=True):
    """What the line does outside its machine.

    `listens`: whether a door can be connected to at all. `admits`: whether a connection that was made is let through.
    `tells`: whether the name service answers with what it found. `carries`: whether a piece of bytes arrives. `late`: seconds
    that each piece takes longer.
    """

    listens: Callable[[str], bool]
    admits: Callable[[str], bool]
    tells: Callable[[str | None], str | None]
    carries: Callable[[bytes], bool]
    late: Callable[[], float]


REAL: Final = Effects(lambda _door: True, lambda _door: True, lambda found: found, lambda _piece: True, lambda: 0.0)
"""A line without any fault."""


def _deaf(*doors: str) -> Callable[[Effects], Effects]:
    """Nobody gets an answer at these doors."""
    return lambda effects: msgspec.structs.replace(effects, listens=lambda door: door not in doors and effects.listens(door))


WRAPPERS: Final[Mapping[str, Callable[[Effects], Effects]]] = {
    "line.plug_loose": _deaf(*FAR),
    "line.router_stuck": _deaf(*NEAR, *FAR),
    "line.carrier": _deaf(*FAR),
    "line.isp": _deaf("line-names"),
    "line.names_lost": lambda effects: msgspec.structs.replace(effects, tells=lambda _found: None),
    "line.authentication_lost": lambda effects: msgspec.structs.replace(effects, admits=lambda door: door in NEAR),
    "line.swallowing": lambda effects: msgspec.structs.replace(effects, carries=lambda _piece: False),
    "line.slow": lambda effects: msgspec.structs.replace(effects, late=lambda: SLOW_SECONDS),
}
