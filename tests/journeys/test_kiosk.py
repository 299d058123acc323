"""The reader's screen in a real browser, with the whole chain behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from madoguchi.replica.card.personas import personas
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World
from tests.journeys.conftest import TABLET
from tests.replica.reader.chain import faces, make_world, up

pytestmark = pytest.mark.browser

SMALL: ViewportSize = {"width": 480, "height": 800}
"""The screen of a small reader."""

TO_THE_END = {"adult", "child", "notice", "grace", "foreign", "rare-kanji", "black-dot", "phone", "face-only", "locked"}
ENDS = {"ended": "006", "revoked": "006", "old": "002", "licence": "002", "residence": "002", "transit": "002"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("kiosk") / "w")


@pytest.fixture(scope="module")
def chain(world: World) -> Iterator[Supervisor]:
    started = up(world)
    yield started
    started.stop()


@pytest.fixture
def kiosk(browser: Browser, world: World, chain: Supervisor) -> Iterator[Page]:
    assert () == chain.on()
    context = browser.new_context(viewport=TABLET, base_url=world.url("reader"), locale="ja-JP")
    page = context.new_page()
    page.goto("/")
    yield page
    page.goto("/")
    if page.locator("[name=do][value=take_card]").count():
        hand(page, "take_card")
    hand(page, "renew_cards")
    for name in chain.on():
        chain.turn(name, on=False)
    context.close()


def hand(page: Page, do: str, **field: str) -> None:
    """Press a button of the page, as a finger does."""
    form = page.locator(f"form:has([name=do][value={do}])")
    for name, value in field.items():
        form = form.filter(has=page.locator(f"[name={name}][value='{value}']"))
    form.locator("button").first.click()


def place(page: Page, persona: str) -> None:
    page.locator(f"button[value={persona}]").click()


def on(page: Page, screen: str) -> None:
    expect(page.locator("main")).to_have_attribute("data-screen", screen)


def way_of(persona: str) -> str:
    return "pin" if personas()[persona].secrets and personas()[persona].tries.get("user-pin", 3) else "face"


def identify(page: Page, persona: str, method: str) -> None:
    hand(page, "choose", method=method)
    if method == "face":
        on(page, "camera")
        hand(page, "picture", marker=persona)
        return
    on(page, "pin")
    for key in "1234":
        page.locator(f".keys [value='{key}']").click()
    page.locator(".keys [value=enter]").click()


@pytest.mark.parametrize("persona", sorted(personas()))
def test_every_persona_checks_in_or_is_told_kindly_why_not(kiosk: Page, world: World, persona: str) -> None:
    before = len(faces(world))
    place(kiosk, persona)
    if personas()[persona].kind in {"card", "phone"}:
        on(kiosk, "choose")
        identify(kiosk, persona, way_of(persona))
    if persona in ENDS:
        expect(kiosk.locator("main")).to_have_attribute("data-code", ENDS[persona])
        expect(kiosk.locator(".code")).to_contain_text(f"【{ENDS[persona]}】")
    else:
        on(kiosk, "consents")
        hand(kiosk, "consent", consent="all")
        on(kiosk, "prescription")
        hand(kiosk, "prescription", form="paper")
        on(kiosk, "done")
        expect(kiosk.locator("h2").first).to_have_text("カードを おとりください。")
    hand(kiosk, "take_card")
    on(kiosk, "place")

    assert {persona} <= TO_THE_END | set(ENDS)
    assert (persona in TO_THE_END) == len(faces(world)) - before


def test_the_screen_follows_what_happens_at_the_reader_without_being_touched(kiosk: Page, world: World) -> None:
    kiosk.request.post(f"{world.url('reader')}/hands", data={"do": "place_card", "persona": "adult"})
    on(kiosk, "choose")


def test_digits_can_be_typed_on_a_keyboard(kiosk: Page) -> None:
    place(kiosk, "adult")
    hand(kiosk, "choose", method="pin")
    for count, key in enumerate("1234", start=1):
        kiosk.keyboard.press(key)
        expect(kiosk.locator(".typed .full")).to_have_count(count)


def to(page: Page, screen: str) -> None:
    """Bring the reader to a screen."""
    steps = {"choose": 1, "pin": 2, "trouble": 3, "camera": 2, "consents": 2, "prescription": 3, "done": 4}
    if screen in steps:
        place(page, "notice")
    if screen in {"pin", "trouble", "camera"}:
        hand(page, "choose", method="face" if screen == "camera" else "pin")
    if screen == "trouble":
        for key in "0000":
            page.locator(f".keys [value='{key}']").click()
        page.locator(".keys [value=enter]").click()
    if screen in {"consents", "prescription", "done"}:
        identify(page, "notice", "pin")
    if screen in {"prescription", "done"}:
        hand(page, "consent", consent="none")
    if screen == "done":
        hand(page, "prescription", form="electronic")
    on(page, screen)


SCREENS = ("place", "choose", "pin", "trouble", "camera", "consents", "prescription", "done")


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_is_cut_or_barred_at_any_size_in_any_language(kiosk: Page, pictures: Path, screen: str) -> None:
    to(kiosk, screen)
    for size in (TABLET, SMALL):
        kiosk.set_viewport_size(size)
        for lang in ("ja-easy", "ja", "en"):
            kiosk.goto(f"/?lang={lang}{'&tray=no' if size is SMALL else ''}")
            wide, high = kiosk.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
            assert wide <= size["width"]
            assert size is TABLET or high <= size["height"]
    barriers = Axe().run(kiosk).response["violations"]

    assert [] == [(one["id"], one["nodes"][0]["html"][:120]) for one in barriers]
    if screen in {"choose", "trouble"}:
        kiosk.set_viewport_size(TABLET)
        kiosk.goto("/")
        kiosk.screenshot(path=pictures / f"kiosk-{screen}.png")


def test_every_button_is_large_enough_for_a_finger(kiosk: Page) -> None:
    to(kiosk, "pin")
    small = kiosk.evaluate(
        "[...document.querySelectorAll('button')].map(one => one.getBoundingClientRect()).filter(box => box.height < 44)"
    )

    assert [] == small


def test_a_dark_screen_says_nothing_and_a_frozen_one_goes_on_saying_what_it_said(kiosk: Page, chain: Supervisor) -> None:
    chain.turn("reader.no_power", on=True)
    on(kiosk, "dark")
    expect(kiosk.locator("h1")).to_be_hidden()
    chain.turn("reader.no_power", on=False)
    on(kiosk, "place")
