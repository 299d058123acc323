"""`madoguchi check`: whether catalogue, words and plans are complete; status 1 where something is missing."""

from typing import Annotated

import msgspec
import typer

from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Catalogue
from madoguchi.cli.say import FOUND, language, show, show_json
from madoguchi.desk.check import check
from madoguchi.guide.doubt import WEAK, Figure, doubt_of
from madoguchi.words.translate import load_words


class Weighed(msgspec.Struct, frozen=True):
    """How far a problem's first step hangs on assumed numbers; `share` is None where they were changed since."""

    problem: str
    first: str
    share: float | None
    weak: bool
    measure: tuple[Figure, ...]


def command(
    models: Annotated[bool, typer.Option("--models", help="how far each first step hangs on assumed numbers")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
) -> None:
    """Look for everything that is missing."""
    if models:
        _models(as_json=as_json)
        return
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


def weighed(catalogue: Catalogue) -> tuple[Weighed, ...]:
    """Every problem with a model, the shakiest first step first."""
    found = []
    for problem in catalogue.problems.values():
        if problem.model is not None:
            doubt = doubt_of(problem, catalogue)
            if doubt is None:
                found.append(Weighed(problem.id, "", None, True, ()))
            else:
                found.append(Weighed(problem.id, doubt.first, doubt.share, doubt.weak, doubt.figures))
    return tuple(sorted(found, key=lambda each: (each.share is not None, each.share, each.problem)))


def _models(*, as_json: bool) -> None:
    """Status 1 only where the numbers were changed and nobody has computed their doubt since."""
    found, words, lang = weighed(load_catalogue()), load_words(), language()
    stale = [each for each in found if each.share is None]
    if as_json:
        show_json(found)
    else:
        show(words.text("cli-check-models", lang, limit=round(100 * WEAK)))
        for each in found:
            kind = "stale" if each.share is None else "weak" if each.weak else "firm"
            show(words.text(f"cli-check-models-{kind}", lang, problem=each.problem, share=round(100 * (each.share or 0.0))))
            for figure in each.measure:
                show(f"    {figure.where} = {figure.value:g} ({figure.worth:.2f})")
    if stale:
        raise typer.Exit(FOUND)
