from typing import Any

import pytest

from madoguchi.base.settings import Settings, save_settings
from madoguchi.records.unlocked import OPEN_SECONDS
from tests.desk.outages import begin, looks, unlock, write
from tests.desk.pages import forms, said, tree

Desk = Any


def three(desk: Desk) -> list[str]:
    """Three people written down; their entries."""
    begin(desk)
    for number, name in enumerate(("架空　一子", "架空　二郎", "ﾅﾅｼﾉ ｺﾞﾝﾍﾞｴ")):
        write(desk, name=name, born=f"S59.5.{12 + number}", slip=str(number + 1), key=str(number), by="海野")
        desk.clock.go(minutes=5)
    desk.client.post("/outage/close")
    return [row.id for row in desk.context.records.entries()]


def settle(desk: Desk, entry: str, outcome: str) -> Any:
    return desk.client.post(f"/outage/list/{entry}/outcome", data={"outcome": outcome}, follow_redirects=False)


def test_the_list_says_nothing_about_anybody_while_the_ledger_is_shut(desk: Desk) -> None:
    entries = three(desk)

    answer = desk.client.get("/outage/list")

    assert "あと3人" in answer.text
    assert 3 == len(tree(answer.text).xpath("//tbody/tr"))
    assert "架空" not in answer.text
    assert [] == [look for entry in entries for look in looks(desk, entry) if look[2] != "added"]


@pytest.mark.parametrize("path", ["/outage/list/{}", "/outage/day"])
def test_no_page_with_names_opens_while_the_ledger_is_shut(desk: Desk, path: str) -> None:
    entries = three(desk)

    answer = desk.client.get(path.format(entries[0]), follow_redirects=False)

    assert (303, "/outage/list?desk=1") == (answer.status_code, answer.headers["location"])
    assert "303" == str(settle(desk, entries[0], "found").status_code)
    assert "waiting" == desk.context.records.entry(entries[0]).state


def test_a_wrong_passphrase_opens_nothing_and_is_written_down(desk: Desk) -> None:
    three(desk)

    answer = unlock(desk, "another one altogether")

    assert 403 == answer.status_code
    assert "合言葉がちがいます" in answer.text
    assert "madoguchi-ledger" not in desk.client.cookies
    assert ("空山", "desk-1", "wrong-passphrase") in looks(desk, "ledger")


def test_after_several_wrong_ones_even_the_right_one_waits(desk: Desk) -> None:
    three(desk)
    for _ in range(5):
        unlock(desk, "another one altogether")

    assert "秒待ってください" in unlock(desk).text

    desk.clock.go(minutes=1)
    assert 200 == unlock(desk).status_code


def test_nobody_looks_without_a_name(desk: Desk) -> None:
    three(desk)

    answer = unlock(desk, who=" ")

    assert 403 == answer.status_code
    assert "名前を入れてください" in answer.text


def test_the_cookie_is_for_these_pages_alone(desk: Desk) -> None:
    three(desk)
    answer = desk.client.post("/outage/unlock", data={"who": "空山", "passphrase": "架空の合言葉です"}, follow_redirects=False)

    (cookie,) = [value for value in answer.headers.get_list("set-cookie") if value.startswith("madoguchi-ledger")]
    assert {"path=/outage", "httponly", "samesite=strict"} <= {part.strip().lower() for part in cookie.split(";")}


def test_looking_at_one_person_is_written_down_first(desk: Desk) -> None:
    entries = three(desk)
    unlock(desk)

    page = tree(desk.client.get(f"/outage/list/{entries[1]}").text)

    assert "架空　二郎" == page.xpath("//dd")[0].text
    assert [("海野", "desk-1", "added"), ("空山", "desk-1", "read")] == looks(desk, entries[1])
    assert [("海野", "desk-1", "added")] == looks(desk, entries[0])


def test_the_work_goes_on_until_the_list_is_empty(desk: Desk) -> None:
    entries = three(desk)
    unlock(desk)
    here = tree(desk.client.get("/outage/list").text).xpath("//section//a[contains(@class, 'now')]")[0].get("href")
    seen = []
    for outcome in ("found", "former", "not-found"):
        page = tree(desk.client.get(here).text)
        seen.append(page.xpath("//dd")[0].text)
        entry = forms(page, "/outcome")[0]["action"].split("/")[3]
        assert f"/outage/list/{entry}?desk=1" == settle(desk, entry, outcome).headers["location"]
        here = settle(desk, entry, "done").headers["location"]

    assert ["架空　一子", "架空　二郎", "ﾅﾅｼﾉ ｺﾞﾝﾍﾞｴ"] == seen
    assert "/outage/list?desk=1" == here
    assert "全員、おわりました" in desk.client.get(here).text
    assert ["done"] * 3 == [desk.context.records.entry(entry).state for entry in entries]
    assert "障害はおわりました" not in desk.client.get("/").text


def test_each_outcome_shows_its_claim(desk: Desk) -> None:
    (entry, *_) = three(desk)
    unlock(desk)

    for outcome, word in (("found", "ふつうの請求です"), ("former", "旧資格情報の請求です"), ("not-found", "不詳の請求です")):
        settle(desk, entry, outcome)
        assert word in desk.client.get(f"/outage/list/{entry}").text


def test_an_unknown_claim_can_be_copied_field_by_field(desk: Desk) -> None:
    (entry, *_) = three(desk)
    unlock(desk)
    settle(desk, entry, "not-found")

    page = tree(desk.client.get(f"/outage/list/{entry}").text)

    copied = [button.get("data-copy") for button in page.xpath("//button[@data-copy]")]
    assert ["77777777", "77777779", "777777777", "不詳　架空県架空市1-2"] == copied[-4:]


def test_a_press_can_be_taken_back(desk: Desk) -> None:
    (entry, *_) = three(desk)
    unlock(desk)
    settle(desk, entry, "found")
    settle(desk, entry, "waiting")

    assert "waiting" == desk.context.records.entry(entry).state


def test_an_empty_outcome_changes_nothing(desk: Desk) -> None:
    (entry, *_) = three(desk)
    unlock(desk)

    assert 422 == settle(desk, entry, "").status_code
    assert 404 == desk.client.get("/outage/list/nobody").status_code
    assert 404 == settle(desk, "nobody", "found").status_code


def test_who_was_written_down_twice_is_told_once_the_ledger_is_open(desk: Desk) -> None:
    begin(desk)
    write(desk, name="髙﨑　𠮷子", key="a")
    write(desk, name="高崎 吉子", key="b", desk="2")
    assert "同じ人かもしれません" not in desk.client.get("/outage/list").text
    unlock(desk)

    assert "1・2番は、同じ人かもしれません。" in desk.client.get("/outage/list").text


def test_an_entry_that_was_changed_is_told_and_not_shown(desk: Desk) -> None:
    (entry, *_) = three(desk)
    with desk.context.records._database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE ledger SET sealed = (SELECT sealed FROM ledger WHERE id != ?) WHERE id = ?", (entry, entry)
        )
    unlock(desk)

    answer = desk.client.get(f"/outage/list/{entry}")

    assert "1番は、書きかえられたか、こわれていて読めません" in answer.text
    assert "unreadable" in [what for _who, _device, what in looks(desk, entry)]


def test_shutting_it_takes_the_names_away(desk: Desk) -> None:
    (entry, *_) = three(desk)
    unlock(desk)
    desk.client.post("/outage/lock")

    assert "/outage/list?desk=1" == desk.client.get(f"/outage/list/{entry}", follow_redirects=False).headers["location"]


def test_another_browser_sees_nothing(desk: Desk) -> None:
    (entry, *_) = three(desk)
    unlock(desk)
    desk.client.cookies.clear()

    assert "架空" not in desk.client.get(f"/outage/list/{entry}").text


def test_it_shuts_itself() -> None:
    assert OPEN_SECONDS <= 30 * 60


def test_the_print_out_of_today_has_everybody_and_the_mark_of_the_log(desk: Desk) -> None:
    entries = three(desk)
    unlock(desk)

    page = tree(desk.client.get("/outage/day").text)

    people = [said(section, ".//dd") for section in page.xpath("//section[@class='day-person']")]
    assert ["架空 一子", "架空 二郎", "ﾅﾅｼﾉ ｺﾞﾝﾍﾞｴ"] == people
    assert all(("空山", "desk-1", "read") in looks(desk, entry) for entry in entries)
    assert desk.context.records.audit_head().short in said(page, "//header[1]/following::header")


def test_tomorrow_the_print_out_is_empty(desk: Desk) -> None:
    three(desk)
    desk.clock.go(days=1)
    unlock(desk)

    assert "きょうの分はありません" in desk.client.get("/outage/day").text


def test_no_file_is_written_for_the_terminal(desk: Desk) -> None:
    before = {path.name for path in desk.context.data.parent.rglob("*")}
    (entry, *_) = three(desk)
    unlock(desk)
    settle(desk, entry, "found")
    settle(desk, entry, "done")

    new = {path.name for path in desk.context.data.parent.rglob("*")} - before
    assert not {name for name in new if name.lower().endswith((".xml", ".csv")) or name.startswith("OQS")}


def test_who_is_finished_stands_apart_with_the_day_of_deletion_that_the_house_chose(desk: Desk) -> None:
    entries = three(desk)
    save_settings(desk.context.data, Settings(ledger_keep_days=90))
    unlock(desk)

    settle(desk, entries[0], "found")
    assert "2027年2月22日（月）に、自動で消えます" in desk.client.get(f"/outage/list/{entries[0]}").text
    settle(desk, entries[0], "done")

    page = desk.client.get("/outage/list").text
    assert "おわった人 1人" in page
    assert "2027年2月22日（月）に、自動で消えます" in page
    kept = desk.context.records.entry(entries[0]).delete_after
    assert kept is not None
    assert 90 == (kept - desk.clock()).days


def test_the_same_days_count_for_programs(desk: Desk) -> None:
    (entry, *_rest) = three(desk)
    save_settings(desk.context.data, Settings(ledger_keep_days=5))

    desk.client.post(f"/api/ledger/{entry}/reconcile", json={"outcome": "done"})

    kept = desk.context.records.entry(entry).delete_after
    assert kept is not None
    assert 5 == (kept - desk.clock()).days


def test_what_is_put_on_hold_stays_and_says_so_until_it_is_let_go(desk: Desk) -> None:
    (entry, *_rest) = three(desk)
    unlock(desk)
    settle(desk, entry, "done")

    held = desk.client.post(f"/outage/list/{entry}/hold", data={"on": "1"})

    assert "残すと決めたので、消えません" in held.text
    desk.clock.go(days=31)
    desk.context.records.sweep_ledger(desk.clock())
    assert desk.context.records.entry(entry).hold
    assert ("空山", "desk-1", "held") in looks(desk, entry)
    desk.client.post(f"/outage/list/{entry}/hold", data={"on": ""})
    assert [entry] == desk.context.records.sweep_ledger(desk.clock())


def test_nobody_puts_anything_on_hold_while_the_ledger_is_shut(desk: Desk) -> None:
    (entry, *_rest) = three(desk)

    answer = desk.client.post(f"/outage/list/{entry}/hold", data={"on": "1"}, follow_redirects=False)

    assert "/outage/list?desk=1" == answer.headers["location"]
    assert not desk.context.records.entry(entry).hold
