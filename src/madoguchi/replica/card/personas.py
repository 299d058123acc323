"""The invented people whose cards the replica has, read from personas/*.toml and checked.

Nobody is real, and no number could be anybody's.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final, Literal

import msgspec

from madoguchi.replica.card.layout import kinds, places

_WHERE: Final = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?")
_QUOTED: Final = re.compile(r"`([^`]*)`")
_LINE: Final = re.compile(r"at line (\d+)")
_WEIGHTS: Final = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
"""Weights of the first eleven digits of a My Number (平成26年総務省令第85号 第5条), from the left."""


class PersonaError(ValueError):
    """A persona's file cannot be used."""

    def __init__(self, file: str, line: int, field: str, remedy: str) -> None:
        """Keep where the error stands and what mends it; all four are shown."""
        super().__init__(f"{file}:{line}: {field or 'file'}: {remedy}")
        self.file = file
        self.line = line
        self.field = field
        self.remedy = remedy


class Persona(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An invented person and their card. Days are counted from the day on which the card is played."""

    id: str
    """The name of its file; not written in it."""
    kind: str = "card"
    """What lies on the reader: a name in kinds.toml."""
    name: str = ""
    """As printed, family and given name with U+3000 between."""
    replaced: tuple[int, ...] = ()
    """Which signs of the name stand for one that has no code, from 0."""
    address: str = ""
    sex: Literal[0, 1, 2, 9] = 9
    """1 male, 2 female, 9 not applicable, 0 not known (ISO/IEC 5218)."""
    born: date | None = None
    age: int | None = None
    birthday_in: int = 0
    """Instead of `born`: years of age, and days to the birthday that is nearest (negative: since)."""
    issued_ago: int = 0
    """Days since the card and its certificates were issued."""
    stay_ends_in: int | None = None
    """Days to the end of a limited stay, with which card and certificates end at the latest."""
    certificate_ends_in: int | None = None
    """Days to the end of the certificates, where the rule of birthdays is not to decide."""
    number: str = ""
    """Twelve digits in the place of the My Number; their check digit is wrong, always."""
    code: str = ""
    """The four digits under the photo."""
    municipality: str = ""
    serial: str = ""
    """Fifteen signs: the number of the card itself."""
    photo: int = 0
    """Which of the drawn faces."""
    signature: bool = True
    """Whether there is a signature certificate on it."""
    revoked_ago: int | None = None
    """Days since the certificates were revoked at the authority."""
    contactless: bool = False
    """Whether it answers as over the air instead of by its contacts."""
    prints_gregorian: bool = False
    """Whether its printed dates count years as in the West."""
    secrets: Mapping[str, str] = {}
    tries: Mapping[str, int] = {}
    """Tries that are left, by the name of the secret, where it is not all of them."""


def check_digit(digits: str) -> int:
    """The twelfth digit that a My Number with these eleven digits would have."""
    rest = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:11], strict=True)) % 11
    return 0 if rest <= 1 else 11 - rest


def _is_no_number(persona: Persona) -> bool:
    return bool(re.fullmatch(r"\d{12}", persona.number)) and int(persona.number[-1]) != check_digit(persona.number)


_HOLDER: Final[tuple[tuple[str, Callable[[Persona], bool], str], ...]] = (
    ("name", lambda one: bool(one.name.strip()), "write an invented name"),
    ("replaced", lambda one: all(0 <= at < len(one.name) for at in one.replaced), "count the signs of the name from 0"),
    ("address", lambda one: one.address.startswith("練習県"), "begin it with 練習県, so that it is nobody's"),
    ("born", lambda one: (one.born is None) != (one.age is None), "write either `born` or `age` with `birthday_in`"),
    ("number", _is_no_number, "write twelve digits whose check digit is wrong"),
    ("code", lambda one: bool(re.fullmatch(r"\d{4}", one.code)), "write four digits"),
    ("municipality", lambda one: bool(re.fullmatch(r"99\d{3}", one.municipality)), "write five digits that begin with 99"),
    ("serial", lambda one: bool(re.fullmatch(r"[0-9A-Z]{15}", one.serial)), "write fifteen digits or capital letters"),
)
"""Field, what must hold for it where the card has a holder, and what to write else."""


def _check(persona: Persona, refuse: Callable[[str, str], PersonaError]) -> None:
    kind = kinds().get(persona.kind)
    if kind is None:
        raise refuse("kind", f"write one of {', '.join(kinds())}")
    known = {secret.name for place in places().values() for secret in place.secret}
    for table, names in (("secrets", persona.secrets), ("tries", persona.tries)):
        for name in names:
            if name not in known:
                raise refuse(f"{table}.{name}", f"write one of {', '.join(sorted(known))}")
    if not kind.token:
        return
    for field, holds, remedy in _HOLDER:
        if not holds(persona):
            raise refuse(field, remedy)


def _line(text: str, field: str) -> int:
    """The line of a field `name` or `table.name`; of the nearest that is written down, else the first."""
    table = ""
    found = 1
    for number, line in enumerate(text.splitlines(), start=1):
        if opened := re.match(r"\s*\[([\w-]+)\]", line):
            table = f"{opened[1]}."
        key = re.match(r"\s*([\w-]+)\s*=", line)
        if (key and f"{table}{key[1]}" == field) or (opened and f"{field}.".startswith(table)):
            found = number
    return found


def read_persona(name: str, text: str) -> Persona:
    """The persona that a file of this name tells of.

    Raises:
        PersonaError: the first thing found wrong, with file, line, field and remedy.
    """

    def refuse(field: str, remedy: str) -> PersonaError:
        return PersonaError(name, _line(text, field), field, remedy)

    try:
        table: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        raise PersonaError(name, int(found[1]) if found else 1, "", f"the line is no TOML ({error}): correct it") from None
    if "id" in table:
        raise refuse("id", "remove it: the name of the file is the id")
    try:
        persona = msgspec.convert(table | {"id": name.removesuffix(".toml")}, Persona)
    except msgspec.ValidationError as error:
        match = _WHERE.fullmatch(str(error))
        what, path = (match["what"], match["path"] or "") if match else (str(error), "")
        named = _QUOTED.search(what) if "unknown field" in what else None
        raise refuse(named[1] if named else path.removesuffix("[...]"), f"{what}: correct the value or the name") from None
    _check(persona, refuse)
    return persona


def load_personas(folder: Traversable) -> Mapping[str, Persona]:
    """Every persona of a folder by its id.

    Raises:
        PersonaError: a file cannot be used.
    """
    there = sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    return {one.id: one for one in (read_persona(file.name, file.read_text("utf-8")) for file in there)}


@cache
def personas() -> Mapping[str, Persona]:
    """The program's own personas."""
    return load_personas(files("madoguchi.replica.card") / "personas")
