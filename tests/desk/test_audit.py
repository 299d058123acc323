import sqlite3
from contextlib import closing
from typing import Any, get_args

from madoguchi.records.audit_check import Kind
from madoguchi.records.database import FILE
from tests.desk.outages import LIGHT, PASSPHRASE, begin, unlock, write
from tests.desk.visitors import Administrator, Browser

Desk = Any


def test_what_the_administrator_did_stands_in_the_log(desk: Desk) -> None:
    administrator = Administrator(desk)
    administrator.choose()
    Browser(desk).post("/login", passphrase="みほんの ちがう ことば", code="000000", to="/")
    administrator.log_in()
    administrator.post("/lan", on="0")
    administrator.post("/logout")

    told = [row.what for row in desk.context.records.audit_rows()]
    assert told[:5] == ["logout", "house-changed", "login", "login-refused", "passphrase-chosen"]


def test_the_page_shows_the_latest_first_in_words_and_says_that_the_chain_is_whole(desk: Desk) -> None:
    administrator = Administrator(desk)
    administrator.choose()

    page = administrator.get("/audit").text

    assert "そろっています" in page
    assert page.index("合言葉を決めた") < page.index("記録のかぎを作った")
    assert desk.context.records.audit_head().short in page


def test_a_changed_row_is_found(desk: Desk) -> None:
    administrator = Administrator(desk)
    administrator.choose()
    with closing(sqlite3.connect(desk.context.data / FILE)) as connection:
        connection.execute("DROP TRIGGER audit_is_never_changed")
        connection.execute("UPDATE audit SET who = 'somebody else' WHERE number = 2")
        connection.commit()

    page = administrator.get("/audit").text

    assert "そろっています" not in page
    assert "2行目" in page


def test_every_row_and_every_finding_has_words(desk: Desk) -> None:
    words = desk.context.words
    for lang in ("ja", "en"):
        assert [kind for kind in get_args(Kind) if not words.has(f"audit-found-{kind}", lang)] == []


def test_whatever_is_done_in_an_outage_and_with_the_ledger_has_words(desk: Desk) -> None:
    begin(desk)
    desk.client.post("/outage/visit", data={"visit": "shown"})
    write(desk)
    desk.client.post("/outage/close")
    unlock(desk, "another one altogether")
    unlock(desk)
    (row,) = desk.context.records.entries()
    for outcome in ("found", "former", "not-found", "done", "waiting"):
        desk.client.get(f"/outage/list/{row.id}")
        desk.client.post(f"/outage/list/{row.id}/outcome", data={"outcome": outcome})
    for on in ("1", ""):
        desk.client.post(f"/outage/list/{row.id}/hold", data={"on": on})
    ledger = desk.context.records.unlock(PASSPHRASE, "空山", "command-line", desk.clock())
    ledger.export(desk.context.data / "export", PASSPHRASE, "空山", "command-line", desk.clock(), costs=LIGHT)
    ledger.rewrap("another one altogether", "空山", "command-line", desk.clock(), costs=LIGHT)

    done = {one.what for one in desk.context.records.audit_rows()} | {"backup-made", "restored", "unreadable", "deleted"}

    for lang in ("ja", "en"):
        assert [what for what in sorted(done) if not desk.context.words.has(f"audit-what-{what}", lang)] == []
