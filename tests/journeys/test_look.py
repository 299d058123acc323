"""What a person sees: large enough, nothing cut, no barrier, at every size."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.journeys.conftest import NARROW, TABLET, WIDE, Desk
from tests.journeys.test_story import post

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/?desk=busy",
    "/patient",
    "/patient?desk=busy",
    "/patient?desk=busy&lang=ja",
    "/patient?desk=busy&lang=en&size=large",
    "/practice",
    "/log",
    "/settings",
    "/booklet",
    "/paper",
    "/morning",
    "/card",
    "/photos",
    "/photo",
)

SMALLEST = """() => {
  const seen = [...document.querySelectorAll('main *, footer *')].filter(one =>
    [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) && !one.closest('rt, rp, svg'));
  return Math.min(...seen.map(one => parseFloat(getComputedStyle(one).fontSize)));
}"""

CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width > 0 && box.height > 0
    && !one.closest('svg, .sprites, details:not([open]) > :not(summary), .scroll')
    && box.right > document.documentElement.clientWidth + 1;
}).map(one => one.tagName + '.' + one.className)"""


@pytest.fixture
def busy(shared: Desk) -> Desk:
    """The shared desk, with something going on at two places (told again where it is already open)."""
    post(shared, "/api/incidents", {"code": "011", "desk": "busy"})
    post(shared, "/api/incidents", {"code": "003", "desk": "other"})
    return shared


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_barrier(page: Page, busy: Desk, path: str) -> None:
    page.goto(busy.url + path)

    found = Axe().run(page)

    assert [] == [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [TABLET, WIDE, NARROW], ids=["tablet", "wide", "narrow"])
def test_nothing_is_cut_at_any_size(page: Page, busy: Desk, path: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(busy.url + path)

    assert [] == page.evaluate(CUT)


@pytest.mark.parametrize("path", [path for path in PAGES if path.startswith("/patient")])
def test_patients_read_nothing_smaller_than_24_pixels(page: Page, busy: Desk, path: str) -> None:
    page.goto(busy.url + path)

    assert page.evaluate(SMALLEST) >= 24


@pytest.mark.parametrize("path", PAGES)
def test_every_button_is_large_enough_for_a_finger(page: Page, busy: Desk, path: str) -> None:
    page.goto(busy.url + path)

    small = page.evaluate(
        "() => [...document.querySelectorAll('button, a.button, summary, select,"
        " input:not([type=hidden], [type=checkbox], [type=radio])')]"
        ".filter(one => one.offsetParent && one.getBoundingClientRect().height < 47.5).map(one => one.outerHTML.slice(0, 120))"
    )

    assert [] == small


def test_large_print_is_half_as_large_again(page: Page, busy: Desk) -> None:
    page.goto(busy.url + "/patient?desk=busy&lang=ja")
    plain = page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")

    page.get_by_text("字を大きく").click()

    assert page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('.else p')).fontSize)") >= 36
    assert page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)") >= plain


def test_easy_japanese_has_its_readings_as_ruby(page: Page, busy: Desk) -> None:
    page.goto(busy.url + "/patient?desk=busy&lang=ja-easy")

    expect(page.locator("main ruby rt").first).to_be_visible()
    bare = page.evaluate(
        "() => { const copy = document.querySelector('main').cloneNode(true);"
        " copy.querySelectorAll('ruby').forEach(one => one.remove()); return copy.textContent; }"
    )
    assert None is re.search("[一-鿿]", bare)


def test_a_patient_of_another_language_sees_japanese_beside_it(page: Page, busy: Desk) -> None:
    page.goto(busy.url + "/patient?desk=busy&lang=en")

    expect(page.locator("main")).to_have_attribute("lang", "en")
    expect(page.locator(".japanese")).to_have_attribute("lang", "ja")


def test_the_patient_screen_says_nothing_about_the_person_or_the_reason(page: Page, busy: Desk) -> None:
    for code in ("016", "017", "006"):
        post(busy, "/api/incidents", {"code": code, "desk": code})
        page.goto(f"{busy.url}/patient?desk={code}&lang=ja")

        text = page.locator("main").inner_text()
        assert None is re.search("保険者|資格|無効|失効|期限|未納", text.replace("資格確認書", ""))


def test_sound_comes_only_after_a_press(page: Page, busy: Desk) -> None:
    page.add_init_script("window.spoken = []; window.speechSynthesis.speak = words => window.spoken.push(words.text);")
    page.goto(busy.url + "/patient?desk=busy")
    assert [] == page.evaluate("() => window.spoken")

    page.locator("[data-speak]").click()

    (spoken,) = page.evaluate("() => window.spoken")
    assert "[" not in spoken
    assert "だいじょうぶです" in spoken
