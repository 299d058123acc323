"""How the command line speaks: JSON on standard output, sentences for people, refusals on standard error."""

import os
import sys
from typing import NoReturn, TextIO

import msgspec

from madoguchi.desk.refusals import Refused
from madoguchi.words.ruby import plain
from madoguchi.words.translate import load_words

BAD_INPUT = 2
FOUND = 1


def language(given: str | None = None) -> str:
    """The language to speak: the given one, else English where the system is set to it, else Japanese.

    Raises:
        Refused: a language the staff's words are not in.
    """
    if given in ("ja", "en"):
        return given
    if given is not None:
        raise Refused("unknown-language", field="--lang")
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if named.startswith("en") else "ja"


def show_json(value: object) -> None:
    """A value as JSON, alone on standard output."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
    sys.stdout.flush()


def show(text: str = "") -> None:
    """A line for people; readings of kanji are left out. Signs the terminal cannot show become question marks."""
    _write(plain(text), sys.stdout)


def whisper(text: str) -> None:
    """A line on standard error, where it disturbs no output."""
    _write(plain(text), sys.stderr)


def _write(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=stream)


def complain(kind: str, about: str = "") -> NoReturn:
    """Say a refusal kindly and end with status 2. `about` is a name of ours: a field, a file, a reason."""
    words, lang = load_words(), language()
    said = [words.text(f"error-{kind}.{part}", lang) for part in ("title", "detail", "remedy")]
    for line in said if not about else [*said, f"({about})"]:
        whisper(line)
    raise SystemExit(BAD_INPUT)
