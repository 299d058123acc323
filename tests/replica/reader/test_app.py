"""The reader through its doors, with the whole chain behind it."""

import contextlib
import threading
import time

import httpx
import pytest

from madoguchi.replica.centre.settings import STATUS_SECONDS
from madoguchi.replica.faults import Fault
from madoguchi.replica.supervisor import Supervisor, all_faults
from madoguchi.replica.world import World
from tests.replica.reader.chain import PASSCODE, Hands, faces

METHODS = ("pin", "face", "visual")
ELSEWHERE = [
    fault for fault in all_faults().values() if fault.link != "reader" and fault.shows and fault.shows == fault.problem
]
ONE_EACH = list({fault.shows: fault for fault in reversed(ELSEWHERE)}.values())


@pytest.mark.parametrize("method", METHODS)
def test_a_check_in_ends_with_one_file_and_the_card_in_the_hand(world: World, hands: Hands, method: str) -> None:
    before = len(faces(world))

    assert ("done", 1, "place", False) == (
        hands.check_in(method=method),
        len(faces(world)) - before,
        hands.look()["screen"],
        hands.look()["card"],
    )


@pytest.mark.parametrize(
    ("persona", "method", "shown"),
    [
        ("child", "pin", "done"),
        ("face-only", "pin", "004"),
        ("face-only", "face", "done"),
        ("notice", "pin", "done"),
        ("grace", "face", "done"),
        ("ended", "pin", "006"),
        ("revoked", "visual", "006"),
        ("foreign", "face", "done"),
        ("rare-kanji", "pin", "done"),
        ("black-dot", "pin", "done"),
        ("locked", "pin", "004"),
        ("locked", "visual", "done"),
        ("phone", "pin", "done"),
        ("old", "pin", "002"),
        ("licence", "pin", "002"),
        ("residence", "pin", "002"),
        ("transit", "pin", "002"),
    ],
)
def test_every_persona_gets_as_far_as_their_card(hands: Hands, persona: str, method: str, shown: str) -> None:
    assert shown == hands.check_in(persona, method)


def test_somebody_elses_face_does_not_match_and_is_looked_for_twice(hands: Hands) -> None:
    hands.do("place_card", persona="adult")
    hands.do("choose", method="face")
    once = hands.do("picture", marker="child")
    hands.do("choose", method="face")
    twice = hands.do("picture", marker="child")

    assert ("mismatch", None, True) == (once["screen"], once["code"], once["stand_in"])
    assert ["pin", "visual"] == twice["ways"]
    assert "consents" == hands.identify("pin", "adult")


@pytest.mark.parametrize("marker", ["nobody", "two"])
def test_a_camera_without_one_face_shows_102_and_may_be_asked_again(hands: Hands, marker: str) -> None:
    hands.do("place_card", persona="adult")
    hands.do("choose", method="face")
    seen = hands.do("picture", marker=marker)

    assert ("102", "face") == (seen["code"], seen["ways"][0])
    assert "consents" == hands.identify("face", "adult")


def test_three_missed_pins_lock_the_card_and_staff_can_still_look(hands: Hands) -> None:
    hands.do("place_card", persona="child")
    seen = []
    for _ in range(3):
        hands.do("choose", method="pin")
        hands.do("type_pin", pin="0000")
        seen.append((hands.seen["code"], hands.seen["tries_left"], hands.seen["ways"][0]))

    assert [("003", 2, "pin"), ("003", 1, "face"), ("004", 0, "face")] == seen
    assert "consents" == hands.identify("visual", "child")


def test_a_card_that_is_new_is_registered_at_the_reader(world: World, hands: Hands) -> None:
    httpx.put(f"{world.url('centre')}/inside/people/adult", json={"registered": False}, trust_env=False).raise_for_status()
    hands.do("place_card", persona="adult")
    asked = hands.identify("pin", "adult")
    registered = hands.do("register")

    assert ("registration", "consents") == (asked, registered["screen"])
    assert "done" == hands.do("consent", prescription="electronic")["screen"]


def test_staff_look_without_a_passcode_while_the_terminal_is_in_visual_mode(world: World, hands: Hands) -> None:
    def switch(mode: str) -> None:
        httpx.post(f"{world.url('terminal')}/mode.json", json={"mode": mode}, trust_env=False).raise_for_status()

    switch("visual")
    placed = hands.do("place_card", persona="adult")
    identified = hands.do("choose", method="visual")["screen"]
    switch("automatic")

    assert ("look", ["visual"], "consents") == (placed["screen"], placed["ways"], identified)
    assert "009" == hands.do("consent", prescription="paper")["code"]


def test_a_wrong_passcode_may_be_typed_again(hands: Hands) -> None:
    hands.do("place_card", persona="adult")
    hands.do("choose", method="visual")
    missed = hands.do("passcode", code="0000")

    assert ("passcode", True) == (missed["screen"], missed["again"])
    assert "consents" == hands.do("passcode", code=PASSCODE)["screen"]


@pytest.mark.parametrize("fault", ONE_EACH, ids=lambda fault: fault.shows)
def test_a_code_of_another_link_is_shown_as_the_terminal_told_it(
    world: World, chain: Supervisor, hands: Hands, fault: Fault
) -> None:
    persona = fault.persona or "adult"
    if fault.first_registration:
        httpx.put(f"{world.url('centre')}/inside/people/{persona}", json={"registered": False}, trust_env=False)
    chain.turn(fault.id, on=True)
    time.sleep(STATUS_SECONDS)  # so long the centre believes what an authority said before
    shown = hands.check_in(persona, fault.method or ("face" if fault.shows == "902" else "pin"))
    chain.turn(fault.id, on=False)
    if fault.ends_with_process:
        chain.restart(fault.link)
    httpx.put(f"{world.url('centre')}/inside/people/{persona}", json={"registered": True}, trust_env=False)

    assert fault.shows == shown


def test_a_reader_without_a_terminal_says_so_by_itself_and_goes_on_by_itself(chain: Supervisor, hands: Hands) -> None:
    chain.kill("terminal")
    until = time.monotonic() + 15
    while hands.look()["code"] != "008" and time.monotonic() < until:
        time.sleep(0.1)
    lost = hands.look()
    placed = hands.do("place_card", persona="adult")
    hands.take()
    chain.restart("terminal")

    assert ("trouble", "008", False, "008") == (lost["screen"], lost["code"], lost["card"], placed["code"])
    assert "done" == hands.check_in()


@pytest.mark.parametrize("link", ["terminal", "line", "centre", "reader"])
def test_a_link_that_dies_at_the_end_of_a_check_in_loses_and_doubles_nothing(
    world: World, chain: Supervisor, hands: Hands, link: str
) -> None:
    before = len(faces(world))
    hands.do("place_card", persona="adult")
    hands.identify("pin", "adult")

    def end() -> None:
        with contextlib.suppress(httpx.HTTPError):
            hands.do("consent", prescription="paper")

    ending = threading.Thread(target=end)
    ending.start()
    time.sleep(0.03)
    chain.kill(link)
    chain.restart(link)
    ending.join()
    for _ in range(4):
        if hands.look()["finished"]:
            break
        hands.take()
        hands.check_in(take=False)

    assert (True, 1) == (hands.look()["finished"], len(faces(world)) - before)


def test_a_service_that_fails_behind_a_result_leaves_the_check_in_done(chain: Supervisor, hands: Hands) -> None:
    chain.turn("prescription.service_down", on=True)
    hands.check_in(take=False)

    assert ("950", True, "You are checked in.") == (
        hands.seen["code"],
        hands.seen["finished"],
        hands.look("en")["text"]["title"],
    )


@pytest.mark.parametrize(
    ("hand", "why"),
    [
        ({"do": "place_card", "persona": "nobody-at-all"}, "unknown-persona"),
        ({"do": "type_pin", "pin": "12345"}, "four-digits"),
        ({"do": "type_pin", "pin": "１２３４"}, "four-digits"),
        ({"do": "choose"}, "no-method"),
        ({"do": "choose", "method": "pin"}, "not-now"),
        ({"do": "picture", "file": "!"}, "no-picture"),
        ({"do": "picture", "marker": "nobody-at-all"}, "unknown-persona"),
        ({"do": "prescription"}, "no-form"),
        ({"do": "take_card"}, "no-card"),
        ({"do": "register"}, "not-now"),
    ],
)
def test_hands_that_do_what_has_no_place_are_told_why(hands: Hands, hand: dict[str, str], why: str) -> None:
    assert {"refused": why, "screen": "place"} == hands.do(**hand)


def test_what_is_no_hand_is_refused_and_the_reader_goes_on(world: World, hands: Hands) -> None:
    for body in (b"", b"{", b"[]", b'{"do": "dance"}', b'{"do": "take_card", "more": 1}', b'{"do": 1}'):
        answer = httpx.post(f"{world.url('reader')}/hands", content=body, headers={"content-type": "application/json"})
        assert 400 == answer.status_code
    assert "place" == hands.look()["screen"]


def test_the_screen_speaks_three_languages(hands: Hands) -> None:
    texts = {lang: hands.look(lang)["text"]["do"] for lang in ("ja", "ja-easy", "en")}

    assert 3 == len(set(texts.values()))
    assert "[きかい]" in texts["ja-easy"]
