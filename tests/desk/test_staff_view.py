"""The small rules of the staff screen that are easier to see alone."""

from datetime import datetime

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.desk.staff_view import cause_message, clock, first_sentence
from tests.desk.conftest import Desk
from tests.desk.pages import forms, said, tree


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("端末です。つぎは回線です。", ("端末です。", "つぎは回線です。")),
        ("One. Two. Three.", ("One.", "Two. Three.")),
        ("なにもない", ("なにもない", "")),
    ],
)
def test_a_text_is_parted_after_its_first_sentence(text: str, expected: tuple[str, str]) -> None:
    assert expected == first_sentence(text)


def test_the_time_of_day_is_japans() -> None:
    assert "9:05" == clock(datetime(2026, 11, 24, 9, 5, tzinfo=JAPAN))


def test_a_cause_has_one_message() -> None:
    assert "cause-line-authentication_lost" == cause_message("line.authentication_lost")


def test_the_kind_of_step_decides_the_answers(desk: Desk) -> None:
    expected = {
        "action": {"fixed", "failed", "skipped"},
        "question": {"yes", "no", "unknown"},
        "fallback": {"yes", "no"},
        "escalation": {"yes", "failed"},
    }
    seen = set()
    for code in desk.context.catalogue.problems:
        told = desk.report(code=code, desk=code[:20])
        for _ in range(12):
            page = tree(desk.client.get(f"/incidents/{told['id']}").text)
            step = desk.read(told["id"])["step"]
            if step is None or (step["kind"] == "escalation" and "escalation" in seen):
                break
            assert expected[step["kind"]] == {one["outcome"] for one in forms(page, "/answer")}
            seen.add(step["kind"])
            desk.answer(told["id"], step["id"], {"question": "unknown", "fallback": "no"}.get(step["kind"], "failed"))

    assert set(expected) == seen


def test_after_the_call_the_repair_is_waited_for(desk: Desk) -> None:
    told = desk.report(code="012", desk="1")
    step = told["step"]
    while step["kind"] != "escalation":
        step = desk.answer(told["id"], step["id"], "no" if step["kind"] == "fallback" else "failed")["step"]
    desk.answer(told["id"], step["id"], "yes")

    page = tree(desk.client.get("/").text)

    assert "連絡ずみ" in said(page, "//section[@id='step']")
    assert {"fixed", "failed"} == {one["outcome"] for one in forms(page, "/answer")}


def test_where_a_first_step_hangs_on_assumed_numbers_the_details_say_so(desk: Desk) -> None:
    said_of = {}
    for code in ("102", "016"):
        told = desk.report(code=code, desk=code)
        said_of[code] = desk.client.get(f"/incidents/{told['id']}").text

    assert "数字が弱い" in said_of["102"]
    assert "数字が弱い" not in said_of["016"]
