from pathlib import Path

from madoguchi.replica.portal.store import Store


def test_a_registered_card_is_known_after_the_file_was_let_go(tmp_path: Path) -> None:
    first = Store(tmp_path)
    first.keep(2**63 + 1)
    first.keep(2**63 + 1)
    first.close()

    again = Store(tmp_path)

    assert (True, False) == (again.knows(2**63 + 1), again.knows(1))
    again.close()
