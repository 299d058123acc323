from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.desk.administrator import Gatekeeper, minutes
from madoguchi.records import Records
from tests.desk.visitors import code_at


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.mark.parametrize(("seconds", "expected"), [(1, 1), (30, 1), (60, 1), (61, 2), (3600, 60)])
def test_a_wait_is_told_in_whole_minutes(seconds: int, expected: int) -> None:
    assert minutes(timedelta(seconds=seconds)) == expected


def test_the_first_passphrase_wins_even_where_both_codes_are_right(tmp_path: Path) -> None:
    clock, records = Clock(), Records.open(tmp_path)
    keeper = Gatekeeper(records.administration, clock)
    slow, quick = keeper.choose("slow passphrase"), keeper.choose("quick passphrase")

    outcomes = [keeper.enrol(one.token, code_at(one.secret, clock())) for one in (quick, slow)]

    assert outcomes == ["done", "gone"]
    assert keeper.knows("quick passphrase")
    assert not keeper.knows("slow passphrase")
    records.close()


def test_only_so_many_choices_wait_for_their_code(tmp_path: Path) -> None:
    clock, records = Clock(), Records.open(tmp_path)
    keeper = Gatekeeper(records.administration, clock)
    first = keeper.choose("first passphrase")
    for _ in range(8):
        keeper.choose("other passphrase")

    assert keeper.enrol(first.token, code_at(first.secret, clock())) == "gone"
    records.close()


def test_nobody_is_let_in_where_there_is_no_administrator(tmp_path: Path) -> None:
    records = Records.open(tmp_path)
    keeper = Gatekeeper(records.administration, Clock())

    assert keeper.let_in("any passphrase", "000000") == "no"
    assert not keeper.knows("any passphrase")
    assert not keeper.recognises("", "")
    records.close()
