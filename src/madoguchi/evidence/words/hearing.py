"""Hears a sentence: one spelling for all ways of writing, its sound, the things it names, the pieces it is compared by."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import Final

import msgspec

from madoguchi.catalogue.speech import Lexicon

LONGEST: Final = 500
"""More characters than this are not heard: nobody says a trouble in more."""

THING: Final = 2.6
PAIR: Final = 1.6
KIND: Final = 1.5
WORD: Final = 1.0
PART: Final = 0.5
SOUND: Final = {2: 0.6, 3: 1.0, 4: 0.8}
SIGN: Final = 0.6
SIGNS: Final = 0.8
SCRIPT: Final = 1.0
"""How much a piece counts beside the others: a thing that is named, two things named together, whether
they are of this desk, a Latin word, three or four of
its letters, two to four kana of the sound, one or two Chinese characters, letters of another script. Chosen by the tuning
split."""

ELSEWHERE: Final = frozenset(
    (
        "other-device",
        "money",
        "booking",
        "symptom",
        "treatment",
        "greeting",
        "weather",
        "other-paper",
        "lost",
        "place",
        "people",
    )
)
"""Things of the lexicon that are not of this desk: a sentence that names one speaks of something else, most often."""

_KATAKANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_LARGE: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", "ー")
_BLOTS: Final = str.maketrans(dict.fromkeys("●■〓⚫◆⬤◼", "黒丸"))
_DASH: Final = re.compile(r"(?<=[ぁ-ゟァ-ヿ])[-‐-―−─一ｰ~〜](?=[ぁ-ゟァ-ヿ]|$)")
_LATIN: Final = re.compile(r"[a-zà-ɏḀ-ỿ]+")
_NOISE: Final = re.compile(
    r"[\s!-/:-@\[-`{-~\u00a0-\u00bf\u2000-\u206f\u2190-\u21ff\u2460-\u27bf\u3000-\u3004\u3007-\u303f・\ufe00-\ufe0f"
    r"\U0001f000-\U0001faff।॥၊။]+"
)
_HAN: Final = re.compile(r"[一-龯々]")
_KANA: Final = re.compile(r"[ぁ-ゟ]")

_STEM: Final = "(?<=[かがさたなばまられわえけせてねべめげじ])"
_END: Final = (
    r"(?=$| |けど|ねん|のや|のよ|ばい|たい|とよ|とです|わ|て|で|し|みたい|よう|です|やん|が|から|ので|かつた|くな|とか|らしい"
    r"|と)"
)
_NOT: Final = tuple(
    (re.compile(pattern), "ない")
    for pattern in (
        "ません",
        rf"{_STEM}へん",
        r"(?<=[めいきしちにびみりぎ])へん",
        rf"{_STEM}ん{_END}",
        rf"{_STEM}ねえ",
        rf"{_STEM}ず(?=$| |に)",
    )
)
"""読めへん, 読めん, 読めねえ, 読めません and 読めず all say 読めない."""


class Heard(msgspec.Struct, frozen=True):
    """A sentence as it was heard: its pieces with their weights, and the words by which it names things."""

    pieces: dict[str, float]
    named: dict[str, str]


def spelling(text: str) -> str:
    """One way of writing: width, case, katakana, long-vowel dashes, marks on Latin letters and all signs made one."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST].translate(_BLOTS)).casefold()
    plain = _DASH.sub("ー", plain).translate(_KATAKANA)
    return _NOISE.sub(" ", _LATIN.sub(_bare, plain)).strip()


def _bare(word: re.Match[str]) -> str:
    split = unicodedata.normalize("NFKD", word[0])
    return "".join(sign for sign in split if not unicodedata.combining(sign)).replace("đ", "d").replace("ı", "i")


class Hearing:
    """The words of a lexicon, ready to be found in sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Sort words and readings by their first letter."""
        self._readings = lexicon.readings
        self._lengths = _lengths(lexicon.readings)
        self._written: dict[str, list[tuple[str, str, str]]] = {}
        self._spoken: dict[str, list[tuple[str, str, str]]] = {}
        for thing, forms in lexicon.concepts.items():
            for form in forms:
                written = spelling(form)
                spoken = self.sound(written)
                self._written.setdefault(written[:1], []).append((written, thing, form))
                # A short sound hides in too many other words; what is written in kana has no other shape.
                if _KANA.search(spoken) and not _HAN.search(spoken) and (len(spoken) >= 3 or not _HAN.search(written)):
                    self._spoken.setdefault(spoken[:1], []).append((spoken, thing, form))

    def sound(self, spelled: str) -> str:
        """How a spelled sentence sounds, in large kana without long vowels, with one way of saying not."""
        said, at = [], 0
        while at < len(spelled):
            for length in self._lengths.get(spelled[at], ()):
                reading = self._readings.get(spelled[at : at + length])
                if reading is not None:
                    said.append(reading)
                    at += length
                    break
            else:
                said.append(spelled[at])
                at += 1
        sound = "".join(said).translate(_LARGE)
        for pattern, way in _NOT:
            sound = pattern.sub(way, sound)
        return sound

    def hear(self, text: str) -> Heard:
        """Everything that a sentence is compared by."""
        written = spelling(text)
        spoken = self.sound(written)
        # The longest word for a thing is the most telling one.
        named = dict(sorted(self._named(written, spoken), key=lambda pair: len(pair[1])))
        pieces = {f"thing:{thing}": THING for thing in named}
        pieces |= {f"pair:{one}+{other}": PAIR for one, other in combinations(sorted(named), 2)}
        pieces[f"kind:{_kind(named)}"] = KIND
        for run in spoken.split():
            pieces.update(_pieces(run))
        for run in written.split():
            pieces |= {f"sign:{sign}": SIGN for sign in _HAN.findall(run)}
            pieces |= {f"sign:{pair}": SIGNS for pair in _grams(run, 2) if _HAN.search(pair)}
        return Heard(pieces, named)

    def _named(self, written: str, spoken: str) -> Iterator[tuple[str, str]]:
        for text, table in ((spoken, self._spoken), (written, self._written)):
            for at, letter in enumerate(text):
                for form, thing, shown in table.get(letter, ()):
                    if text.startswith(form, at) and _whole(text, at, form):
                        yield thing, shown


def _kind(named: Collection[str]) -> str:
    if not ELSEWHERE.isdisjoint(named):
        return "elsewhere"
    return "here" if named else "nothing"


def _lengths(readings: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """Lengths of the words that begin with a character, the longest first."""
    found: dict[str, set[int]] = {}
    for word in readings:
        found.setdefault(word[:1], set()).add(len(word))
    return {letter: tuple(sorted(lengths, reverse=True)) for letter, lengths in found.items()}


def _whole(text: str, at: int, form: str) -> bool:
    """A word in Latin letters stands alone; others may stand in the middle of a run."""
    before, after = text[at - 1 : at], text[at + len(form) : at + len(form) + 1]
    return not (_joins(before, form[0]) or _joins(form[-1], after))


def _joins(left: str, right: str) -> bool:
    return bool(left and right) and left.isascii() and right.isascii() and left.isalnum() and right.isalnum()


def _pieces(run: str) -> Iterator[tuple[str, float]]:
    """The pieces of one run without blanks, by its script."""
    edged = f"^{run}$"
    if run.isascii():
        yield f"word:{run}", WORD
        for size in (3, 4):
            yield from ((f"part:{gram}", PART) for gram in _grams(edged, size))
    elif _KANA.search(run) or _HAN.search(run):
        for size, weight in SOUND.items():
            yield from ((f"sound:{gram}", weight) for gram in _grams(edged, size))
    else:
        for size in (2, 3, 4):
            yield from ((f"script:{gram}", SCRIPT) for gram in _grams(run, size))


def _grams(text: str, size: int) -> dict[str, None]:
    """In the order of the text, so that the same phrases always teach the same."""
    return dict.fromkeys(text[start : start + size] for start in range(len(text) - size + 1))
