"""What many rehearsals say together."""

import msgspec
import pytest

from madoguchi.rehearsal.company import Rehearsed
from madoguchi.rehearsal.play import Row
from madoguchi.rehearsal.report import Report, lines
from madoguchi.words.translate import load_words


def row(fault: str, cause: str, share: float, minutes: float, page: float, *, verdict: str = "cured") -> Row:
    told = {
        "fault": fault, "code_expected": "010", "code_shown": "010", "curable_at_desk": False, "remit": [], "incident": "i",
        "first_step": None, "verdict": verdict, "escalated_to": None, "minutes": minutes, "minutes_page_order": page,
        "minutes_clairvoyant": 4.0, "ledger": False, "stand_in": False, "problem": "010", "cause": cause, "share": share,
        "verified": True, "called": [], "steps": [], "probes": {}, "readings": {},
    }  # fmt: skip
    return msgspec.convert(told, Row)


ROWS = (
    row("portal.down", "portal.down", 0.6, 4.0, 20.0),
    row("portal.silent", "portal.down", 0.6, 8.0, 20.0),
    row("portal.busy", "portal.busy", 0.2, 12.0, 20.0, verdict="wrong"),
)


def test_causes_weigh_as_often_as_they_are_and_faults_of_one_cause_alike() -> None:
    (one,) = Report.of(Rehearsed(7, ROWS)).problems

    assert 0.8 == pytest.approx(one.known)
    assert (0.6 * 6.0 + 0.2 * 12.0) / 0.8 == pytest.approx(one.minutes)


def test_the_whole_is_told_in_shares() -> None:
    report = Report.of(Rehearsed(7, ROWS))

    assert {"cured": 2, "wrong": 1} == report.verdicts
    assert 2 / 3 == pytest.approx(report.right)
    assert 1 - 7.5 / 20.0 == pytest.approx(report.saving)
    assert 7.5 / 4.0 == pytest.approx(report.over_best)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_people_get_a_table_and_a_sum(lang: str) -> None:
    def text(message: str, **args: object) -> str:
        return load_words().text(f"rehearsal-{message}", lang, **args)

    said = list(lines(Report.of(Rehearsed(7, ROWS)), text))

    assert 3 == sum("portal." in line for line in said)
    assert any(line.startswith("010 ") and "7.5" in line for line in said)
    assert "66.7" in said[-1]
