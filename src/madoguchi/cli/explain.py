"""`madoguchi explain 003`: what a code or topic is, what patient and staff are told, whom to call."""

from pathlib import Path
from typing import Annotated

import typer

from madoguchi.cli.reading import asked_for, reading
from madoguchi.cli.say import language, show, show_json
from madoguchi.desk.answer import Answer, Around, answer
from madoguchi.desk.explanation import explanation
from madoguchi.desk.refusals import Refused
from madoguchi.words.translate import LANGUAGES


def command(
    problem: Annotated[str | None, typer.Argument(metavar="CODE|TEXT", help="a code, a topic, or words")] = None,
    every: Annotated[bool, typer.Option("--list", help="everything there is")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    lang: Annotated[str | None, typer.Option(help="ja or en")] = None,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """Explain a code, a topic, or what words describe; --list explains everything."""
    at = reading(data)
    around = at.around(language(lang))
    if every:
        answers = [answer(each, around, at.policies.path(each, at.settings.waiting)) for each in at.catalogue.problems]
        if as_json:
            show_json([explanation(each) for each in answers])
        else:
            for each in answers:
                show(f"{each.code:26} {each.name}")
        return
    if problem is None:
        raise Refused("empty")
    named = asked_for(problem, at)
    found = answer(named.problem, around, at.policies.path(named.problem, at.settings.waiting))
    if as_json:
        show_json(explanation(found))
    else:
        _tell(found, around)


def _tell(found: Answer, around: Around) -> None:
    show(f"{found.code}  {found.name}")
    show(f"{found.summary} {found.whose}")
    _part(around, "cli-steps", [f"{number}. {step.text}  {step.how}" for number, step in enumerate(found.steps, 1)])
    _part(around, "cli-ways", [f"- {way.text}" for way in found.ways])
    _part(around, "cli-cautions", [f"- {caution.text} {caution.how}" for caution in found.cautions])
    _part(around, "cli-calls", [f"- {call.name}  {call.phone}\n  {call.say}" for call in found.calls])
    for code in LANGUAGES:
        said = found.patient[code]
        _part(around, f"cli-patient-{code}", [f"  {line}" for line in (said.calm, said.do, said.else_)])
    show()
    show(found.payment)


def _part(around: Around, title: str, lines: list[str]) -> None:
    if lines:
        show()
        show(around.text(title))
        for line in lines:
            show(line)
