"""Turns words written as 漢字[かんじ] into HTML with real ruby, into what is read aloud, and into plain text."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

KANJI = r"\u3005-\u3007\u30f5\u30f6\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Inside a character class: everything that takes a reading, with 々 〆 〇 ヵ ヶ."""

KANA = r"\u3041-\u3096\u309d\u309e\u30a1-\u30f4\u30f7-\u30fa\u30fc-\u30fe"
"""Inside a character class: everything a reading is written in."""

READING = re.compile(f"(?P<base>[{KANJI}]+)\\[(?P<reading>[{KANA}]+)\\]")
"""A run of kanji and its reading. Brackets anywhere else are ordinary brackets."""

UNREAD = re.compile(f"[{KANJI}]+(?!\\[[{KANA}]+\\]|[{KANJI}])")
"""A run of kanji that nobody has given a reading."""


@lru_cache(2048)  # the same sentences come again with every drawing of a screen
def html(text: str) -> Markup:
    """The text for a page: escaped, each reading as `<ruby>` with `<rp>` for browsers without it, a new line as `<br>`."""
    parts: list[Markup] = []
    end = 0
    for found in READING.finditer(text):
        parts.append(escape(text[end : found.start()]))
        parts.append(
            Markup("<ruby>{base}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>").format(
                base=found["base"], reading=found["reading"]
            )
        )
        end = found.end()
    parts.append(escape(text[end:]))
    return Markup("").join(parts).replace("\n", Markup("<br>"))


def spoken(text: str) -> str:
    """The text as it is read aloud: the reading once, the kanji it belongs to not at all."""
    return READING.sub(r"\g<reading>", text)


def plain(text: str) -> str:
    """The text without its readings."""
    return READING.sub(r"\g<base>", text)
