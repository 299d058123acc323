from datetime import date
from typing import Any

import pytest

from madoguchi.base.settings import Settings, save_settings
from madoguchi.replica.card.pcsc_fake import FakePcsc, Faults
from tests.desk.pages import forms, said, tree
from tests.desk.visitors import open_house, paired, seated
from tests.evidence.probes.card_reader.cards import FACE, JPKI, Plain, good

Desk = Any
NAME = "みほんリーダー 00 00"


@pytest.fixture
def counter(desk: Desk) -> Any:
    """A desk that knows its reader; give it a card and it presses."""
    save_settings(desk.context.data, Settings(card_reader=NAME))

    def press(card: Plain | None, faults: Faults = Faults(), **told: str) -> Any:  # noqa: B008
        service = FakePcsc({NAME: card, "another": Plain(good())}, faults)
        desk.context.card.service = lambda: service
        answer = desk.client.post("/card", data={"desk": "1", **told})
        assert answer.status_code == 200, answer.text
        return tree(answer.text)

    return press


def locked(file: int, status: int, place: bytes = JPKI) -> Plain:
    card = good()
    card[place][file] = status
    return Plain(card)


def test_opening_the_page_touches_no_reader(desk: Desk) -> None:
    def never() -> None:
        raise AssertionError

    desk.context.card.service = never

    page = desk.client.get("/card?desk=2")

    assert page.status_code == 200
    assert "暗証番号は送りません" in page.text
    assert ["2"] == [form["desk"] for form in forms(tree(page.text), "/card")]


def test_a_good_card_is_said_to_be_good_with_its_tries(counter: Any) -> None:
    page = counter(Plain(good()))

    assert "このカードに、悪いところは見つかりません" in said(page, "//h1")
    assert "あと 3 回" in said(page, "//main")
    assert [] == forms(page, "/card/open")


@pytest.mark.parametrize(
    ("card", "faults", "code"),
    [
        (lambda: locked(0x18, 0x63C0), Faults(), "004"),
        (lambda: locked(0x12, 0x63C0, FACE), Faults(), "005"),
        (lambda: Plain(good(date(2025, 1, 1))), Faults(), "006"),
        (lambda: Plain({}), Faults(), "002"),
        (lambda: Plain(good()), Faults(calls={"connect": 0x80100066}), "001"),
        (lambda: Plain(good()), Faults(calls={"open": 0x8010001D}), "008"),
    ],
)
def test_one_tap_opens_what_was_found(desk: Desk, counter: Any, card: Any, faults: Faults, code: str) -> None:
    (form,) = forms(counter(card(), faults), "/card/open")

    answer = desk.client.post(form.pop("action"), data={k: v for k, v in form.items() if k}, follow_redirects=False)

    assert (303, "/?desk=1") == (answer.status_code, answer.headers["location"])
    assert [code] == [state.problem for state in desk.context.records.open_states()]


def test_what_is_opened_knows_the_tries_and_asks_for_no_pin_at_the_last(desk: Desk, counter: Any) -> None:
    counter(locked(0x18, 0x63C1))
    desk.client.post("/card/open", data={"desk": "1", "code": "003", "reader": "good", "tries": "1"})

    (state,) = desk.context.records.open_states()
    assert (1, {"pcsc-reader": "good"}) == (state.tries_left, dict(state.probes))
    assert state.step is not None
    assert state.step.step != "enter-pin-again"


def test_a_card_that_is_read_can_be_added_to_what_is_open(desk: Desk, counter: Any) -> None:
    incident = desk.report(code="008", desk="1")["id"]

    (form,) = forms(counter(Plain(good())), "/card/note")
    answer = desk.client.post(form.pop("action"), data={k: v for k, v in form.items() if k}, follow_redirects=False)

    assert (303, "/card?desk=1&noted=1") == (answer.status_code, answer.headers["location"])
    assert "書きそえました" in desk.client.get("/card?desk=1&noted=1").text
    assert "good" == desk.context.reception.read(incident).probes["pcsc-reader"]


def test_where_nothing_tells_card_from_reader_another_card_is_asked_for(counter: Any) -> None:
    silent = Faults(calls={"connect": 0x80100066})

    assert "同意した職員のカード" in said(counter(Plain(good()), silent), "//main")
    assert "カードリーダーのほうに" in said(counter(Plain(good()), silent, another="1"), "//h1")


def test_without_a_reader_in_the_settings_one_is_chosen_and_only_that_is_touched(desk: Desk) -> None:
    service = FakePcsc({NAME: Plain(good()), "another": None})
    desk.context.card.service = lambda: service

    page = tree(desk.client.post("/card", data={"desk": "1"}).text)
    assert [NAME, "another"] == [form["reader"] for form in forms(page, "/settings/card-reader")]
    assert "connect" not in service.calls

    desk.client.post("/settings/card-reader", data={"desk": "1", "reader": NAME})
    assert NAME == desk.context.settings().card_reader
    assert NAME in desk.client.get("/card").text


def test_choosing_a_reader_is_the_administrators(desk: Desk) -> None:
    seated(desk)

    answer = desk.client.post("/settings/card-reader", data={"desk": "1", "reader": NAME}, follow_redirects=False)

    assert answer.status_code in (303, 401)
    assert "" == desk.context.settings().card_reader


def test_a_patients_screen_has_no_way_here(desk: Desk) -> None:
    open_house(desk)
    tablet = paired(seated(desk), "patient")

    assert tablet.get("/card").status_code == 403
    assert tablet.post("/card", desk="1").status_code == 403


def test_neither_page_nor_records_nor_log_keep_anything_of_the_card(desk: Desk, counter: Any, capfd: Any) -> None:
    text = "".join(counter(Plain(good(date(2030, 2, 17)))).itertext())
    desk.client.post("/card/open", data={"desk": "1", "code": "004", "reader": "good", "tries": "0"})

    kept = b"".join(path.read_bytes() for path in desk.context.data.rglob("*") if path.is_file())
    everywhere = text + "".join(capfd.readouterr())
    assert "みほんみほん" not in everywhere
    assert not [one for one in ("2030", "2月17日", "02-17") if one in everywhere]
    assert "みほん0".encode() not in kept
    assert b"2030-02-17" not in kept


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/card/open", {"code": "099"}),
        ("/card/open", {"code": "<script>"}),
        ("/card/open", {"code": "004", "tries": "9"}),
        ("/card/note", {"incident": "x"}),
        ("/settings/card-reader", {"reader": "a\nb"}),
        ("/settings/card-reader", {"reader": "a" * 201}),
    ],
)
def test_what_no_look_gives_is_refused(desk: Desk, path: str, told: dict[str, str]) -> None:
    assert 400 <= desk.client.post(path, data={"desk": "1", **told}, follow_redirects=False).status_code < 500
    assert [] == desk.context.records.open_states()


def test_the_idle_screen_leads_here(desk: Desk) -> None:
    assert 'href="/card?desk=1"' in desk.client.get("/").text
