"""A number as six words that survive a bad telephone line, and back; one wrong or two swapped words are always noticed.

The words are the digits of a number to the base of the list's length, a prime; the sixth is chosen so that the sum of all
places, each times its own weight, is a constant. A wrong word changes that sum, because no weight is divisible by a prime
larger than it; two swapped words do, because no two weights are alike (docs/protocol/telephone.md).
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal

COUNT: Final = 6
WEIGHTS: Final = (1, 2, 3, 4, 5, 6)
"""One for each place, all different."""

CONSTANT: Final = 217
"""What the weighed sum leaves: not 0, so that six times the first word is no message."""

STIR: Final = 0x2545F4914F6CDD1D
SHIFT: Final = 0x9E3779B97F4A
"""Spread neighbouring numbers over all words; any factor without a common divisor with the list's length would do."""

Reason = Literal["count", "word", "sum", "range"]
"""Not six words, a word that is not in the list, a sum that does not fit, a number too large for what it should hold."""

SAME_SOUND: Final = str.maketrans("ぢづ", "じず")
"""Kana that nobody can tell apart by ear."""

BETWEEN: Final = str.maketrans(dict.fromkeys("、。，．・,.-/|", " "))


class NotHeard(ValueError):  # noqa: N818 - it says what became of the words
    """The words cannot be what was said: why, which place (from 1, 0 for none), and the word that would fit there."""

    def __init__(self, reason: Reason, place: int = 0, perhaps: str = "") -> None:
        """Keep what a person needs to ask again."""
        super().__init__(reason)
        self.reason: Reason = reason
        self.place = place
        self.perhaps = perhaps


@cache
def word_list() -> tuple[str, ...]:
    """All words in the order that gives them their numbers; it never changes."""
    return tuple((files(__package__) / "words.txt").read_text("utf-8").split())


def capacity() -> int:
    """How many numbers there are words for."""
    return int(len(word_list()) ** (COUNT - 1))


def spoken(number: int) -> tuple[str, ...]:
    """The six words of a number.

    Raises:
        ValueError: the number is negative or too large.
    """
    if not 0 <= number < capacity():
        raise ValueError(number)
    words = word_list()
    rest, digits = (number * STIR + SHIFT) % capacity(), []
    for _ in range(COUNT - 1):
        rest, digit = divmod(rest, len(words))
        digits.append(digit)
    return tuple(words[digit] for digit in (*digits, _fitting(digits, COUNT - 1)))


def heard(text: str) -> int:
    """The number that six words mean, as anybody types them: hiragana or katakana, any width, with spaces or without.

    Raises:
        NotHeard: they cannot be what was said.
    """
    parts = plain(text).split()
    if len(parts) != COUNT:
        parts = _apart("".join(parts))
    index = _index()
    unknown = [place for place, part in enumerate(parts) if part not in index]
    if unknown:
        raise _unknown(parts, unknown, index)
    digits = [index[part] for part in parts]
    if _sum(digits) != CONSTANT:
        raise NotHeard("sum")
    number = 0
    for digit in reversed(digits[:-1]):
        number = number * len(index) + digit
    return (number - SHIFT) * pow(STIR, -1, capacity()) % capacity()


def plain(text: str) -> str:
    """The text in hiragana of one width and of one spelling for each sound, with single spaces."""
    normal = unicodedata.normalize("NFKC", text).translate(BETWEEN)
    hiragana = "".join(chr(ord(sign) - 0x60) if "ァ" <= sign <= "ヶ" else sign for sign in normal)
    return " ".join(hiragana.translate(SAME_SOUND).split())


def _sum(digits: Sequence[int]) -> int:
    return sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=False)) % len(word_list())


def _fitting(digits: Sequence[int], place: int) -> int:
    """The digit at a place that makes the sum right; what stands there is not looked at."""
    prime = len(word_list())
    others = sum(weight * digit for at, (weight, digit) in enumerate(zip(WEIGHTS, digits, strict=False)) if at != place)
    return (CONSTANT - others) * pow(WEIGHTS[place], -1, prime) % prime


def _unknown(parts: Sequence[str], unknown: Sequence[int], index: Mapping[str, int]) -> NotHeard:
    """One word that is not in the list follows from the other five: it is offered where it sounds alike."""
    place = unknown[0]
    perhaps = ""
    if len(unknown) == 1:
        fitting = word_list()[_fitting([index.get(part, 0) for part in parts], place)]
        perhaps = fitting if _alike(fitting, parts[place]) else ""
    return NotHeard("word", place + 1, perhaps)


def _alike(one: str, other: str) -> bool:
    """Whether at most two signs differ (Levenshtein)."""
    row = list(range(len(other) + 1))
    for above, sign in enumerate(one, 1):
        left = [above]
        for at, against in enumerate(other, 1):
            left.append(min(row[at] + 1, left[-1] + 1, row[at - 1] + (sign != against)))
        row = left
    return row[-1] <= 2


def _apart(text: str) -> list[str]:
    """Words that were written without spaces, or with some too many; only one way of parting them may make sense."""
    ways = [way for way in _partings(text, COUNT) if _sum([_index()[word] for word in way]) == CONSTANT]
    if len(ways) != 1:
        raise NotHeard("count")
    return list(ways[0])


def _partings(text: str, left: int) -> Iterator[tuple[str, ...]]:
    if left == 0:
        yield from ([()] if not text else [])
        return
    for length in (3, 4):
        if text[:length] in _index() and len(text) >= length:
            yield from ((text[:length], *rest) for rest in _partings(text[length:], left - 1))


@cache
def _index() -> dict[str, int]:
    return {word.translate(SAME_SOUND): number for number, word in enumerate(word_list())}
