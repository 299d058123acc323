from typing import Any

import pytest
from litestar.datastructures import Cookie

from madoguchi.desk.gate import DEVICE, device_cookie, login_cookie
from madoguchi.desk.rates import BURST
from tests.desk.visitors import HOUSE, Administrator, Browser, open_house, paired, seated

Desk = Any


@pytest.fixture
def administrator(desk: Desk) -> Administrator:
    open_house(desk)
    return seated(desk)


ALLOWED = ("/static", "/pair")


def every_door(desk: Desk) -> list[tuple[str, str]]:
    """Every method and path the application answers to, with something in place of each parameter."""
    routes = desk.client.app.routes
    return sorted(
        {
            (method, "/".join("x" if part.startswith("{") else part for part in route.path_format.split("/")))
            for route in routes
            for method in route.methods
            if method != "OPTIONS"
        }
    )


def test_a_stranger_of_the_house_finds_every_door_shut_but_the_one_to_pair(desk: Desk, administrator: Administrator) -> None:
    del administrator
    stranger = Browser(desk, HOUSE)

    open_doors = {
        (method, path)
        for method, path in every_door(desk)
        if stranger.ask(method, path).headers.get("location") != "/pair"
        and stranger.ask(method, path, accept="application/json").status_code != 401
    }

    assert open_doors
    assert {path for _method, path in open_doors if not path.startswith(ALLOWED)} == set()


def test_a_patients_screen_finds_every_door_shut_but_its_own(desk: Desk, administrator: Administrator) -> None:
    tablet = paired(administrator, "patient")

    shut = {(method, path): tablet.ask(method, path, accept="application/json").status_code for method, path in every_door(desk)
            if not path.startswith(("/static", "/pair", "/patient", "/live"))}  # fmt: skip
    live = tablet.get("/live/staff")

    assert set(shut.values()) == {403}
    assert live.status_code == 403
    assert tablet.get("/patient").status_code == 200


def test_a_strangers_report_opens_nothing(desk: Desk, administrator: Administrator) -> None:
    del administrator

    refused = Browser(desk, HOUSE).ask("POST", "/api/incidents", {"code": "011"}, accept="application/json")

    assert refused.status_code == 401
    assert refused.json()["type"] == "urn:madoguchi:error:not-paired"
    assert desk.context.records.open_states() == []


def test_a_desk_of_the_house_reports_and_answers(desk: Desk, administrator: Administrator) -> None:
    tablet = paired(administrator, "desk")

    assert tablet.get("/").status_code == 200
    assert tablet.post("/report", problem="011", desk="1").status_code == 303
    assert [state.problem for state in desk.context.records.open_states()] == ["011"]


def test_a_desk_of_the_house_opens_settings_with_the_administrators_login_alone(
    desk: Desk, administrator: Administrator
) -> None:
    first, second = paired(administrator, "desk"), paired(administrator, "desk")
    assert first.get("/settings").headers["location"] == "/login?to=%2Fsettings"

    desk.clock.go(seconds=30)
    answer = first.post("/login", passphrase="みほんの とおい むかし", code=administrator.code(), to="/settings")
    cookie = answer.headers["set-cookie"]

    assert first.get("/settings").status_code == 200
    assert cookie.startswith("__Host-")
    assert "Secure" in cookie
    second.cookies["__Host-madoguchi-login"] = first.cookies["__Host-madoguchi-login"]
    assert second.get("/settings").status_code == 303, "the login of one device opens nothing on another"


def test_a_login_of_this_machine_opens_nothing_in_the_house(desk: Desk, administrator: Administrator) -> None:
    tablet = paired(administrator, "desk")
    tablet.cookies["__Host-madoguchi-login"] = administrator.cookies["madoguchi-login"]

    assert tablet.get("/settings").status_code == 303
    del desk


def test_a_device_comes_home_from_the_bare_address(administrator: Administrator) -> None:
    assert paired(administrator, "patient", "2").get("/").headers["location"] == "/patient?desk=2"
    assert paired(administrator, "photo").get("/").headers["location"] == "/photo"


@pytest.mark.parametrize("token", ["", "x", "'; DROP TABLE devices; --", "=x=" * 2000])
def test_a_made_up_device_is_a_stranger(desk: Desk, administrator: Administrator, token: str) -> None:
    del administrator
    stranger = Browser(desk, HOUSE)

    answer = stranger.ask("GET", "/", cookie=f"{DEVICE}={token}")

    assert answer.headers["location"] == "/pair"


def test_while_the_door_is_shut_its_names_open_nothing(desk: Desk) -> None:
    assert Browser(desk, HOUSE).get("/pair", accept="application/json").status_code == 403


def test_a_page_from_elsewhere_cannot_use_the_devices_cookie(desk: Desk, administrator: Administrator) -> None:
    tablet = paired(administrator, "desk")

    for origin in ("https://evil.example", "http://192.168.10.5:8766", "https://192.168.10.5", "null", "http://127.0.0.1:8765"):
        assert tablet.ask("POST", "/report", {"problem": "011"}, origin=origin).status_code == 403
    assert desk.context.records.open_states() == []


def test_a_flood_from_the_house_is_told_to_wait_and_this_machine_is_not(desk: Desk, administrator: Administrator) -> None:
    del administrator
    stranger = Browser(desk, HOUSE)

    answers = [stranger.get("/pair/authority.crt") for _ in range(BURST + 5)]
    desk.clock.go(seconds=5)

    assert [answer.status_code for answer in answers[-5:]] == [429] * 5
    assert answers[-1].headers["retry-after"] == "5"
    assert stranger.get("/pair").status_code == 200
    assert {Browser(desk).get("/api/status").status_code for _ in range(BURST + 5)} == {200}


def test_the_cookies_are_out_of_reach_of_scripts_other_sites_and_plain_http() -> None:
    def marks(cookie: Cookie) -> tuple[object, ...]:
        return cookie.httponly, cookie.samesite, cookie.secure, cookie.path, cookie.domain

    assert marks(device_cookie("t")) == (True, "strict", True, "/", None)
    assert marks(login_cookie("t", lan=True)) == (True, "strict", True, "/", None)
    assert marks(login_cookie("t", lan=False)) == (True, "strict", False, "/", None)
