"""What the reader's screen shows, as data: for programs that rehearse, and for the page that is drawn from it."""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from madoguchi.replica.reader.kiosk import Consent, Method
from madoguchi.replica.reader.machine import ways
from madoguchi.replica.reader.running import Reader
from madoguchi.words.translate import Words

Lang = Literal["ja", "ja-easy", "en"]

LANGUAGES: Final[tuple[tuple[Lang, str], ...]] = (("ja-easy", "やさしい日本語"), ("ja", "日本語"), ("en", "English"))
"""The languages of the screen, each by its own name."""

SPEAKS: Final[Mapping[str, str]] = {
    "001": "try-again",
    "002": "right-card",
    "003": "other-way",
    "004": "other-way",
    "005": "other-way",
    "006": "show-paper",
    "007": "show-paper",
    "009": "start-over",
    "010": "together",
    "015": "other-way",
    "016": "together",
    "017": "together",
    "101": "other-way",
    "102": "other-way",
    "103": "other-way",
    "902": "other-way",
}
"""What a code's screen says to the patient; the rest is the machine's or the desk's part, and the patient waits."""


class Text(msgspec.Struct, frozen=True):
    """The screen's words: what is so, what to do, what else."""

    title: str
    do: str
    other: str
    name: str = ""


class View(msgspec.Struct, frozen=True):
    """The screen. `code` is None where there is none; `last_try`: one PIN try is left; `card`: something lies there."""

    screen: str
    code: str | None
    reason: str
    ways: tuple[Method, ...]
    tries_left: int | None
    last_try: bool
    card: bool
    method: Method | None
    asked: tuple[Consent, ...]
    prescription: bool
    notices: tuple[str, ...]
    finished: bool
    again: bool
    stand_in: bool
    lang: str
    text: Text
    practice: bool = True


def view(reader: Reader, words: Words, lang: Lang) -> View:
    """What is on the screen now."""
    now = reader.kiosk
    over = reader.effects.screen()
    screen = over or now.screen
    code = now.code if screen == "trouble" else None
    # How many tries a PIN has left is nobody's business until one was missed or the next one would be the last.
    left = now.tries_left if code in {"003", "004"} or screen == "pin" else None
    return View(
        screen=screen,
        code=code,
        reason=now.reason if code else "",
        ways=() if over else _kindest_first(ways(now), last_try=left == 1),
        tries_left=left,
        last_try=left == 1,
        card=bool(now.lies) or over == "forgotten",
        method=now.method,
        asked=now.asked if screen == "consents" else (),
        prescription=now.wants_form,
        notices=now.notices,
        finished=now.finished,
        again=now.passcode_missed,
        stand_in=now.stand_in,
        lang=lang,
        text=_text(words, lang, screen, code, finished=now.finished),
    )


def _kindest_first(open_ways: tuple[Method, ...], *, last_try: bool) -> tuple[Method, ...]:
    """The ways as they are offered: where one more miss locks the PIN, it comes last."""
    return tuple(sorted(open_ways, key=lambda way: last_try and way == "pin"))


def _text(words: Words, lang: Lang, screen: str, code: str | None, *, finished: bool) -> Text:
    # With the result in the folder only the prescription is left, whatever code that has; 016 is about the result itself.
    says = "go-on" if finished and code != "016" else SPEAKS.get(code or "", "wait")
    message = f"replica-reader-says-{says}" if code else f"replica-reader-screen-{screen}"

    def part(name: str) -> str:
        return words.text(f"{message}.{name}", lang)

    name = words.text(f"replica-reader-code-{code}", lang) if code else ""
    return Text(part("title"), part("do"), part("other"), name)
