"""Invented patients, the same for the same seed: names that are hard to write, both calendars, an address or an insurer."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

FAMILIES = ("架空", "試験", "見本", "髙﨑", "𠮷野", "〓川", "渡邉", "齋藤", "ｶｸｳ", "ミホン", "しけん")
GIVEN = ("太郎", "花子", "一", "ひかり", "ﾊﾅｺ", "次郎", "めい", "廉太朗", "さくら", "ノア")
PLACES = ("架空県見本市試験町", "練習県仮名市架空", "見本県試験郡仮町")
INSURERS = ("架空健康保険組合", "見本市国民健康保険", "練習共済組合")
SEXES = ("male", "female", "unset")
ERAS = (("令和", date(2019, 5, 1)), ("平成", date(1989, 1, 8)), ("昭和", date(1926, 12, 25)), ("大正", date(1912, 7, 30)))
YOUNGEST, DAYS = date(2026, 6, 1), 36_000


class Person(NamedTuple):
    """What is typed for one patient."""

    name: str
    sex: str
    born: str
    address: str
    insurer: str
    born_on: date

    def items(self) -> dict[str, str]:
        """The four items as a desk is told them."""
        return {"name": self.name, "sex": self.sex, "born": self.born, "address": self.address, "insurer": self.insurer}


def people(count: int, seed: int) -> list[Person]:
    """Patients no two of whom are the same person."""
    chance = Random(seed)  # noqa: S311 - the same again for the same seed is the point
    return [_person(number, chance) for number in range(count)]


def _person(number: int, chance: Random) -> Person:
    born = YOUNGEST - timedelta(days=chance.randrange(DAYS))
    address = f"{chance.choice(PLACES)}{number + 1}丁目{chance.randrange(1, 40)}-{chance.randrange(1, 30)}"
    lives = chance.random() < 0.7
    return Person(
        name=f"{chance.choice(FAMILIES)}　{chance.choice(GIVEN)}{_letters(number)}",
        sex=chance.choice(SEXES),
        born=chance.choice((born.isoformat(), japanese(born))),
        address=address if lives else "",
        insurer="" if lives else chance.choice(INSURERS),
        born_on=born,
    )


def japanese(day: date) -> str:
    """A day as it stands on Japanese paper, its first year as 元年."""
    name, begins = next((name, begins) for name, begins in ERAS if day >= begins)
    year = day.year - begins.year + 1
    return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def _letters(number: int) -> str:
    """A number in kana, so that no two names are the same."""
    return "".join("アイウエオカキクケコ"[int(digit)] for digit in str(number))
