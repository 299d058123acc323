"""When the patient screen shows what: it follows the step, and clears itself."""

from madoguchi.desk.reception import Reported
from tests.desk.conftest import Desk
from tests.desk.pages import said, tree


def state(desk: Desk, place: str = "1") -> str:
    return str(tree(desk.client.get(f"/patient?desk={place}").text).xpath("//main/@data-state")[0])


def test_an_untouched_incident_leaves_after_three_minutes(desk: Desk) -> None:
    desk.report(code="011", desk="1")
    desk.clock.go(minutes=3)
    assert "busy" == state(desk)

    desk.clock.go(seconds=1)

    assert "idle" == state(desk)


def test_the_end_is_said_and_then_cleared(desk: Desk) -> None:
    told = desk.report(code="001", desk="1")
    desk.answer(told["id"], told["step"]["id"], "fixed")
    assert "done" == state(desk)
    assert "うけつけ できました" in said(tree(desk.client.get("/patient").text), "//p[@class='calm-line']")

    desk.clock.go(minutes=2)

    assert "idle" == state(desk)


def test_the_chosen_way_decides_what_the_patient_is_asked(desk: Desk) -> None:
    told = desk.report(code="011", desk="1")
    desk.client.post(f"/incidents/{told['id']}/way", data={"way": "declaration"})

    text = said(tree(desk.client.get("/patient?lang=ja").text), "//h1")

    assert "書" in text


def test_practice_never_reaches_a_patient(desk: Desk) -> None:
    desk.report(code="011", desk="1", practice=True)

    assert "idle" == state(desk)


def test_an_incident_without_a_desk_reaches_no_patient(desk: Desk) -> None:
    desk.context.reception.report(Reported("013", None, "file"))

    assert "idle" == state(desk)


def test_the_card_is_called_fine_only_where_that_is_proved(desk: Desk) -> None:
    desk.report(code="013", desk="a")
    desk.report(code="014", desk="b")
    for place in ("a", "b"):
        incident = next(one for one in desk.context.records.open_states() if one.desk == place)
        desk.client.post(f"/incidents/{incident.incident}/way", data={"way": "known-data", "desk": place})

    fine = [
        said(tree(desk.client.get(f"/patient?desk={place}&lang=ja").text), "//section[@class='do']") for place in ("a", "b")
    ]

    assert "カードは" in fine[0]
    assert "カードは" not in fine[1]


def test_what_is_read_aloud_says_every_word_once(desk: Desk) -> None:
    desk.report(code="011", desk="1")

    speech = tree(desk.client.get("/patient").text).xpath("//main/@data-speech")[0]

    assert "[" not in speech
    assert not any("一" <= sign <= "鿿" for sign in speech)
