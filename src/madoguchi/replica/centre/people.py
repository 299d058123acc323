"""The people the centre knows: the personas, and a crowd drawn from a seed. Nobody is real."""

import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from madoguchi.replica.card.dates import dates_of
from madoguchi.replica.card.personas import Persona, personas
from madoguchi.replica.card.profile import serial

OLDEST_DAYS: Final = 36_000
ELDERLY_YEARS: Final = 75
LOST_AGO: Final = timedelta(days=40)
"""How long ago an insurance ended that is valid no more."""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people are made of."""

    families: tuple[tuple[str, str], ...]
    givens: tuple[tuple[str, str, str], ...]
    towns: tuple[str, ...]
    insurers: tuple[tuple[str, str, str], ...]
    validity: dict[str, float]
    rows: dict[str, str]


class Person(msgspec.Struct, frozen=True):
    """A person as the insurers told of them. Dates and shares are written as in the exchange.

    `card`: the number of their card's user certificate, empty where the centre never met the card. `validity`: table OQSCD006.
    `registered`: whether the card is registered as insurance card. `told`: whether an insurer has told of the person at all.
    """

    id: str
    name: str
    kana: str
    sex: str
    born: str
    address: str
    post: str
    insurer_number: str
    insurer: str
    symbol: str
    number: str
    branch: str
    since: str
    until: str = ""
    share: str = ""
    validity: str = "1"
    family: str = "1"
    classification: str = "01"
    card: str = ""
    registered: bool = True
    told: bool = True
    reference: str = ""


@cache
def names() -> Names:
    """What people are made of, from names.toml."""
    text = files("madoguchi.replica.centre").joinpath("names.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Names, strict=False)


def holders(today: date) -> Iterator[Person]:
    """The personas whose cards have a holder, all insured and registered."""
    for count, persona in enumerate(personas().values()):
        if persona.name:
            yield _holder(persona, count, today)


def crowd(seed: int, size: int, today: date) -> Iterator[Person]:
    """People drawn from a seed: the same seed and day give the same people."""
    drawn, table = random.Random(seed), names()  # noqa: S311 - invented people, not a secret
    kinds = ["1", *table.validity]
    weights = [1 - sum(table.validity.values()), *table.validity.values()]
    for count in range(size):
        family, given = drawn.choice(table.families), drawn.choice(table.givens)
        born = today - timedelta(days=drawn.randrange(OLDEST_DAYS))
        old = (today - born).days > ELDERLY_YEARS * 365.25
        insurer = drawn.choice([one for one in table.insurers if bool(one[2]) == old])
        validity = drawn.choices(kinds, weights)[0]
        yield Person(
            id=f"p{count:06}",
            name=f"{family[0]}　{given[0]}",
            kana=f"{family[1]} {given[1]}",
            sex=given[2],
            born=f"{born:%Y%m%d}",
            address=f"練習県窓口市{drawn.choice(table.towns)}{drawn.randrange(1, 9)}丁目",
            post="000-0000",
            insurer_number=insurer[0],
            insurer=insurer[1],
            symbol="" if old else f"練{drawn.randrange(100):02}",
            number=f"{count + 1:08}",
            branch="" if old else "00",
            since="20250401",
            until=f"{today - LOST_AGO:%Y%m%d}" if validity in {"2", "3"} else "",
            share="010" if old else "",
            validity=validity,
            classification="A1" if validity == "6" else "01",
        )


def _holder(persona: Persona, count: int, today: date) -> Person:
    dates, table = dates_of(persona, today), names()
    number, insurer, _ = table.insurers[0]
    # A card tells no reading; one for all of them, so that none is invented for a name.
    return Person(
        id=persona.id,
        name=persona.name,
        kana=table.families[0][1],
        sex={1: "1", 2: "2"}.get(persona.sex, "3"),
        born=f"{dates.born:%Y%m%d}",
        address=persona.address,
        post="000-0000",
        insurer_number=number,
        insurer=insurer,
        symbol="練00",
        number=f"9{count:07}",
        branch="00",
        since="20250401",
        card=str(serial(persona.id, "user")),
    )


def rows(person: Person) -> tuple[dict[str, str], ...]:
    """A person's qualifications by the exchange's element names: none, one, or two where several fit."""
    if person.validity == "4":
        return ()
    told = msgspec.to_builtins(person)
    row = {element: told[field] for element, field in names().rows.items() if told[field]}
    if person.validity != "5":
        return (row,)
    number, insurer, _ = names().insurers[-1]
    return row, row | {"InsurerNumber": number, "InsurerName": insurer}
