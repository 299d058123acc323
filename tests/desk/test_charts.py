from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.desk.charts import WIDTH, Chart, columns, rows, without_gaps
from madoguchi.desk.templating import environment
from madoguchi.words.translate import load_words

NAMED = st.lists(st.tuples(st.text(min_size=1, max_size=30), st.integers(0, 10**6)), max_size=92)

SOURCE = '{% from "charts.html" import drawn with context %}{{ drawn(chart, "名前", "件数") }}'


def page(chart: Chart) -> str:
    return environment(load_words()).from_string(SOURCE).render(chart=chart, page_lang="ja")


def drawing(chart: Chart) -> ET.Element:
    html = page(chart)
    return ET.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])  # noqa: S314 - our own drawing


@pytest.mark.parametrize("draw", [columns, rows])
@given(counts=NAMED)
def test_every_bar_lies_inside_the_drawing_and_is_as_long_as_its_count(draw: object, counts: list[tuple[str, int]]) -> None:
    assert callable(draw)
    chart = draw("c", "t", "s", counts)
    most = max((count for _name, count in counts), default=0) or 1

    assert len(chart.bars) == len(counts)
    for bar, (_name, count) in zip(chart.bars, counts, strict=True):
        length, whole = (bar.height, 160) if chart.upright else (bar.width, WIDTH - 210 - 72)
        assert length == pytest.approx(whole * count / most, abs=0.06)
        assert 0 <= bar.x <= bar.x + bar.width <= chart.width
        assert 0 <= bar.y <= bar.y + bar.height <= chart.height


def test_a_drawing_says_what_it_shows_to_those_who_do_not_see_it() -> None:
    chart = rows("chart-x", "多かった困りごと", "合わせて3件", [("003", 2), ("011", 1)])

    svg = drawing(chart)
    named = {child.get("id"): child.text for child in svg if child.get("id")}
    assert svg.get("role") == "img"
    assert [named[name] for name in svg.get("aria-labelledby", "").split()] == ["多かった困りごと", "合わせて3件"]


def test_the_same_stands_there_as_a_table() -> None:
    html = page(columns("c", "t", "s", [("11/24", 3), ("11/25", 0)]))

    assert html.count('scope="col"') == 2
    assert '<tr><td>11/24</td><td class="number">3</td></tr>' in html
    assert '<tr><td>11/25</td><td class="number">0</td></tr>' in html


def test_a_name_cannot_break_out_of_the_drawing() -> None:
    html = page(rows("c", "t", "s", [("</title><script>alert(1)</script>", 1)]))

    assert "<script" not in html


def test_without_any_count_it_says_so_instead_of_drawing_nothing() -> None:
    html = page(columns("c", "t", "s", []))

    assert "<svg" not in html
    assert "この条件のきろくはありません" in html


def test_quiet_days_between_are_drawn_too() -> None:
    first, last = date(2026, 11, 23), date(2026, 11, 26)

    expected = [(first, 2), (date(2026, 11, 24), 0), (date(2026, 11, 25), 0), (last, 1)]
    assert expected == without_gaps([(first, 2), (last, 1)], None, None)


def test_the_days_asked_for_are_drawn_even_where_they_were_quiet() -> None:
    start, end = date(2026, 11, 1), date(2026, 11, 30)

    drawn = without_gaps([(date(2026, 11, 24), 5)], start, end)
    assert (len(drawn), drawn[0][0], drawn[-1][0]) == (30, start, end)
    assert sum(count for _day, count in drawn) == 5


def test_more_than_a_quarter_is_drawn_by_month() -> None:
    days = [(date(2026, 1, 1) + timedelta(days=number), 1) for number in range(365)]

    months = without_gaps(days, None, None)
    assert len(months) == 12
    assert all(month.day == 1 for month, _count in months)
    assert sum(count for _month, count in months) == 365


def test_nothing_is_drawn_where_nothing_happened() -> None:
    assert without_gaps([], date(2026, 11, 1), date(2026, 11, 30)) == []
