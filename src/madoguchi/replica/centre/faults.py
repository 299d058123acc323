"""What goes wrong at the centre: wrappers round what it finds out and answers, declared in `faults.toml`."""

from collections.abc import Callable, Mapping
from typing import Final, NoReturn

import msgspec

from madoguchi.replica.centre.machine import Standing
from madoguchi.replica.centre.people import Person

Change = Callable[[Person], Person]


class Unavailable(Exception):  # noqa: N818 - a state of the centre, not a mistake
    """The centre answers nobody now."""


class Effects(msgspec.Struct, frozen=True):
    """What the centre does outside its machine.

    `opens`: raises Unavailable where nobody is answered. `institution`: what is believed of the caller's certificate, given
    what its authority says. `permits`: what decides about the use without PIN. `sees`: a person as the book has them.
    """

    opens: Callable[[], None]
    institution: Callable[[Standing], Standing]
    permits: Callable[[Standing], Standing]
    sees: Change


def _closed() -> NoReturn:
    raise Unavailable


def _person(**fields: str | bool) -> Callable[[Effects], Effects]:
    """Everybody is told of with these fields changed."""
    return lambda effects: msgspec.structs.replace(
        effects, sees=lambda person: msgspec.structs.replace(effects.sees(person), **fields)
    )


def _dotted(effects: Effects) -> Effects:
    return msgspec.structs.replace(effects, sees=lambda person: _with_dot(effects.sees(person)))


def _with_dot(person: Person) -> Person:
    """A name of which one sign could not be stored (docs/protocol/exchange.md, the black dot)."""
    return msgspec.structs.replace(person, name=f"{person.name[:1]}●{person.name[2:]}")


REAL: Final = Effects(lambda: None, lambda told: told, lambda told: told, lambda person: person)
"""A centre without any fault."""


def _shut(effects: Effects) -> Effects:
    return msgspec.structs.replace(effects, opens=_closed)


WRAPPERS: Final[Mapping[str, Callable[[Effects], Effects]]] = {
    "centre.down": _shut,
    "centre.maintenance": _shut,
    "centre.jammed": _shut,
    "centre.certificate_revoked": lambda effects: msgspec.structs.replace(effects, institution=lambda _told: "revoked"),
    "centre.check_failing": lambda effects: msgspec.structs.replace(effects, institution=lambda _told: "silent"),
    "centre.permission_refused": lambda effects: msgspec.structs.replace(effects, permits=lambda _told: "revoked"),
    "centre.change_in_progress": _person(validity="3", until="20260331"),
    "centre.coverage_ended": _person(validity="2", until="20260331"),
    "centre.data_wrong": _person(validity="4"),
    "centre.two_insurers": _person(validity="5"),
    "centre.insurer_silent": _person(registered=False, told=False),
    "centre.insurer_wrong": _person(registered=False, told=False),
    "centre.black_dot": _dotted,
    "centre.wrong_share": _person(share="030"),
    "centre.other_person": _person(name="別人　例", kana="ﾍﾞﾂｼﾞﾝ ﾚｲ", born="19500101"),
}
