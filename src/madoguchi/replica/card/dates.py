"""When a persona was born, when card and certificates end, how a card prints a birth date (docs/protocol/card.md#dates)."""

from datetime import date, timedelta
from typing import Final

import msgspec

from madoguchi.replica.card.personas import Persona

ERAS: Final = (
    (date(2019, 5, 1), 5),
    (date(1989, 1, 8), 4),
    (date(1926, 12, 25), 3),
    (date(1912, 7, 30), 2),
    (date(1868, 10, 23), 1),
)
"""First day and number of each era, the newest first: 令和 平成 昭和 大正 明治."""

CERTIFICATE_BIRTHDAYS: Final = 5
CARD_BIRTHDAYS: Final = 10
GROWN_UP: Final = 18
"""A certificate lasts to the fifth birthday after issue, a card to the tenth; that of a minor to the fifth."""


class Dates(msgspec.Struct, frozen=True):
    """Days in Japan. The ends are the last days on which something is still valid."""

    born: date
    issued: date
    certificate_ends: date
    card_ends: date


def birthday(born: date, year: int) -> date:
    """The birthday in a year; of a leap day, in other years the day before."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def birthday_after(day: date, born: date, count: int) -> date:
    """The birthday that is the `count`th after a day."""
    first = day.year if birthday(born, day.year) > day else day.year + 1
    return birthday(born, first + count - 1)


def dates_of(persona: Persona, today: date) -> Dates:
    """A persona's dates, seen from a day."""
    near = today + timedelta(days=persona.birthday_in)
    # A birthday still to come means that the year of age is not full yet.
    years = (persona.age or 0) + (1 if persona.birthday_in > 0 else 0)
    born = persona.born or birthday(near, near.year - years)
    issued = today - timedelta(days=persona.issued_ago)
    minor = birthday_after(born, born, GROWN_UP) > issued
    ends = birthday_after(issued, born, CERTIFICATE_BIRTHDAYS)
    card_ends = birthday_after(issued, born, CERTIFICATE_BIRTHDAYS if minor else CARD_BIRTHDAYS)
    if persona.certificate_ends_in is not None:
        ends = today + timedelta(days=persona.certificate_ends_in)
    if persona.stay_ends_in is not None:
        stay = today + timedelta(days=persona.stay_ends_in)
        ends, card_ends = min(ends, stay), min(card_ends, stay)
    return Dates(born, issued, ends, card_ends)


def era_year(day: date) -> tuple[int, int]:
    """The number of a day's era, and the year in it."""
    begun, era = next((begun, era) for begun, era in ERAS if begun <= day)
    return era, day.year - begun.year + 1


def printed(day: date, *, gregorian: bool = False) -> str:
    """Six digits as a card prints a birth date: the year of its era, month and day; of a Western year its last two digits."""
    year = day.year % 100 if gregorian else era_year(day)[1]
    return f"{year:02}{day:%m%d}"


def number_b(persona: Persona, dates: Dates) -> str:
    """照合番号B: fourteen digits that all stand on the face of the card."""
    return printed(dates.born, gregorian=persona.prints_gregorian) + f"{dates.card_ends.year:04}" + persona.code
