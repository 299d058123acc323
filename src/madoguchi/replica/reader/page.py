"""The reader's screen in a browser, and beside it the tray of practice cards; every press is a form and needs no script."""

import base64
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

import msgspec
from anyio import to_thread
from jinja2 import Environment, StrictUndefined
from litestar import MediaType, Request, Response, get, post
from litestar.datastructures import FormMultiDict, UploadFile
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from markupsafe import Markup

from madoguchi.replica.card.personas import Persona, personas
from madoguchi.replica.reader.drive import act
from madoguchi.replica.reader.hands import NOBODY, TWO, Hand
from madoguchi.replica.reader.kiosk import Consent, Refused
from madoguchi.replica.reader.optics import png
from madoguchi.replica.reader.pictograms import picture_of
from madoguchi.replica.reader.running import Reader
from madoguchi.replica.reader.view import LANGUAGES, Lang, view
from madoguchi.words import ruby
from madoguchi.words.translate import Words

DIGITS: Final = 4
LARGEST_FORM: Final = 9_000_000
FIELDS: Final = ("do", "persona", "method", "marker", "agree", "form")
"""What a form may say of a hand, besides keys, consents and a file."""


class Keys:
    """The digits typed so far; they are forgotten with the screen they were typed on."""

    def __init__(self) -> None:
        """Nothing is typed."""
        self._typed, self._where = "", (0, "")

    def on(self, reader: Reader) -> str:
        """What was typed on the screen of this moment."""
        where = (reader.kiosk.visit, reader.kiosk.screen)
        if where != self._where:
            self._typed, self._where = "", where
        return self._typed

    def press(self, reader: Reader, key: str) -> Hand | None:
        """What a key comes to: something done where four digits are entered."""
        typed = self.on(reader)
        if key == "enter" and len(typed) == DIGITS:
            self._typed = ""
            return Hand("type_pin", pin=typed) if reader.kiosk.screen == "pin" else Hand("passcode", code=typed)
        if key == "back":
            self._typed = typed[:-1]
        elif len(key) == 1 and key in "0123456789" and len(typed) < DIGITS:
            self._typed = typed + key
        return None


@cache
def _page() -> Any:  # noqa: ANN401 - jinja's own
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.from_string(files("madoguchi.replica.reader").joinpath("page.html").read_text("utf-8"))


def page(reader: Reader, words: Words) -> list[HTTPRouteHandler]:
    """The doors for a browser."""
    keys = Keys()

    def mark() -> str:
        now = reader.kiosk
        return f"{now.visit} {now.screen} {now.code} {reader.effects.screen()} {len(keys.on(reader))} {now.face_tries}"

    @get("/", media_type=MediaType.HTML)
    async def screen(lang: FromQuery[Lang] = "ja-easy", tray: FromQuery[str] = "yes", note: FromQuery[str] = "") -> str:
        seen = view(reader, words, lang)
        drawn: str = _page().render(
            **_said(words, lang),
            **_beside(reader, words, lang),
            seen=seen,
            lang=lang,
            tray=tray != "no",
            refused=bool(note),
            typed=len(keys.on(reader)),
            picture=picture_of(seen.screen, seen.code),
            mark=mark(),
        )
        return drawn

    @get("/kiosk/mark")
    async def marked() -> dict[str, str]:
        return {"mark": mark()}

    @get("/cards/{name:str}")
    async def card(name: FromPath[str]) -> Response[bytes]:
        persona = name.removesuffix(".png")
        if persona not in personas():
            raise NotFoundException
        image = await to_thread.run_sync(lambda: png(reader.tray.face(persona)))
        return Response(image, media_type="image/png", headers={"cache-control": "max-age=3600"})

    @post("/press", request_max_body_size=LARGEST_FORM)
    async def press(request: Request[Any, Any, Any]) -> Redirect:
        form = await request.form()
        note = ""
        try:
            hand = await _hand(form, reader, keys)
            if hand is not None:
                await act(reader, hand)
        except Refused:
            note = "&note=refused"
        lang = form.get("lang") if form.get("lang") in dict(LANGUAGES) else "ja-easy"
        return Redirect(f"/?lang={lang}{'&tray=no' if form.get('tray') == 'no' else ''}{note}", status_code=303)

    return [screen, marked, card, press]


def _said(words: Words, lang: Lang) -> Mapping[str, Any]:
    def text(message: str, **args: object) -> str:
        return words.text(f"replica-reader-{message}", lang, **args)

    def say(message: str, **args: object) -> Markup:
        return ruby.html(text(message, **args))

    def large(sentence: str) -> Markup:
        # A long line breaks behind its commas first.
        return ruby.html(sentence).replace("、", Markup("、<wbr>"))

    return {"say": say, "plain": lambda message: ruby.plain(text(message)), "ruby": large, "languages": LANGUAGES}


def _beside(reader: Reader, words: Words, lang: Lang) -> Mapping[str, Any]:
    """What lies and stands beside the reader."""
    lies = personas().get(reader.kiosk.lies)
    staff = "en" if lang == "en" else "ja"
    return {
        "people": [(one.id, words.text(f"persona-{one.id}", staff), bool(one.name)) for one in personas().values()],
        "lies": words.text(f"persona-{lies.id}", staff) if lies else "",
        "pin": lies.secrets.get("user-pin", "") if lies else "",
        "standing": (("self", lies.id if lies else NOBODY), ("other", _other(lies)), ("nobody", NOBODY), ("two", TWO)),
    }


def _other(lies: Persona | None) -> str:
    """Somebody whose photo is another one."""
    return next((one.id for one in personas().values() if one.name and lies and one.photo != lies.photo), NOBODY)


async def _hand(form: FormMultiDict, reader: Reader, keys: Keys) -> Hand | None:
    """What a press of the page means.

    Raises:
        Refused: nothing.
    """
    if form.get("do") == "key":
        return keys.press(reader, str(form.get("key", "")))
    told: dict[str, Any] = {name: form[name] for name in FIELDS if isinstance(form.get(name), str) and form[name]}
    if form.get("do") == "consent":
        told["consents"] = _consents(form, reader.kiosk.asked)
    file = form.get("file")
    if isinstance(file, UploadFile):
        told["file"] = base64.b64encode(await file.read()).decode()
    try:
        return msgspec.convert(told, Hand, strict=False)
    except msgspec.ValidationError:
        raise Refused("not-understood") from None


def _consents(form: FormMultiDict, asked: tuple[Consent, ...]) -> tuple[Consent, ...]:
    if form.get("consent") == "all":
        return asked
    return tuple(one for one in asked if one in form.getall("consents", []))
