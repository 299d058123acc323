"""The replica's terminal (資格確認端末): the reader's door, the shared folders, and the screen for staff."""

import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from litestar import Litestar

from madoguchi.replica.control import control, too_deep
from madoguchi.replica.directory import inside, write_whole
from madoguchi.replica.terminal import memory
from madoguchi.replica.terminal.enrolment import enrolment
from madoguchi.replica.terminal.exchange import Exchange
from madoguchi.replica.terminal.items import items
from madoguchi.replica.terminal.page import page
from madoguchi.replica.terminal.running import Terminal
from madoguchi.replica.terminal.settings import FOLDERS, Settings, as_text
from madoguchi.replica.terminal.usb import usb
from madoguchi.replica.world import World
from madoguchi.words.translate import load_words

STACK: Final = 1_000_000
"""Bytes of address space for each thread: the usual eight megabytes would count against the terminal's memory."""


def prepare(world: World) -> None:
    """Make the shared folders and the settings, once."""
    folder = world.folder("terminal")
    for name in (*FOLDERS, "tables"):
        inside(folder / name).mkdir(exist_ok=True)
    if not (folder / "settings.toml").exists():
        write_whole(folder / "settings.toml", as_text(Settings(institution=world.institution)).encode())


def serving(world: World) -> dict[str, Any]:
    """Nothing special for the server; but from here on this process has no more memory than a terminal."""
    threading.stack_size(STACK)
    memory.limit(Terminal.memory_of(world))
    return {}


def create_app(world: World, on: tuple[str, ...] = ()) -> Litestar:
    """The terminal with these faults on from the start; it looks into its folders when the application has started."""
    terminal, words = Terminal(world, on), load_words()
    exchange = Exchange(terminal, words)

    @asynccontextmanager
    async def at_work(_app: Litestar) -> AsyncIterator[None]:
        exchange.start()
        yield
        exchange.stop()
        terminal.close()

    return Litestar(
        [
            usb(terminal),
            *page(terminal, words),
            *items(terminal, words),
            enrolment(terminal),
            control("terminal", os.getpid(), terminal.switches, terminal.follow),
        ],
        lifespan=[at_work],
        exception_handlers={RecursionError: too_deep},
        openapi_config=None,
        logging_config=None,
    )
