"""A morning at the desk: somebody types what the reader shows, and both screens lead to the end."""

import json
import urllib.request
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Desk

pytestmark = pytest.mark.browser


def ask(page: Page, text: str) -> None:
    page.locator("#ask").fill(text)
    page.locator("#ask").press("Enter")


def get(desk: Desk, path: str) -> Any:
    with urllib.request.urlopen(desk.url + path, timeout=10) as answer:
        return json.load(answer)


def post(desk: Desk, path: str, body: object) -> Any:
    request = urllib.request.Request(desk.url + path, json.dumps(body).encode(), {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def test_a_typed_code_reaches_both_screens_and_is_followed_to_its_end(tablet: Page, second: Page) -> None:
    second.goto("/patient?desk=1")
    expect(second.locator("main")).to_have_attribute("data-state", "idle")
    tablet.goto("/")

    ask(tablet, "００１")

    expect(tablet.locator(".code")).to_have_text("001")
    expect(tablet.locator(".step h2")).to_be_visible()
    expect(second.locator("main")).to_have_attribute("data-state", "busy")
    expect(second.locator(".calm-line strong")).to_contain_text("だいじょうぶ")

    tablet.locator(".answers .yes").click()

    expect(tablet.locator(".hello h1")).to_contain_text("受付できました")
    expect(second.locator("main")).to_have_attribute("data-state", "done")
    expect(second.locator("h1")).to_contain_text("カード")


def test_every_no_leads_on_until_somebody_is_called(tablet: Page) -> None:
    tablet.goto("/")
    ask(tablet, "011")
    seen: list[str] = []

    for _ in range(20):
        title = tablet.locator(".step h2").inner_text()
        assert title not in seen
        seen.append(title)
        if tablet.locator(".answers").get_by_text("電話した").count():
            break
        tablet.locator(".answers .no").click()

    expect(tablet.locator(".call .phone, .call a").first).to_be_visible()
    expect(tablet.locator(".call blockquote")).to_be_visible()
    tablet.locator(".answers .yes").click()
    expect(tablet.get_by_text("連絡ずみ")).to_be_visible()
    tablet.locator(".answers .yes").click()
    expect(tablet.locator(".hello")).to_be_visible()


def test_the_patient_goes_on_while_the_repair_waits(tablet: Page, second: Page) -> None:
    second.goto("/patient?desk=1")
    tablet.goto("/")
    ask(tablet, "012")

    tablet.locator(".patient-dock .ways .button.now").first.click()

    expect(tablet.locator(".patient-dock h2")).to_contain_text("受付中")
    expect(tablet.locator(".step h2")).to_be_visible()
    expect(second.locator("h1")).to_contain_text("見")


def test_the_dock_is_in_sight_at_every_scroll_position(tablet: Page) -> None:
    tablet.goto("/")
    ask(tablet, "011")

    for top in (0, 10_000):
        tablet.evaluate("top => window.scrollTo(0, top)", top)
        box = tablet.locator(".patient-dock").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 1024 + 1


def test_a_desk_sees_only_its_own_patient(tablet: Page, second: Page) -> None:
    second.goto("/patient?desk=2")
    tablet.goto("/?desk=1")
    ask(tablet, "003")
    expect(tablet.locator(".code")).to_have_text("003")

    tablet.goto("/?desk=2")

    expect(tablet.locator(".others")).to_contain_text("003")
    expect(tablet.locator(".hello")).to_be_visible()
    expect(second.locator("main")).to_have_attribute("data-state", "idle")


def test_words_ask_which_problem_is_meant_before_anything_opens(tablet: Page, desk: Desk) -> None:
    tablet.goto("/")
    tablet.locator(".words input[name=text]").fill("ネットワーク")
    tablet.locator(".words button").click()

    expect(tablet.get_by_role("heading", level=1)).to_contain_text("どれ")
    assert 0 == get(desk, "/api/status")["open_incidents"]
    tablet.locator("button[value='011']").click()
    expect(tablet.locator(".code")).to_have_text("011")


def test_the_screen_connects_on_each_of_twenty_loads(tablet: Page, desk: Desk) -> None:
    for number in range(20):
        place = f"load{number}"
        tablet.goto(f"/?desk={place}")
        post(desk, "/api/incidents", {"code": "002", "desk": place})
        expect(tablet.locator(".code")).to_have_text("002")


def test_everything_works_without_scripts(tablet: Page, desk: Desk) -> None:
    context = tablet.context.browser.new_context(java_script_enabled=False, base_url=desk.url)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto("/")
    ask(page, "103")
    expect(page.locator(".code")).to_have_text("103")
    first = page.locator(".step h2").inner_text()
    page.locator(".answers .no, .answers .yes").last.click()
    assert first != page.locator(".step h2").inner_text()
    context.close()


def test_an_answer_is_given_by_one_key(tablet: Page) -> None:
    tablet.goto("/")
    ask(tablet, "001")
    first = tablet.locator(".step h2").inner_text()

    tablet.locator("body").press("2")

    expect(tablet.locator(".step h2")).not_to_have_text(first)


def test_the_keypad_types(tablet: Page) -> None:
    tablet.goto("/")
    for digit in "017":
        tablet.locator(f"[data-digit='{digit}']").click()
    expect(tablet.locator("#ask")).to_have_value("017")

    tablet.locator("[data-delete]").click()

    expect(tablet.locator("#ask")).to_have_value("01")


def test_what_is_being_typed_survives_news_from_elsewhere(tablet: Page, desk: Desk) -> None:
    tablet.goto("/")
    tablet.locator("#ask").press_sequentially("01")

    post(desk, "/api/incidents", {"code": "013", "desk": "9"})

    expect(tablet.locator(".others")).to_contain_text("013")
    expect(tablet.locator("#ask")).to_have_value("01")
    expect(tablet.locator("#ask")).to_be_focused()


def test_a_restart_after_a_kill_shows_the_identical_incident(tablet: Page, desk: Desk) -> None:
    tablet.goto("/")
    ask(tablet, "011")
    tablet.locator(".answers .no").click()
    before = tablet.locator("#step").inner_text()

    desk.kill()
    desk.start()
    tablet.goto("/")

    assert before == tablet.locator("#step").inner_text()
