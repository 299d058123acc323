import random
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from madoguchi.evidence.photo.reader import WAITING, PhotoReader
from tests.evidence.photo.screens import error_screen, png

SCREEN = png(error_screen("003", random.Random(1)))
ECHO = """
import sys
from madoguchi.evidence.photo.pipe import receive, send
while (content := receive(sys.stdin.buffer)) is not None:
    {before}
    send(sys.stdout.buffer, b'{{"refused":"no-text","unknown":true}}')
"""


def standing_in(before: str = "pass") -> tuple[str, ...]:
    """A process that answers without an engine."""
    return (sys.executable, "-c", ECHO.format(before=before))


@pytest.fixture
def reader() -> Iterator[PhotoReader]:
    with_models = PhotoReader()
    yield with_models
    with_models.close()


def gone(reader: PhotoReader) -> bool:
    """Whether its process ends within ten seconds."""
    until = time.monotonic() + 10
    while reader.is_loaded and time.monotonic() < until:
        time.sleep(0.02)
    return not reader.is_loaded


def test_it_is_loaded_by_the_first_photo_and_not_before(reader: PhotoReader) -> None:
    assert not reader.is_loaded
    assert "003" == reader.read(SCREEN).problems[0].code
    assert reader.is_loaded


def test_it_goes_when_it_is_left_alone_and_comes_back_with_the_next_photo() -> None:
    reader = PhotoReader(command=standing_in(), idle=0.1)

    assert "no-text" == reader.read(SCREEN).refused
    assert gone(reader)
    assert "no-text" == reader.read(SCREEN).refused
    reader.close()


def test_without_the_extra_it_says_so_and_starts_nothing() -> None:
    reader = PhotoReader(available=lambda: False)

    assert "not-available" == reader.read(SCREEN).refused
    assert not reader.is_loaded


@pytest.mark.parametrize("command", [(sys.executable, "-c", "print('nonsense')"), ("/no/such/program",)])
def test_a_process_that_dies_or_talks_nonsense_is_a_refusal(command: tuple[str, ...]) -> None:
    reader = PhotoReader(command=command)

    assert "failed" == reader.read(SCREEN).refused
    assert not reader.is_loaded


def test_a_process_that_hangs_is_ended() -> None:
    reader = PhotoReader(command=standing_in("import time; time.sleep(600)"), limit=0.3)

    assert "failed" == reader.read(SCREEN).refused
    assert not reader.is_loaded


def test_only_a_few_photos_wait_for_their_turn() -> None:
    reader = PhotoReader(command=standing_in("import time; time.sleep(0.5)"))
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(reader.read(SCREEN).refused)) for _ in range(WAITING + 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reader.close()

    assert ["busy"] * 2 + ["no-text"] * WAITING == sorted(found)
