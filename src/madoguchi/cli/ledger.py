"""`madoguchi ledger`: list, export, destroy the patients written down in outages; change the passphrase, hold an entry."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
import typer

from madoguchi.base.clock import JAPAN, now
from madoguchi.base.settings import data_directory
from madoguchi.cli.passphrase import ask, ask_new, named
from madoguchi.cli.say import FOUND, complain, language, show, show_json
from madoguchi.desk.refusals import Refused
from madoguchi.records.database import FILE
from madoguchi.records.duplicates import Duplicate
from madoguchi.records.errors import LedgerRefused
from madoguchi.records.ledger import FourItems, LedgerRow
from madoguchi.records.records import Records
from madoguchi.records.sealed_file import read_sealed
from madoguchi.records.unlocked import EXPORT, Exported, Opened
from madoguchi.words.translate import load_words

Action = Literal["list", "export", "read", "destroy", "passphrase", "hold", "release"]

DEVICE: Final = "command-line"
"""How the audit log names this door."""


class Line(msgspec.Struct, frozen=True):
    """One entry; `items` only where the ledger was opened and the entry could be."""

    entry: LedgerRow
    items: FourItems | None


class Listed(msgspec.Struct, frozen=True):
    """The ledger: entries, those that are damaged, and those that are probably one person."""

    entries: list[Line]
    unreadable: tuple[str, ...] = ()
    duplicates: list[Duplicate] = []


class Asked(msgspec.Struct, frozen=True):
    """What was asked on the command line."""

    data: Path
    target: str | None
    who: str
    opened: bool
    sure: bool
    even_held: bool
    as_json: bool


def command(
    action: Annotated[
        Action,
        typer.Argument(
            help="list · export FILE · read FILE (an export) · destroy · passphrase (change it) · hold ID · release ID"
        ),
    ] = "list",
    target: Annotated[str | None, typer.Argument(help="the file, or the entry's id")] = None,
    opened: Annotated[bool, typer.Option("--open", help="list with what is sealed; asks for the passphrase")] = False,
    who: Annotated[str | None, typer.Option(help="your name for the audit log; else the account's")] = None,
    sure: Annotated[bool, typer.Option("--sure", help="destroy: yes, for ever")] = False,
    even_held: Annotated[bool, typer.Option("--even-held", help="destroy: entries under legal hold, too")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """Passphrases are asked for at the terminal, or read from standard input, one a line; never given as arguments."""
    name = named(who)
    _ACTIONS[action](Asked(data_directory(data), target, name, opened, sure, even_held, as_json))


def _list(asked: Asked) -> None:
    listed = _opened_list(asked) if asked.opened else _plain_list(asked)
    if asked.as_json:
        show_json(listed)
    else:
        _show(listed)
    if listed.unreadable:
        raise typer.Exit(FOUND)


def _plain_list(asked: Asked) -> Listed:
    records = Records.open_existing(asked.data)
    if records is None:
        return Listed([])
    with closing(records):
        return Listed([Line(row, None) for row in records.entries()])


def _opened_list(asked: Asked) -> Listed:
    with closing(_records(asked)) as records:
        ledger = records.unlock(ask("cli-ledger-passphrase"), asked.who, DEVICE, now())
        rows = records.entries()
        found: Opened = ledger.read_many([row.id for row in rows], asked.who, DEVICE, now())
        return Listed([Line(row, found.items.get(row.id)) for row in rows], found.unreadable, ledger.duplicates())


def _show(listed: Listed) -> None:
    words, lang = load_words(), language()
    for line in listed.entries:
        row, items = line.entry, line.items
        show(
            "  ".join(
                (row.id, f"{row.at.astimezone(JAPAN):%Y-%m-%d %H:%M}", words.text(f"cli-ledger-{row.state}", lang), row.by)
            )
        )
        if items is not None:
            shown = (
                items.name,
                words.text(f"cli-ledger-{items.sex}", lang),
                items.born.isoformat(),
                items.address,
                items.insurer,
            )
            show("    " + "  ".join(one for one in shown if one))
    for entry in listed.unreadable:
        show(words.text("cli-ledger-unreadable", lang, entry=entry))
    for same in listed.duplicates:
        show(words.text("cli-ledger-same", lang, entries=" ".join(same.entries)))
    show(words.text("cli-ledger-count", lang, count=len(listed.entries)))


def _export(asked: Asked) -> None:
    path = Path(_needed(asked))
    with closing(_records(asked)) as records:
        ledger = records.unlock(ask("cli-ledger-passphrase"), asked.who, DEVICE, now())
        try:
            count = ledger.export(path, ask_new("cli-export-passphrase"), asked.who, DEVICE, now())
        except OSError:
            complain("unwritable-folder")
    _say(asked, "cli-ledger-exported", {"file": str(path), "count": count})


def _read(asked: Asked) -> None:
    """An export, with the passphrase it was made with; nothing else of the desk is needed for it."""
    path = Path(_needed(asked))
    try:
        content = b"".join(read_sealed(path, ask("cli-export-passphrase"), EXPORT))
    except OSError:
        complain("unreadable-file")
    found = msgspec.json.decode(content, type=Exported)
    if asked.as_json:
        show_json(found)
    else:
        _show(Listed([Line(one.entry, one.items) for one in found.entries]))


def _destroy(asked: Asked) -> None:
    if not asked.sure:
        complain("not-sure", "--sure")
    with closing(_records(asked)) as records:
        gone = records.destroy_ledger(now(), asked.who, DEVICE, even_held=asked.even_held)
    _say(asked, "cli-ledger-destroyed", {"count": gone.entries, "emptied": "yes" if gone.log_emptied else "no"})


def _passphrase(asked: Asked) -> None:
    with closing(_records(asked)) as records:
        ledger = records.unlock(ask("cli-ledger-passphrase"), asked.who, DEVICE, now())
        version = ledger.rewrap(ask_new("cli-new-passphrase"), asked.who, DEVICE, now())
    _say(asked, "cli-ledger-rotated", {"version": version})


def _hold(asked: Asked) -> None:
    _held(asked, on=True)


def _release(asked: Asked) -> None:
    _held(asked, on=False)


def _held(asked: Asked, *, on: bool) -> None:
    with closing(_records(asked)) as records:
        row = records.hold(_needed(asked), now(), asked.who, on=on, device=DEVICE)
    _say(asked, "cli-ledger-held" if on else "cli-ledger-released", {"entry": row.id})


_ACTIONS: Final[dict[Action, Callable[[Asked], None]]] = {
    "list": _list,
    "export": _export,
    "read": _read,
    "destroy": _destroy,
    "passphrase": _passphrase,
    "hold": _hold,
    "release": _release,
}


def _needed(asked: Asked) -> str:
    if asked.target is None:
        raise Refused("missing-field")
    return asked.target


def _records(asked: Asked) -> Records:
    """The records to write into: a command for what is there makes nothing new."""
    if not (asked.data / FILE).is_file():
        raise LedgerRefused("no-ledger")
    return Records.open(asked.data)


def _say(asked: Asked, message: str, facts: dict[str, object]) -> None:
    if asked.as_json:
        show_json(facts)
    else:
        show(load_words().text(message, language(), **facts))
