"""`madoguchi recognise`: which problems words, a result file or a photo may mean; the input is neither kept nor logged."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from madoguchi.base import xml
from madoguchi.catalogue.load import load_catalogue
from madoguchi.cli.photo import recognise_photo
from madoguchi.cli.say import FOUND, complain, language, show, show_json
from madoguchi.desk.intake import WORDS_LIMIT
from madoguchi.desk.recognition import Recognition, by_sentence
from madoguchi.desk.refusals import OF_A_FILE, Refused
from madoguchi.evidence.meaning import Finding, meaning
from madoguchi.evidence.opening import read_shared
from madoguchi.wire.exchange.codec import ExchangeRefused, read_result
from madoguchi.words.translate import load_words


def command(
    words: Annotated[str | None, typer.Option(help="a sentence, or - for one on each line of standard input")] = None,
    file: Annotated[Path | None, typer.Option(help="a result file of the terminal")] = None,
    photo: Annotated[
        Path | None, typer.Option(help="a photo or screenshot of the reader's screen (needs the extra ocr)")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
) -> None:
    """Rank the problems. Status 1: the file tells of a problem; 2: it cannot be read."""
    if sum(given is not None for given in (words, file, photo)) != 1:
        raise Refused("empty")
    if photo is not None:
        recognise_photo(photo, as_json=as_json)
        return
    if file is not None:
        _file(file, as_json=as_json)
    elif words == "-":
        _lines(as_json=as_json)
    else:
        _sentence(words or "", as_json=as_json)


def _sentence(text: str, *, as_json: bool) -> None:
    found = _ranked(text)
    if as_json:
        show_json(found)
    if found.refused:
        raise Refused(found.refused)
    if not as_json:
        _tell(found)


def _ranked(text: str) -> Recognition:
    return by_sentence(text[:WORDS_LIMIT], load_words(), load_catalogue(), language())


def _lines(*, as_json: bool) -> None:
    """One line of JSON for each line; a line that is no UTF-8 is read as well as it can be."""
    for line in sys.stdin.buffer:
        found = _ranked(line.decode("utf-8", "replace").strip())
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
        else:
            _tell(found)
    sys.stdout.flush()


def _tell(found: Recognition) -> None:
    lang = language()
    if found.refused:
        show(load_words().text(f"error-{found.refused}.title", lang))
    elif found.unknown:
        show(load_words().text("cli-recognise-unknown", lang))
    for one in found.problems:
        show(f"{one.code:26} {one.p:4.0%}  {load_words().text(f'problem-{one.code}.name', lang)}")
    if found.question:
        show(found.question)
    for reply in found.answers:
        show(f"{reply.code:26}       {reply.text}")


def _file(path: Path, *, as_json: bool) -> None:
    try:
        data = read_shared(path, xml.LIMIT + 1)
    except (OSError, ValueError):
        complain("unreadable-file")
    try:
        findings = meaning(read_result(data, path.name))
    except ExchangeRefused as refused:
        if as_json:
            show_json({"problems": [], "unknown": True, "refused": refused.reason})
        raise Refused(OF_A_FILE[refused.reason]) from None
    _report(findings, as_json=as_json)
    if any(finding.gives == "incident" for finding in findings):
        raise typer.Exit(FOUND)


def _report(findings: Sequence[Finding], *, as_json: bool) -> None:
    words, lang = load_words(), language()
    if as_json:
        told = [finding for finding in findings if finding.problem]
        problems = [{"code": one.problem, "p": 1.0, "why": words.text(one.why, lang), "gives": one.gives} for one in told]
        show_json({"problems": problems, "unknown": False, "good": any(one.gives == "good" for one in findings)})
        return
    if not findings:
        show(words.text("cli-recognise-nothing", lang))
    for one in findings:
        name = words.text(f"problem-{one.problem}.name", lang) if one.problem else ""
        show(f"{one.problem:26} {name}  {words.text(one.why, lang)}".strip())
