import sys

import pytest

from madoguchi.desk.photo_door import NOT_READ, PhotoDoor, told
from madoguchi.desk.refusals import STATUS, Refused
from madoguchi.evidence.photo.reader import PhotoReader
from madoguchi.evidence.photo.reading import refused
from tests.desk.test_photo_search import Desk, send


def test_nothing_of_it_is_loaded_while_no_photo_comes(desk: Desk) -> None:
    import subprocess  # noqa: PLC0415

    look = (
        "import sys; from pathlib import Path; from madoguchi.desk.app import create_app; create_app(Path(sys.argv[1]));"
        "heavy = {'cv2', 'onnxruntime', 'rapidocr', 'rapidfuzz', 'PIL', 'madoguchi.evidence.photo.reader'} & set(sys.modules);"
        "print(sorted(heavy))"
    )
    where = desk.context.data.parent / "other"
    done = subprocess.run([sys.executable, "-c", look, str(where)], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()


def test_closing_without_a_photo_does_nothing() -> None:
    PhotoDoor().close()


def test_what_was_not_read_is_a_refusal_and_what_was_seen_is_none() -> None:
    assert "dark" == told(refused("dark")).refused
    for reason, kind in NOT_READ.items():
        with pytest.raises(Refused) as found:
            told(refused(reason))
        assert kind == found.value.kind
        assert kind in STATUS


def test_a_photo_that_takes_long_keeps_no_page_waiting(desk: Desk) -> None:
    """The reader hangs; while it does, other pages are answered, and in the end the photo is refused kindly."""
    import threading  # noqa: PLC0415

    hangs = (sys.executable, "-c", "import time; time.sleep(60)")
    desk.context.photo._reader = PhotoReader(command=hangs, limit=2.0)
    answers: list[str] = []
    asking = threading.Thread(target=lambda: answers.append(send(desk, b"\xff\xd8\xff photo").text))
    asking.start()
    while not desk.context.photo._reader.is_loaded:
        pass
    pages = [desk.client.get("/").status_code for _ in range(6)]
    still = asking.is_alive()
    asking.join()

    assert [200] * 6 == pages
    assert still
    assert "もう一度ためすか" in answers[0]
