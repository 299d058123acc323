"""`madoguchi audit verify`: whether the audit log is as it was written; status 1 where it is not. `audit head` to note down."""

from contextlib import closing
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer

from madoguchi.base.settings import data_directory
from madoguchi.cli.say import FOUND, complain, language, show, show_json
from madoguchi.records.audit_check import Anchor, AnchorError, Finding, Report
from madoguchi.records.records import Records
from madoguchi.words.translate import load_words


class Answer(msgspec.Struct, frozen=True):
    """The verdict. `unproven`: what nothing that was given can prove, as ids of sentences."""

    ok: bool
    rows: int
    head: str
    anchored: int
    findings: tuple[Finding, ...]
    clock_went_back: tuple[int, ...]
    unproven: tuple[str, ...]


def command(
    action: Annotated[Literal["verify", "head"], typer.Argument(help="verify it · show its head to note down")] = "verify",
    anchor: Annotated[str | None, typer.Option(help="a head noted down before, as on the daily sheet: 128-3f9a-…")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
    data: Annotated[Path | None, typer.Option(help="data directory")] = None,
) -> None:
    """Look at every row of the audit log, and say what that proves."""
    try:
        noted = None if anchor is None else Anchor.read(anchor)
    except AnchorError:
        complain("bad-anchor", "--anchor")
    answer = _answer(_report(data_directory(data), noted))
    if as_json:
        show_json({"head": answer.head, "rows": answer.rows} if action == "head" else answer)
    elif action == "head":
        show(answer.head)
    else:
        _show(answer)
    if action == "verify" and not answer.ok:
        raise typer.Exit(FOUND)


def _report(data: Path, anchor: Anchor | None) -> Report:
    records = Records.open_existing(data)
    if records is None:
        findings = (Finding("cut", 1, anchor.number),) if anchor is not None and anchor.number else ()
        return Report(0, "", 0, findings)
    with closing(records):
        return records.audit_verify(anchor)


def _answer(report: Report) -> Answer:
    # An anchor that does not fit has proven the contrary: nothing is left open.
    refuted = any(one.kind in ("cut", "other-anchor") for one in report.findings)
    open_ends = () if report.anchored == report.rows and report.rows else ("cut-after" if report.anchored else "cut",)
    return Answer(
        not report.findings,
        report.rows,
        report.head,
        report.anchored,
        report.findings,
        report.clock_went_back,
        () if refuted else (*open_ends, "key-holder-after" if report.anchored else "key-holder"),
    )


def _show(answer: Answer) -> None:
    words, lang = load_words(), language()
    for one in answer.findings:
        show(words.text(f"cli-audit-{one.kind}", lang, number=one.number, until=one.until, entry=one.record))
    for number in answer.clock_went_back:
        show(words.text("cli-audit-clock", lang, number=number))
    if answer.rows:
        show(words.text("cli-audit-head", lang, head=answer.head, rows=answer.rows))
    for what in answer.unproven:
        show(words.text(f"cli-audit-unproven-{what}", lang, number=answer.anchored))
    show(words.text("cli-audit-good" if answer.ok else "cli-audit-bad", lang))
