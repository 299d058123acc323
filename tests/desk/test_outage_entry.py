from typing import Any

import pytest

from tests.desk.outages import LIGHT, PASSPHRASE, PERSON, begin, looks, write
from tests.desk.pages import said, tree
from tests.desk.test_four_items import my_number

Desk = Any


def shown(text: str, field: str) -> Any:
    (found,) = tree(text).xpath(f"//input[@name='{field}']")
    return found


def test_before_any_outage_the_form_leads_to_its_beginning(desk: Desk) -> None:
    assert "/outage?desk=1" == desk.client.get("/outage/entry", follow_redirects=False).headers["location"]


def test_the_first_outage_makes_the_ledger_or_goes_on_with_paper(desk: Desk) -> None:
    begin(desk, ledger=False)

    page = tree(desk.client.get("/outage/entry").text)

    assert page.xpath("//form[@action='/outage/ledger']")
    assert page.xpath("//main//a[@href='/paper']")


@pytest.mark.parametrize(
    ("passphrase", "again", "word"),
    [("short", "short", "8文字"), (PASSPHRASE, "another one", "ちがいます"), (my_number("12345678901"),) * 2 + ("使えません",)],
)
def test_a_passphrase_that_does_not_do_is_said_and_makes_nothing(desk: Desk, passphrase: str, again: str, word: str) -> None:
    begin(desk, ledger=False)

    answer = desk.client.post("/outage/ledger", data={"passphrase": passphrase, "again": again})

    assert 422 == answer.status_code
    assert word in answer.text
    assert passphrase not in answer.text
    assert not desk.context.records.has_ledger()


def test_a_passphrase_makes_the_ledger(desk: Desk) -> None:
    begin(desk, ledger=False)

    desk.client.post("/outage/ledger", data={"passphrase": PASSPHRASE, "again": PASSPHRASE})

    assert desk.context.records.has_ledger()
    assert tree(desk.client.get("/outage/entry").text).xpath("//form[@action='/outage/entry']")


def test_four_items_are_sealed_and_the_next_empty_form_is_ready(desk: Desk) -> None:
    begin(desk)

    answer = write(desk, by="空山")

    assert "/outage/entry?desk=1&saved=1" == answer.url.raw_path.decode()
    assert "書きとめました（1人目）" in answer.text
    assert "" == shown(answer.text, "name").get("value")
    assert "autofocus" in shown(answer.text, "name").attrib
    assert "架空" not in answer.text
    (row,) = desk.context.records.entries()
    assert ("空山", "waiting", None) == (row.by, row.state, row.slip)
    assert [("空山", "desk-1", "added")] == looks(desk, row.id)
    opened = desk.context.records.unlock(PASSPHRASE, "空山", "test", desk.clock())
    assert "架空　花子" == opened.read(row.id, "空山", "test", desk.clock()).name


def test_the_next_person_typed_over_a_form_that_was_sent_is_not_lost(desk: Desk) -> None:
    begin(desk)
    write(desk, key="k")

    again = write(desk, key="k", name="架空　太郎")

    assert 422 == again.status_code
    assert "この人は、まだです" in again.text
    assert "架空　太郎" == shown(again.text, "name").get("value")
    fresh = shown(again.text, "key").get("value")
    assert "k" != fresh
    write(desk, key=fresh, name="架空　太郎")
    assert 2 == len(desk.context.records.entries())


def test_the_keyboard_walks_through_the_items_in_their_order(desk: Desk) -> None:
    begin(desk)

    names = [
        one.get("name") for one in tree(desk.client.get("/outage/entry").text).xpath("//form[contains(@class,'four')]//input")
    ]

    kept = [name for name in dict.fromkeys(names) if name not in ("desk", "key")]
    assert ["name", "sex", "born", "address", "insurer", "slip", "by", "unchanged"] == kept


def test_the_name_of_who_writes_is_offered_again(desk: Desk) -> None:
    begin(desk)
    write(desk, by="空山　二郎")

    assert "空山 二郎" == shown(desk.client.get("/outage/entry").text, "by").get("value")


def test_who_gives_no_name_is_the_desk(desk: Desk) -> None:
    begin(desk)
    write(desk, desk="2")

    (row,) = desk.context.records.entries()
    assert "受付2" == row.by


def test_what_cannot_be_kept_is_said_beside_its_field_and_the_rest_stays(desk: Desk) -> None:
    begin(desk)

    answer = write(desk, born="平成31年5月1日")

    assert 422 == answer.status_code
    assert "その日は、令和元年5月1日です。" in answer.text
    assert "架空　花子" == shown(answer.text, "name").get("value")
    born = shown(answer.text, "born")
    assert ("true", "trouble-born") == (born.get("aria-invalid"), born.get("aria-describedby"))
    assert "autofocus" in born.attrib
    assert [] == desk.context.records.entries()


@pytest.mark.parametrize("born", ["平成31年4月30日", "令和元年5月1日"])
def test_the_days_between_two_eras_are_kept(desk: Desk, born: str) -> None:
    begin(desk)
    write(desk, born=born)

    assert 1 == len(desk.context.records.entries())


@pytest.mark.parametrize("field", ["name", "born", "address", "insurer", "slip"])
def test_a_my_number_is_refused_without_echo(desk: Desk, field: str) -> None:
    begin(desk)
    number = my_number("98765432109")

    answer = write(desk, **dict[str, Any]({field: number}))

    assert 422 == answer.status_code
    assert number not in answer.text
    assert "12けたの番号" in answer.text
    assert [] == desk.context.records.entries()


def test_a_form_sent_twice_is_one_person(desk: Desk) -> None:
    begin(desk)
    key = shown(desk.client.get("/outage/entry").text, "key").get("value")

    write(desk, key=key)
    again = write(desk, key=key)

    assert 1 == len(desk.context.records.entries())
    assert "もう書きとめてあります" in again.text


def test_two_empty_forms_are_two_people(desk: Desk) -> None:
    begin(desk)
    keys = {shown(desk.client.get("/outage/entry").text, "key").get("value") for _ in range(3)}

    assert 3 == len(keys)


def test_a_paper_slip_is_entered_once_whichever_desk_is_first(desk: Desk) -> None:
    begin(desk)
    write(desk, slip="７", key="a")

    answer = write(desk, slip="No.7", desk="2", key="b", name="架空　太郎")

    assert 422 == answer.status_code
    assert "この番号の紙は、もう入っています" in answer.text
    assert ["7"] == [row.slip for row in desk.context.records.entries()]


def test_paper_slips_are_typed_in_after_it_is_over(desk: Desk) -> None:
    outage = begin(desk)
    desk.clock.go(hours=1)
    desk.client.post("/outage/close")

    assert "9:00からの障害の分です" in desk.client.get("/outage/entry").text
    write(desk, slip="1")

    (row,) = desk.context.records.entries()
    assert outage == row.outage


def test_without_a_ledger_nothing_is_kept_and_the_page_that_makes_one_comes(desk: Desk) -> None:
    begin(desk, ledger=False)

    answer = desk.client.post("/outage/entry", data=PERSON)

    assert "合言葉を決めます" in said(tree(answer.text), "//h1")
    desk.context.records.make_ledger(PASSPHRASE, "", "desk-1", desk.clock(), LIGHT)
    assert [] == desk.context.records.entries()


def test_nothing_of_a_person_is_in_any_address(desk: Desk) -> None:
    begin(desk)

    answer = write(desk, follow=False)

    assert "/outage/entry?desk=1&saved=1" == answer.headers["location"]
