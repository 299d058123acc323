from datetime import UTC, datetime, timedelta

from madoguchi.desk.rates import ADDRESSES, Rates

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)


def test_a_burst_goes_through_and_a_flood_does_not() -> None:
    rates = Rates(burst=3, per_second=1)

    assert [rates.take("a", NINE) for _ in range(5)] == [True, True, True, False, False]


def test_time_fills_the_bucket_again_and_no_further_than_its_brim() -> None:
    rates = Rates(burst=2, per_second=1)
    for _ in range(3):
        rates.take("a", NINE)

    assert [rates.take("a", NINE + timedelta(seconds=1)) for _ in range(2)] == [True, False]
    assert [rates.take("a", NINE + timedelta(hours=1)) for _ in range(3)] == [True, True, False]


def test_one_flood_is_no_trouble_for_another_address() -> None:
    rates = Rates(burst=1, per_second=1)
    rates.take("a", NINE)

    assert not rates.take("a", NINE)
    assert rates.take("b", NINE)


def test_a_clock_that_is_set_back_fills_nothing() -> None:
    rates = Rates(burst=1, per_second=1)
    rates.take("a", NINE)

    assert not rates.take("a", NINE - timedelta(hours=1))


def test_only_so_many_addresses_are_remembered() -> None:
    rates = Rates(burst=1, per_second=1)
    for number in range(ADDRESSES + 1):
        rates.take(str(number), NINE)

    assert rates.take("0", NINE)
    assert not rates.take(str(ADDRESSES), NINE)
