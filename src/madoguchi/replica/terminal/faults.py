"""What goes wrong in the terminal: wrappers round everything it does outside its machine, declared in `faults.toml`."""

import importlib
import itertools
import re
import socket
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from errno import EACCES
from functools import cache
from typing import Final, Literal, NoReturn

import msgspec

from madoguchi.replica.calling import Address
from madoguchi.replica.terminal import memory
from madoguchi.replica.terminal.checkin import Mode, Switch
from madoguchi.replica.terminal.codes import Failed
from madoguchi.replica.terminal.shares import Condition
from madoguchi.replica.terminal.store import Delivery
from madoguchi.replica.world import LOOPBACK

Screen = Literal["", "login", "update-asked", "update-running", "update-half", "frozen"]
"""What lies over the terminal's screen."""


class Effects(msgspec.Struct, frozen=True):
    """What the terminal does outside its machine.

    `settings`: the text of its settings. `clock`: its own clock. `chosen`: which certificate is chosen, given the one in the
    settings. `mode`: the mode of this moment. `switch`: switches it. `opened`: what happens when a check-in was begun. `work`:
    takes the memory that a check-in needs. `worker`: the part of the program that works. `asks`: the part that hands questions
    on. `route`: where a connection to an address is really made. `conditions`: how the shared folders are. `put`: moves a file
    into its folder. `writer_stuck`: whether a delivery that never ended holds the writer. `named_as`: the institution that a
    request for a permission names. `profile`: the reader's profile as the terminal hands it over. `hears_keypad`: whether the
    keypad's heartbeat arrives. `usb`: why the USB door refuses, empty where it does not. `screen`: what lies over the screen.
    """

    settings: Callable[[], str]
    clock: Callable[[], datetime]
    mode: Callable[[], Switch]
    switch: Callable[[Mode], None]
    put: Callable[[Delivery], None]
    opened: Callable[[], None] = lambda: None
    chosen: Callable[[str], str] = lambda name: name
    work: Callable[[], None] = memory.work
    worker: Callable[[], None] = lambda: None
    route: Callable[[Address], Address] = lambda address: address
    conditions: Callable[[], Mapping[str, Condition]] = dict
    named_as: Callable[[str], str] = lambda institution: institution
    profile: Callable[[str], str] = lambda profile: profile
    hears_keypad: Callable[[], bool] = lambda: True
    writer_stuck: Callable[[], bool] = lambda: False
    usb: Callable[[], str] = lambda: ""
    screen: Callable[[], Screen] = lambda: ""
    asks: Callable[[], None] = lambda: None


Wrapper = Callable[[Effects], Effects]


def _change(**changes: Callable[..., object]) -> Wrapper:
    return lambda effects: msgspec.structs.replace(effects, **changes)


def _chosen(name: str) -> Wrapper:
    return _change(chosen=lambda _name: name)


def _shares(**conditions: Condition) -> Wrapper:
    return lambda effects: msgspec.structs.replace(effects, conditions=lambda: {**effects.conditions(), **conditions})


def _barred(_delivery: Delivery) -> NoReturn:
    raise PermissionError(EACCES, "")


def _no_right(effects: Effects) -> Effects:
    # The superuser may write anywhere, whatever the folder says; so the refusal is made here as well.
    return msgspec.structs.replace(_shares(face="barred")(effects), put=_barred)


def _cut(effects: Effects) -> Effects:
    def half() -> str:
        text = effects.settings()
        return text[: len(text) * 2 // 3] + "\n["

    return msgspec.structs.replace(effects, settings=half)


def _contradictory(effects: Effects) -> Effects:
    def wrong() -> str:
        return re.sub(r'(?m)^institution = ".*"$', 'institution = "9910000009"', effects.settings())

    return msgspec.structs.replace(effects, settings=wrong)


def _unread() -> NoReturn:
    raise OSError


def _hung() -> NoReturn:
    raise TimeoutError


def _missing_part() -> None:
    importlib.import_module("madoguchi.replica.terminal.next_version")


def _broken_part() -> None:
    parts: dict[str, Callable[[], None]] = {}
    parts["result"]()


def _clock_wrong(effects: Effects) -> Effects:
    return msgspec.structs.replace(effects, clock=lambda: effects.clock() - timedelta(days=3650))


@cache
def _unplugged() -> socket.socket:
    """A port that is taken and at which nobody listens: every connection to it is refused."""
    held = socket.socket()
    held.bind((LOOPBACK, 0))
    return held


@cache
def _deaf() -> socket.socket:
    """A port that takes connections and never answers."""
    return socket.create_server((LOOPBACK, 0), backlog=128)


def address_of(held: socket.socket) -> Address:
    """Where a socket of our own can be called."""
    host, port = held.getsockname()
    return str(host), int(port)


OTHER: Final[dict[Mode, Mode]] = {"automatic": "visual", "visual": "automatic"}


def _switched_midway(effects: Effects) -> Effects:
    """A colleague switches the mode, and back again, while the card lies there."""

    def opened() -> None:
        effects.opened()
        before = effects.mode().mode
        effects.switch(OTHER[before])
        effects.switch(before)

    return msgspec.structs.replace(effects, opened=opened)


def _left_visual(effects: Effects) -> Effects:
    return msgspec.structs.replace(effects, mode=lambda: Switch("visual", effects.mode().turns))


_turns = itertools.count(1_000_000)


def _never_settles(effects: Effects) -> Effects:
    return msgspec.structs.replace(effects, mode=lambda: Switch(effects.mode().mode, next(_turns)))


def _leaks(effects: Effects) -> Effects:
    def work() -> None:
        memory.leak()
        effects.work()

    return msgspec.structs.replace(effects, work=work)


def _jammed_question() -> NoReturn:
    raise Failed("worker-failed")


WRAPPERS: Final[Mapping[str, Wrapper]] = {
    "terminal.certificate_expired": _chosen("institution-former"),
    "terminal.certificate_revoked": _chosen("institution-revoked"),
    "terminal.old_certificate_chosen": _chosen("institution-former"),
    "terminal.clock_wrong": _clock_wrong,
    "terminal.output_pc_off": _shares(req="away", res="away", face="away"),
    "terminal.output_share_lost": _shares(face="blocked"),
    "terminal.output_no_right": _no_right,
    "terminal.output_missing": _shares(face="away"),
    "terminal.output_full": _shares(face="full"),
    "terminal.app_stuck_output": _change(writer_stuck=lambda: True),
    "terminal.memory_short": _leaks,
    "terminal.update_running": _change(work=memory.work_beside_an_update),
    "terminal.hardware_worn": _change(work=memory.work_on_worn_modules),
    "terminal.app_stuck": _change(worker=_hung),
    "terminal.update_half_done": _change(worker=_missing_part),
    "terminal.app_broken": _change(worker=_broken_part),
    "terminal.settings_wrong": _contradictory,
    "terminal.settings_unread": _change(settings=_unread),
    "terminal.update_half_done_settings": _cut,
    "terminal.lan_cable": _change(route=lambda _address: address_of(_unplugged())),
    "terminal.network_stuck": _change(route=lambda _address: address_of(_deaf())),
    "terminal.reader_service_stuck": _change(usb=lambda: "reader-service"),
    "terminal.reader_driver_lost": _change(usb=lambda: "reader-driver"),
    "terminal.mode_switched": _switched_midway,
    "terminal.left_in_visual_mode": _left_visual,
    "terminal.mode_never_settles": _never_settles,
    "terminal.reader_screen_stuck": _change(hears_keypad=lambda: False),
    "terminal.old_certificate_sent": _chosen("institution-superseded"),
    "terminal.app_stuck_certificate": _chosen("institution-superseded"),
    "terminal.certificate_refused": _change(named_as=lambda institution: institution[::-1]),
    "terminal.app_stuck_permission": _change(named_as=lambda _institution: "0000000000"),
    "terminal.settings_not_handed_over": _change(profile=lambda _profile: ""),
    "terminal.reader_program_changed": _change(profile=lambda profile: f"{profile}-next"),
    "terminal.frozen": _change(screen=lambda: "frozen"),
    "terminal.logged_out": _change(screen=lambda: "login"),
    "terminal.update_asked_for": _change(screen=lambda: "update-asked"),
    "terminal.update_on_screen": _change(screen=lambda: "update-running"),
    "terminal.update_half_done_on_screen": _change(screen=lambda: "update-half"),
    "terminal.request_unreadable": _change(asks=_jammed_question),
}
