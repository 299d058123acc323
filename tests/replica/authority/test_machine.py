from datetime import UTC, datetime, timedelta

import pytest

from madoguchi.replica.authority.institutions import Issued
from madoguchi.replica.authority.machine import Keep, Refuse, Renew, Revoke, lasts_until, step

AT = datetime(2026, 4, 1, 10, tzinfo=UTC)
NOW = Issued("institution", AT - timedelta(days=1100), AT + timedelta(days=60))


def test_the_next_certificate_begins_at_once_and_carries_nothing_over() -> None:
    assert Keep(Issued("institution-1", AT, datetime(2029, 7, 1, 10, tzinfo=UTC))) == step((NOW,), Renew(AT))


def test_more_than_ninety_days_before_its_end_a_good_one_is_not_renewed() -> None:
    assert Refuse("too-early") == step((NOW,), Renew(NOW.ends - timedelta(days=91)))


def test_a_revoked_one_is_renewed_at_any_time() -> None:
    revoked = Issued("institution", NOW.begins, NOW.ends, revoked=AT)

    assert isinstance(step((revoked,), Renew(NOW.ends - timedelta(days=300))), Keep)


def test_a_certificate_is_revoked_once_and_keeps_its_first_moment() -> None:
    first = step((NOW,), Revoke("institution", AT))
    assert isinstance(first, Keep)

    assert first == step((first.issued,), Revoke("institution", AT + timedelta(days=1)))


def test_what_was_never_issued_is_not_revoked() -> None:
    assert Refuse("unknown") == step((NOW,), Revoke("another", AT))


@pytest.mark.parametrize(
    ("begins", "ends"),
    [("2026-01-31", "2029-04-30"), ("2026-10-01", "2030-01-01"), ("2024-11-30", "2028-02-29")],
)
def test_three_years_and_three_months_end_on_a_day_that_exists(begins: str, ends: str) -> None:
    assert ends == lasts_until(datetime.fromisoformat(begins).replace(tzinfo=UTC)).date().isoformat()
