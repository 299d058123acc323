"""What the patient screen shows, as values: three lines that follow the step, and nothing about the person."""

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec
from markupsafe import Markup

from madoguchi.desk.answer import Around
from madoguchi.desk.moments import DONE, UNTOUCHED
from madoguchi.desk.staff_view import code_of, shown_patient_text
from madoguchi.guide.state import State
from madoguchi.words.ruby import html, plain, spoken

PICTURES = {
    "try-again": "card-on-reader",
    "out-of-case": "case",
    "right-card": "card-kinds",
    "enter-pin": "keypad",
    "face-again": "face",
    "start-over": "start-over",
    "wait": "wait",
    "staff-looks": "people-counter",
    "show-paper": "paper",
    "write-four": "four-lines",
    "fill-form": "form",
    "together": "people-counter",
    "take-card": "done",
    "use-phone": "phone",
    "done": "done",
    "welcome": "welcome",
}
"""The drawing that belongs to a patient text."""

WAITING = frozenset({"wait", "together"})
"""Texts that ask for patience, shown on the warm background."""

MACHINES = frozenset({"reader", "terminal", "line"})
"""Stages that somebody at the desk is mending while the patient waits."""

JAPANESE = frozenset({"ja", "ja-easy"})


class Region(msgspec.Struct, frozen=True):
    """The part of the patient screen that changes."""

    state: str
    tone: str
    lang: str
    speech: str
    calm_big: Markup
    calm_rest: Markup
    picture: str
    picture_alt: str
    do: Markup
    note: Markup
    japanese: Markup
    else_: Markup
    code: str
    mark: str
    fallen_back: str


class Language(msgspec.Struct, frozen=True):
    """A language button: its own name, in its own language."""

    lang: str
    name: str
    link: str
    current: bool


class Page(msgspec.Struct, frozen=True):
    """The frame around the region: languages, size, reading aloud."""

    title: str
    page_lang: str
    large: bool
    home: str
    size_link: str
    staff_link: str
    languages: tuple[Language, ...]


def tag(lang: str) -> str:
    """The language tag for HTML: easy Japanese is Japanese."""
    return "ja" if lang in JAPANESE else lang


def shown(states: list[State], desk: str, around: Around) -> State | None:
    """The incident a desk's patient is in: the one touched last, unless it was left or ended too long ago."""
    ours = [state for state in states if state.desk == desk and not state.practice]
    latest = max(ours, key=lambda state: state.changed_at, default=None)
    if latest is None or around.now - latest.changed_at > (DONE if latest.status == "closed" else UNTOUCHED):
        return None
    return None if latest.how == "abandoned" else latest


def region(state: State | None, lang: str, around: Around) -> Region:
    """The three lines in a language, from where the incident stands; a welcome where there is none."""
    text = shown_patient_text(state, around) if state else "welcome"
    given = {"facility": around.settings.facility_kind, "tries": state.tries_left if state and state.tries_left else ""}
    calm, do, else_ = (around.words.say(f"patient-{text}.{part}", lang, **given) for part in ("calm", "do", "else"))
    notes = _notes(text, state, lang, around, given)
    first, rest = _first_sentence(calm.text)
    language = plain(around.words.text("screen-patient-language-name", do.lang))
    return Region(
        state="busy" if state and state.status != "closed" else "done" if state else "idle",
        tone="wait" if text in WAITING else "do-something",
        lang=tag(do.lang),
        speech=spoken(" ".join((calm.text, do.text, *notes, else_.text))),
        calm_big=html(first),
        calm_rest=html(rest),
        picture=PICTURES[text],
        picture_alt=plain(around.words.text(f"picture-{PICTURES[text]}", lang)),
        do=html(do.text),
        note=Markup("<br>").join(map(html, notes)),
        japanese=html("") if tag(lang) == "ja" else html(plain(around.words.text(f"patient-{text}.do", "ja", **given))),
        else_=html(else_.text),
        code=code_of(state, around.catalogue.problems[state.problem]) if state else "",
        mark=plain(around.words.text("screen-patient-mark", lang)),
        fallen_back="" if do.lang == lang else around.words.text("screen-patient-not-translated", lang, language=language),
    )


def _notes(text: str, state: State | None, lang: str, around: Around, given: Mapping[str, object]) -> list[str]:
    """The small lines: the text's own, and while waiting what is proved about card and machine."""
    found = []
    if around.words.has(f"patient-{text}.note", lang) or around.words.has(f"patient-{text}.note", "ja"):
        found.append(around.words.text(f"patient-{text}.note", lang, **given))
    if state and text == "wait" and state.status != "closed":
        problem = around.catalogue.problems[state.problem]
        if problem.proves_card_good:
            found.append(around.words.text("patient-card-is-fine", lang))
        if problem.stage in MACHINES:
            found.append(around.words.text("patient-machine-being-mended", lang))
    return found


def _first_sentence(calm: str) -> tuple[str, str]:
    """The calm line in two: the first sentence is set large, without its full stop."""
    for stop in ("。", ". "):
        first, found, rest = calm.partition(stop)
        if found and rest:
            return first, rest.strip()
    return calm.rstrip("。."), ""


def query(**values: str) -> str:
    """A query string of the values that are there."""
    return urlencode({key: value for key, value in values.items() if value})


def page(desk: str, lang: str, *, large: bool, back: bool, around: Around) -> Page:
    """The frame: every choice is a plain link that keeps the others."""

    def link(**changes: str) -> str:
        chosen = {"desk": desk, "lang": lang, "size": "large" if large else "", "back": "1" if back else "", **changes}
        return f"/patient?{query(**chosen)}"

    return Page(
        title=plain(around.words.text("screen-patient-title", lang)),
        page_lang=tag(lang),
        large=large,
        home=link(lang="", size=""),
        size_link=link(size="" if large else "large"),
        staff_link=f"/?desk={desk}" if back else "",
        languages=tuple(
            Language(tag(one), plain(around.words.text("screen-patient-language-name", one)), link(lang=one), one == lang)
            for one in around.settings.patient_languages
        ),
    )
