"""The replica's e-prescription service over HTTP: takes the form that a patient chose at the reader."""

import os

import msgspec
from litestar import Litestar, Response, get, put
from litestar.params import FromPath, JSONBody

from madoguchi.replica.control import control, too_deep, unavailable
from madoguchi.replica.faults import Switches
from madoguchi.replica.prescription.faults import WRAPPERS, Effects, Unavailable
from madoguchi.replica.prescription.machine import Chosen, Keep, Refuse, step
from madoguchi.replica.prescription.store import NotKeptError, Store
from madoguchi.replica.world import World


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form a patient chose."""

    form: str


class Answer(msgspec.Struct, frozen=True):
    """What the service says: `taken`, or why not."""

    result: str


def create_app(world: World, on: tuple[str, ...] = ()) -> Litestar:
    """The service with these faults on from the start."""
    store = Store(world.folder("prescription"))
    switches: Switches[Effects] = Switches("prescription", WRAPPERS, on)
    real = Effects(store.form_of, store.keep)

    @put("/forms/{ticket:str}", sync_to_thread=True)
    def choose(ticket: FromPath[str], data: JSONBody[Form]) -> Response[Answer]:
        effects = switches.under(real)
        try:
            effect = step(effects.form_of(ticket), Chosen(ticket, data.form))
            if isinstance(effect, Keep):
                effects.keep(effect.ticket, effect.form)
        except Unavailable:
            return Response(Answer("unavailable"), status_code=503)
        if isinstance(effect, Refuse):
            return Response(Answer(effect.why), status_code=422)
        return Response(Answer("taken"))

    @get("/status", sync_to_thread=False)
    def status() -> Response[Answer]:
        try:
            switches.under(real).form_of("")
        except Unavailable:
            return Response(Answer("unavailable"), status_code=503)
        return Response(Answer("open"))

    return Litestar(
        [choose, status, control("prescription", os.getpid(), switches)],
        on_shutdown=[store.close],
        exception_handlers={NotKeptError: unavailable, RecursionError: too_deep},
        openapi_config=None,
        logging_config=None,
    )
