"""Searching by photo, as a person does it: a picture, large choices, one tap."""

import random
import sys
from typing import Any

import msgspec
import pytest

from madoguchi.evidence.photo.picture import LIMIT
from madoguchi.evidence.photo.reader import PhotoReader
from madoguchi.evidence.photo.reading import REFUSALS, PhotoReading, Seen, refused
from tests.desk.visitors import HOUSE, Browser, open_house, paired, seated
from tests.evidence.photo.screens import error_screen, photograph, png, private_number, private_screen

Desk = Any

ANSWERS = """
import sys
from madoguchi.evidence.photo.pipe import receive, send
while receive(sys.stdin.buffer) is not None:
    send(sys.stdout.buffer, {answer!r})
"""


def send(at: Desk, photo: bytes, **fields: str) -> Any:
    files = {"photo": ("a.jpg", photo, "image/jpeg")}
    return at.client.post("/photo", data=fields, files=files, headers={"accept": "text/html"}, follow_redirects=False)


def seeing(desk: Desk, reading: PhotoReading) -> None:
    """A reader that sees the same in every photo."""
    program = ANSWERS.format(answer=msgspec.json.encode(reading))
    desk.context.photo._reader = PhotoReader(command=(sys.executable, "-c", program))


SURE = PhotoReading((Seen("003", 0.98, "both"), Seen("004", 0.01, "near"), Seen("002", 0.01, "near")))


def incidents(desk: Desk) -> list[Any]:
    return list(desk.context.records.open_states())


def test_a_photo_gives_three_large_choices_and_opens_nothing(desk: Desk) -> None:
    seeing(desk, SURE)
    page = send(desk, b"photo", desk="2").text

    assert [page.count(f'value="{code}"') for code in ("003", "004", "002")] == [1, 1, 1]
    assert "これですか" in page
    assert [] == incidents(desk)


def test_one_tap_opens_what_the_person_saw_to_be_right(desk: Desk) -> None:
    opened = desk.client.post("/photo/open", data={"problem": "003", "desk": "2"}, follow_redirects=False)

    assert (303, "/?desk=2") == (opened.status_code, opened.headers["location"])
    (state,) = incidents(desk)
    assert ("003", "2", "photo", False) == (state.problem, state.desk, state.source, state.practice)


def test_practice_stays_practice(desk: Desk) -> None:
    seeing(desk, SURE)

    assert 'name="practice" value="1"' in send(desk, b"photo", practice="1").text
    desk.client.post("/photo/open", data={"problem": "003", "practice": "1"})
    assert [] == incidents(desk)
    assert [True] == [state.practice for state in desk.context.records.open_states(practice=True)]


def test_a_code_nobody_knows_is_kept_as_it_was_read(desk: Desk) -> None:
    seeing(desk, refused("unknown-code", code="018"))

    assert 'value="018"' in send(desk, b"photo").text
    desk.client.post("/photo/open", data={"problem": "018"})
    assert ["unknown-code"] == [state.problem for state in incidents(desk)]


@pytest.mark.parametrize("problem", ["", "003; DROP", "nonsense", "1234567"])
def test_only_problems_can_be_opened(desk: Desk, problem: str) -> None:
    assert desk.client.post("/photo/open", data={"problem": problem}, follow_redirects=False).status_code in (404, 422)
    assert [] == incidents(desk)


def test_what_is_not_sure_is_asked(desk: Desk) -> None:
    seeing(desk, PhotoReading((Seen("003", 0.3, "near"), Seen("004", 0.3, "near")), ask=True))

    assert "どちらか" in send(desk, b"photo").text


@pytest.mark.parametrize("reason", REFUSALS)
def test_every_refusal_is_said_kindly_with_the_other_ways(desk: Desk, reason: str) -> None:
    seeing(desk, refused(reason))
    page = send(desk, b"photo").text

    assert desk.context.words.text(f"photo-refused-{reason}", "ja", code="") in page
    assert "ほかのさがし方" in page


def test_everything_that_was_wrong_is_said(desk: Desk) -> None:
    seeing(desk, refused("dark", "blur"))
    page = send(desk, b"photo").text

    assert "暗くて" in page
    assert "ぶれて" in page


def test_without_the_extra_the_page_says_so_and_offers_the_other_ways(desk: Desk) -> None:
    desk.context.photo._reader = PhotoReader(available=lambda: False)

    for page in (desk.client.get("/photo").text, send(desk, b"photo").text):
        assert "写真を読め" in page
        assert 'type="file"' not in page
        assert 'action="/report"' in page


def test_a_photo_that_is_too_large_is_refused(desk: Desk) -> None:
    refusal = send(desk, bytes(LIMIT + 200_000))

    assert 413 == refusal.status_code
    assert refusal.headers["content-type"].startswith("text/html")


def test_the_staff_screen_leads_there(desk: Desk) -> None:
    assert 'href="/photo?desk=1"' in desk.client.get("/").text


def files_of(desk: Desk) -> bytes:
    return b"".join(path.read_bytes() for path in desk.context.data.rglob("*") if path.is_file())


def test_a_real_photo_is_read_and_somebodys_number_is_kept_nowhere(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    desk.context.photo._reader = None
    dice = random.Random(1)
    page = send(desk, photograph(error_screen("103", dice), 1, dice)).text
    assert page.index('value="103"') > 0

    number = private_number(random.Random(9))
    answer = send(desk, png(private_screen(random.Random(9))))
    programs = desk.client.post(
        "/api/recognise", files={"photo": ("a.png", png(private_screen(random.Random(9))), "image/png")}
    )

    assert "12けたの番号" in answer.text
    assert {"problems": [], "unknown": True, "refused": "private-number"} == programs.json()
    assert all(number not in said for said in (answer.text, programs.text, *capfd.readouterr()))
    assert number.encode() not in files_of(desk)


def test_programs_get_the_ranked_problems(desk: Desk) -> None:
    seeing(desk, SURE)
    for kept in (
        {"files": {"file": ("x", b"\xff\xd8\xff..", "image/jpeg")}},
        {"content": b"..", "headers": {"content-type": "image/jpeg"}},
    ):
        found = desk.client.post("/api/recognise", **kept).json()

        assert {"problems", "unknown"} == set(found)
        assert ["003", "004", "002"] == [one["code"] for one in found["problems"]]
        assert all(one["why"] for one in found["problems"])
        assert not found["unknown"]
    assert [] == incidents(desk)


def test_programs_are_asked_and_told_what_was_wrong(desk: Desk) -> None:
    photo = {"photo": ("x", b"\xff\xd8\xff..", "image/jpeg")}
    seeing(desk, PhotoReading((Seen("003", 0.3, "near"), Seen("004", 0.3, "near")), ask=True))
    assert "どちらか" in desk.client.post("/api/recognise", files=photo).json()["question"]

    seeing(desk, refused("glare", "blur"))
    assert {"problems": [], "unknown": True, "refused": "glare"} == desk.client.post("/api/recognise", files=photo).json()


def test_programs_are_told_kindly_that_there_is_no_reader(desk: Desk) -> None:
    desk.context.photo._reader = PhotoReader(available=lambda: False)
    answer = desk.client.post("/api/recognise", files={"photo": ("x", b"\xff\xd8\xff..", "image/jpeg")})

    assert (503, "application/problem+json") == (answer.status_code, answer.headers["content-type"].split(";")[0])
    assert "番号かことば" in answer.json()["remedy"]


def test_a_device_for_photos_reads_and_opens_for_its_own_desk_and_reaches_nothing_else(desk: Desk) -> None:
    open_house(desk)
    device = paired(seated(desk), "photo", "2")
    seeing(desk, SURE)
    boundary = {"content-type": "multipart/form-data; boundary=b0"}
    form = b'--b0\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\nphoto\r\n--b0--\r\n'

    assert 'capture="environment"' in device.get("/photo").text
    page = desk.client.post(
        f"{HOUSE}/photo",
        content=form,
        headers={
            **boundary,
            "accept": "text/html",
            "origin": HOUSE,
            "cookie": "; ".join(f"{k}={v}" for k, v in device.cookies.items()),
        },
    )
    assert 'value="003"' in page.text
    assert 'action="/report"' not in page.text
    opened = device.post("/photo/open", problem="003", desk="1")

    assert (303, "/photo?opened=1") == (opened.status_code, opened.headers["location"])
    assert ["2"] == [state.desk for state in incidents(desk)]
    assert "受付の画面に出しました" in device.get("/photo?opened=1").text
    assert device.get("/").headers["location"] == "/photo"


def test_a_device_that_is_not_paired_gets_nowhere(desk: Desk) -> None:
    open_house(desk)
    stranger = Browser(desk, HOUSE)

    assert "/pair" in stranger.get("/photo").headers["location"]
    assert 401 == stranger.ask("POST", "/photo", b"", accept="application/json").status_code
    assert 401 == stranger.ask("POST", "/api/recognise", b"", accept="application/json").status_code
