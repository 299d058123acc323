"""The plain forms: each does one thing and comes back to its page."""

import pytest

from madoguchi.desk.reception import Reported
from tests.desk.conftest import Desk
from tests.desk.pages import forms, said, tree


def send(to: Desk, path: str, **fields: str) -> str:
    answer = to.client.post(path, data={"desk": "1"} | fields, follow_redirects=False)
    assert 303 == answer.status_code, answer.text
    return str(answer.headers["location"])


@pytest.mark.parametrize("text", ["003", "３番", "エラー3", "【003】", "3"])
def test_a_code_is_understood_as_people_write_it(desk: Desk, text: str) -> None:
    assert "/?desk=1" == send(desk, "/report", text=text)
    assert "003" == said(tree(desk.client.get("/").text), "//*[@class='code']")


def test_no_number_leads_to_the_topic_without_one(desk: Desk) -> None:
    (found,) = [one for one in forms(tree(desk.client.get("/").text), "/report") if one.get("text") == "no-code"]

    send(desk, found["action"], text=found["text"])

    assert ["no-code"] == [state.problem for state in desk.context.records.open_states()]


def test_words_ask_first_and_open_nothing(desk: Desk) -> None:
    answer = desk.client.post("/report", data={"desk": "1", "text": "ネットワーク"})

    assert 200 == answer.status_code
    assert [] == desk.context.records.open_states()
    assert "011" in {one.get("problem") for one in forms(tree(answer.text), "/report")}


def test_words_that_fit_nothing_offer_the_ways_on(desk: Desk) -> None:
    answer = desk.client.post("/report", data={"desk": "1", "text": "ほげほげ"})

    assert {"no-code", "unknown-code"} <= {one.get("problem") for one in forms(tree(answer.text), "/report")}


def test_an_answer_to_an_older_step_changes_nothing(desk: Desk) -> None:
    told = desk.report(code="001", desk="1")
    (failed,) = [one for one in forms(tree(desk.client.get("/").text), "/answer") if one["outcome"] == "failed"]
    send(desk, failed["action"], outcome="failed", step=failed["step"])
    after = desk.read(told["id"])["step"]

    send(desk, failed["action"], outcome="failed", step=failed["step"])

    assert after == desk.read(told["id"])["step"]


def test_a_way_is_taken_without_losing_the_repair(desk: Desk) -> None:
    told = desk.report(code="011", desk="1")

    send(desk, f"/incidents/{told['id']}/way", way="certificate-paper")

    state = desk.context.reception.read(told["id"])
    assert "certificate-paper" == state.way
    assert state.step is not None


def test_two_tries_left_open_the_pin_and_one_keeps_it_closed(desk: Desk) -> None:
    first = desk.report(code="003", desk="1")["id"]
    send(desk, f"/incidents/{first}/tries", tries="2")
    second = desk.report(code="003", desk="2")["id"]
    send(desk, f"/incidents/{second}/tries", tries="1", desk="2")

    rules = {incident: desk.context.catalogue.steps[desk.read(incident)["step"]["id"]].rules for incident in (first, second)}

    assert "pin-entry" in rules[first]
    assert "pin-entry" not in rules[second]


def test_an_incident_from_a_file_is_taken_to_a_desk(desk: Desk) -> None:
    incident = desk.context.reception.report(Reported("013", None, "file")).incident

    send(desk, f"/incidents/{incident}/take", desk="3")

    assert "3" == desk.context.reception.read(incident).desk


def test_a_handed_repair_leaves_the_middle_of_the_screen(desk: Desk) -> None:
    told = desk.report(code="011", desk="1")

    assert f"/incidents/{told['id']}?desk=1" == send(desk, f"/incidents/{told['id']}/hand")

    page = tree(desk.client.get("/").text)
    assert "この受付に、困りごとはありません" == said(page, "//h1")
    assert "修理を渡しました" in said(page, "//section[@class='others']")


def test_a_thumb_is_counted_for_the_problem(desk: Desk) -> None:
    told = desk.report(code="001", desk="1")
    desk.answer(told["id"], told["step"]["id"], "fixed")
    up, down = forms(tree(desk.client.get("/").text), "/thumb")

    for pressed in (up, up, down):
        send(desk, pressed["action"], thumb=pressed["thumb"])

    assert [("001", 2, 1)] == [(one.problem, one.up, one.down) for one in desk.context.records.feedback()]


def test_a_switched_mode_stays_open_until_it_is_put_back(desk: Desk) -> None:
    told = desk.report(code="003", desk="1")
    send(desk, f"/incidents/{told['id']}/way", way="visual")
    send(desk, f"/incidents/{told['id']}/close", how="verified")

    (reminder,) = forms(tree(desk.client.get("/").text), "/put-back")
    send(desk, reminder["action"], reminder=reminder["reminder"])

    assert [] == forms(tree(desk.client.get("/").text), "/put-back")


@pytest.mark.parametrize(
    "back", ["https://example.invalid/", "//example.invalid", "/log", "/incidents/../../x", "javascript:1"]
)
def test_a_form_never_leads_to_a_strangers_page(desk: Desk, back: str) -> None:
    told = desk.report(code="011", desk="1")

    assert "/?desk=1" == send(desk, f"/incidents/{told['id']}/way", way="declaration", back=back)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("answer", {"outcome": "maybe"}),
        ("answer", {}),
        ("way", {"way": "teleport"}),
        ("tries", {"tries": "3"}),
        ("cause", {"cause": "x"}),
    ],
)
def test_a_field_that_makes_no_sense_changes_nothing(desk: Desk, path: str, fields: dict[str, str]) -> None:
    told = desk.report(code="011", desk="1")
    before = desk.context.records.events(told["id"])

    answer = desk.client.post(f"/incidents/{told['id']}/{path}", data={"desk": "1", **fields}, follow_redirects=False)

    assert 400 <= answer.status_code < 500
    assert before == desk.context.records.events(told["id"])
