import csv
import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from madoguchi.base.settings import Settings, save_settings
from madoguchi.desk.log import wanted
from madoguchi.desk.log_file import COLUMNS
from madoguchi.guide.events import IncidentClosed, IncidentOpened, StepAnswered
from tests.desk.test_four_items import my_number

Desk = Any
TODAY = date(2026, 11, 24)


def tell(desk: Desk, name: str, problem: str = "011", at: datetime | None = None, place: str | None = "1", **more: Any) -> None:
    when = at or desk.clock.at
    desk.context.records.append(name, [IncidentOpened(when, name, problem, place, practice=more.get("practice", False))])
    if more.get("how"):
        closing = [StepAnswered(when, "reseat-card", "fixed"), IncidentClosed(when + timedelta(minutes=4), None, more["how"])]
        desk.context.records.append(name, closing)


def export(desk: Desk, query: str = "") -> list[dict[str, str]]:
    answer = desk.client.get(f"/log.csv?{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_without_conditions_the_log_begins_thirty_days_ago() -> None:
    chosen, misread = wanted({}, TODAY)

    assert (chosen.start, chosen.end, misread) == (date(2026, 10, 26), None, False)


def test_an_emptied_date_means_from_the_beginning() -> None:
    assert wanted({"from": ""}, TODAY)[0].start is None


@pytest.mark.parametrize("query", [{"from": "yesterday"}, {"to": "2026-13-01"}, {"state": "asleep"}, {"how": "magic"}])
def test_a_condition_that_cannot_be_read_is_left_out_and_said(desk: Desk, query: dict[str, str]) -> None:
    assert wanted(query, TODAY)[1]

    page = desk.client.get("/log", params=query)
    assert page.status_code == 200
    assert "読めない条件" in page.text


@pytest.mark.parametrize("field", ["desk", "problem"])
@pytest.mark.parametrize("written", ["{}", "{:.4} {:.4}", "x{}"])
def test_a_number_of_a_person_is_no_condition_and_stands_in_no_link(desk: Desk, field: str, written: str) -> None:
    for one in range(60):
        tell(desk, f"a{one}")
    number = my_number("12345678901")
    typed = {"{}": number, "{:.4} {:.4}": f"{number[:4]} {number[4:8]} {number[8:]}", "x{}": f"受付{number}"}[written]

    page = desk.client.get("/log", params={field: typed})

    assert 200 == page.status_code
    assert "page=2" in page.text
    assert "読めない条件" in page.text
    assert number[:4] not in page.text
    assert number[:4] not in desk.client.get("/log.csv", params={field: typed}).text


def test_the_page_lists_what_happened_in_words_and_japans_time(desk: Desk) -> None:
    tell(desk, "a", "003", how="reported")

    page = desk.client.get("/log").text
    assert "2026-11-24 09:00" in page
    assert "暗証番号入力誤り" in page
    assert "なおった" in page
    assert "1件" in page


def test_conditions_narrow_the_page_and_the_file_alike(desk: Desk) -> None:
    tell(desk, "a", "003", how="reported")
    tell(desk, "b", "011", place="2")

    assert [line["控え番号"] for line in export(desk, "problem=011")] == ["b"]
    assert [line["控え番号"] for line in export(desk, "desk=1")] == ["a"]
    assert [line["控え番号"] for line in export(desk, "state=open")] == ["b"]
    assert "/incidents/a" in desk.client.get("/log?how=reported").text
    assert "/incidents/b" not in desk.client.get("/log?how=reported").text


def test_the_log_is_turned_page_by_page_keeping_its_conditions(desk: Desk) -> None:
    for number in range(51):
        tell(desk, f"i{number:02}", "011", desk.clock.at + timedelta(minutes=number))

    first = desk.client.get("/log?problem=011").text
    assert "problem=011&amp;desk=&amp;state=&amp;how=&amp;page=2" in first
    assert "/incidents/i50" in first
    assert "/incidents/i00" in desk.client.get("/log?problem=011&page=2").text
    assert "/incidents/i00" in desk.client.get("/log?page=99999999999999999999").text
    assert desk.client.get("/log?page=-1").status_code == 200


def test_the_file_opens_in_a_spreadsheet_with_japanese_headings(desk: Desk) -> None:
    tell(desk, "a", "003", how="verified")

    answer = desk.client.get("/log.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="madoguchi-2026-11-24.csv"'
    (line,) = export(desk)
    assert len(line) == len(COLUMNS)
    assert (line["始まり"], line["番号"], line["困りごと"]) == ("2026-11-24 09:00", "003", "暗証番号入力誤り")
    assert (line["分"], line["終わり方"]) == ("4.0", "なおった（次の読み取りで確認）")


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_nothing_in_the_file_is_calculated(desk: Desk, evil: str) -> None:
    tell(desk, "a", place=evil)
    assert f'"\'{evil}"' in desk.client.get("/log.csv").content.decode()


def test_practice_is_in_neither(desk: Desk) -> None:
    tell(desk, "a", practice=True, how="reported")

    assert export(desk) == []
    assert "/incidents/a" not in desk.client.get("/log").text


def test_the_charts_stand_on_the_page_with_their_descriptions(desk: Desk) -> None:
    tell(desk, "a", "003", how="reported")
    tell(desk, "b", "003")

    page = desk.client.get("/log").text
    assert page.count('role="img"') == 3
    assert "合わせて2件。いちばん多いのは003 暗証番号入力誤りの2件です" in page


def test_a_problem_that_is_no_longer_known_still_has_its_line(desk: Desk) -> None:
    tell(desk, "a", "777")

    assert desk.client.get("/log").status_code == 200
    assert export(desk)[0]["番号"] == "777"


def test_a_quiet_desk_has_a_calm_empty_log(desk: Desk) -> None:
    assert "この条件のきろくはありません" in desk.client.get("/log").text


def test_the_log_speaks_the_staffs_language(desk: Desk) -> None:
    save_settings(desk.context.data, Settings(staff_language="en"))
    tell(desk, "a", "003", how="escalated")

    assert "Taken over by others" in desk.client.get("/log").text
    assert export(desk)[0]["Ending"] == "Taken over by others"


def test_what_comes_back_a_third_time_within_a_week_has_its_list_for_the_vendor(desk: Desk) -> None:
    for days in (6, 3):
        tell(desk, f"before-{days}", "014", desk.clock.at - timedelta(days=days))
    tell(desk, "other", "003")
    assert "業者に見てもらいます" not in desk.client.get("/log?problem=014").text

    tell(desk, "now", "014")

    page = desk.client.get("/log?problem=014").text
    assert "この7日間に3回" in page
    assert "<li>2026-11-18 09:00</li><li>2026-11-21 09:00</li><li>2026-11-24 09:00</li>" in page
    assert "業者に見てもらいます" not in desk.client.get("/log?problem=003").text
