"""Recognises a My Number in what somebody typed, so that it can be refused before it is kept or shown."""

import re
import unicodedata
from typing import Final

_DIGIT_RUNS: Final = re.compile(r"\d(?:[ \-\u2010-\u2015\u2212\u30fc]?\d)*")
"""Digits, perhaps in groups with blanks or dashes between, as people copy them from a card."""

_WEIGHTS: Final = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
"""Weights of the first eleven digits: 平成26年総務省令第85号 第5条 (ordinance on the check digit), written from the left."""


def holds_my_number(text: str) -> bool:
    """Whether twelve digits in a text carry the check digit of a My Number; by chance one such number in eleven does."""
    runs = _DIGIT_RUNS.findall(unicodedata.normalize("NFKC", text))
    return any(_checks(re.sub(r"\D", "", run)) for run in runs)


def _checks(digits: str) -> bool:
    if len(digits) != 12:
        return False
    rest = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False)) % 11
    return int(digits[-1]) == (0 if rest <= 1 else 11 - rest)
