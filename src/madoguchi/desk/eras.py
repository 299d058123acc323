"""Reads a birth date as people write it, in either calendar, and writes it with its era.

The first and last day of each era is a day like others: 平成31年4月30日 is followed by 令和元年5月1日. The days on which 大正
and 昭和 began belong to both eras, for the change took effect on the day it was announced. Sources: 元号を改める政令 of each
era (明治以降 Gregorian from 1873-01-01, 太政官布告第337号 of 明治5年).
"""

import re
import unicodedata
from datetime import date
from typing import Final

import msgspec


class Era(msgspec.Struct, frozen=True):
    """An era: the letter and the digit that forms and receipt computers use for it, its first and its last day."""

    name: str
    letter: str
    digit: str
    first: date
    last: date


ERAS: Final = (
    Era("明治", "M", "1", date(1868, 1, 1), date(1912, 7, 30)),
    Era("大正", "T", "2", date(1912, 7, 30), date(1926, 12, 25)),
    Era("昭和", "S", "3", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", "4", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", "5", date(2019, 5, 1), date.max),
)
"""The eras a living person can be born in, oldest first."""

OLDEST: Final = 125
"""Nobody older than this many years is expected: a date further back is a slip of the hand."""

_BY_SIGN: Final = {sign: era for era in ERAS for sign in (era.name, era.name[0], era.letter, era.letter.lower())}
_BY_DIGIT: Final = {era.digit: era for era in ERAS}

_SEPARATED: Final = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr])?[. ]*"
    r"(?P<year>元|\d{1,4}) ?[年./\- ] ?(?P<month>\d{1,2}) ?[月./\- ] ?(?P<day>\d{1,2}) ?日?"
)
_PACKED: Final = re.compile(
    r"(?:(?P<western>\d{4})|(?P<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr1-5])(?P<year>\d{2}))"
    r"(?P<month>\d{2})(?P<day>\d{2})"
)


class DateTrouble(ValueError):  # noqa: N818 - it is said as a trouble, not as an error
    """A birth date that cannot be kept: `kind` is unreadable, impossible, other-era, future or too-old.

    `meant` is the day as it really was named, where the era does not fit the day. The text itself is not carried.
    """

    def __init__(self, kind: str, meant: date | None = None) -> None:
        """Keep the kind, and the day that is probably meant."""
        super().__init__(kind)
        self.kind = kind
        self.meant = meant


def birth_date(text: str, today: date) -> date:
    """The day that a text means: `昭和59年5月12日`, `S59.5.12`, `3590512`, `1984-05-12`, `19840512`, in any width.

    Args:
        text: as typed.
        today: the day in Japan; nobody is born after it.

    Raises:
        DateTrouble: it is no day, or no day somebody living can be born on.
    """
    plain = re.sub("[\u2010-\u2015\u2212\u30fc]", "-", unicodedata.normalize("NFKC", text)).strip()
    plain = re.sub(r"[,、・]", ".", re.sub(r"\s+", " ", plain))
    found = _PACKED.fullmatch(plain) or _SEPARATED.fullmatch(plain)
    if found is None:
        raise DateTrouble("unreadable")
    parts = found.groupdict()
    era = _era(parts["era"])
    year = 1 if parts["year"] == "元" else int(parts.get("western") or parts["year"])
    day = _day(era, year, int(parts["month"]), int(parts["day"]))
    if day > today:
        raise DateTrouble("future")
    if today.year - day.year > OLDEST:
        raise DateTrouble("too-old")
    return day


def _era(sign: str | None) -> Era | None:
    return None if sign is None else _BY_SIGN.get(sign) or _BY_DIGIT[sign]


def _day(era: Era | None, year: int, month: int, day: int) -> date:
    if era is None and year < 1000:
        raise DateTrouble("unreadable")  # without an era, 59 may be 1959 or 昭和59年
    if year < 1 or (era is not None and year > 99):
        raise DateTrouble("impossible")
    try:
        found = date(year if era is None else era.first.year + year - 1, month, day)
    except ValueError:
        raise DateTrouble("impossible") from None
    if era is not None and not era.first <= found <= era.last:
        raise DateTrouble("other-era", found)
    return found


def era_of(day: date) -> tuple[Era, int]:
    """The era of a day and the year within it; of the two eras of a day of change, the new one."""
    era = next(one for one in reversed(ERAS) if one.first <= day)
    return era, day.year - era.first.year + 1


def age(born: date, today: date) -> int:
    """Full years on a day."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
