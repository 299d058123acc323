"""The stack for the tests of a file. Where it cannot be had they are left out; for `./test` as root that is a failure."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clients.stack import Stack, missing


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    why = missing()
    if why and os.environ.get("MADOGUCHI_CARDS") == "must":
        pytest.fail(f"no smart-card service: {why}")
    if why:
        pytest.skip(f"no smart-card service: {why}")
    running = Stack(tmp_path_factory.mktemp("stack"))
    yield running
    running.stop()


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder for what a test signs and reads."""
    (tmp_path / "words").write_bytes(b"mihon no bunsho\n" * 40)
    return tmp_path
