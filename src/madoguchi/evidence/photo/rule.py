"""Decides which code a photo shows: number and title must agree, anything less is asked or refused."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

from madoguchi.evidence.photo.engine import Line
from madoguchi.evidence.photo.titles import Title, nearness

Why = Literal["both", "title", "near"]
Outcome = Literal["sure", "ask", "unknown-code", "number-alone", "nothing"]

SUPPORTS: Final = 60.0
"""From here on a title stands by its number, though a glare may have eaten part of it (docs/protocol/photo.md#rule)."""

MARGIN: Final = 8.0
"""A title that is this much nearer than the number's own contradicts the number."""

ALONE: Final = 88.0
"""A title without a number needs this much: at 75, an instruction was once taken for one (docs/protocol/photo.md#rule)."""

ANYBODYS: Final = frozenset({"011"})
"""Titles that other machines show too, word for word: without a number they are asked."""

CERTAIN: Final[dict[Why, float]] = {"both": 0.98, "title": 0.85}
UNSURE: Final = 0.6
"""What the codes that are asked about share."""

REST: Final = 0.01
"""Chance written beside the two codes that are shown only as other choices."""

CHOICES: Final = 3

_OPEN, _CLOSE = r"[【\[\(〔「『<〈《\{]", r"[】\]\)〕」』>〉》\}:]"
_DIGIT = "[0-9OoQDIl|]"
_BRACKETED: Final = re.compile(rf"{_OPEN}\s*({_DIGIT}{{3}})\s*{_CLOSE}")
_LABELLED: Final = re.compile(
    rf"(?:エラ[ー一-]?|コ[ー一-]?ド|error|err|code|no\.?)[^0-9A-Za-z]{{0,3}}({_DIGIT}{{3}})(?![0-9])", re.IGNORECASE
)
_BARE: Final = re.compile(r"(?<![0-9:.,/\-])([0-9]{3})(?![0-9:.,/\-])")
_AS_DIGITS: Final = str.maketrans("OoQDIl|", "0000111")


class Choice(msgspec.Struct, frozen=True):
    """A code the photo may show, how likely, and on what ground."""

    code: str
    p: float
    why: Why


class Decision(msgspec.Struct, frozen=True):
    """What the lines say: `sure` and `ask` come with choices, the likeliest first; `code` is one that nobody knows."""

    outcome: Outcome
    choices: tuple[Choice, ...] = ()
    code: str = ""


class Numbers(msgspec.Struct, frozen=True):
    """Three digits as they stand in the lines: announced as a code, or anywhere."""

    announced: tuple[str, ...]
    bare: tuple[str, ...]


def numbers(texts: Sequence[str]) -> Numbers:
    """The numbers in the lines; a clock, a date and a longer number are none."""
    plain = [unicodedata.normalize("NFKC", text) for text in texts]
    written = [found for text in plain for form in (_BRACKETED, _LABELLED) for found in form.findall(text)]
    # A soft 0 is read as O; three letters are a word.
    announced = [found.translate(_AS_DIGITS) for found in written if sum(map(str.isdigit, found)) > 1]
    loose = [found for text in plain for found in _BARE.findall(text)]
    return Numbers(tuple(dict.fromkeys(announced)), tuple(dict.fromkeys(loose)))


def decide(lines: Sequence[Line], known: Sequence[Title]) -> Decision:
    """The rule.

    Args:
        lines: what was read.
        known: the titles of the codes there are.
    """
    texts = [line.text for line in lines]
    seen, near = numbers(texts), nearness(texts, known)
    ranked = sorted(near, key=lambda code: -near[code])
    # A number without a label counts only beside its own title: "003 暗証番号入力誤り".
    shown = [code for code in dict.fromkeys((*seen.announced, *seen.bare)) if near.get(code, 0.0) >= SUPPORTS]
    shown.sort(key=lambda code: -near[code])
    if shown and near[ranked[0]] - near[shown[0]] < MARGIN:
        rivals = [code for code in shown if near[shown[0]] - near[code] < MARGIN]
        return _sure(shown[0], "both", ranked) if len(rivals) == 1 else _ask(rivals, ranked)
    alone = _alone(ranked, near)
    if shown or (alone and seen.announced):
        return _ask([*(code for code in seen.announced if code in near), ranked[0], *shown], ranked)
    if seen.announced:
        unknown = next((code for code in seen.announced if code not in near), "")
        return Decision("unknown-code", code=unknown) if unknown else Decision("number-alone")
    if not alone:
        return Decision("nothing")
    return _ask([ranked[0]], ranked) if ranked[0] in ANYBODYS else _sure(ranked[0], "title", ranked)


def _alone(ranked: Sequence[str], near: Mapping[str, float]) -> bool:
    """Whether the nearest title would do without a number."""
    if not ranked:
        return False
    second = near[ranked[1]] if len(ranked) > 1 else 0.0
    return near[ranked[0]] >= ALONE and near[ranked[0]] - second >= MARGIN


def _sure(code: str, why: Why, ranked: Sequence[str]) -> Decision:
    return Decision("sure", (Choice(code, CERTAIN[why], why), *_others((code,), ranked)))


def _ask(codes: Sequence[str], ranked: Sequence[str]) -> Decision:
    """Codes of which none is sure enough, equally likely."""
    asked = tuple(dict.fromkeys(codes))[:CHOICES]
    each = round(UNSURE / len(asked), 2)
    return Decision("ask", (*(Choice(code, each, "near") for code in asked), *_others(asked, ranked)))


def _others(taken: Sequence[str], ranked: Sequence[str]) -> tuple[Choice, ...]:
    rest = [code for code in ranked if code not in taken]
    return tuple(Choice(code, REST, "near") for code in rest[: CHOICES - len(taken)])
