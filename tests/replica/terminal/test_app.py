"""The terminal as a process of its own, behind the real line, with a centre that says what it is told to."""

import json
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from madoguchi.replica.faults import Fault, declared
from madoguchi.replica.supervisor import Supervisor, deeds
from madoguchi.replica.world import World
from madoguchi.wire.exchange.codec import read_result
from tests.replica.terminal.chain import CARD, Centre, Hand, faces


def test_a_check_in_ends_with_one_result_that_the_desk_can_read(world: World, centre: Centre, reader: Hand) -> None:
    before = faces(world)
    shown = reader.whole(prescription="electronic")
    (new,) = set(faces(world)) - set(before)
    result = read_result(new.read_bytes(), new.name)

    assert ("good", "1", "1", ("address",), "1") == (
        shown,
        result.segment,
        result.validity,
        result.black_dot_in,
        result.prescription,
    )
    assert new.name.startswith("OQSsiquc01res_face_9910000001")
    assert "<PharmacistsInfoConsFlg>1</PharmacistsInfoConsFlg>" in new.read_text("utf-8")
    assert 1 == centre.count(f"/forms/{centre.asked[-1][0].rpartition('/')[2]}")


def test_asking_again_gives_the_same_answer_and_no_second_result(world: World, centre: Centre, reader: Hand) -> None:
    begun = reader.begin()
    first = [reader.identify(begun, "pin").json(), reader.consent(begun).json()]
    before, asked = faces(world), len(centre.asked)
    again = [reader.identify(begun, "pin").json(), reader.consent(begun).json()]

    assert (first, before, asked) == (again, faces(world), len(centre.asked))


CODES = {name: fault.shows for name, fault in declared("terminal").items()}
AT_THE_READER = {"008", "103", "906"}
"""Codes that the reader itself finds from what the terminal tells or does not tell it."""
BY_THE_CENTRE = {"902", "903"}
"""Codes for which the centre has to look at what it is shown; the centre's own tests prove them."""


def cure(chain: Supervisor, fault: Fault) -> None:
    """Do the first thing that helps, as far as this short chain has the links for it."""
    deed = fault.cured_by[0]
    if set(deeds()[deed].restart) <= {"terminal"}:
        chain.do(deed)
        return
    chain.turn(fault.id, on=False)
    chain.restart("terminal")


@pytest.mark.parametrize(
    "name", [name for name, shows in CODES.items() if shows and shows not in AT_THE_READER | BY_THE_CENTRE]
)
def test_each_cause_shows_its_code_and_its_cure_takes_it_away(
    chain: Supervisor, world: World, centre: Centre, reader: Hand, name: str
) -> None:
    fault, before = declared("terminal")[name], len(faces(world))
    assert "good" == reader.whole()
    chain.turn(name, on=True)
    shown = reader.whole()
    cure(chain, fault)

    assert (fault.shows, (), "good") == (shown, chain.on(), reader.whole())
    assert before + 2 == len(faces(world))
    assert centre.asked


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("terminal.reader_screen_stuck", {"mode": "automatic", "profile_expected": "replica-reader-1", "keypad": False}),
        ("terminal.settings_not_handed_over", {"mode": "automatic", "profile_expected": "", "keypad": True}),
        ("terminal.reader_program_changed", {"mode": "automatic", "profile_expected": "replica-reader-1-next", "keypad": True}),
    ],
)
def test_what_the_reader_judges_is_told_in_the_heartbeat(
    chain: Supervisor, centre: Centre, reader: Hand, name: str, told: dict[str, object]
) -> None:
    chain.turn(name, on=True)

    assert told == reader.post("/heartbeat", {"profile": "replica-reader-1", "keypad": True}).json()
    assert not centre.asked


@pytest.mark.parametrize("name", ["terminal.reader_service_stuck", "terminal.reader_driver_lost"])
def test_a_lost_reader_service_refuses_at_every_door_of_the_reader(
    chain: Supervisor, centre: Centre, reader: Hand, name: str
) -> None:
    chain.turn(name, on=True)

    assert [503, 503] == [reader.post("/heartbeat").status_code, reader.post("/check-ins").status_code]
    assert not centre.asked


@pytest.mark.parametrize("name", ["terminal.frozen", "terminal.logged_out", "terminal.update_on_screen"])
def test_a_terminal_that_waits_shows_nothing_until_it_is_freed(
    chain: Supervisor, world: World, centre: Centre, name: str
) -> None:
    chain.turn(name, on=True)
    with httpx.Client(trust_env=False, timeout=0.6) as impatient, pytest.raises(httpx.ReadTimeout):
        impatient.post(f"{world.url('terminal')}/usb/check-ins")
    screen = httpx.get(f"{world.url('terminal')}/status").json()["screen"]
    beats = httpx.post(f"{world.url('terminal')}/usb/heartbeat", json={}).status_code
    chain.turn(name, on=False)

    assert (True, 200) == (bool(screen), beats)
    assert 201 == httpx.post(f"{world.url('terminal')}/usb/check-ins", timeout=5).status_code
    assert [] == centre.asked


def test_an_update_that_only_asks_lets_check_ins_go_on(chain: Supervisor, centre: Centre, reader: Hand) -> None:
    chain.turn("terminal.update_asked_for", on=True)

    assert "good" == reader.whole()
    assert centre.asked


@pytest.mark.parametrize(
    ("path", "says", "code"),
    [
        ("/v1/eligibility/card", (503, {}), "901"),
        ("/v1/eligibility/card", (403, {"refused": "certificate"}), "903"),
        ("/v1/permission", (403, {"refused": "permission"}), "902"),
        ("/v1/eligibility/card", (422, {"refused": "card-certificate"}), "006"),
        ("/v1/eligibility/card", (500, {}), "901"),
        ("/v1/eligibility/card", (200, {"validity": 7}), "901"),
        ("/forms/", (503, {}), "950"),
    ],
)
def test_what_the_far_services_refuse_has_its_code(
    centre: Centre, reader: Hand, path: str, says: tuple[int, dict[str, object]], code: str
) -> None:
    centre.says[path] = says

    assert code == reader.whole(prescription="paper")


def test_a_prescription_service_that_is_down_leaves_the_result_and_says_paper(
    world: World, centre: Centre, reader: Hand
) -> None:
    centre.says["/forms/"] = (503, {})
    before, begun = set(faces(world)), reader.begin()
    reader.identify(begun)
    answers = [reader.consent(begun, prescription="electronic").json() for _ in range(2)]
    (new,) = set(faces(world)) - before

    assert [{"code": "950", "reason": "prescription-unavailable", "written": True}] * 2 == answers
    assert "2" == read_result(new.read_bytes()).prescription


@pytest.mark.parametrize("validity", ["2", "3", "4", "5"])
def test_nobody_valid_is_016_and_the_result_says_what_is_so(world: World, centre: Centre, reader: Hand, validity: str) -> None:
    centre.validity = validity
    before = set(faces(world))
    shown = reader.whole("pin")
    (new,) = set(faces(world)) - before

    assert ("016", validity) == (shown, read_result(new.read_bytes()).validity)


@pytest.mark.parametrize(
    ("says", "code"),
    [(None, "good"), ((409, {"refused": "insurer-unknown"}), "017"), ((503, {}), "010"), ((504, {}), "901")],
)
def test_a_first_registration_goes_through_the_portal(
    centre: Centre, reader: Hand, says: tuple[int, dict[str, object]] | None, code: str
) -> None:
    centre.registered = False
    if says is not None:
        centre.says["/registrations"] = says

    assert code == reader.whole()


def test_a_portal_that_takes_too_long_is_010_and_a_centre_that_does_is_011(centre: Centre, reader: Hand) -> None:
    begun = reader.begin()
    centre.registered = False
    reader.identify(begun)
    centre.late = 1.5

    assert "010" == reader.post(f"/check-ins/{begun['check_in']}/registration").json()["code"]
    assert "011" == reader.identify(reader.begin()).json()["code"]


@pytest.mark.parametrize(
    "fault",
    ["line.plug_loose", "line.router_stuck", "line.isp", "line.names_lost", "line.authentication_lost", "line.swallowing"],
)
def test_a_fault_of_the_line_is_011_and_the_same_check_in_goes_on_when_it_is_cured(
    chain: Supervisor, centre: Centre, reader: Hand, fault: str
) -> None:
    begun = reader.begin()
    chain.turn(fault, on=True)
    shown = reader.identify(begun).json()
    chain.turn(fault, on=False)

    assert "011" == shown["code"]
    assert [True, []] == [reader.identify(begun).json()["registered"], reader.consent(begun).json()["notices"]]
    assert centre.asked


@pytest.mark.parametrize(
    ("days", "state", "step", "today"),
    [
        (0, "good", None, False),
        (-400, "not-yet", None, False),
        (2000, "expired", 0, True),
    ],
)
def test_the_end_of_the_certificate_is_felt_by_the_clock_of_the_world(
    world: World, centre: Centre, reader: Hand, days: int, state: str, step: int | None, *, today: bool
) -> None:
    world.move_time(timedelta(days=days))
    told, shown = httpx.get(f"{world.url('terminal')}/mpki").json(), reader.whole()

    assert (state, step, today) == (told["state"], told["step"], told["reminds_today"])
    assert ("good" if state == "good" else "012") == shown
    assert bool(centre.asked) == (state == "good")


def test_settings_that_somebody_spoils_are_905_until_they_are_mended(world: World, centre: Centre, reader: Hand) -> None:
    file = world.folder("terminal") / "settings.toml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("9910000001", "9910000002"), "utf-8")
    wrong = reader.whole()
    file.unlink()
    gone = reader.whole()
    file.write_text(good, "utf-8")

    assert ("905", "905", "good") == (wrong, gone, reader.whole())
    assert centre.asked


def test_a_folder_that_somebody_takes_away_is_013_until_it_is_back_and_the_check_in_can_end(
    world: World, centre: Centre, reader: Hand
) -> None:
    folder, begun = world.folder("terminal") / "face", reader.begin()
    before = len(faces(world))
    reader.identify(begun)
    folder.rename(folder.with_name("elsewhere"))
    shown = reader.consent(begun).json()
    folder.with_name("elsewhere").rename(folder)

    assert {"code": "013", "reason": "output-missing"} == shown
    assert {"notices": []} == reader.consent(begun).json()
    assert before + 1 == len(faces(world))
    assert centre.asked


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/check-ins/none/identified", {"certificate": CARD, "signature": "", "method": "face", "kind": "card"}, 404),
        ("/check-ins/none/identified", {"certificate": "?", "signature": "", "method": "face", "kind": "card"}, 422),
        ("/check-ins/none/identified", {"certificate": CARD, "signature": "", "method": "hand", "kind": "card"}, 400),
        ("/check-ins/none/permission", {}, 400),
        ("/check-ins/none/consents", {"consents": 3}, 400),
        ("/check-ins/none/registration", {}, 404),
        ("/check-ins/none/passcode", {"code": "2468"}, 404),
    ],
)
def test_what_makes_no_sense_is_refused_and_the_next_person_is_served(
    centre: Centre, reader: Hand, path: str, body: dict[str, object], status: int
) -> None:
    assert (status, "good") == (reader.post(path, body).status_code, reader.whole())
    assert centre.asked


def test_staff_switch_the_mode_and_a_restart_goes_back_to_automatic(
    chain: Supervisor, world: World, centre: Centre, reader: Hand
) -> None:
    address = world.url("terminal")
    httpx.post(f"{address}/mode", data={"mode": "visual"}, follow_redirects=True).raise_for_status()
    seen = [reader.post("/heartbeat").json()["mode"], reader.whole("face"), reader.whole("visual")]
    chain.restart("terminal")

    assert ["visual", "009", "good", "automatic"] == [*seen, reader.post("/heartbeat").json()["mode"]]
    assert centre.asked


def test_the_passcode_at_the_reader_is_the_institutions(centre: Centre, reader: Hand) -> None:
    begun = reader.begin()["check_in"]

    assert [True, False] == [
        reader.post(f"/check-ins/{begun}/passcode", {"code": code}).json()["accepted"] for code in ("2468", "1")
    ]
    assert not centre.asked


def test_the_screen_for_staff_says_that_it_is_practice_and_never_a_name(world: World, centre: Centre, reader: Hand) -> None:
    reader.whole()
    shown = [httpx.get(f"{world.url('terminal')}/", params={"lang": lang}).text for lang in ("ja", "en")]

    assert ["練習" in shown[0], "Practice" in shown[1]] == [True, True]
    assert "架空　花子" not in "".join(shown) + json.dumps(
        httpx.get(f"{world.url('terminal')}/status").json(), ensure_ascii=False
    )
    assert centre.asked


def test_nothing_of_a_person_stands_in_the_log(world: World, centre: Centre, reader: Hand) -> None:
    reader.whole()
    log = Path(world.directory / "terminal.log").read_text("utf-8")

    assert [] == [word for word in ("架空", "0000123", "19800229", CARD[:40]) if word in log]
    assert centre.asked
