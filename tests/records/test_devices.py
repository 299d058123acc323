from datetime import datetime, timedelta

from madoguchi.records import Records
from madoguchi.records.devices import UNUSED, Offer

SOON = timedelta(minutes=10)


def offer(records: Records, at: datetime, code: str = "code") -> None:
    records.devices.offer(Offer(code, "受付のタブレット", "patient", "2", at, at + SOON))


def test_a_code_pairs_the_device_it_was_made_for(records: Records, nine: datetime) -> None:
    offer(records, nine)

    device = records.devices.claim("code", "d1", "token", nine + SOON)

    assert device is not None
    assert (device.name, device.role, device.desk) == ("受付のタブレット", "patient", "2")
    assert records.devices.known("token", nine + SOON) == device
    assert list(records.devices.paired()) == [device]


def test_a_code_counts_once(records: Records, nine: datetime) -> None:
    offer(records, nine)

    assert records.devices.claim("code", "d1", "t1", nine) is not None
    assert records.devices.claim("code", "d2", "t2", nine) is None
    assert len(records.devices.paired()) == 1


def test_a_code_waits_ten_minutes_and_no_other_code_opens(records: Records, nine: datetime) -> None:
    offer(records, nine)

    assert records.devices.claim("other", "d1", "t1", nine) is None
    assert records.devices.claim("code", "d1", "t1", nine + SOON + timedelta(seconds=1)) is None


def test_a_clock_that_is_set_back_gives_a_code_no_second_life(records: Records, nine: datetime) -> None:
    offer(records, nine)

    assert records.devices.claim("code", "d1", "t1", nine - timedelta(minutes=1)) is None


def test_codes_whose_time_is_over_go_when_another_is_made(records: Records, nine: datetime) -> None:
    offer(records, nine, "first")
    offer(records, nine + 2 * SOON, "second")

    assert records.devices.claim("first", "d1", "t1", nine + SOON / 2) is None
    assert records.devices.claim("second", "d2", "t2", nine + 2 * SOON) is not None


def test_a_device_that_shows_itself_stays_and_one_that_never_does_is_forgotten(records: Records, nine: datetime) -> None:
    offer(records, nine)
    records.devices.claim("code", "d1", "token", nine)

    assert records.devices.known("token", nine + UNUSED - SOON) is not None
    assert records.devices.known("token", nine + 2 * UNUSED - 3 * SOON) is not None
    assert records.devices.known("token", nine + 3 * UNUSED) is None
    assert records.devices.known("", nine) is None


def test_a_device_that_is_let_go_is_a_stranger_and_its_logins_are_over(records: Records, nine: datetime) -> None:
    offer(records, nine)
    records.devices.claim("code", "d1", "token", nine)
    records.administration.begin("login", "d1", nine)

    removed = records.devices.remove("d1")

    assert removed is not None
    assert removed.name == "受付のタブレット"
    assert records.devices.known("token", nine) is None
    assert not records.administration.use("login", "d1", nine, SOON, SOON)
    assert records.devices.remove("d1") is None
