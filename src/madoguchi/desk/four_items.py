"""Reads the four items from a form or a program: name, sex, birth date, and address or insurer; nothing else is taken.

What is refused is never repeated where it may be a My Number (docs/protocol/outage.md#four-items: the back of the card is never
looked at). Names are kept sign by sign as typed: 髙, 﨑, 𠮷, 〓 and kana of any width are somebody's name.
"""

import unicodedata
from datetime import date
from typing import Final

import msgspec

from madoguchi.desk.eras import DateTrouble, birth_date
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.records.ledger import FourItems, Sex

LIMITS: Final = {"name": 100, "sex": 10, "born": 40, "address": 200, "insurer": 100, "slip": 12}
"""Longest text of each field, in characters."""

FIELDS: Final = tuple(LIMITS)

SEXES: Final[dict[str, Sex]] = {"male": "male", "female": "female", "unset": "unset"}


class Typed(msgspec.Struct, frozen=True):
    """The fields as somebody typed them; `unchanged` where staff asked and the last data still hold."""

    name: str = ""
    sex: str = ""
    born: str = ""
    address: str = ""
    insurer: str = ""
    slip: str = ""
    unchanged: bool = False


class Trouble(msgspec.Struct, frozen=True):
    """What is wrong with a field: a message id, and for a day of another era the day as it was really named."""

    message: str
    meant: date | None = None


class FieldTroubles(ValueError):  # noqa: N818 - they are said beside the fields, not as an error
    """The four items cannot be kept. Carries the trouble of each field, and what may be shown again of what was typed."""

    def __init__(self, troubles: dict[str, Trouble], shown: Typed) -> None:
        """Keep both; `shown` holds no field in which a My Number may stand."""
        super().__init__(", ".join(sorted(troubles)))
        self.troubles = troubles
        self.shown = shown


def slip_number(text: str) -> str:
    """The number of a paper slip as it is compared: `３０` and `No. 30` are 30; anything else is kept in capital letters."""
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    digits = plain.removeprefix("NO").removeprefix("№").strip(" .#")
    return str(int(digits)) if digits.isdecimal() and digits.isascii() else plain


def read(typed: Typed, today: date) -> FourItems:
    """The four items.

    Args:
        typed: the fields as they came.
        today: the day in Japan.

    Raises:
        FieldTroubles: something is missing or cannot be; then nothing may be kept.
    """
    troubles: dict[str, Trouble] = {}
    texts = {field: str(getattr(typed, field)).strip() for field in FIELDS}
    private = {field for field, text in texts.items() if holds_my_number(text)}
    troubles |= {field: Trouble("four-my-number") for field in private}
    for field, text in texts.items():
        if len(text) > LIMITS[field]:
            troubles.setdefault(field, Trouble("four-too-long"))
        elif any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
            troubles.setdefault(field, Trouble("four-no-text"))
    if not texts["name"]:
        troubles.setdefault("name", Trouble("four-no-name"))
    if texts["sex"] not in SEXES:
        troubles.setdefault("sex", Trouble("four-no-sex"))
    if not texts["address"] and not texts["insurer"]:
        troubles.setdefault("address", Trouble("four-no-address"))
    born = _born(texts["born"], today, troubles)
    if troubles or born is None:
        shown = {field: "" if field in private else text for field, text in texts.items()}
        raise FieldTroubles(troubles, Typed(**shown, unchanged=typed.unchanged))
    return FourItems(
        name=texts["name"],
        sex=SEXES[texts["sex"]],
        born=born,
        address=texts["address"],
        insurer=texts["insurer"],
        unchanged=typed.unchanged,
    )


def _born(text: str, today: date, troubles: dict[str, Trouble]) -> date | None:
    if "born" in troubles:
        return None
    if not text:
        troubles["born"] = Trouble("four-no-born")
        return None
    try:
        return birth_date(text, today)
    except DateTrouble as trouble:
        troubles["born"] = Trouble(f"four-born-{trouble.kind}", trouble.meant)
        return None
