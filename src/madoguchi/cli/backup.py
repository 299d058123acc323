"""`madoguchi backup --out FILE`: everything this desk keeps as one encrypted file, while the desk goes on working."""

from pathlib import Path
from typing import Annotated

import typer

from madoguchi.base.clock import now
from madoguchi.base.settings import data_directory
from madoguchi.cli.passphrase import ask_new, named
from madoguchi.cli.say import language, show, show_json
from madoguchi.records.backup import KEEP, backup
from madoguchi.words.translate import load_words


def command(
    out: Annotated[Path, typer.Option(help="the file to write; those of before get a number at the end of their names")],
    keep: Annotated[int, typer.Option(help="how many to keep, the newest among them", min=1, max=999)] = KEEP,
    who: Annotated[str | None, typer.Option(help="your name for the audit log; else the account's")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """The passphrase is asked for at the terminal, or read from a line of standard input."""
    name = named(who)
    made = backup(
        data_directory(data), out, ask_new("cli-backup-passphrase"), who=name, device="command-line", at=now(), keep=keep
    )
    if as_json:
        show_json(made)
        return
    words, lang = load_words(), language()
    show(words.text("cli-backup-made", lang, file=made.file, files=made.files, generations=made.generations))
    show(words.text("cli-backup-head", lang, head=made.audit_head))
    if not made.noted:
        show(words.text("cli-backup-not-noted", lang))
