"""The `madoguchi` command: one module for each command, loaded only when it is called."""

import sys
from importlib import import_module
from typing import Final

import typer

COMMANDS: Final[dict[str, str]] = {
    "desk": "start the desk",
    "explain": "what a code or topic is, what to say and do, whom to call",
    "guide": "the next step, its minutes, and why it comes now",
    "recognise": "rank the problems that words or a file may mean",
    "card": "what the card on a card reader says, without any secret",
    "replica": "parts of the chain as software: a card for a virtual reader",
    "rehearse": "switch real causes on in a replica of the chain, and follow the desk until they are cured",
    "probe": "ask every probe once: what this computer can see of the chain",
    "decode": "what six words heard on the telephone say",
    "sample": "write a result file of an invented patient",
    "booklet": "the printable booklet as one offline file",
    "ledger": "patients written down in outages: list, export, destroy",
    "audit": "whether the audit log is as it was written",
    "backup": "everything this desk keeps as one encrypted file",
    "restore": "put a backup back, or prove that it is whole",
    "check": "whether catalogue, words and plans are complete",
    "doctor": "one report to paste, without personal data",
}
"""Every command; each is the function `command` of the module of its name, or several below it as `app`."""


def compose(names: list[str]) -> typer.Typer:
    """The command line with these commands."""
    whole = typer.Typer(
        help="Every failure at the card reader becomes one calm next step.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    whole.callback()(_whole)
    for name in names:
        module = import_module(f"madoguchi.cli.{name}")
        if hasattr(module, "app"):
            whole.add_typer(module.app, name=name, help=COMMANDS[name])
        else:
            whole.command(name, help=COMMANDS[name])(module.command)
    return whole


def _whole() -> None:
    """Keep `madoguchi NAME` even where only one command is loaded."""


def main() -> None:
    """Run the command that was asked for; a refusal is said kindly and ends with status 2."""
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    try:
        compose([asked] if asked in COMMANDS else list(COMMANDS))()
    except Exception as error:
        # Loaded only now: telling failures apart needs every room of the house, a command needs a few.
        from madoguchi.cli.failures import kind_of  # noqa: PLC0415
        from madoguchi.cli.say import complain  # noqa: PLC0415

        said = kind_of(error)
        if said is None:
            raise
        complain(*said)
