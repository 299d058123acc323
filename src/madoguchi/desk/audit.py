"""The administrator's look at the audit log: who looked at what, and whether the log is whole."""

from typing import Final

import msgspec
from litestar import MediaType, get

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around
from madoguchi.desk.context import Context, Here
from madoguchi.desk.rights import Visitor
from madoguchi.records.audit import AuditRow
from madoguchi.records.audit_check import Finding

SHOWN: Final = 200
"""Rows on the page, the newest first; the command line verifies and lists all of them."""


HERE: Final = "this-machine"
"""How this machine itself is called in the log."""

WHO: Final = "administrator"
"""How the one who has the passphrase is called in the log."""


class Line(msgspec.Struct, frozen=True):
    """One row of the log in words."""

    number: int
    at: str
    who: str
    device: str
    what: str
    record: str


class AuditView(msgspec.Struct, frozen=True):
    """The page: the latest rows, the head to copy, and what the chain says."""

    lines: tuple[Line, ...]
    rows: int
    head: str
    whole: bool
    findings: tuple[str, ...]


def note(context: Context, visitor: Visitor, what: str, record: str = "", who: str = WHO) -> None:
    """Tell the log what happened at the gate; `who` is empty where somebody is not known."""
    context.records.audit(context.clock(), who, visitor.name or HERE, what, record)


def audit_view(context: Context) -> AuditView:
    """The page as the log stands now."""
    around = context.around()
    report = context.records.audit_verify()
    return AuditView(
        lines=tuple(_line(row, around) for row in context.records.audit_rows(SHOWN)),
        rows=report.rows,
        head=report.head,
        whole=not report.findings,
        findings=tuple(_finding(found, around) for found in report.findings),
    )


def _line(row: AuditRow, around: Around) -> Line:
    message = f"audit-what-{row.what}"
    what = around.text(message) if around.words.has(message, around.lang) else row.what
    device = around.text("audit-here") if row.device == HERE else row.device
    at = row.at.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M:%S")
    who = around.text("audit-administrator") if row.who == WHO else row.who
    return Line(row.number, at, who, device, what, row.record)


def _finding(found: Finding, around: Around) -> str:
    return around.text(f"audit-found-{found.kind}", first=found.number, last=found.until, record=found.record)


@get("/audit", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def audit_page(context: Here) -> str:
    """The audit log."""
    return context.render("audit.html", context.settings().staff_language, view=audit_view(context))


routes = [audit_page]
