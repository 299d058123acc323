from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from madoguchi.replica.authority.institutions import Issued
from madoguchi.replica.authority.store import Store

ONE = Issued("institution", datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 4, 1, tzinfo=UTC))


def test_the_book_is_read_as_it_was_written(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(ONE)
    store.keep(replace(ONE, label="institution-1"))
    store.keep(replace(ONE, revoked=ONE.ends))
    store.revoke_card("adult", revoked=True)
    store.revoke_card("child", revoked=True)
    store.revoke_card("child", revoked=False)
    store.close()

    again = Store(tmp_path)

    assert (replace(ONE, revoked=ONE.ends), replace(ONE, label="institution-1")) == again.issued()
    assert {"adult"} == again.revoked_cards()
    again.close()
