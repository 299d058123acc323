"""`madoguchi restore FILE`: a backup put back, or only proven to be whole with --check; status 1 where it is not."""

from pathlib import Path
from typing import Annotated

import typer

from madoguchi.base.clock import now
from madoguchi.base.settings import data_directory
from madoguchi.cli.passphrase import ask, named
from madoguchi.cli.say import FOUND, language, show, show_json
from madoguchi.records.backup import BackupRefused
from madoguchi.records.restore import examine, restore
from madoguchi.words.translate import load_words

_FLAWS = ("incomplete", "changed")
"""What is wrong with a file rather than with what was asked."""


def command(
    file: Annotated[Path, typer.Argument(help="the backup")],
    check: Annotated[bool, typer.Option("--check", help="only prove it; nothing is touched")] = False,
    force: Annotated[bool, typer.Option("--force", help="overwrite the data that is there")] = False,
    who: Annotated[str | None, typer.Option(help="your name for the audit log; else the account's")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """The passphrase is asked for at the terminal, or read from a line of standard input."""
    passphrase, name = ask("cli-backup-passphrase"), named(who)
    words, lang = load_words(), language()
    try:
        if check:
            found = examine(file, passphrase)
        else:
            found = restore(file, data_directory(data), passphrase, who=name, device="command-line", at=now(), force=force)
    except BackupRefused as refused:
        if not check or refused.reason not in _FLAWS:
            raise
        if as_json:
            show_json({"good": False, "flaw": refused.reason, "examined": None})
        else:
            show(words.text(f"error-backup-{refused.reason}.title", lang))
            show(words.text(f"error-backup-{refused.reason}.remedy", lang))
        raise typer.Exit(FOUND) from None
    if as_json:
        show_json({"good": found.good, "flaw": None, "examined": found})
    else:
        message = "cli-restore-checked" if check else "cli-restore-done"
        show(words.text(message, lang, made=found.made_at, files=found.files))
        show(words.text("cli-backup-head", lang, head=found.audit_head))
        show(words.text("cli-restore-good" if found.good else "cli-restore-flawed", lang))
    if not found.good:
        raise typer.Exit(FOUND)
