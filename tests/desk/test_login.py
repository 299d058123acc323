from typing import Any

import pytest

from madoguchi.desk.login import leads_to
from tests.desk.visitors import PASSPHRASE, Administrator, Browser, field, seated

Desk = Any


@pytest.fixture
def administrator(desk: Desk) -> Administrator:
    return seated(desk)


def test_a_first_start_needs_no_passphrase_and_offers_to_choose_one(desk: Desk) -> None:
    page = Browser(desk).get("/settings")

    assert page.status_code == 200
    assert 'href="/login/choose"' in page.text
    assert "合言葉はまだありません" in page.text


def test_whoever_chose_the_passphrase_is_in_and_others_are_asked(desk: Desk) -> None:
    administrator = Administrator(desk)
    assert administrator.choose().headers["location"] == "/settings?chosen=1"
    asked = Browser(desk).get("/settings")

    assert administrator.get("/settings").status_code == 200
    assert (asked.status_code, asked.headers["location"]) == (303, "/login?to=%2Fsettings")
    assert Browser(desk).get("/login?to=/settings").status_code == 200


def test_the_guide_goes_on_without_a_login(desk: Desk, administrator: Administrator) -> None:
    del administrator
    stranger = Browser(desk)

    assert [stranger.get(path).status_code for path in ("/", "/patient", "/booklet", "/log", "/practice", "/morning")] == [
        200
    ] * 6
    assert desk.report(code="011")["problem"]["code"] == "011"


def test_programs_hear_what_is_missing_and_nothing_changes(desk: Desk, administrator: Administrator) -> None:
    del administrator
    before = desk.context.settings()

    refused = Browser(desk).ask("POST", "/settings", {"facility_name": "x"}, accept="application/json")

    assert refused.status_code == 401
    assert refused.json()["type"] == "urn:madoguchi:error:login-required"
    assert desk.context.settings() == before


def test_passphrase_and_code_let_in_and_lead_back(desk: Desk, administrator: Administrator) -> None:
    other = Administrator(desk)
    other.secret = administrator.secret

    answer = other.log_in(to="/audit")

    assert (answer.status_code, answer.headers["location"]) == (303, "/audit")
    assert other.get("/audit").status_code == 200
    assert administrator.get("/audit").status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(administrator: Administrator) -> None:
    cookie = administrator.log_in().headers["set-cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/" in cookie


@pytest.mark.parametrize("what", ["passphrase", "code", "both"])
def test_either_half_that_does_not_match_lets_nobody_in_and_is_not_told_apart(
    desk: Desk, administrator: Administrator, what: str
) -> None:
    stranger = Administrator(desk)
    stranger.secret = administrator.secret
    desk.clock.go(minutes=1)

    passphrase = PASSPHRASE if what == "code" else "みほんの ちがう ことば"
    answer = stranger.log_in(passphrase, stranger.code() if what == "passphrase" else "000000")

    assert answer.status_code == 401
    assert "合言葉か数字が" in answer.text
    assert stranger.cookies == {}


def test_a_code_counts_once(desk: Desk, administrator: Administrator) -> None:
    other = Administrator(desk)
    other.secret = administrator.secret
    other.log_in()

    again = other.log_in(code=other.code())

    assert again.status_code == 401


def test_five_wrong_tries_make_the_next_wait_and_the_right_one_too(desk: Desk, administrator: Administrator) -> None:
    stranger = Administrator(desk)
    stranger.secret = administrator.secret

    answers = [stranger.log_in("みほんの ちがう ことば", "000000").status_code for _ in range(6)]
    right = stranger.log_in(code=stranger.code())
    later = stranger.log_in()

    assert answers == [401] * 5 + [429]
    assert right.status_code == 429
    assert "1分ほど" in right.text
    assert later.status_code == 303, "half a minute was waited"


def test_a_login_ends_after_a_quarter_of_an_hour_without_use(desk: Desk, administrator: Administrator) -> None:
    desk.clock.go(minutes=14)
    assert administrator.get("/settings").status_code == 200
    desk.clock.go(minutes=14)
    assert administrator.get("/settings").status_code == 200
    desk.clock.go(minutes=16)

    assert administrator.get("/settings").status_code == 303


def test_a_staff_screen_that_is_merely_open_keeps_no_login_alive(desk: Desk, administrator: Administrator) -> None:
    for _ in range(4):
        desk.clock.go(minutes=5)
        administrator.get("/")

    assert administrator.get("/settings").status_code == 303


def test_going_out_ends_the_login_whatever_the_browser_keeps(administrator: Administrator) -> None:
    kept = dict(administrator.cookies)

    assert administrator.post("/logout").headers["location"] == "/"
    assert administrator.cookies == {}
    administrator.cookies = kept
    assert administrator.get("/settings").status_code == 303


def test_another_passphrase_needs_the_present_one_and_ends_every_login(desk: Desk, administrator: Administrator) -> None:
    second = Administrator(desk)
    second.secret = administrator.secret
    second.log_in()

    refused = administrator.post(
        "/login/choose", now="みほんの ちがう ことば", passphrase="new passphrase", again="new passphrase"
    )
    assert refused.status_code == 401
    assert second.get("/settings").status_code == 200

    assert administrator.choose("new passphrase", now=PASSPHRASE).status_code == 303
    assert second.get("/settings").status_code == 303
    assert administrator.get("/settings").status_code == 200
    assert second.log_in().status_code == 401


def test_a_stranger_cannot_choose_another_passphrase(desk: Desk, administrator: Administrator) -> None:
    answer = Browser(desk).post("/login/choose", now=PASSPHRASE, passphrase="new passphrase", again="new passphrase")

    assert answer.status_code == 401
    assert administrator.get("/settings").status_code == 200


def test_the_secret_is_shown_once(desk: Desk) -> None:
    browser = Browser(desk)
    shown = browser.post("/login/choose", passphrase=PASSPHRASE, again=PASSPHRASE)
    again = browser.post("/login/enrol", token=field(shown.text, "token"), code="000000")

    assert "<svg" in shown.text.split("<main>")[1]
    assert again.status_code == 422
    assert "<code>" not in again.text
    assert not desk.context.keeper.exists()


def test_a_passphrase_is_kept_only_with_its_second_factor_and_not_for_ever(desk: Desk) -> None:
    administrator = Administrator(desk)
    shown = administrator.post("/login/choose", passphrase=PASSPHRASE, again=PASSPHRASE)
    desk.clock.go(minutes=16)

    late = administrator.post("/login/enrol", token=field(shown.text, "token"), code="000000")

    assert late.status_code == 409
    assert not desk.context.keeper.exists()


def test_what_cannot_be_a_passphrase_is_said_and_nothing_kept(desk: Desk) -> None:
    answer = Browser(desk).post("/login/choose", passphrase="short", again="short")

    assert answer.status_code == 422
    assert "10文字" in answer.text


def test_the_spare_code_lets_in_once_and_leads_to_a_new_second_factor(desk: Desk) -> None:
    administrator, lost = Administrator(desk), Administrator(desk)
    administrator.choose()

    answer = lost.log_in(code=administrator.spare)
    again = Administrator(desk).log_in(code=administrator.spare)

    assert (answer.status_code, answer.headers["location"]) == (303, "/login/choose?spare=1")
    assert lost.get("/login/choose?spare=1").status_code == 200
    assert again.status_code == 401


def test_nothing_secret_stands_in_the_records(desk: Desk) -> None:
    administrator = Administrator(desk)
    administrator.choose()
    login = administrator.cookies["madoguchi-login"]
    desk.context.records.close()

    written = b"".join(path.read_bytes() for path in desk.context.data.rglob("*") if path.is_file())

    for secret in (PASSPHRASE.encode(), administrator.secret, administrator.spare.replace(" ", "").encode(), login.encode()):
        assert secret not in written


@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example", "/\\evil.example", "/settings?x=1", "/", "", "/a\nb"]
)
def test_a_login_leads_nowhere_else(to: str) -> None:
    assert leads_to(to) == "/settings"
