"""The day on which the card itself ends, from the record that is free to read (docs/protocol/card.md#records).

Number and municipality stand in the same record; a desk has no use for them, so they are not kept.
"""

from datetime import date

_TAG = 0x01
_SIGNS = 28
_DAY_AT = 20


def card_ends(record: bytes) -> date | None:
    """The last day of the card; None where the record has another form or no day in it."""
    text = record[2:]
    if len(record) != 2 + _SIGNS or record[0] != _TAG or record[1] != _SIGNS or not text.isascii():
        return None
    day = text[_DAY_AT:].decode("ascii")
    try:
        return date(int(day[:4]), int(day[4:6]), int(day[6:])) if day.isdigit() else None
    except ValueError:
        return None
