"""`madoguchi booklet --out x.html`: the booklet as one file that opens from a disk, without desk or network."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from madoguchi.cli.reading import reading
from madoguchi.cli.say import complain, language, show, show_json
from madoguchi.desk.booklet import offline
from madoguchi.desk.templating import environment


class Written(msgspec.Struct, frozen=True):
    """The file that was written: where, its size in bytes, and how many problems it holds."""

    file: str
    bytes: int
    problems: int


def command(
    out: Annotated[Path, typer.Option(help="the file to write")] = Path("madoguchi-booklet.html"),
    lang: Annotated[str | None, typer.Option(help="ja or en")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """Write the booklet."""
    at = reading(data)
    around = at.around(language(lang))
    text = offline(around, lambda problem: at.policies.path(problem, at.settings.waiting), environment(at.words))
    content = text.encode()
    try:
        out.write_bytes(content)
    except OSError:
        complain("read-only", "--out")
    if as_json:
        show_json(Written(str(out), len(content), len(at.catalogue.problems)))
    else:
        show(around.text("booklet-written", file=str(out)))
