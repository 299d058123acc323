"""What can be read from a card: files, records and data objects (docs/protocol/card.md#reading)."""

from typing import Final

from msgspec.structs import replace

from madoguchi.replica.card.card import Card, Elementary, Records, Refusal, need_open, pick
from madoguchi.wire.card.apdu import Command
from madoguchi.wire.card.status import StatusWord

_DONE: Final = StatusWord.DONE.to_bytes(2)
_SHORT_ID: Final = 0x80
"""The bit of READ BINARY's first parameter that makes its lower five bits the name of a file."""
_RECORD_BY_NUMBER: Final = 0x04


def read_binary(card: Card, command: Command) -> tuple[Card, bytes]:
    """Bytes of the current file from a 15-bit offset, or of a file by its short name from an 8-bit one."""
    if command.p1 & _SHORT_ID:
        file = pick(card, command.p1 & 0x7F)
        offset = command.p2
    else:
        file = pick(card, 0)
        offset = command.p1 << 8 | command.p2
    if not isinstance(file, Elementary):
        raise Refusal(StatusWord.WRONG_KIND_OF_FILE)
    need_open(card, file.opens)
    if command.le is None or command.data:
        raise Refusal(StatusWord.WRONG_LENGTH)
    if offset >= len(file.content):
        raise Refusal(StatusWord.PAST_THE_END)
    after = card if card.file is file else replace(card, file=file)
    return after, file.content[offset : offset + command.le] + _DONE


def read_record(card: Card, command: Command) -> tuple[Card, bytes]:
    """A record by its number, of the current file or of one by its short name."""
    if command.p2 & 0x07 != _RECORD_BY_NUMBER:
        raise Refusal(StatusWord.WRONG_PARAMETERS)
    file = pick(card, command.p2 >> 3)
    if not isinstance(file, Records):
        raise Refusal(StatusWord.WRONG_KIND_OF_FILE)
    need_open(card, file.opens)
    if command.le is None or command.data:
        raise Refusal(StatusWord.WRONG_LENGTH)
    if not 1 <= command.p1 <= len(file.records):
        raise Refusal(StatusWord.NO_RECORD)
    return replace(card, file=file), file.records[command.p1 - 1][: command.le] + _DONE


def get_data(card: Card, command: Command) -> tuple[Card, bytes]:
    """A data object of the current application; only the first one, current after power-on, has any."""
    found = card.application.objects.get(command.p1 << 8 | command.p2)
    if found is None:
        raise Refusal(StatusWord.NO_OBJECT)
    if command.le is None or command.data:
        raise Refusal(StatusWord.WRONG_LENGTH)
    return card, found[: command.le] + _DONE
