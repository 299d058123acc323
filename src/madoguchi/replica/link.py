"""Runs one link of the chain as a process of its own, on loopback, until it is told to stop."""

import json
import os
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import uvicorn

from madoguchi.replica.world import CHAIN, LOOPBACK, World, read

KEPT_SECONDS: Final = 75
"""How long a connection is kept on which nobody asks anything: longer than the pause between two patients mostly is."""


def module_of(link: str) -> ModuleType:
    """The `app` module of a link: `create_app(world, on)`, and where it needs them `prepare(world)` and `serving(world)`."""
    return import_module(f"madoguchi.replica.{link}.app")


def prepare(world: World) -> None:
    """Let every link make what it needs before its first start, in the order of the chain."""
    for link in CHAIN:
        made = getattr(module_of(link), "prepare", None)
        if made is not None:
            made(world)


def run(link: str, directory: Path) -> None:
    """Serve one link until TERM. The faults that were on when it was last stopped are on again."""
    world = read(directory)
    module = module_of(link)
    app = module.create_app(world, remembered(world, link))
    special: dict[str, Any] = getattr(module, "serving", lambda _world: {})(world)
    config = uvicorn.Config(
        app,
        host=LOOPBACK,
        port=world.port(link),
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        timeout_keep_alive=KEPT_SECONDS,
        timeout_graceful_shutdown=1,
        **special,
    )
    uvicorn.Server(config).run()


def remembered(world: World, link: str) -> tuple[str, ...]:
    """The faults that outlive a restart of the link."""
    try:
        told: dict[str, list[str]] = json.loads((world.directory / "faults.json").read_text("utf-8"))
    except FileNotFoundError:
        return ()
    return tuple(told.get(link, ()))


def remember(world: World, faults: dict[str, tuple[str, ...]]) -> None:
    """Keep which faults outlive a restart."""
    part = world.directory / f"faults.{os.getpid()}.part"
    part.write_text(json.dumps(faults), "utf-8")
    part.replace(world.directory / "faults.json")
