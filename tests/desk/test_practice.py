"""Practice: everything can be tried, and nothing of it counts."""

from tests.desk.conftest import Desk
from tests.desk.pages import forms, said, tree


def test_every_code_and_every_sample_is_one_click_away(desk: Desk) -> None:
    page = tree(desk.client.get("/practice").text)

    codes = {one.get("text") for one in forms(page, "/report")}
    assert set(desk.context.catalogue.problems) & codes >= {"001", "011", "950"}
    assert len(forms(page, "/practice/sample")) >= 40
    assert "練習" in said(page, "//header")


def test_a_practised_incident_is_on_no_other_screen_and_in_no_log(desk: Desk) -> None:
    desk.client.post("/report", data={"desk": "1", "practice": "1", "text": "011"})

    assert "011" == said(tree(desk.client.get("/practice").text), "//*[@class='code']")
    assert "いま、困りごとはありません" == said(tree(desk.client.get("/").text), "//h1")
    assert "011" not in desk.client.get("/log.csv").text


def test_a_sample_is_dropped_whole_into_the_practice_folder(desk: Desk) -> None:
    answer = desk.client.post("/practice/sample", data={"case": "invalid"}, follow_redirects=False)

    assert 303 == answer.status_code
    (dropped,) = (desk.context.data / "practice" / "face").iterdir()
    assert dropped.name.startswith("OQSsiquc01res_face_")


def test_a_sample_nobody_knows_is_refused(desk: Desk) -> None:
    answer = desk.client.post("/practice/sample", data={"case": "../x"}, follow_redirects=False)

    assert 404 == answer.status_code
    assert [] == list((desk.context.data / "practice" / "face").iterdir())
