"""Invented notices in the manner of the portal's; none of them is a quotation."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.probes.notice_text import LONGEST, read_notice

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=JAPAN)


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A notice, and what a person reads out of it."""

    text: str
    services: tuple[str, ...]
    over: bool | None = None
    since: datetime | None = None
    until: datetime | None = None


CASES = msgspec.convert(tomllib.loads((Path(__file__).parent / "notices.toml").read_text("utf-8"))["notice"], tuple[Case, ...])


@pytest.mark.parametrize("case", CASES, ids=[case.text[:24] for case in CASES])
def test_what_is_down_since_when_and_whether_it_is_over(case: Case) -> None:
    found = read_notice(case.text, NOW)

    assert (case.services, case.over) == (found.services, found.over)
    if case.services:
        assert (case.since, case.until) == (found.since, found.until)


def test_a_text_that_says_neither_is_not_sure() -> None:
    assert 0 == read_notice("本日の会議は3時から。", NOW).sure
    assert 0.5 > read_notice("オンライン資格確認について", NOW).sure
    assert 0.8 < read_notice("本日9時からオンライン資格確認ができない事象が発生しています。", NOW).sure


def test_a_text_that_says_both_leaves_it_open() -> None:
    found = read_notice("オンライン資格確認は復旧いたしました。ただし薬剤情報が閲覧できない事象が発生しています。", NOW)

    assert (None, True) == (found.over, found.sure < 0.5)


def test_a_title_that_was_kept_does_not_take_the_recovery_back() -> None:
    assert read_notice("【障害】オンライン資格確認\n10:20 復旧しました", NOW).over is True


def test_the_telephone_number_below_is_no_service_and_no_time() -> None:
    found = read_notice(
        "電子処方箋が使えません。\nお問い合わせ: オンライン資格確認等コールセンター 0800-080-4583 8:00から18:00", NOW
    )

    assert ("prescription",) == found.services
    assert found.since is None


def test_a_year_that_is_left_out_is_the_nearest() -> None:
    new_year = datetime(2027, 1, 2, 9, tzinfo=JAPAN)

    assert (
        datetime(2026, 12, 31, 22, tzinfo=JAPAN)
        == read_notice("12月31日22時からオンライン資格確認が停止しています", new_year).since
    )


@pytest.mark.parametrize("text", ["13月45日 99:99から", "2月30日 25時61分から", "25時61分から", "令和元年", "～～～:::"])
def test_times_that_are_none_are_passed_over(text: str) -> None:
    assert read_notice(text, NOW).since is None


LETTERS = "資格確認電子処方箋復旧発生しておりません本日令和年月日時分0123456789:～/。、\n"


@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=300))
def test_any_text_is_read_without_a_failure(text: str) -> None:
    found = read_notice(text, NOW)

    assert 0 <= found.sure <= 1
    assert NOW == found.pasted_at


def test_a_pasted_book_is_read_to_its_limit() -> None:
    found = read_notice("あ" * LONGEST + "オンライン資格確認ができない", NOW)

    assert () == found.services


def test_planned_maintenance_is_known_as_such() -> None:
    assert read_notice("メンテナンスのためオンライン資格確認を停止いたします。11/28 22:00～", NOW).planned
    assert not read_notice("オンライン資格確認ができない事象が発生しています。", NOW - timedelta(days=1)).planned
