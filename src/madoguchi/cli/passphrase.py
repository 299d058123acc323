"""Asks for a passphrase: at the terminal without showing it, else from a line of standard input; never from an argument."""

import getpass
import sys

from madoguchi.cli.say import complain, language
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.refusals import Refused
from madoguchi.words.ruby import plain
from madoguchi.words.translate import load_words


def ask(message: str) -> str:
    """A passphrase; `message` is the id of the words that ask for it.

    Raises:
        Refused: `empty` where nothing was given.
    """
    if sys.stdin.isatty():
        given = getpass.getpass(plain(load_words().text(message, language())) + " ")
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    if not given:
        raise Refused("empty")
    return given


def ask_new(message: str) -> str:
    """A passphrase that is chosen now; at the terminal it is asked for twice.

    Raises:
        Refused: `empty`.
    """
    given = ask(message)
    if sys.stdin.isatty() and ask("cli-passphrase-again") != given:
        complain("not-the-same")
    return given


def named(who: str | None) -> str:
    """Who works, for the audit log: the name that was given, else the account's.

    Raises:
        Refused: it is no short name; it may be somebody's number.
    """
    return account() if who is None else name_of_place(who, "--who")


def account() -> str:
    """Who works at this terminal, where no staff name is given: the name of the account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
