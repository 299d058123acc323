import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from madoguchi.desk import live as module
from madoguchi.desk.live import HEARTBEAT, OPENING, Live, message


class Board:
    """A screen that shows how often it was drawn."""

    def __init__(self) -> None:
        self.drawn: list[tuple[str, str]] = []

    def draw(self, desk: str, lang: str) -> str:
        self.drawn.append((desk, lang))
        return f"{desk} {lang} {len(self.drawn)}"


def play(story: Callable[[], Awaitable[None]]) -> None:
    """Run a story to its end; one that hangs has failed."""
    asyncio.run(asyncio.wait_for(story(), 60))


@asynccontextmanager
async def running(live: Live) -> AsyncIterator[Live]:
    task = asyncio.create_task(live.run())
    await asyncio.sleep(0)
    try:
        yield live
    finally:
        task.cancel()


async def opened(live: Live, screen: str, desk: str = "1", lang: str = "ja") -> Any:
    stream = live.follow(screen, desk, lang)
    assert await anext(stream) == OPENING
    return stream


def test_a_fragment_of_several_lines_is_one_event() -> None:
    assert message("<p>\n一\n</p>", 7) == "id: 7\ndata: <p>\ndata: 一\ndata: </p>\n\n".encode()


def test_a_stream_begins_with_a_snapshot_and_goes_on_with_every_change() -> None:
    async def story() -> None:
        async with running(Live({"staff": Board().draw})) as live:
            stream = await opened(live, "staff")
            seen = [await anext(stream)]
            live.publish("1")
            seen.append(await anext(stream))

            assert seen == [message("1 ja 1", 0), message("1 ja 2", 1)]

    play(story)


def test_a_change_elsewhere_is_not_told_here() -> None:
    async def story() -> None:
        async with running(Live({"staff": Board().draw, "patient": Board().draw})) as live:
            patient = await opened(live, "patient")
            await anext(patient)
            live.publish("2")
            live.publish("1", "staff")
            live.publish("1", "patient")

            assert (await anext(patient)).startswith(b"id: 3\n")

    play(story)


def test_streams_of_the_same_screen_share_one_drawing() -> None:
    async def story() -> None:
        board = Board()
        async with running(Live({"staff": board.draw})) as live:
            streams = [await opened(live, "staff") for _ in range(20)]
            await asyncio.gather(*(anext(stream) for stream in streams))
            live.publish()
            told = await asyncio.gather(*(anext(stream) for stream in streams))

        assert board.drawn == [("1", "ja"), ("1", "ja")]
        assert len(set(told)) == 1

    play(story)


def test_two_hundred_screens_miss_none_of_five_hundred_changes() -> None:
    async def story() -> None:
        async with running(Live({"staff": Board().draw})) as live:
            streams = [await opened(live, "staff") for _ in range(200)]
            for stream in streams:
                await anext(stream)
            for _ in range(500):
                live.publish("1")

            async def ids(stream: Any) -> list[bytes]:
                return [(await anext(stream)).partition(b"\n")[0] for _ in range(500)]

            told = await asyncio.gather(*(ids(stream) for stream in streams))

        assert all(each == [b"id: %d" % number for number in range(1, 501)] for each in told)

    play(story)


def test_a_reader_that_is_too_slow_is_cut_off_and_the_others_are_not() -> None:
    async def story() -> None:
        async with running(Live({"staff": Board().draw})) as live:
            slow, quick = await opened(live, "staff"), await opened(live, "staff")
            await anext(slow)
            await anext(quick)
            for _ in range(module.BACKLOG + 1):
                live.publish("1")
                await anext(quick)
            left = [each async for each in slow]

            assert len(left) < module.BACKLOG
            assert live.open_streams == 1

    play(story)


def test_silence_is_broken_by_a_heartbeat() -> None:
    async def story() -> None:
        async with running(Live({"staff": Board().draw}, heartbeat=0.01)) as live:
            stream = await opened(live, "staff")
            await anext(stream)

            assert await anext(stream) == HEARTBEAT

    play(story)


def test_closing_ends_every_stream_at_once() -> None:
    async def story() -> None:
        async with running(Live({"staff": Board().draw})) as live:
            streams = [await opened(live, "staff", str(number)) for number in range(5)]
            for stream in streams:
                await anext(stream)
            live.close()

            assert [[each async for each in stream] for stream in streams] == [[]] * 5
            assert live.open_streams == 0

    play(story)


def test_a_screen_that_cannot_be_drawn_silences_only_itself() -> None:
    async def story() -> None:
        wants = iter(["first"])
        async with running(Live({"staff": lambda _desk, _lang: next(wants), "patient": Board().draw})) as live:
            staff, patient = await opened(live, "staff"), await opened(live, "patient")
            await anext(staff)
            await anext(patient)
            live.publish("1")

            assert (await anext(patient)).startswith(b"id: 1\n")
            assert [each async for each in staff] == []

    play(story)


def test_a_screen_may_be_drawn_without_a_thread() -> None:
    async def story() -> None:
        async def draw(desk: str, lang: str) -> str:
            return f"{desk} {lang}"

        async with running(Live({"staff": draw})) as live:
            stream = await opened(live, "staff", "2", "en")

            assert await anext(stream) == message("2 en", 0)

    play(story)


@pytest.mark.parametrize("where", ["before", "after"])
def test_publishing_while_nothing_runs_is_harmless(where: str) -> None:
    live = Live({"staff": Board().draw})

    async def story() -> None:
        async with running(live):
            pass
        await asyncio.sleep(0)

    if where == "after":
        play(story)
    live.publish("1")

    assert live.revision == 0
