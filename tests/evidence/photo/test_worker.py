import random
from io import BytesIO

import msgspec

from madoguchi.evidence.photo.engine import Line
from madoguchi.evidence.photo.pipe import receive, send
from madoguchi.evidence.photo.reading import PhotoReading
from madoguchi.evidence.photo.worker import known_titles, read_here, serve
from tests.evidence.photo.screens import error_screen, png

SCREEN = png(error_screen("003", random.Random(1)))


def test_it_answers_picture_after_picture_and_a_failure_of_the_engine_is_an_answer() -> None:
    came, goes = BytesIO(), BytesIO()
    for content in (b"no picture", SCREEN, SCREEN):
        send(came, content)
    came.seek(0)
    tries = iter([RuntimeError("12 34"), None])

    def engine(_picture: object) -> list[Line]:
        trouble = next(tries)
        if trouble is not None:
            raise trouble
        return []

    serve(came, goes, engine, known_titles())
    goes.seek(0)
    answers = [msgspec.json.decode(receive(goes) or b"", type=PhotoReading).refused for _ in range(3)]

    assert ["not-a-picture", "failed", "no-text"] == answers
    assert b"12 34" not in goes.getvalue()


def test_one_photo_is_read_in_this_process() -> None:
    assert "003" == read_here(SCREEN).problems[0].code
