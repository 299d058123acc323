from datetime import UTC, datetime, timedelta
from pathlib import Path

from madoguchi.replica.terminal.checkin import CheckIn, Switch
from madoguchi.replica.terminal.store import Delivery, Store

AT = datetime(2026, 1, 15, tzinfo=UTC)
FILE = Delivery("a.xml", "res")


def test_what_was_written_is_there_for_the_next_process(tmp_path: Path) -> None:
    store = Store(tmp_path, AT)
    store.write(CheckIn("1", Switch("visual", 3), "c"), AT)
    store.keep("mode", "x")
    store.remember("print", AT, (FILE,), ("name", "digest", b"answer"))
    store.close()
    again = Store(tmp_path, AT + timedelta(days=1))

    assert CheckIn("1", Switch("visual", 3), "c") == again.check_in("1")
    assert ("x", None, True, False, b"answer", None, (FILE,)) == (
        again.kept("mode"),
        again.kept("other"),
        again.answered("print"),
        again.answered("other"),
        again.answer("name", "digest"),
        again.answer("name", "other"),
        again.deliveries(),
    )
    again.close()


def test_what_is_old_is_forgotten_and_what_waits_is_not(tmp_path: Path) -> None:
    store = Store(tmp_path, AT)
    store.write(CheckIn("1", Switch(), "c"), AT)
    store.remember("print", AT, (FILE,), ("name", "digest", b"answer"))
    store.close()
    later = Store(tmp_path, AT + timedelta(days=3))

    assert (None, False, None, (FILE,)) == (
        later.check_in("1"),
        later.answered("print"),
        later.answer("name", "digest"),
        later.deliveries(),
    )
    later.close()


def test_a_delivery_that_failed_is_taken_back_with_its_check_in(tmp_path: Path) -> None:
    store = Store(tmp_path, AT)
    store.write(CheckIn("1", Switch(), "c", "done"), AT, deliver=FILE)
    store.write(CheckIn("1", Switch(), "c", "identified"), AT, not_delivered=FILE)

    assert ((), CheckIn("1", Switch(), "c", "identified")) == (store.deliveries(), store.check_in("1"))
    store.close()
