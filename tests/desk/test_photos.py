import struct
import zlib
from typing import Any

import pytest

from madoguchi.desk.photos import LIMIT, SLOTS, photo_for
from madoguchi.guide.events import IncidentOpened, Reason, StepProposed

Desk = Any


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(shade: int = 0, extra: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", zlib.compress(bytes([0, shade]))) + chunk(b"IEND", b"")


def webp() -> bytes:
    return b"RIFF" + struct.pack("<I", 16) + b"WEBPVP8 " + struct.pack("<I", 4) + b"bits"


def send(desk: Desk, slot: str, content: bytes | None, note: str = "", name: str = "photo.png", **more: str) -> Any:
    files = {"picture": (name, content if content is not None else b"", "application/octet-stream")}
    return desk.client.post("/photos", data={"slot": slot, "note": note, **more}, files=files, follow_redirects=False)


def test_a_picture_is_kept_with_its_note_and_served(desk: Desk) -> None:
    assert send(desk, "hub", png(), "受付の机の下").status_code == 303

    photo = photo_for(desk.context.data, "hub")
    assert photo is not None
    assert photo.note == "受付の机の下"
    served = desk.client.get(photo.url)
    assert (served.status_code, served.headers["content-type"], served.content) == (200, "image/png", png())
    assert "受付の机の下" in desk.client.get("/photos").text


def test_where_it_was_taken_is_gone_before_it_is_kept(desk: Desk) -> None:
    send(desk, "hub", png(extra=chunk(b"eXIf", b"35.6586N")))

    assert b"35.6586N" not in b"".join(path.read_bytes() for path in (desk.context.data / "photos").iterdir())


def test_the_name_of_the_file_decides_nothing(desk: Desk) -> None:
    send(desk, "rack", png(), name="../../../settings.toml")

    assert sorted(path.name for path in (desk.context.data / "photos").iterdir()) == ["rack.png", "rack.txt"]
    assert not (desk.context.data / "settings.toml").exists()


def test_a_new_picture_takes_the_place_of_the_old_whatever_its_kind(desk: Desk) -> None:
    send(desk, "hub", png(), "old")
    send(desk, "hub", webp(), "new")

    assert desk.client.get("/photos/hub").headers["content-type"] == "image/webp"
    assert sorted(path.name for path in (desk.context.data / "photos").iterdir()) == ["hub.txt", "hub.webp"]


def test_a_note_can_be_changed_without_a_new_picture(desk: Desk) -> None:
    send(desk, "hub", png(), "old")
    send(desk, "hub", None, "new")

    photo = photo_for(desk.context.data, "hub")
    assert photo is not None
    assert photo.note == "new"
    assert desk.client.get("/photos/hub").content == png()


def test_a_picture_can_be_removed(desk: Desk) -> None:
    send(desk, "hub", png(), "note")
    send(desk, "hub", None, remove="1")

    assert photo_for(desk.context.data, "hub") is None
    assert list((desk.context.data / "photos").iterdir()) == []
    assert desk.client.get("/photos/hub").status_code == 404


@pytest.mark.parametrize("content", [b"<svg onload='alert(1)'/>", b"GIF89a", b"MZ", png()[:-6]])
def test_what_is_no_picture_is_refused_kindly_and_the_old_one_stays(desk: Desk, content: bytes) -> None:
    send(desk, "hub", png(), "old")

    refused = send(desk, "hub", content, "new")
    assert refused.status_code == 422
    assert "前の写真はそのままです" in refused.text
    assert desk.client.get("/photos/hub").content == png()
    photo = photo_for(desk.context.data, "hub")
    assert photo is not None
    assert photo.note == "old"


def test_a_picture_that_is_too_large_is_refused_kindly(desk: Desk) -> None:
    refused = send(desk, "hub", png() + bytes(LIMIT))

    assert refused.status_code == 422
    assert "5MB" in refused.text
    assert photo_for(desk.context.data, "hub") is None


def test_a_number_of_a_person_is_refused_in_a_note_and_not_shown_again(desk: Desk) -> None:
    digits = "98765432101"
    rest = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), digits, strict=True)) % 11
    number = digits + str(0 if rest <= 1 else 11 - rest)

    refused = send(desk, "hub", png(), number)
    assert refused.status_code == 422
    assert number not in refused.text
    assert photo_for(desk.context.data, "hub") is None


@pytest.mark.parametrize("slot", ["", "safe", "../settings", "hub/../rack"])
def test_only_our_slots_exist(desk: Desk, slot: str) -> None:
    assert send(desk, slot, png()).status_code == 422
    assert not (desk.context.data / "photos").exists()


def test_every_slot_a_step_asks_for_can_be_photographed(desk: Desk) -> None:
    asked = {step.photo for step in desk.context.catalogue.steps.values() if step.photo}

    assert asked <= set(SLOTS)
    assert asked


def test_the_step_shows_our_picture_and_its_note(desk: Desk) -> None:
    now = desk.clock.at
    step, facts = next((step, facts) for step, facts in desk.context.catalogue.steps.items() if facts.photo)
    opened = IncidentOpened(now, "a", "011", "1")
    desk.context.records.append(
        "a", [opened, StepProposed(now, step, facts.kind, facts.minutes, Reason("reason-escalation-only"))]
    )
    send(desk, facts.photo, png(), "白い箱です")

    page = desk.client.get("/").text
    assert "白い箱です" in page
    assert f'src="/photos/{facts.photo}' in page
