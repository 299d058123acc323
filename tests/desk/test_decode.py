"""The pages of the telephone words."""

from tests.desk.conftest import Desk
from tests.desk.pages import forms, said, tree


def six(desk: Desk, incident: str) -> list[str]:
    page = tree(desk.client.get(f"/incidents/{incident}/words?desk=1").text)
    return [one.text_content() for one in page.xpath("//ol[@class='six-words']/li")]


def test_an_incident_has_a_page_with_its_words_large(desk: Desk) -> None:
    incident = desk.report(code="011", desk="1")["id"]

    assert 6 == len(six(desk, incident))


def test_they_stand_beside_whom_to_call(desk: Desk) -> None:
    incident = desk.report(code="011", desk="1")["id"]

    beside = said(tree(desk.client.get("/").text), "//section[contains(@class, 'call')]")

    assert "　".join(six(desk, incident)).replace("　", " ") in beside.replace("　", " ")


def test_what_was_heard_is_read(desk: Desk) -> None:
    incident = desk.report(code="011", desk="1")["id"]

    answer = desk.client.post("/decode", data={"words": " ".join(six(desk, incident))})

    assert "ネットワークエラー" in said(tree(answer.text), "//section[@role='status']")


def test_a_misheard_word_is_asked_for_again(desk: Desk) -> None:
    incident = desk.report(code="011", desk="1")["id"]
    heard = six(desk, incident)
    heard[1] = heard[1][:-1] + "ぷ"

    page = tree(desk.client.post("/decode", data={"words": " ".join(heard)}).text)

    assert "2番目" in said(page, "//*[@id='heard']")
    assert " ".join(heard) == forms(page, "/decode")[0]["words"]


def test_the_form_is_there_before_anything_was_heard(desk: Desk) -> None:
    assert "words" in forms(tree(desk.client.get("/decode").text), "/decode")[0]


def test_a_my_number_is_refused_without_echo(desk: Desk) -> None:
    assert "123456789018" not in desk.client.post("/decode", data={"words": "123456789018"}).text


def test_a_book_is_refused(desk: Desk) -> None:
    assert 413 == desk.client.post("/decode", data={"words": "あ" * 300}).status_code
