from pathlib import Path

from madoguchi.replica.reader.store import Store, Unfinished


def test_what_was_asked_last_outlives_the_process_until_an_answer_came(tmp_path: Path) -> None:
    asked = Unfinished("card", "c1", ("drugs",), None, 5.0)
    first = Store(tmp_path)
    first.begun(asked)
    first.close()
    second = Store(tmp_path)
    kept = second.of("card")
    second.ended("card")

    assert (asked, None, None) == (kept, second.of("card"), second.of("other"))
    second.close()


def test_a_card_has_one_check_in_at_most(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.begun(Unfinished("card", "c1", (), None, 1.0))
    store.begun(Unfinished("card", "c2", (), "paper", 2.0))

    assert "c2" == (store.of("card") or Unfinished("", "", (), None, 0)).check_in
    store.close()
