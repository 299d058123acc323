"""The doors every link has for people who rehearse: is it well, which faults are on, switch one."""

from typing import Any, Protocol

import msgspec
from litestar import Request, Response, Router, get, put
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, JSONBody

from madoguchi.replica.faults import Switches, UnknownFaultError


class Health(msgspec.Struct, frozen=True):
    """How a link says it is: `good`, or `faulty` while a fault is on."""

    link: str
    state: str
    faults: tuple[str, ...]
    process: int


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a fault shall be."""

    on: bool


class Feels(Protocol):
    """Something of the link that must hear of a switched fault at once, as a cut cable is felt at once."""

    def __call__(self) -> None:
        """Look at the switches again."""


def control(link: str, process: int, switches: Switches[Any], feels: Feels = lambda: None) -> Router:
    """The control doors of one link, under `/control`."""

    def now() -> Health:
        return Health(link, "faulty" if switches.on else "good", switches.on, process)

    @get("/health", sync_to_thread=False)
    def health() -> Health:
        return now()

    @put("/faults/{name:str}", sync_to_thread=False)
    def turn(name: FromPath[str], data: JSONBody[Turn]) -> Health:
        try:
            switches.turn(name, on=data.on)
        except UnknownFaultError as unknown:
            raise NotFoundException(unknown.name) from None
        feels()
        return now()

    return Router("/control", route_handlers=[health, turn])


def unavailable(_request: Request[Any, Any, Any], _error: Exception) -> Response[dict[str, str]]:
    """What a link answers whose disk takes nothing any more: as a service that rests. Whoever asked asks again."""
    return Response({"refused": "unavailable"}, status_code=503)


def too_deep(_request: Request[Any, Any, Any], _error: Exception) -> Response[dict[str, str]]:
    """What a link answers to a question that is nested deeper than anybody asks."""
    return Response({"refused": "malformed"}, status_code=400)
