"""The least that does the desk's work: a report becomes one row, open screens are told, a page of equal size is served."""

import argparse
import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import uvicorn
from anyio import to_thread
from litestar import Litestar, MediaType, get, post
from litestar.response import ServerSentEvent

PRAGMAS = (
    "busy_timeout=5000",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "journal_mode=WAL",
)
"""Those of the desk's records, in their order."""


def create_app(data: Path, size: int) -> Litestar:
    """A page of `size` bytes at `/`, reports at `/api/incidents`, their numbers as events at every `/live/…`."""
    database = sqlite3.connect(data / "bare.db", isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE IF NOT EXISTS reports (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    page, streams = "x" * size, set[asyncio.Queue[str]]()

    def insert(body: bytes) -> int | None:
        return database.execute("INSERT INTO reports (body) VALUES (?)", (body.decode(),)).lastrowid

    @get("/", media_type=MediaType.HTML, sync_to_thread=False)
    def show() -> str:
        return page

    @post("/api/incidents")
    async def report(data: dict[str, Any]) -> dict[str, int | None]:
        number = await to_thread.run_sync(insert, msgspec.json.encode(data))
        for queue in streams:
            queue.put_nowait(str(number))
        return {"id": number}

    async def follow(queue: asyncio.Queue[str]) -> AsyncIterator[str]:
        while True:
            yield await queue.get()

    @get("/live/{screen:str}")
    async def live(screen: str) -> ServerSentEvent:
        streams.add(queue := asyncio.Queue[str]())
        queue.put_nowait(screen)
        return ServerSentEvent(follow(queue))

    return Litestar([show, report, live], logging_config=None, openapi_config=None)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name, kind in (("--port", int), ("--data", Path), ("--bytes", int)):
        parser.add_argument(name, type=kind, required=True)
    given = parser.parse_args()
    uvicorn.run(create_app(given.data, given.bytes), port=given.port, log_config=None, access_log=False)
