"""An incident as words by column, and the log as a file for a spreadsheet, where nothing is ever calculated."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around, name_of
from madoguchi.records import LogRow

COLUMNS: Final = (
    "opened",
    "problem",
    "name",
    "desk",
    "status",
    "how",
    "minutes",
    "fixed",
    "way",
    "cause",
    "source",
    "incident",
)
"""Columns of the file, in order; their headings are `log-column-<name>`."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings that a spreadsheet would calculate (https://owasp.org/www-community/attacks/CSV_Injection)."""


def problem_name(problem: str, around: Around) -> str:
    """The code with its name; a topic's name alone; the bare id of one that an older catalogue had."""
    facts = around.catalogue.problems.get(problem)
    if facts is None:
        return problem
    name = name_of(problem, around)
    return f"{problem} {name}" if facts.kind == "code" else name


def cells(row: LogRow, around: Around) -> dict[str, str]:
    """An incident in words, by column; empty where there is nothing to say. Moments are in Japan's time."""

    def said(message: str) -> str:
        return around.text(message) if around.words.has(message, around.lang) else ""

    known = row.problem in around.catalogue.problems
    return {
        "opened": moment(row.opened_at),
        "problem": row.problem,
        "name": name_of(row.problem, around) if known else "",
        "desk": row.desk or "",
        "status": said(f"log-status-{row.status}"),
        "how": said(f"log-how-{row.how}") if row.how else "",
        "minutes": "" if row.minutes is None else f"{row.minutes:.1f}",
        "fixed": said(f"step-{row.fixed_by}") if row.fixed_by else "",
        "way": said(f"way-{row.way}") if row.way else "",
        "cause": said(f"cause-{row.cause.replace('.', '-')}") if row.cause else "",
        "source": said(f"log-source-{row.source}") or row.source,
        "incident": row.incident,
    }


def moment(at: datetime) -> str:
    """A moment in Japan to the minute, in a form a spreadsheet understands and sorts."""
    return at.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M")


def exported(log: Iterator[LogRow], around: Around) -> Iterator[str]:
    """The lines of the file: a mark that tells spreadsheets it is UTF-8, headings, and one line for each incident."""
    yield "\ufeff" + csv_line([around.text(f"log-column-{name}") for name in COLUMNS])
    for row in log:
        line = cells(row, around)
        yield csv_line([line[name] for name in COLUMNS])


def csv_line(fields: Sequence[str]) -> str:
    """One line after RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe."""
    safe = (f"'{field}" if field.startswith(_FORMULA) else field for field in fields)
    return ",".join('"' + field.replace('"', '""') + '"' for field in safe) + "\r\n"
