"""Carries bytes between the doors of the line and the services behind it, as the faults of the moment allow."""

import asyncio
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from madoguchi.replica.line.faults import Effects
from madoguchi.replica.line.machine import Asked, Connected, Greet, Relay, Tell, step
from madoguchi.replica.line.settings import CHUNK, FAR, LONGEST_NAME, NEAR
from madoguchi.replica.world import LOOPBACK, World

RESET: Final = struct.pack("ii", 1, 0)
"""SO_LINGER with no time: closing sends a reset instead of a goodbye."""


class Mute:
    """A door behind a cut line: whoever calls hears nothing at all, not even that nobody is there.

    A closed port on this machine would refuse, and a refusal comes only from a host that is alive. So the port is held, its
    queue is full, and the system drops every further call (listen(2): the queue of complete connections).
    """

    def __init__(self, port: int) -> None:
        """Hold the port."""
        self._held = socket.socket()
        self._held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._held.bind((LOOPBACK, port))
        self._held.listen(0)
        self._waiting = [socket.create_connection((LOOPBACK, port), timeout=1)]

    def close(self) -> None:
        """Let go of the port; those who waited are sent away at once, so that it can be taken again."""
        for one in (*self._waiting, self._held):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            one.close()


class Doors:
    """The doors of the line; which of them are open follows the faults."""

    def __init__(self, world: World, effects: Callable[[], Effects]) -> None:
        """No door is open yet."""
        self._world = world
        self._effects = effects
        self._servers: dict[str, asyncio.Server] = {}
        self._mute: dict[str, Mute] = {}
        self._going: set[asyncio.Task[None]] = set()
        self._moving = asyncio.Lock()

    async def follow(self) -> None:
        """Open and close doors as the faults of this moment have it; a fault also cuts what is going on."""
        async with self._moving:
            effects = self._effects()
            for task in self._going:
                task.cancel()
            for door in (*NEAR, *FAR):
                if effects.listens(door) and door not in self._servers:
                    self._speak(door)
                    self._servers[door] = await asyncio.start_server(
                        self._serve(door), LOOPBACK, self._world.port(door), reuse_address=True
                    )
                if not effects.listens(door) and door in self._servers:
                    self._servers.pop(door).close()
                    self._mute[door] = Mute(self._world.port(door))

    async def shut(self) -> None:
        """Close every door and everything that is going on."""
        for task in self._going:
            task.cancel()
        for server in self._servers.values():
            server.close()
        self._servers.clear()
        for door in tuple(self._mute):
            self._speak(door)

    def _speak(self, door: str) -> None:
        mute = self._mute.pop(door, None)
        if mute is not None:
            mute.close()

    def _serve(self, door: str) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], None]:
        def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.ensure_future(self._one(door, reader, writer))
            self._going.add(task)
            task.add_done_callback(self._going.discard)
            # Not in the task itself: one that is cancelled before its first step would never come to it.
            task.add_done_callback(lambda _task: writer.close())

        return begin

    async def _one(self, door: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        effects = self._effects()
        if not effects.listens(door):
            return
        if not effects.admits(door):
            # The closed network resets what it does not know when the first bytes come, not before.
            await reader.read(1)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            return
        with suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            await self._act(door, reader, writer)

    async def _act(self, door: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if door == "line-names":
            asked = await reader.readuntil(b"\n")
            await self._answer(asked[: LONGEST_NAME + 1].decode("ascii", "replace"), writer)
            return
        effect = step(Connected(door))
        if isinstance(effect, Relay):
            await self._relay(effect.target, reader, writer)
        elif isinstance(effect, Greet):
            await reader.read(1)

    async def _answer(self, name: str, writer: asyncio.StreamWriter) -> None:
        effect = step(Asked(name))
        found = self._effects().tells(effect.door if isinstance(effect, Tell) else None)
        writer.write(f"{LOOPBACK} {self._world.port(found)}\n".encode() if found else b"-\n")
        await writer.drain()

    async def _relay(self, target: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(LOOPBACK, self._world.port(target))
        try:
            await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer))
        finally:
            far_writer.close()

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while piece := await source.read(CHUNK):
            effects = self._effects()
            late = effects.late()
            if late:
                await asyncio.sleep(late)
            if effects.carries(piece):
                sink.write(piece)
                await sink.drain()
        with suppress(OSError):
            sink.write_eof()
