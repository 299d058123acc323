"""What readers write beside their codes, and how near a line of a photo comes to it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

import msgspec

from madoguchi.catalogue.model import Catalogue

TOGETHER: Final = 3
"""A long title breaks into at most so many lines."""

_ALIKE: Final = str.maketrans(
    "一―－—–-‐一力口工二八夕卜へべぺりョャュッァィゥェォょゃゅっぁぃぅぇぉバパビピブプベペボポばぱびぴぶぷぼぽ",
    "ーーーーーーーーカロエニハタトヘヘヘリヨヤユツアイウエオよやゆつあいうえおハハヒヒフフヘヘホホははひひふふほほ",
)
"""Signs that a soft photo cannot tell apart: a dash and a long vowel, 力 and カ, small and large kana, rings and ticks."""

COMMON: Final = ("マイナンバーカード", "オンライン資格確認等システム", "資格確認端末")
"""Words of many titles and of many instructions: a whole 「マイナンバーカード」 must not make an instruction a title."""

LEAST: Final = 3
"""Letters of a common word by which it is known where glare has eaten the rest."""

ONE: Final = "〇"

_SIGNS: Final = re.compile(r"[\W_]+")
_CODE: Final = re.compile(
    r"(?:エラ[ーー]?)?(?:コ[ーー]ド|番号)?\s*[:：]?\s*[【\[［〔「『(（<〈《]?\s*(?<![0-9])[0-9]{3}(?![0-9])\s*[】\]］〕」』)）>〉》:：]?"
    r"|エラーコード[:：]?"
)


class Texts(Protocol):
    """What is asked of the words."""

    def has(self, message: str, lang: str) -> bool:
        """Whether a language has a message."""

    def text(self, message: str, lang: str) -> str:
        """Its text."""


class Title(msgspec.Struct, frozen=True):
    """A wording and the code it stands beside."""

    code: str
    text: str
    bare: str
    """As it is compared."""


def titles(catalogue: Catalogue, words: Texts) -> tuple[Title, ...]:
    """Every wording of every code: the common one, and what single makers write instead (readers/*.toml)."""
    codes = [one for one in catalogue.problems if one.isdigit()]
    common = [(one, words.text(f"problem-{one}.name", "ja")) for one in codes if words.has(f"problem-{one}.name", "ja")]
    own = [(code, text) for reader in catalogue.readers.values() for code, texts in reader.wordings.items() for text in texts]
    return tuple(Title(code, text, bare(text)) for code, text in dict.fromkeys([*common, *own]))


def bare(text: str) -> str:
    """A text as it is compared: without width, signs and what a soft photo cannot tell apart; common words weigh one sign."""
    return _weighed(_plain(text))


def _weighed(plain: str) -> str:
    for pieces in _PIECES:
        found = next((piece for piece in pieces if piece in plain), "")
        plain = plain.replace(found, ONE, 1) if found else plain
    return plain


def _plain(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).translate(_ALIKE)).casefold()


def without_code(text: str) -> str:
    """A line without the number and what announces it."""
    return _CODE.sub(" ", unicodedata.normalize("NFKC", text))


def nearness(lines: Sequence[str], known: Iterable[Title]) -> Mapping[str, float]:
    """How near the lines come to each code's wording, 0 to 100; a broken title is put together again.

    Only whole lines are compared: an instruction that merely contains a title is none.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - the extra is loaded only where a photo is read

    pieces = [_plain(without_code(line)) for line in lines]
    said = list(
        dict.fromkeys(
            _weighed(joined)
            for start in range(len(pieces))
            for end in range(start + 1, min(start + TOGETHER, len(pieces)) + 1)
            if (joined := "".join(pieces[start:end]))
        )
    )
    best: dict[str, float] = {}
    for title in known:
        found = process.extractOne(title.bare, said, scorer=fuzz.ratio)
        best[title.code] = max(best.get(title.code, 0.0), float(found[1]) if found else 0.0)
    return best


def _pieces(word: str) -> tuple[str, ...]:
    """Every piece of a word, the longest first."""
    sizes = range(len(word), LEAST - 1, -1)
    return tuple(word[start : start + size] for size in sizes for start in range(len(word) - size + 1))


_PIECES: Final = tuple(_pieces(_plain(word)) for word in COMMON)
