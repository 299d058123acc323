"""`madoguchi probe`: asks every probe once and says what it saw; nothing is created, kept or sent."""

from pathlib import Path
from typing import Annotated, Final

import anyio
import typer

from madoguchi.base.clock import now
from madoguchi.base.settings import data_directory, load_settings
from madoguchi.cli.say import FOUND, show, show_json
from madoguchi.evidence.probes.probe import Reading, State, surroundings_of
from madoguchi.evidence.probes.registry import PROBES
from madoguchi.evidence.probes.rounds import Rounds
from madoguchi.words.translate import load_words

MARKS: Final[dict[State, str]] = {"good": "ok ", "doubtful": " ! ", "down": "!!!", "unknown": " ? "}


def command(
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """Ask every probe once. Status 1: one of them found something doubtful or down; unknown is no finding."""
    folder = data_directory(data)
    settings = load_settings(folder)
    around = surroundings_of(settings, folder, now, {})
    rounds = Rounds(PROBES, lambda: around, now)
    readings = list(anyio.run(rounds.look).values())
    if as_json:
        show_json([_as_json(reading, settings.staff_language) for reading in readings])
    else:
        for reading in readings:
            name = load_words().text(f"probe-{reading.probe}", settings.staff_language)
            show(f"[{MARKS[reading.state]}] {name}: {_sentence(reading, settings.staff_language)}")
    if any(reading.state in {"doubtful", "down"} for reading in readings):
        raise typer.Exit(FOUND)


def _sentence(reading: Reading, lang: str) -> str:
    return load_words().text(reading.evidence, lang, **reading.args)


def _as_json(reading: Reading, lang: str) -> dict[str, object]:
    return {
        "probe": reading.probe,
        "state": reading.state,
        "value": reading.value,
        "evidence": _sentence(reading, lang),
        "sure": reading.sure,
        "since": reading.since,
    }
