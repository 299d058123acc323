"""Between words and a problem stands at most one tap: a question where it is close, few choices, or ways on."""

import pytest

from madoguchi.desk.choosing import FEW, WAYS_ON
from tests.desk.conftest import Desk
from tests.desk.pages import forms, said, tree


def page(desk: Desk, text: str) -> str:
    answer = desk.client.post("/report", data={"desk": "1", "text": text})
    assert 200 == answer.status_code
    assert [] == desk.context.records.open_states()
    return answer.text


def choices(html: str) -> list[str]:
    return [one["problem"] for one in forms(tree(html), "/report") if "problem" in one]


def test_few_choices_and_the_ways_out(desk: Desk) -> None:
    found = choices(page(desk, "暗証番号を忘れた"))

    assert "003" == found[0]
    assert ["no-code", "unknown-code"] == found[-2:]
    assert len(found) <= FEW + 2


def test_a_code_among_words_stands_first(desk: Desk) -> None:
    assert "011" == choices(page(desk, "リーダーに０１１って出てる"))[0]


def test_what_nobody_knows_leads_to_the_ways_on(desk: Desk) -> None:
    html = page(desk, "ほげほげ")

    assert list(WAYS_ON) == choices(html)
    assert "わかりませんでした" in said(tree(html), "//h1")


def test_one_tap_opens_the_incident(desk: Desk) -> None:
    first = choices(page(desk, "暗証番号を忘れた"))[0]

    desk.client.post("/report", data={"desk": "1", "problem": first}, follow_redirects=False)

    assert ["003"] == [state.problem for state in desk.context.records.open_states()]


@pytest.mark.parametrize("number", ["123456789018", "1234 5678 9018"])
def test_the_number_of_a_person_is_refused_and_not_shown_again(desk: Desk, number: str) -> None:
    answer = desk.client.post("/report", data={"desk": "1", "text": f"カードの番号 {number}"}, follow_redirects=False)

    assert 422 == answer.status_code
    assert "9018" not in answer.text
    assert [] == desk.context.records.open_states()


def test_programs_are_told_the_same_and_refused_the_same(desk: Desk) -> None:
    asked = desk.client.post("/api/recognise", json={"words": "証明書が切れた"}).json()
    opened = desk.client.post("/api/incidents", json={"words": "カード置いてもピッていわない"})

    assert {"006", "012"} <= {answer["code"] for answer in asked["answers"]}
    assert (201, "001") == (opened.status_code, opened.json()["problem"]["code"])
    for door in ("/api/recognise", "/api/incidents"):
        refused = desk.client.post(door, json={"words": "番号 123456789018"})
        assert 422 == refused.status_code
        assert "9018" not in refused.text
