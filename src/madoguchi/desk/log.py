"""The log page: what happened at the desks, filtered, counted and drawn, and the same as a file for a spreadsheet."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

import msgspec
from litestar import MediaType, Request, get
from litestar.response import Stream

from madoguchi.base.clock import JAPAN
from madoguchi.desk.answer import Around
from madoguchi.desk.charts import Chart, columns, rows, without_gaps
from madoguchi.desk.context import Context, Here
from madoguchi.desk.log_file import cells, exported, moment, problem_name
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.records import TOO_OFTEN, Counts, LogFilter

SHOWN: Final = timedelta(days=29)
"""A log without any filter begins so long before today: thirty days."""

STATUSES: Final = ("open", "escalated", "closed")
HOWS: Final = ("reported", "verified", "escalated", "abandoned")

_TOP: Final = 8


class Option(msgspec.Struct, frozen=True):
    """One entry of a list to choose from."""

    value: str
    text: str
    chosen: bool


class Line(msgspec.Struct, frozen=True):
    """One incident in words, by column."""

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
    again: tuple[str, ...]
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
    # A number of a person is no condition: links of the page would carry it on.
    named = {name: query.get(name, "") for name in ("problem", "desk")}
    refused = {name for name, text in named.items() if holds_my_number(text)}
    return LogFilter(
        start=dates["from"] if "from" in query else today - SHOWN,
        end=dates["to"],
        problem=named["problem"] if named["problem"] and "problem" not in refused else None,
        desk=named["desk"] if named["desk"] and "desk" not in refused else None,
        status=state if state in STATUSES else None,
        how=how if how in HOWS else None,
    ), misread or bool(refused)


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
        again=_again(context, chosen.problem),
        misread=misread,
    )


def _again(context: Context, problem: str | None) -> tuple[str, ...]:
    """When a problem came back too often to be mended once more: the list its vendor asks for; otherwise empty."""
    if problem is None:
        return ()
    times = context.records.occurrences(problem, context.clock())
    return tuple(map(moment, times)) if len(times) >= TOO_OFTEN else ()


def _options(texts: Mapping[str, str], chosen: str | None) -> tuple[Option, ...]:
    return tuple(Option(value, text, value == chosen) for value, text in texts.items())


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
def log_page(context: Here, request: Request[Any, Any, Any]) -> str:
    """The log."""
    return context.render("log.html", context.settings().staff_language, view=log_view(context, dict(request.query_params)))


@get("/log.csv", sync_to_thread=True, include_in_schema=False)
def log_file(context: Here, request: Request[Any, Any, Any]) -> Stream:
    """The same rows as a file, read piece by piece."""
    around = context.around()
    chosen, _misread = wanted(dict(request.query_params), around.now.astimezone(JAPAN).date())
    day = around.now.astimezone(JAPAN).date().isoformat()
    return Stream(
        exported(context.records.export(chosen), around),
        media_type="text/csv",
        headers={"content-disposition": f'attachment; filename="madoguchi-{day}.csv"'},
    )


routes = [log_page, log_file]
