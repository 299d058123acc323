"""The chain on a real desk: the strip and its page, a press that looks, a pasted notice, six words said and heard."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from madoguchi.evidence.telephone_words import Told, telephone_words
from tests.journeys.conftest import NARROW, TABLET, WIDE, Desk
from tests.journeys.test_look import CUT
from tests.journeys.test_story import post

pytestmark = pytest.mark.browser

PAGES = ("/?desk=chain", "/chain", "/notices", "/decode", "/settings", "/morning?desk=chain")

NOTICE = "【障害発生】オンライン資格確認等システムにおいて、現在、資格確認ができない事象が発生しています。"


@pytest.fixture
def busy(shared: Desk) -> Desk:
    """The shared desk with something to call about (told again where it is already open)."""
    post(shared, "/api/incidents", {"code": "011", "desk": "chain"})
    return shared


@pytest.mark.parametrize("path", PAGES)
def test_no_page_of_the_chain_has_a_barrier(page: Page, busy: Desk, path: str) -> None:
    page.goto(busy.url + path)

    found = Axe().run(page)

    assert [] == [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [TABLET, WIDE, NARROW], ids=["tablet", "wide", "narrow"])
def test_nothing_of_it_is_cut_at_any_size(page: Page, busy: Desk, path: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(busy.url + path)

    assert [] == page.evaluate(CUT)


def test_the_six_links_stand_in_one_row_on_a_tablet_whatever_they_say(page: Page, busy: Desk) -> None:
    page.goto(busy.url + "/?desk=chain")

    tops = page.evaluate("() => [...document.querySelectorAll('.chain li')].map(one => one.getBoundingClientRect().top)")

    assert 6 == len(tops)
    assert 1 == len(set(tops))


def test_a_link_leads_to_what_is_known_of_it_and_a_press_looks(page: Page, shared: Desk) -> None:
    page.goto(shared.url + "/?desk=idle")

    page.locator(".chain a").nth(3).click()
    expect(page).to_have_url(re.compile(r"/chain#lan$"))
    expect(page.locator("#lan")).to_contain_text("同じ LAN")
    page.get_by_role("button", name="いま しらべる").click()

    expect(page.locator("#desk")).to_contain_text("空きは")


def test_a_notice_goes_from_paste_to_guide_in_one_tap(page: Page, shared: Desk) -> None:
    page.goto(shared.url + "/chain")
    page.get_by_role("link", name="ポータルのお知らせを貼る").click()
    page.get_by_label("お知らせの文").fill(NOTICE)
    page.get_by_role("button", name="読みとる").click()
    expect(page.locator("[role=status]")).to_contain_text("止まっている")

    page.get_by_role("button", name="合っている。使う").click()

    expect(page.locator("article")).to_contain_text("いま使っているお知らせ")
    assert [] == Axe().run(page).response["violations"]
    page.get_by_role("button", name="もう直った").click()
    expect(page.locator("article")).not_to_contain_text("いま使っているお知らせ")


def test_six_words_go_from_the_staff_screen_over_the_telephone_to_the_vendor(page: Page, busy: Desk) -> None:
    page.goto(busy.url + "/?desk=chain")
    page.get_by_text("電話で聞かれたら").click()
    page.get_by_role("link", name="大きく見る").click()
    words = page.locator(".six-words li").all_inner_texts()
    assert 6 == len(words)
    assert [] == Axe().run(page).response["violations"]
    assert page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('.six-words li')).fontSize)") >= 32

    page.goto(busy.url + "/decode")
    page.get_by_label("6つの言葉").fill("、".join(words))
    page.get_by_role("button", name="読みとる").click()

    expect(page.locator("[role=status]")).to_contain_text("ネットワークエラー")


@pytest.fixture
def booklet(page: Page, shared: Desk, tmp_path: Path) -> Page:
    """The booklet's file, opened from a disk without any desk."""
    file = tmp_path / "booklet.html"
    file.write_bytes(page.request.get(shared.url + "/booklet.html").body())
    page.context.set_offline(True)
    page.goto(file.as_uri())
    return page


TOLD = (
    Told(
        "011", "generic", probes={"gateway": "good", "line": "down"}, tried={"other-pc-online": "no", "restart-router": "tried"}
    ),
    Told("unknown-code", "generic", "651"),
    Told("950", "panasonic-xc-stfr1j", probes={"area-notice": "doubtful"}),
    Told("001", "almex-mynatouch", tried={"reseat-card": "tried", "try-staff-card": "yes"}),
)


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.problem)
def test_the_booklet_reads_words_as_the_program_does(booklet: Page, told: Told) -> None:
    words = telephone_words(told)
    assert words is not None

    found = booklet.evaluate("text => understood(text)", "".join(words))

    assert (told.problem, told.reader, told.number) == (found["problem"], found["reader"], found["number"])
    assert (told.probes, told.tried) == (found["probes"], found["tried"])


def test_the_booklet_refuses_what_the_program_refuses(booklet: Page) -> None:
    words = telephone_words(TOLD[0])
    assert words is not None
    swapped, misheard = [words[1], words[0], *words[2:]], [*words[:5], "ぽぽぽ"]

    assert "sum" == booklet.evaluate("text => understood(text)", " ".join(swapped))["trouble"]
    assert {"trouble": "word", "place": 6} == booklet.evaluate("text => understood(text)", " ".join(misheard))
    assert "count" == booklet.evaluate("text => understood(text)", " ".join(words[:5]))["trouble"]


def test_somebody_types_the_words_into_the_booklet(booklet: Page) -> None:
    words = telephone_words(TOLD[0])
    assert words is not None
    booklet.get_by_label("6つの言葉").fill(" ".join(words))

    booklet.get_by_role("button", name="読みとる").click()

    expect(booklet.locator("#decode output")).to_contain_text("ネットワークエラー")
    expect(booklet.locator("#decode output")).to_contain_text("ルーター")
