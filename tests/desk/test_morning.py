from typing import Any

import pytest

from madoguchi.desk.morning import ITEMS, morning_view

Desk = Any


def look(desk: Desk, item: str, state: str = "good", place: str = "1", back: str = "") -> Any:
    told = {"item": item, "state": state, "desk": place, "back": back}
    return desk.client.post("/morning", data=told, follow_redirects=False)


def states(desk: Desk, place: str = "1") -> list[str]:
    return [check.state for check in morning_view(desk.context, place).checks]


def test_a_morning_begins_with_four_looks(desk: Desk) -> None:
    assert states(desk) == ["open"] * 4
    assert "あと4つ" in desk.client.get("/morning").text


def test_four_good_looks_make_it_green(desk: Desk) -> None:
    for item in ITEMS:
        assert look(desk, item).status_code == 303

    view = morning_view(desk.context, "1")
    assert view.done
    assert view.left == "すみました"
    assert "いつでも受付を始められます" in desk.client.get("/morning").text


def test_a_look_that_is_not_good_leads_to_the_problem_that_fits(desk: Desk) -> None:
    look(desk, "lens", "bad")

    page = desk.client.get("/morning").text
    assert 'name="problem" value="102"' in page
    opened = desk.client.post("/report", data={"problem": "102", "desk": "1"}, follow_redirects=False)
    assert opened.status_code == 303
    assert [state.problem for state in desk.context.records.open_states()] == ["102"]


@pytest.mark.parametrize("problem", ITEMS.values())
def test_every_look_leads_to_a_problem_that_has_steps(desk: Desk, problem: str) -> None:
    assert desk.context.answer(problem).steps


def test_a_later_look_replaces_an_earlier_one(desk: Desk) -> None:
    look(desk, "screen", "bad")
    look(desk, "screen", "good")

    assert states(desk)[0] == "good"


def test_each_desk_and_each_day_has_its_own(desk: Desk) -> None:
    look(desk, "screen", place="2")
    assert states(desk, "1")[0] == "open"
    assert states(desk, "2")[0] == "good"

    desk.clock.go(days=1)

    assert states(desk, "2")[0] == "open"


def test_the_answer_goes_back_to_where_it_was_given(desk: Desk) -> None:
    assert look(desk, "screen", place="2").headers["location"] == "/?desk=2"
    assert look(desk, "screen", place="2", back="/morning").headers["location"] == "/morning?desk=2"
    assert look(desk, "screen", back="https://elsewhere.example/").headers["location"] == "/?desk=1"


@pytest.mark.parametrize(("item", "state"), [("coffee", "good"), ("screen", "perhaps")])
def test_what_is_no_look_is_refused_and_nothing_is_kept(desk: Desk, item: str, state: str) -> None:
    assert look(desk, item, state).status_code == 422
    assert states(desk) == ["open"] * 4


def test_the_idle_screen_carries_the_check(desk: Desk) -> None:
    page = desk.client.get("/").text

    assert "朝の点検" in page
    assert page.count('action="/morning"') == 4
