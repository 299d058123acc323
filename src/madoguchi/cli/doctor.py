"""`madoguchi doctor`: one report to paste into a mail, without personal data."""

from pathlib import Path
from typing import Annotated

import typer

from madoguchi.base.settings import data_directory
from madoguchi.cli.say import FOUND, show, show_json
from madoguchi.desk.doctor import examine


def command(
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """Report how this desk is; each part survives the failure of the others."""
    report = examine(data_directory(data))
    if as_json:
        show_json(report)
    else:
        for part in report.parts:
            show(f"[{'ok' if part.ok else '!!'}] {part.name}")
            for name, value in part.facts.items():
                show(f"     {name}: {value}")
    if not all(part.ok for part in report.parts):
        raise typer.Exit(FOUND)
