"""`madoguchi card`: what the card on a card reader says, without any secret; status 1 where something is the matter."""

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from madoguchi.base.clock import now
from madoguchi.base.settings import data_directory, load_settings
from madoguchi.cli.say import FOUND, language, show, show_json
from madoguchi.evidence.probes.card_reader.pcsc import Code, State, installed
from madoguchi.evidence.probes.card_reader.press import CardReader, Pressed
from madoguchi.wire.card.phase import Phase
from madoguchi.words.translate import Words, load_words


class Verdict(msgspec.Struct, frozen=True):
    """The number the face reader would show, which part is at fault, how sure that is, and why."""

    code: str | None
    part: str
    sure: float
    why: list[str]


class Certificate(msgspec.Struct, frozen=True):
    """The last day of the user certificate in Japan, and where it stands today."""

    not_after: date | None
    phase: Phase | None


class Found(msgspec.Struct, frozen=True):
    """What one look gave."""

    reader: str | None
    card: str | None
    verdict: Verdict
    counters: dict[str, int | None]
    certificate: Certificate


def command(
    reader: Annotated[
        str | None, typer.Option(help="which reader; else the one in the settings, else the first with a card")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    lang: Annotated[str | None, typer.Option(help="ja or en")] = None,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """Look at the card once. No PIN is asked for and none is sent."""
    words, said = load_words(), language(lang)
    named = reader or load_settings(data_directory(data)).card_reader or first_reader()
    found = told(CardReader(now).press(named), words, said)
    if as_json:
        show_json(found)
    else:
        show(" ".join(filter(None, (found.verdict.code, _headline(found.verdict, found.card, words, said)))))
        for line in found.verdict.why:
            show(f"- {line}")
    if found.verdict.code is not None:
        raise typer.Exit(FOUND)


def told(pressed: Pressed, words: Words, lang: str) -> Found:
    """A look in words."""
    why = [words.text(f"card-found-{line.name}", lang, **line.args) for line in pressed.why]
    return Found(
        reader=pressed.reader or None,
        card=pressed.card,
        verdict=Verdict(pressed.code, pressed.part, pressed.sure, why),
        counters=pressed.tries,
        certificate=Certificate(pressed.not_after, pressed.phase),
    )


def first_reader() -> str:
    """The first reader with a card, else the first of all; empty where there is none. No card is touched."""
    service = installed()
    if service is None or service.open() != Code.GOOD:
        return ""
    try:
        _, names = service.readers()
        return next((name for name in names if service.state(name)[1] & State.PRESENT), names[0] if names else "")
    finally:
        service.close()


def _headline(verdict: Verdict, card: str | None, words: Words, lang: str) -> str:
    if verdict.code is not None:
        return words.text(f"problem-{verdict.code}.name", lang)
    return words.text(f"card-says-{'absent' if card == 'absent' else 'good' if card else 'nothing'}", lang)
