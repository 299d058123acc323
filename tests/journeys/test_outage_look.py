"""The pages of an outage as a person sees them: no barrier, nothing cut, nothing small, and typed by keyboard alone."""

import time
import urllib.parse
import urllib.request
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.journeys.conftest import NARROW, TABLET, WIDE, Desk
from tests.journeys.test_look import CUT

pytestmark = pytest.mark.browser

PASSPHRASE = "架空の合言葉です"

PAGES = (
    "/?desk=1",
    "/outage",
    "/outage/entry",
    "/outage/call",
    "/outage/notice",
    "/outage/slips",
    "/outage/declaration",
    "/outage/list",
    "/outage/day",
)


def send(desk: Desk, path: str, **fields: str) -> None:
    body = urllib.parse.urlencode(fields).encode()
    urllib.request.urlopen(desk.url + path, body, timeout=30).read()


@pytest.fixture(scope="module")
def during(shared: Desk) -> Desk:
    """A desk in the middle of an outage with one person written down."""
    send(shared, "/outage/open", reason="011")
    send(shared, "/outage/ledger", passphrase=PASSPHRASE, again=PASSPHRASE)
    send(shared, "/outage/entry", name="架空　花子", sex="female", born="S59.5.12", address="架空県架空市1-2", key="first")
    return shared


@pytest.fixture(scope="module")
def looking(browser: Browser, during: Desk) -> Iterator[Page]:
    """A tablet with the ledger open."""
    context = browser.new_context(viewport=TABLET, base_url=during.url, locale="ja-JP", timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.goto("/outage/list")
    page.get_by_label("見る人").fill("空山")
    page.get_by_label("合言葉").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_text("空山さんが見ています")).to_be_visible()
    yield page
    context.close()


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def small(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('button, a.button, summary, select,"
        " input:not([type=hidden], [type=checkbox], [type=radio])')]"
        ".filter(one => one.offsetParent && one.getBoundingClientRect().height < 47.5).map(one => one.outerHTML.slice(0, 120))"
    )
    return found


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_barrier_or_a_small_button(looking: Page, path: str) -> None:
    looking.goto(path)

    assert [] == barriers(looking)
    assert [] == small(looking)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [TABLET, WIDE, NARROW], ids=["tablet", "wide", "narrow"])
def test_nothing_is_cut_at_any_size(looking: Page, path: str, size: ViewportSize) -> None:
    looking.set_viewport_size(size)
    looking.goto(path)

    assert [] == looking.evaluate(CUT)
    looking.set_viewport_size(TABLET)


def test_the_page_of_one_person_has_no_barrier_before_and_after_the_look_up(looking: Page) -> None:
    looking.goto("/outage/list")
    looking.get_by_text("つぎの人を見る").click()
    assert [] == barriers(looking) + small(looking)

    looking.get_by_role("button", name="見つからない").click()

    expect(looking.get_by_text("不詳の請求です")).to_be_visible()
    assert [] == barriers(looking) + small(looking)
    looking.get_by_role("button", name="まだにもどす").click()


def test_the_form_fits_one_screen(looking: Page) -> None:
    looking.goto("/outage/entry")

    expect(looking.get_by_role("button", name="書きとめる")).to_be_in_viewport(ratio=1)


def test_the_notice_prints_on_one_sheet_of_a3_and_the_form_on_one_of_a4(looking: Page) -> None:
    for path, count, width in (
        ("/outage/notice", 1, b"841.9"),
        ("/outage/declaration", 1, b"594.9"),
        ("/outage/slips", 2, b"594.9"),
    ):
        looking.goto(path)
        printed = looking.pdf(prefer_css_page_size=True)

        assert f"/Count {count}".encode() in printed, path
        assert b"[0 0 " + width in printed, path


def test_four_items_are_typed_by_keyboard_alone_and_the_next_form_is_ready(looking: Page) -> None:
    looking.goto("/outage/entry")
    began = time.monotonic()
    keys = looking.keyboard
    keys.type("架空　太郎")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")
    keys.type("s591103")
    keys.press("Tab")
    keys.type("架空県架空市3-4")
    keys.press("Enter")

    expect(looking.get_by_text("書きとめました")).to_be_visible()
    print(f"four items by keyboard: {time.monotonic() - began:.1f} s of machine")
    expect(looking.locator("#name")).to_be_focused()
    expect(looking.locator("#name")).to_have_value("")


def test_a_number_is_copied_with_one_press(looking: Page) -> None:
    looking.context.grant_permissions(["clipboard-read", "clipboard-write"])
    looking.goto("/outage/list")
    looking.get_by_text("つぎの人を見る").click()
    looking.get_by_role("button", name="見つからない").click()

    looking.get_by_role("button", name="保険者番号 写す").click()

    expect(looking.get_by_text("写しました")).to_be_visible()
    assert "77777777" == looking.evaluate("() => navigator.clipboard.readText()")
    looking.get_by_role("button", name="まだにもどす").click()


def test_everything_works_without_scripts(browser: Browser, during: Desk) -> None:
    context = browser.new_context(viewport=TABLET, base_url=during.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/outage")
    page.get_by_role("button", name="変わりない").click()
    expect(page.get_by_text("1人、数えました")).to_be_visible()
    page.get_by_role("link", name="4つを書きとめる").click()
    page.get_by_label("氏名").fill("架空　三郎")
    page.get_by_label("男").check()
    page.get_by_label("生年月日").fill("令和元年5月1日")
    page.get_by_label("または 保険者名").fill("架空健保")
    page.get_by_role("button", name="書きとめる").click()

    expect(page.get_by_text("書きとめました")).to_be_visible()
    context.close()
