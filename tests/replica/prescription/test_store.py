from pathlib import Path

from madoguchi.replica.prescription.store import Store


def test_a_kept_form_is_there_after_the_file_was_let_go(tmp_path: Path) -> None:
    first = Store(tmp_path)
    first.keep("t", "paper")
    first.close()

    again = Store(tmp_path)

    assert ("paper", None) == (again.form_of("t"), again.form_of("u"))
    again.close()
