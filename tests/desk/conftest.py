"""A desk on a temporary data directory, asked through HTTP as a page or a program would."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from madoguchi.base.clock import JAPAN
from madoguchi.desk.app import create_app
from madoguchi.desk.context import Context


class HandClock:
    """A clock that stands still until it is moved: a Tuesday morning, when the call centre answers."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 9, 0, tzinfo=JAPAN)

    def __call__(self) -> datetime:
        return self.at

    def go(self, **how_far: float) -> None:
        self.at += timedelta(**how_far)


class Desk:
    """The doors of a desk, and a look inside."""

    def __init__(self, client: TestClient[Litestar], context: Context, clock: HandClock) -> None:
        self.client = client
        self.context = context
        self.clock = clock

    def report(self, expected: int = 201, **told: Any) -> Any:
        answer = self.client.post("/api/incidents", json=told)
        assert expected == answer.status_code, answer.text
        return answer.json()

    def answer(self, incident: str, step: str, outcome: str, expected: int = 200) -> Any:
        answer = self.client.post(f"/api/incidents/{incident}/answers", json={"step": step, "outcome": outcome})
        assert expected == answer.status_code, answer.text
        return answer.json()

    def read(self, incident: str) -> Any:
        answer = self.client.get(f"/api/incidents/{incident}")
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    app = create_app(tmp_path / "data", clock, watch=False)
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        yield Desk(client, app.state.context, clock)
