import re
from typing import Any

import pytest

from madoguchi.desk.pairing import wanted
from tests.desk.visitors import HOUSE, Administrator, Browser, open_house, paired, pairing_code, seated

Desk = Any


@pytest.fixture
def administrator(desk: Desk) -> Administrator:
    open_house(desk)
    return seated(desk)


@pytest.mark.parametrize(("role", "home"), [("desk", "/?desk=2"), ("patient", "/patient?desk=2"), ("photo", "/photo")])
def test_a_code_pairs_a_device_and_leads_it_home(desk: Desk, administrator: Administrator, role: str, home: str) -> None:
    tablet = Browser(desk, HOUSE)

    answer = tablet.post("/pair", code=pairing_code(administrator, role, "2"))

    assert (answer.status_code, answer.headers["location"]) == (303, home)
    assert "Secure" in answer.headers["set-cookie"]
    assert tablet.get(home).status_code == 200
    assert tablet.get("/pair").headers["location"] == home


def test_a_code_is_read_however_it_is_typed(desk: Desk, administrator: Administrator) -> None:
    code = pairing_code(administrator, "desk").lower().replace(" ", "-")

    assert Browser(desk, HOUSE).post("/pair", code=f" {code} ").status_code == 303


def test_a_code_pairs_one_device(desk: Desk, administrator: Administrator) -> None:
    code = pairing_code(administrator, "desk")
    answers = [Browser(desk, HOUSE).post("/pair", code=code).status_code for _ in range(2)]

    assert answers == [303, 401]


def test_a_code_waits_ten_minutes(desk: Desk, administrator: Administrator) -> None:
    code = pairing_code(administrator, "desk")
    desk.clock.go(minutes=10, seconds=1)

    answer = Browser(desk, HOUSE).post("/pair", code=code)

    assert answer.status_code == 401
    assert "新しい文字" in answer.text


def test_guessing_is_slowed_down(desk: Desk, administrator: Administrator) -> None:
    code, stranger = pairing_code(administrator, "desk"), Browser(desk, HOUSE)

    guesses = [stranger.post("/pair", code="AAAAAAAA").status_code for _ in range(6)]
    right = stranger.post("/pair", code=code)
    desk.clock.go(minutes=1)

    assert guesses == [401] * 5 + [429]
    assert right.status_code == 429
    assert stranger.post("/pair", code=code).status_code == 303


def test_the_code_itself_is_kept_nowhere(desk: Desk, administrator: Administrator) -> None:
    code = pairing_code(administrator, "desk").replace(" ", "")
    desk.context.records.close()

    assert code.encode() not in b"".join(path.read_bytes() for path in desk.context.data.rglob("*") if path.is_file())


def test_the_new_device_can_fetch_the_authority_and_compare_it(desk: Desk, administrator: Administrator) -> None:
    stranger = Browser(desk, HOUSE)

    fingerprint = desk.context.house.certificates.fingerprint(desk.clock())
    # A page that came over an unknown line cannot vouch for itself: what to compare with is on the administrator's paper.
    assert fingerprint not in stranger.get("/pair").text
    assert stranger.get("/pair/authority.crt").content.startswith(b"-----BEGIN CERTIFICATE-----")
    assert b"PRIVATE" not in stranger.get("/pair/authority.crt").content
    guide = re.sub(r"<[^>]+>|\s", "", administrator.get("/lan/guide").text)
    assert fingerprint.replace(":", "") in guide


def test_this_machine_needs_no_pairing(desk: Desk) -> None:
    assert Browser(desk).get("/pair").headers["location"] == "/"
    assert Browser(desk).post("/pair", code="x").headers["location"] == "/"


def test_a_device_is_let_go_and_is_a_stranger_at_once(desk: Desk, administrator: Administrator) -> None:
    tablet = paired(administrator, "desk")
    (device,) = desk.context.records.devices.paired()
    other = paired(administrator, "desk")

    assert administrator.post(f"/lan/devices/{device.id}/remove").status_code == 303
    assert tablet.get("/").headers["location"] == "/pair"
    assert other.get("/").status_code == 200
    assert administrator.post(f"/lan/devices/{device.id}/remove").status_code == 404


@pytest.mark.parametrize(
    ("name", "role", "desk", "trouble"),
    [
        ("待合", "patient", "1", ""),
        ("待合", "patient", "", ""),
        ("", "desk", "1", "lan-bad-device-name"),
        ("あ" * 41, "desk", "1", "lan-bad-device-name"),
        ("a\tb", "desk", "1", "lan-bad-device-name"),
        ("待合", "administrator", "1", "settings-bad-choice"),
        ("待合", "desk", "あ" * 500, "lan-bad-desk"),
    ],
)
def test_a_device_is_described_by_a_name_a_role_and_a_desk(name: str, role: str, desk: str, trouble: str) -> None:
    assert wanted(name, role, desk).trouble == trouble


def test_a_number_of_a_person_is_no_name_of_a_device_and_is_not_shown_again(administrator: Administrator) -> None:
    digits = "98765432101"
    rest = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), digits, strict=True)) % 11
    number = digits + str(0 if rest <= 1 else 11 - rest)

    answer = administrator.post("/lan/pairing", device=number, role="desk", desk="1")

    assert answer.status_code == 422
    assert number not in answer.text
