"""What many rehearsals say together: how they ended, minutes per problem beside the guide's, the page's and the best."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec

from madoguchi.catalogue.load import load_catalogue
from madoguchi.rehearsal.company import Rehearsed
from madoguchi.rehearsal.expectation import expected_minutes
from madoguchi.rehearsal.play import Row
from madoguchi.rehearsal.truth import RIGHT

Text = Callable[..., str]

NEAR: Final = 0.15
"""How far minutes in the replica may be from the guide's own, as a share of them, before one of the two is looked into."""


class Problem(msgspec.Struct, frozen=True):
    """One problem: its faults' minutes, each cause by how often it is, faults of one cause alike.

    `known`: how much of all that happens the faults stand for. `expected`: what the guide expects of these causes,
    every probe read.
    """

    problem: str
    known: float
    minutes: float
    page_order: float
    clairvoyant: float
    expected: float

    @property
    def ratio(self) -> float:
        """Minutes in the replica over those the guide expects."""
        return self.minutes / self.expected


class Report(msgspec.Struct, frozen=True):
    """Everything together. `saving` is the share under the page's order, `over_best` the ratio to somebody who knows all."""

    rows: tuple[Row, ...]
    verdicts: dict[str, int]
    problems: tuple[Problem, ...]
    right: float
    saving: float
    over_best: float

    @classmethod
    def of(cls, rehearsed: Rehearsed) -> "Report":
        """The report of a rehearsal."""
        rows = rehearsed.faults
        problems = tuple(_problems(rows))
        minutes, page, best = (sum(getattr(one, name) for one in problems) for name in ("minutes", "page_order", "clairvoyant"))
        return cls(
            rows=rows,
            verdicts=dict(Counter(row.verdict for row in rows)),
            problems=problems,
            right=sum(row.verdict in RIGHT for row in rows) / max(len(rows), 1),
            saving=1 - minutes / page if page else 0.0,
            over_best=minutes / best if best else 1.0,
        )


def _problems(rows: tuple[Row, ...]) -> Iterator[Problem]:
    catalogue = load_catalogue()
    met: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.minutes is not None and row.problem is not None:
            met[row.problem][row.cause].append(row)
    for problem in sorted(met, key=list(catalogue.problems).index):
        causes = met[problem]
        known = sum(these[0].share for these in causes.values())
        sums = [
            sum(these[0].share * sum(getattr(row, name) for row in these) / len(these) for these in causes.values()) / known
            for name in ("minutes", "minutes_page_order", "minutes_clairvoyant")
        ]
        yield Problem(
            problem, known, sums[0], sums[1], sums[2], expected_minutes(catalogue.problems[problem], catalogue, causes)
        )


def lines(report: Report, text: Text) -> Iterator[str]:
    """The report for people, line by line."""
    yield text("head")
    for row in report.rows:
        shown = row.code_shown or "---"
        minutes: Any = "-" if row.minutes is None else f"{row.minutes:.1f}"
        yield f"{shown:5}{row.fault:38}{text(f'verdict-{row.verdict}'):12} {minutes:>6}  {row.escalated_to or ''}"
    yield ""
    yield text("codes")
    for one in report.problems:
        mark = text("near") if abs(one.ratio - 1) <= NEAR else text("replica-off" if one.ratio < 1 else "model-off")
        figures = f"{one.minutes:6.1f}{one.expected:8.1f}{one.ratio:7.2f}{one.page_order:8.1f}{one.clairvoyant:8.1f}"
        yield f"{one.problem:26}{figures}  {mark}"
    yield ""
    yield text("ended", **{verdict: report.verdicts.get(verdict, 0) for verdict in _VERDICTS}, faults=len(report.rows))
    yield text("sum", right=f"{report.right:.1%}", saving=f"{report.saving:.0%}", best=f"{report.over_best:.2f}")


_VERDICTS: Final = ("cured", "continued", "escalated_right", "wrong")
