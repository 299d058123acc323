"""Bar charts as numbers: where each bar and label stands, for `charts.html` to draw as SVG."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import msgspec

WIDTH: Final = 480
"""Width of every drawing, in its own units; the page scales it."""

_COLUMN_HEIGHT: Final = 160
_ROW: Final = 34
_NAMES: Final = 210
_MARGIN: Final = 24
_MOST_COLUMNS: Final = 92


class Bar(msgspec.Struct, frozen=True):
    """One bar with its name and count."""

    name: str
    count: int
    x: float
    y: float
    width: float
    height: float
    label_x: float
    label_y: float
    show_name: bool = True


class Chart(msgspec.Struct, frozen=True):
    """A drawing: `id` names it within the page, `title` and `summary` say it to those who do not see it."""

    id: str
    title: str
    summary: str
    width: float
    height: float
    bars: tuple[Bar, ...]
    upright: bool


def columns(chart: str, title: str, summary: str, counts: Sequence[tuple[str, int]]) -> Chart:
    """Upright bars from left to right, for counts over time; of many names only some are written out.

    Args:
        chart: its id within the page.
        title: what it shows.
        summary: the same in a sentence, for the drawing's description.
        counts: name and count of each bar, in order.
    """
    most = max((count for _name, count in counts), default=0) or 1
    step = (WIDTH - 2 * _MARGIN) / max(len(counts), 1)
    every = -(-len(counts) // 7) or 1
    bars = []
    for number, (name, count) in enumerate(counts):
        height = round(_COLUMN_HEIGHT * count / most, 1)
        left = _MARGIN + step * number
        bars.append(
            Bar(
                name=name,
                count=count,
                x=round(left + step * 0.1, 1),
                y=round(_MARGIN + _COLUMN_HEIGHT - height, 1),
                width=round(step * 0.8, 1),
                height=height,
                label_x=round(left + step / 2, 1),
                label_y=_MARGIN + _COLUMN_HEIGHT + 20,
                show_name=number % every == 0,
            )
        )
    return Chart(chart, title, summary, WIDTH, _COLUMN_HEIGHT + 2 * _MARGIN + 8, tuple(bars), upright=True)


def rows(chart: str, title: str, summary: str, counts: Sequence[tuple[str, int]]) -> Chart:
    """Lying bars from top to bottom, for counts by name; the arguments are those of `columns`."""
    most = max((count for _name, count in counts), default=0) or 1
    room = WIDTH - _NAMES - 3 * _MARGIN
    bars = tuple(
        Bar(
            name=name,
            count=count,
            x=_NAMES,
            y=number * _ROW + 6,
            width=round(room * count / most, 1),
            height=_ROW - 12,
            label_x=_NAMES - 10,
            label_y=number * _ROW + 22,
        )
        for number, (name, count) in enumerate(counts)
    )
    return Chart(chart, title, summary, WIDTH, max(len(bars), 1) * _ROW, bars, upright=False)


def without_gaps(days: Sequence[tuple[date, int]], start: date | None, end: date | None) -> list[tuple[date, int]]:
    """Counts per day with the quiet days between; where that would be too many bars, per month (its first day).

    Args:
        days: the days that have a count, in order.
        start: the first day asked for, or None for the first that has a count.
        end: the last day asked for, or None for the last that has a count.
    """
    known = dict(days)
    if not known:
        return []
    first, last = start or min(known), end or max(known)
    length = (last - first).days + 1
    if length <= _MOST_COLUMNS:
        return [(day, known.get(day, 0)) for day in (first + timedelta(days=ahead) for ahead in range(length))]
    months: dict[date, int] = {}
    for day, count in days:
        month = day.replace(day=1)
        months[month] = months.get(month, 0) + count
    return list(months.items())
