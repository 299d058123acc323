"""`madoguchi rehearse`: real causes are switched on in a replica of the chain; the desk is followed until they are cured."""

import re
import signal
import webbrowser
from typing import Annotated, Any, Final

import typer

from madoguchi.cli.say import complain, language, show, show_json, whisper
from madoguchi.words.translate import load_words

QUIET: Final = re.compile(r"[0-9]{1,3}")


def command(
    what: Annotated[list[str] | None, typer.Argument(help="codes, topics or faults, such as 011 or line.carrier")] = None,
    everything: Annotated[bool, typer.Option("--all", help="every fault there is")] = False,
    seed: Annotated[int, typer.Option(help="what the invented people of the chain are drawn from")] = 7,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    person: Annotated[bool, typer.Option("--drill", help="a drill for a person, with a cause that is not named")] = False,
) -> None:
    """Rehearse failures from their real causes, and say how each ended and what it cost."""
    if person:
        _drill(what or [], seed)
        return
    # Loaded only by this command: a rehearsal is a desk and a whole chain.
    from madoguchi.rehearsal.company import rehearse  # noqa: PLC0415
    from madoguchi.rehearsal.report import Report, lines  # noqa: PLC0415

    wanted = _wanted(what or [], everything=everything)
    words, lang = load_words(), language()

    def text(message: str, **args: object) -> str:
        return words.text(f"rehearsal-{message}", lang, **args)

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    rehearsed = rehearse(wanted, seed)
    if as_json:
        show_json(rehearsed)
    else:
        for line in lines(Report.of(rehearsed), text):
            show(line)
    if any(row.verdict == "wrong" for row in rehearsed.faults):
        raise typer.Exit(1)


def _drill(names: list[str], seed: int) -> None:
    """A drill: with one of the named causes, or any."""
    from madoguchi.catalogue.load import load_catalogue  # noqa: PLC0415 - as above
    from madoguchi.rehearsal.app import Drill  # noqa: PLC0415
    from madoguchi.rehearsal.drill import drawn  # noqa: PLC0415
    from madoguchi.rehearsal.exercise import drill  # noqa: PLC0415

    faults = _wanted(names, everything=not names)
    fault = drawn(faults, None, load_catalogue())
    words, lang = load_words(), language()

    def text(message: str, **args: object) -> str:
        return words.text(f"rehearsal-{message}", lang, **args)

    def meet(going: Drill, page: str) -> None:
        for line in (
            text("drill-open", page=page),
            f"{text('drill-kiosk')}  {going.kiosk}",
            f"{text('drill-desk')}  {going.desk}",
        ):
            whisper(line)
        webbrowser.open(page)
        whisper(text("drill-wait"))
        try:
            input()
        except (EOFError, KeyboardInterrupt):
            return

    told = drill(fault, seed, words, lang, meet)
    if told is None:
        return
    cause = words.text(f"cause-{told.cause.replace('.', '-')}", lang)
    show(text("drill-was", cause=cause, problem=told.problem))
    for name, steps in (("yours", told.yours), ("best", told.best)):
        show(text(f"drill-{name}"))
        for step, _outcome in steps:
            show(f"  {words.text(f'step-{step}', lang)}")
    show(f"{text('drill-minutes')} {told.minutes:.1f} / {told.minutes_best:.1f}")
    show(text("drill-felt", minutes=f"{told.waited:.1f}", asked=told.asked))


def _wanted(names: list[str], *, everything: bool) -> list[Any]:
    from madoguchi.replica.supervisor import all_faults  # noqa: PLC0415 - as above

    faults = all_faults()
    if everything:
        return list(faults.values())
    found = []
    for name in names:
        code = name.zfill(3) if QUIET.fullmatch(name) else name
        these = [fault for fault in faults.values() if code in {fault.id, fault.problem, fault.shows}]
        if not these:
            complain("unknown-fault", name)
        found += these
    if not found:
        complain("nothing-to-rehearse")
    return list({fault.id: fault for fault in found}.values())
