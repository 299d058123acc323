"""Real causes that can be switched on in a link: declared as data, switched by people, wrapped round what the link does."""

import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Final, Generic, Literal, TypeVar

import msgspec

E = TypeVar("E")

SHOWN_ELSEWHERE: Final = ""
"""`shows` of a fault that brings no code on the kiosk."""


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A real cause, as the link's `faults.toml` declares it.

    `problem`: the code or topic whose real cause this is. `shows`: the code on the kiosk, empty where none appears; it may be
    another one than `problem`. `cured_by`: the deeds (see `deeds.toml`) that take the cause away, each alone enough.
    `remit`: who can take it away where the desk cannot, as contact roles of the desk; empty where nobody needs to.
    `cause`: what a desk calls this cause, where it has a name for it. `ends_with_process`: the cause lives in the running
    program and a restart of the link takes it away by itself. `persona`, `method`: what a check-in must be like to meet it;
    any where empty. `probes`: what each probe of a desk beside this chain should see, `good` or `down`. `stand_in`: a marker
    stands in for what only an extra could judge.
    """

    id: str
    problem: str
    shows: str
    curable_at_desk: bool
    cured_by: tuple[str, ...]
    remit: tuple[str, ...] = ()
    cause: str = ""
    ends_with_process: bool = False
    persona: str = ""
    method: Literal["", "face", "pin", "visual"] = ""
    first_registration: bool = False
    probes: dict[str, Literal["good", "down"]] = {}
    stand_in: bool = False
    note: str = ""

    @property
    def link(self) -> str:
        """The link it lives in: what stands before the dot."""
        return self.id.partition(".")[0]


class UnknownFaultError(KeyError):
    """No link declares a fault of this name."""

    def __init__(self, name: str) -> None:
        """Keep the name, which the person who wrote it is told again."""
        super().__init__(name)
        self.name = name


def declared(link: str) -> dict[str, Fault]:
    """The faults of a link by their ids, from its `faults.toml`."""
    table = files("madoguchi.replica").joinpath(link).joinpath("faults.toml")
    found = msgspec.convert(tomllib.loads(table.read_text("utf-8")).get("fault", []), list[Fault])
    return {fault.id: fault for fault in found}


class Switches(Generic[E]):
    """The faults of one link as they are switched now, and the link's effects as they are under them.

    A link does everything outside its own machine through one `effects` value; a fault is a wrapper that takes effects and
    gives effects. The machine never knows.
    """

    def __init__(self, link: str, wrappers: Mapping[str, Callable[[E], E]], on: tuple[str, ...] = ()) -> None:
        """Begin with the faults that were on when the link was last stopped."""
        self.declared = declared(link)
        self._wrappers = wrappers
        self._on = [name for name in on if name in self.declared]

    @property
    def on(self) -> tuple[str, ...]:
        """The faults that are on, first switched first."""
        return tuple(self._on)

    def turn(self, name: str, *, on: bool) -> None:
        """Switch one fault.

        Raises:
            UnknownFaultError: this link has none of that name.
        """
        if name not in self.declared:
            raise UnknownFaultError(name)
        if on and name not in self._on:
            self._on.append(name)
        if not on and name in self._on:
            self._on.remove(name)

    def under(self, effects: E) -> E:
        """What the link's effects are while these faults are on."""
        for name in self._on:
            effects = self._wrappers[name](effects)
        return effects
