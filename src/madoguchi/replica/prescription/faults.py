"""What goes wrong in the e-prescription service: wrappers round its effects, declared in `faults.toml`."""

from collections.abc import Callable, Mapping
from typing import Final, NoReturn

import msgspec


class Unavailable(Exception):  # noqa: N818 - a state of the service, not a mistake
    """The service does not take anything now."""


class Effects(msgspec.Struct, frozen=True):
    """What the service does outside its machine."""

    form_of: Callable[[str], str | None]
    keep: Callable[[str, str], None]


def _closed(*_given: str) -> NoReturn:
    raise Unavailable


WRAPPERS: Final[Mapping[str, Callable[[Effects], Effects]]] = {
    "prescription.service_down": lambda _effects: Effects(_closed, _closed),
    "prescription.jammed": lambda effects: Effects(effects.form_of, _closed),
}
