from datetime import datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.records import Records
from madoguchi.records.administrator import Administrator

IDLE, WHOLE = timedelta(minutes=15), timedelta(hours=12)


def chosen(at: datetime, **more: object) -> Administrator:
    return Administrator(at, b"salt", 64, 1, 1, b"verifier", b"second", **more)  # type: ignore[arg-type]


def test_nobody_is_administrator_at_first(records: Records) -> None:
    assert records.administration.administrator() is None
    assert not records.administration.exists()


def test_what_is_kept_comes_back(records: Records, nine: datetime) -> None:
    kept = chosen(nine, counter=7, spare="hash")

    assert records.administration.appoint(kept, first=True)
    assert records.administration.administrator() == kept
    assert records.administration.exists()


def test_only_one_can_be_the_first(records: Records, nine: datetime) -> None:
    records.administration.appoint(chosen(nine), first=True)

    assert not records.administration.appoint(chosen(nine, counter=9), first=True)
    assert records.administration.administrator() == chosen(nine)
    assert records.administration.appoint(chosen(nine, counter=9), first=False)
    assert records.administration.administrator() == chosen(nine, counter=9)


def test_another_passphrase_ends_every_login(records: Records, nine: datetime) -> None:
    records.administration.appoint(chosen(nine), first=True)
    records.administration.begin("token", "", nine)

    records.administration.appoint(chosen(nine), first=False)

    assert not records.administration.use("token", "", nine, IDLE, WHOLE)


def test_a_code_counts_once_and_an_older_one_never_again(records: Records, nine: datetime) -> None:
    records.administration.appoint(chosen(nine, counter=10), first=True)

    assert [records.administration.spend_code(step) for step in (10, 9, 12, 11, 12, 13)] == [
        False,
        False,
        True,
        False,
        False,
        True,
    ]


def test_the_spare_code_counts_once(records: Records, nine: datetime) -> None:
    records.administration.appoint(chosen(nine, spare="hash"), first=True)

    assert [records.administration.spend_spare(one) for one in ("other", "hash", "hash", "")] == [False, True, False, False]


def test_a_login_is_open_while_it_is_used_and_no_longer(records: Records, nine: datetime) -> None:
    login = records.administration
    login.begin("token", "", nine)

    def used_after(minutes: float) -> bool:
        return login.use("token", "", nine + timedelta(minutes=minutes), IDLE, WHOLE)

    assert [used_after(minutes) for minutes in (14, 28, 42)] == [True, True, True]
    assert not used_after(58)
    assert not used_after(43), "a login that ended does not begin again"


def test_a_login_ends_after_half_a_day_however_much_it_is_used(records: Records, nine: datetime) -> None:
    login = records.administration
    login.begin("token", "", nine)

    used = [login.use("token", "", nine + timedelta(minutes=10 * turn), IDLE, WHOLE) for turn in range(1, 74)]

    assert used == [True] * 72 + [False]


def test_a_clock_that_is_set_back_ends_a_login(records: Records, nine: datetime) -> None:
    records.administration.begin("token", "", nine)

    assert not records.administration.use("token", "", nine - timedelta(hours=1), IDLE, WHOLE)


def test_a_login_opens_nothing_at_another_device(records: Records, nine: datetime) -> None:
    records.administration.begin("token", "tablet", nine)

    assert not records.administration.use("token", "", nine, IDLE, WHOLE)
    assert not records.administration.use("token", "other", nine, IDLE, WHOLE)
    assert records.administration.use("token", "tablet", nine, IDLE, WHOLE)


@pytest.mark.parametrize("reopened", [False, True])
def test_tries_cost_a_wait_that_doubles_and_outlives_the_desk(tmp_path: Path, nine: datetime, *, reopened: bool) -> None:
    records, at, waits = Records.open(tmp_path), nine, []
    for _ in range(8):
        wait = records.administration.attempt("login here", at)
        if wait:
            waits.append(wait.total_seconds())
            at += wait
            assert not records.administration.attempt("login here", at)
        if reopened:
            records.close()
            records = Records.open(tmp_path)
    records.close()

    assert waits == [30.0, 60.0, 120.0]


def test_a_success_forgets_the_tries_of_that_door_only(records: Records, nine: datetime) -> None:
    for door in ("login a", "login b"):
        for _ in range(5):
            records.administration.attempt(door, nine)

    records.administration.forgive("login a")

    assert not records.administration.attempt("login a", nine)
    assert records.administration.attempt("login b", nine)


def test_an_administrator_who_is_forgotten_leaves_no_login_behind(records: Records, nine: datetime) -> None:
    records.administration.appoint(chosen(nine), first=True)
    records.administration.begin("token", "", nine)

    assert [records.administration.forget(), records.administration.forget()] == [True, False]
    assert not records.administration.exists()
    assert not records.administration.use("token", "", nine, IDLE, WHOLE)
    assert records.administration.appoint(chosen(nine), first=True)
