"""Keeps every open screen up to date: one rendering per change and kind of screen, shared by all streams that show it.

Screens are unnamed messages of a server-sent event stream, because the page's extension swaps exactly those in. Each stream
begins with a full snapshot, so an event between drawing a page and opening its stream cannot be lost. No change is merged
with the next: whoever counts the messages counts the changes. A reader too slow to follow is cut off; it reconnects by
itself and begins with a snapshot again.
"""

import asyncio
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import NamedTuple

from anyio import to_thread

from madoguchi.base.log import logger

Render = Callable[[str, str], str] | Callable[[str, str], Awaitable[str]]
"""Draws the fragment of a desk in a language. A plain function runs in a worker thread: it may read the records."""

HEARTBEAT_SECONDS = 15.0
"""Silence after which a comment is sent, so that both ends notice a broken line."""

BACKLOG = 1000
"""Messages a stream may lag behind before it is cut off."""

_log = logger()

HEARTBEAT = b":\n\n"
OPENING = b"retry: 1000\n\n"


class Channel(NamedTuple):
    """What a stream shows; streams of the same channel share every message."""

    screen: str
    desk: str
    lang: str


class Change(NamedTuple):
    """Something a screen shows is different now; None stands for every desk, or for every kind of screen."""

    desk: str | None = None
    screen: str | None = None

    def touches(self, channel: Channel) -> bool:
        """Whether a channel has to be drawn anew."""
        return self.desk in (None, channel.desk) and self.screen in (None, channel.screen)


class _Stream:
    """One open screen: the messages it has yet to send."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[bytes | None] = asyncio.Queue(BACKLOG)
        self.cut = asyncio.Event()


def message(html: str, number: int) -> bytes:
    """A fragment as one server-sent event. `number` is its id: it grows with every change."""
    lines = "\n".join(f"data: {line}" for line in html.splitlines()) or "data:"
    return f"id: {number}\n{lines}\n\n".encode()


class Live:
    """The open streams of all screens and the changes they are still to be told."""

    def __init__(self, renders: Mapping[str, Render], *, heartbeat: float = HEARTBEAT_SECONDS) -> None:
        """Know how to draw each kind of screen (`staff`, `patient`); `heartbeat` is in seconds."""
        self._renders = renders
        self._heartbeat = heartbeat
        self._streams: dict[Channel, set[_Stream]] = {}
        self._drawn: dict[Channel, bytes] = {}
        self._drawing: dict[Channel, asyncio.Lock] = {}
        self._changes: asyncio.Queue[Change] = asyncio.Queue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False
        self.revision = 0

    @property
    def screens(self) -> frozenset[str]:
        """The kinds of screen that can be followed."""
        return frozenset(self._renders)

    @property
    def open_streams(self) -> int:
        """How many screens are following now."""
        return sum(map(len, self._streams.values()))

    def publish(self, desk: str | None = None, screen: str | None = None) -> None:
        """Tell the screens of a desk (or of all), of one kind (or of all), that they must be drawn anew. From any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._changes.put_nowait, Change(desk, screen))

    async def run(self) -> None:
        """Deliver changes in their order until cancelled."""
        self._loop = asyncio.get_running_loop()
        try:
            while True:
                await self._deliver(await self._changes.get())
        finally:
            self._loop = None

    async def _deliver(self, change: Change) -> None:
        self.revision += 1
        for channel in [known for known in self._streams if change.touches(known)]:
            self._drawn.pop(channel, None)
            try:
                drawn = await self._draw(channel)
            except Exception as error:  # noqa: BLE001 - one screen that cannot be drawn must not silence the others
                _log.error("screen_not_drawn", kind=channel.screen, desk=channel.desk, error=type(error).__name__)
                self._end(channel)
                continue
            for stream in tuple(self._streams.get(channel, ())):
                _put(stream, drawn)

    async def _draw(self, channel: Channel) -> bytes:
        async with self._drawing.setdefault(channel, asyncio.Lock()):
            while channel not in self._drawn:
                revision = self.revision
                drawn = message(await self._render(channel), revision)
                # A change that came while drawing may not be in it: only a drawing of the present is shared.
                if revision == self.revision:
                    self._drawn[channel] = drawn
            return self._drawn[channel]

    async def _render(self, channel: Channel) -> str:
        render = self._renders[channel.screen]
        if inspect.iscoroutinefunction(render):
            return str(await render(channel.desk, channel.lang))
        return str(await to_thread.run_sync(render, channel.desk, channel.lang))

    async def follow(self, screen: str, desk: str, lang: str) -> AsyncIterator[bytes]:
        """The messages of one screen: first a snapshot, then every change, until the desk closes or the reader lags."""
        channel, stream = Channel(screen, desk, lang), _Stream()
        if self._closed:
            return
        # Joined before the snapshot is drawn: a change in between comes a second time rather than never.
        self._streams.setdefault(channel, set()).add(stream)
        try:
            yield OPENING
            yield await self._draw(channel)
            while not stream.cut.is_set():
                try:
                    async with asyncio.timeout(self._heartbeat):
                        following = await stream.queue.get()
                except TimeoutError:
                    yield HEARTBEAT
                    continue
                if following is None:
                    return
                yield following
        finally:
            self._leave(channel, stream)

    def _leave(self, channel: Channel, stream: _Stream) -> None:
        streams = self._streams.get(channel, set())
        streams.discard(stream)
        if not streams:
            self._streams.pop(channel, None)
            self._drawn.pop(channel, None)
            self._drawing.pop(channel, None)

    def close(self) -> None:
        """End every stream now, so that the server can stop at once."""
        self._closed = True
        for channel in self._streams:
            self._end(channel)

    def _end(self, channel: Channel) -> None:
        for stream in self._streams.get(channel, ()):
            _cut(stream)


def _put(stream: _Stream, drawn: bytes) -> None:
    try:
        stream.queue.put_nowait(drawn)
    except asyncio.QueueFull:
        _cut(stream)


def _cut(stream: _Stream) -> None:
    stream.cut.set()
    if not stream.queue.full():
        stream.queue.put_nowait(None)
