"""`madoguchi check`: whether catalogue, words and plans are complete; status 1 where something is missing."""

from typing import Annotated

import typer

from madoguchi.catalogue.load import load_catalogue
from madoguchi.cli.say import FOUND, language, show, show_json
from madoguchi.desk.check import check
from madoguchi.words.translate import load_words


def command(
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
) -> None:
    """Look for everything that is missing."""
    words = load_words()
    found = check(load_catalogue(), words)
    if as_json:
        show_json(found)
    else:
        lang = language()
        for tier, problems in found.tiers.items():
            show(words.text("cli-check-tier", lang, tier=tier, count=len(problems)))
        for finding in found.findings:
            show(f"{finding.kind}: {finding.what}")
        show(words.text("cli-check-result", lang, count=len(found.findings)))
    if found.findings:
        raise typer.Exit(FOUND)
