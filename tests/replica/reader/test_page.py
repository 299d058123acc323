"""The reader's page without a script: every press is a form."""

import re

import httpx
import pytest

from madoguchi.replica.world import World
from tests.replica.reader.chain import Hands


class Browser:
    """A browser that runs no script: it sends forms and follows."""

    def __init__(self, world: World) -> None:
        self._client = httpx.Client(base_url=world.url("reader"), trust_env=False, timeout=30, follow_redirects=True)
        self.text = self._client.get("/").text

    def press(self, **fields: object) -> str:
        answer = self._client.post("/press", data=fields)
        assert 200 == answer.status_code
        self.text = answer.text
        return self.screen

    def send(self, data: bytes) -> str:
        answer = self._client.post("/press", data={"do": "picture"}, files={"file": ("face.png", data, "image/png")})
        self.text = answer.text
        return self.screen

    def look(self, query: str = "") -> str:
        self.text = self._client.get(f"/{query}").text
        return self.text

    def get(self, path: str) -> httpx.Response:
        return self._client.get(path)

    @property
    def screen(self) -> str:
        found = re.search(r'data-screen="([a-z]+)"', self.text)
        return found[1] if found else ""

    def type(self, digits: str) -> str:
        for key in digits:
            self.press(do="key", key=key)
        return self.press(do="key", key="enter")


@pytest.fixture(name="browser")
def _browser(world: World, hands: Hands) -> Browser:
    assert "place" == hands.look()["screen"]
    return Browser(world)


def test_a_check_in_by_forms_alone(browser: Browser) -> None:
    screens = [
        browser.press(do="place_card", persona="adult"),
        browser.press(do="choose", method="pin"),
        browser.type("1234"),
        browser.press(do="consent", consents=["drugs", "operations"]),
        browser.press(do="prescription", form="paper"),
        browser.press(do="take_card"),
    ]

    assert ["choose", "pin", "consents", "prescription", "done", "place"] == screens


def test_typed_digits_are_counted_taken_back_and_never_shown(browser: Browser) -> None:
    browser.press(do="place_card", persona="adult")
    browser.press(do="choose", method="pin")
    for key in ("7", "5", "3", "back", "x", "77"):
        browser.press(do="key", key=key)

    assert 2 == browser.text.count('class="full"')
    assert "75" not in re.sub(r"<style>.*?</style>", "", browser.text, flags=re.DOTALL)
    assert "pin" == browser.press(do="key", key="enter")


def test_digits_go_with_the_screen_they_were_typed_on(browser: Browser) -> None:
    browser.press(do="place_card", persona="adult")
    browser.press(do="choose", method="pin")
    browser.press(do="key", key="1")
    browser.press(do="take_card")
    browser.press(do="place_card", persona="adult")
    browser.press(do="choose", method="visual")

    assert 0 == browser.text.count('class="full"')


def test_a_picture_that_is_sent_is_judged(browser: Browser) -> None:
    browser.press(do="place_card", persona="adult")
    browser.press(do="choose", method="face")
    nothing = browser.send(b"no picture")
    note = "role" in browser.text and 'class="note"' in browser.text
    dark = browser.send(browser.get("/cards/transit.png").content)

    assert ("camera", True, "trouble") == (nothing, note, dark)
    assert 'data-code="102"' in browser.text


def test_a_code_stands_in_brackets_with_its_kind_name(browser: Browser) -> None:
    browser.press(do="place_card", persona="licence")

    assert "【002】" in browser.text
    assert browser.press(do="take_card") == "place"


@pytest.mark.parametrize(("query", "lang"), [("?lang=en", "en"), ("?lang=ja", "ja"), ("", "ja")])
def test_every_screen_says_that_it_is_practice(browser: Browser, query: str, lang: str) -> None:
    text = browser.look(query)

    assert f'<html lang="{lang}">' in text
    assert 'class="practice"' in text


def test_the_tray_can_be_left_away(browser: Browser) -> None:
    assert 'class="tray"' in browser.look()
    assert 'class="tray"' not in browser.look("?tray=no")


def test_cards_have_faces_and_strangers_have_none(browser: Browser) -> None:
    assert "image/png" == browser.get("/cards/adult.png").headers["content-type"]
    assert 404 == browser.get("/cards/stranger.png").status_code
    assert 400 == browser.get("/?lang=xx").status_code


@pytest.mark.parametrize("fields", [{}, {"do": "dance"}, {"do": "choose", "method": "dance"}, {"do": "take_card"}])
def test_a_press_that_has_no_place_leaves_the_screen_as_it_is(browser: Browser, fields: dict[str, str]) -> None:
    assert "place" == browser.press(**fields)
    assert 'class="note"' in browser.text
