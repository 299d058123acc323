from pathlib import Path

from madoguchi.rehearsal.matrix import page
from madoguchi.replica.supervisor import all_faults

PAGE = Path(__file__).parents[2] / "docs" / "protocol" / "faults.md"


def test_the_page_of_causes_is_what_the_replica_declares() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m madoguchi.rehearsal.matrix > docs/protocol/faults.md"


def test_every_cause_has_a_row() -> None:
    rows = [line for line in page().splitlines() if line.startswith("| `")]

    assert len(all_faults()) == len(rows)
