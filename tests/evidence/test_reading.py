"""One read of a file keeps a hash and a meaning, and nothing else."""

from pathlib import Path

import pytest

from madoguchi.evidence.listing import Entry
from madoguchi.evidence.meaning import Finding
from madoguchi.evidence.reading import fingerprint, read_entry
from madoguchi.wire.exchange.samples import build


def entry(folder: Path, case: str) -> Entry:
    sample = build(case)
    path = folder / sample.name
    path.write_bytes(sample.data)
    return Entry(path, len(sample.data), 0, in_trash=False)


def test_a_whole_file_has_findings(tmp_path: Path) -> None:
    reading = read_entry(entry(tmp_path, "none"))

    assert reading.findings == (Finding("eligibility-none", "incident", "exchange-validity-4"),)


@pytest.mark.parametrize("case", ["half", "empty"])
def test_an_unfinished_file_has_none_yet_and_a_notice_should_it_stay_so(tmp_path: Path, case: str) -> None:
    reading = read_entry(entry(tmp_path, case))

    assert (reading.opened, reading.findings, [one.why for one in reading.late]) == (True, None, ["exchange-refused-half"])


def test_a_file_that_is_gone_was_not_opened(tmp_path: Path) -> None:
    reading = read_entry(Entry(tmp_path / "gone.xml", 0, 0, in_trash=False))

    assert (reading.opened, [one.why for one in reading.late]) == (False, ["exchange-refused-unreadable"])


def test_name_and_content_both_make_the_fingerprint() -> None:
    assert len({fingerprint("a", b"x"), fingerprint("b", b"x"), fingerprint("a", b"y"), fingerprint("a\ud800", b"y")}) == 4


def test_nothing_of_the_person_is_kept(tmp_path: Path) -> None:
    kept = repr(read_entry(entry(tmp_path, "valid")))

    assert not [part for part in ("架空", "花子", "0000123", "9910000001") if part in kept]
