"""The log page: what happened at the desks, filtered, counted and drawn, and the same as a file for a spreadsheet."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode

import msgspec
from litestar import MediaType, Request, get
from litestar.response import Stream

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around, name_of
from madoguchi.desk.charts import Chart, columns, rows, without_gaps
from madoguchi.desk.context import Context
from madoguchi.records import Counts, LogFilter, LogRow

SHOWN: Final = timedelta(days=29)
"""A log without any filter begins so long before today: thirty days."""

STATUSES: Final = ("open", "escalated", "closed")
HOWS: Final = ("reported", "verified", "escalated", "abandoned")

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

_TOP: Final = 8
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings that a spreadsheet would calculate (https://owasp.org/www-community/attacks/CSV_Injection)."""


class Option(msgspec.Struct, frozen=True):
    """One entry of a list to choose from."""

    value: str
    text: str
    chosen: bool


class Line(msgspec.Struct, frozen=True):
    """One incident in words, by the columns of COLUMNS."""

    incident: str
    cells: dict[str, str]


class LogView(msgspec.Struct, frozen=True):
    """Everything the page shows."""

    start: str
    end: str
    problems: tuple[Option, ...]
    desks: tuple[Option, ...]
    statuses: tuple[Option, ...]
    hows: tuple[Option, ...]
    lines: tuple[Line, ...]
    total: int
    page: int
    pages: int
    newer: str
    older: str
    file: str
    charts: tuple[Chart, ...]
    misread: bool


def wanted(query: Mapping[str, str], today: date) -> tuple[LogFilter, bool]:
    """The filter a query asks for, and whether a part of it could not be read and was left out.

    Args:
        query: `from`, `to` (2026-11-24), `problem`, `desk`, `state`, `how`; empty means all. Without `from`, thirty days.
        today: the day in Japan.
    """
    dates = {name: _day(query[name]) if query.get(name) else None for name in ("from", "to")}
    misread = any(query.get(name) and dates[name] is None for name in dates)
    state, how = query.get("state", ""), query.get("how", "")
    misread = misread or bool(state and state not in STATUSES) or bool(how and how not in HOWS)
    return LogFilter(
        start=dates["from"] if "from" in query else today - SHOWN,
        end=dates["to"],
        problem=query.get("problem") or None,
        desk=query.get("desk") or None,
        status=state if state in STATUSES else None,
        how=how if how in HOWS else None,
    ), misread


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _query(chosen: LogFilter, **more: str) -> str:
    fields = {
        "from": chosen.start.isoformat() if chosen.start else "",
        "to": chosen.end.isoformat() if chosen.end else "",
        "problem": chosen.problem or "",
        "desk": chosen.desk or "",
        "state": chosen.status or "",
        "how": chosen.how or "",
    }
    return urlencode(fields | more)


def log_view(context: Context, query: Mapping[str, str]) -> LogView:
    """The log page for a query."""
    around = context.around()
    chosen, misread = wanted(query, around.now.astimezone(JAPAN).date())
    number = int(query["page"]) if query.get("page", "").isascii() and query.get("page", "").isdigit() else 1
    page = context.records.log(chosen, min(number, 10**9))
    codes = sorted(around.catalogue.problems, key=lambda one: (around.catalogue.problems[one].kind, one))
    return LogView(
        start=chosen.start.isoformat() if chosen.start else "",
        end=chosen.end.isoformat() if chosen.end else "",
        problems=_options({one: problem_name(one, around) for one in codes}, chosen.problem),
        desks=_options({one: one for one in context.records.desks()}, chosen.desk),
        statuses=_options({one: around.text(f"log-status-{one}") for one in STATUSES}, chosen.status),
        hows=_options({one: around.text(f"log-how-{one}") for one in HOWS}, chosen.how),
        lines=tuple(Line(row.incident, cells(row, around)) for row in page.rows),
        total=page.total,
        page=page.page,
        pages=page.pages,
        newer=f"/log?{_query(chosen, page=str(page.page - 1))}" if page.page > 1 else "",
        older=f"/log?{_query(chosen, page=str(page.page + 1))}" if page.page < page.pages else "",
        file=f"/log.csv?{_query(chosen)}",
        charts=charts(context.records.counts(chosen), chosen, around),
        misread=misread,
    )


def _options(texts: Mapping[str, str], chosen: str | None) -> tuple[Option, ...]:
    return tuple(Option(value, text, value == chosen) for value, text in texts.items())


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


def charts(counts: Counts, chosen: LogFilter, around: Around) -> tuple[Chart, ...]:
    """The drawings: when, what, and how it ended."""
    days = without_gaps(counts.days, chosen.start, chosen.end)
    by_month = len(days) > 1 and all(day.day == 1 for day, _count in days)
    by_day = [(f"{day.year}/{day.month}" if by_month else f"{day.month}/{day.day}", count) for day, count in days]
    problems = [(problem_name(one, around), count) for one, count in counts.problems[:_TOP]]
    rest = sum(count for _one, count in counts.problems[_TOP:])
    if rest:
        problems.append((around.text("log-others"), rest))
    hows = [(around.text(f"log-how-{one or 'unfinished'}"), count) for one, count in counts.hows]
    made = (("days", columns, by_day), ("problems", rows, problems), ("hows", rows, hows))
    return tuple(
        draw(f"chart-{name}", around.text(f"log-chart-{name}"), _summary(name, counted, around), counted)
        for name, draw, counted in made
    )


def _summary(name: str, counts: Sequence[tuple[str, int]], around: Around) -> str:
    total = sum(count for _one, count in counts)
    most = max(counts, key=lambda pair: pair[1], default=("", 0))
    return around.text("log-chart-summary", what=around.text(f"log-chart-{name}"), total=total, most=most[0], count=most[1])


@get("/log", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def log_page(context: Context, request: Request[Any, Any, Any]) -> str:
    """The log."""
    return context.render("log.html", context.settings().staff_language, view=log_view(context, dict(request.query_params)))


@get("/log.csv", sync_to_thread=True, include_in_schema=False)
def log_file(context: Context, request: Request[Any, Any, Any]) -> Stream:
    """The same rows as a file, read piece by piece."""
    around = context.around()
    chosen, _misread = wanted(dict(request.query_params), around.now.astimezone(JAPAN).date())
    day = around.now.astimezone(JAPAN).date().isoformat()
    return Stream(
        exported(context.records.export(chosen), around),
        media_type="text/csv",
        headers={"content-disposition": f'attachment; filename="madoguchi-{day}.csv"'},
    )


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


routes = [log_page, log_file]
