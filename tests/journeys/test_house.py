"""The administrator opens the desk to a tablet, as two people would do it with two devices."""

import base64
import re
import socket
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from madoguchi.base.clock import now
from tests.desk.visitors import PASSPHRASE, code_at
from tests.journeys.conftest import NARROW, TABLET, WIDE, Desk
from tests.journeys.test_look import CUT, SMALLEST

pytestmark = pytest.mark.browser

ADDRESS = "127.0.0.2"
"""An address of this machine that stands for one of the house."""


@pytest.fixture
def strange(browser: Browser) -> Iterator[Page]:
    """A tablet that does not know our authority yet, and whose person goes on past the warning."""
    context = browser.new_context(viewport=TABLET, locale="ja-JP", timezone_id="Asia/Tokyo", ignore_https_errors=True)
    yield context.new_page()
    context.close()


def look(page: Page) -> None:
    """No barrier, nothing cut, nothing small."""
    found = Axe().run(page)
    assert [] == [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]], page.url
    assert page.evaluate(SMALLEST) >= 16, page.url
    for size in (NARROW, WIDE, TABLET):
        page.set_viewport_size(size)
        assert [] == page.evaluate(CUT), page.url


def choose(page: Page) -> bytes:
    """A passphrase and a second factor; the secret the telephone now holds."""
    page.goto("/settings")
    page.get_by_role("link", name="合言葉を決める").click()
    look(page)
    page.get_by_label("新しい合言葉").fill(PASSPHRASE)
    page.get_by_label("もう一度、同じ合言葉").fill(PASSPHRASE)
    page.get_by_role("button", name="次へ").click()
    look(page)
    secret = base64.b32decode(page.locator("code").inner_text().replace(" ", ""))
    page.get_by_label("認証アプリに出ている").fill(code_at(secret, now()))
    page.get_by_role("button", name="決める").click()
    expect(page.get_by_text("合言葉を決めました")).to_be_visible()
    return secret


def open_door(page: Page) -> str:
    """The address at which other devices find the desk from now on."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        port = probe.getsockname()[1]
    page.get_by_role("link", name="ほかの機器から開く").click()
    look(page)
    page.get_by_label("このパソコンのアドレス").fill(ADDRESS)
    page.get_by_label("口の番号").fill(str(port))
    page.get_by_role("button", name="入り口を開ける").click()
    expect(page.locator(".address")).to_have_text(f"https://{ADDRESS}:{port}/")
    look(page)
    return f"https://{ADDRESS}:{port}/"


def code_for(page: Page, role: str) -> str:
    page.get_by_text(role, exact=True).click()
    page.get_by_label("機器の呼び名").fill("待合のタブレット")
    page.get_by_role("button", name="つなぐ文字を作る").click()
    look(page)
    return page.locator("p.carry").inner_text()


def test_a_tablet_becomes_a_patients_screen_and_nothing_more(tablet: Page, strange: Page, desk: Desk) -> None:
    choose(tablet)
    house = open_door(tablet)
    code = code_for(tablet, "患者さんの画面")

    strange.goto(house)
    look(strange)
    strange.get_by_label("つなぐ文字").fill(code.lower())
    strange.get_by_role("button", name="つなぐ").click()
    expect(strange).to_have_url(re.compile("/patient"))
    strange.goto(f"{house}log")
    expect(strange.get_by_role("heading")).to_have_text("この機器では開かないページです")
    look(strange)
    strange.get_by_role("link", name="この機器の画面へ").click()
    expect(strange).to_have_url(re.compile("/patient"))

    tablet.goto(f"{desk.url}/lan")
    look(tablet)
    tablet.get_by_role("button", name="待合のタブレットを外す").click()
    expect(tablet.get_by_text("まだありません")).to_be_visible()
    strange.goto(f"{house}patient")
    expect(strange).to_have_url(re.compile("/pair$"))


def test_the_guide_fits_one_page_and_the_log_of_looks_can_be_read(tablet: Page) -> None:
    choose(tablet)
    open_door(tablet)

    tablet.get_by_role("link", name="案内の紙").click()
    look(tablet)
    assert tablet.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    tablet.goto("/audit")
    look(tablet)
    tablet.get_by_role("button", name="出る").click()
    tablet.goto("/settings")
    expect(tablet.get_by_role("heading", level=1)).to_have_text("管理している人の入り口")
    look(tablet)
