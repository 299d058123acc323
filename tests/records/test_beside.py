from datetime import date, datetime, timedelta

from madoguchi.guide.events import IncidentOpened
from madoguchi.records import Check, NoticeCount, NoticeRow, Records, SeenFile, Thumbs


def test_a_file_is_recorded_with_all_that_follows_from_it_and_only_once(records: Records, nine: datetime) -> None:
    events = [IncidentOpened(nine, "a", "eligibility-none", source="file")]
    notice = NoticeRow("black-dot", nine)

    assert records.record_result("f1", "face", nine, [("a", events)], [notice])
    assert not records.record_result("f1", "face", nine, [("a", events)], [notice])

    assert records.seen("f1")
    assert not records.seen("f2")
    assert events == records.events("a")
    assert [NoticeCount("black-dot", 1, nine)] == records.notices_since(nine)


def test_files_from_before_the_start_are_marked_together(records: Records, nine: datetime) -> None:
    old = [SeenFile(f"f{number}", "face", nine) for number in range(1000)]

    assert records.mark_seen(old) == 1000
    assert records.mark_seen([*old[:5], SeenFile("new", "face", nine)]) == 1
    assert records.seen("f999")
    assert records.open_states() == []


def test_the_last_good_result_is_known_practice_apart(records: Records, nine: datetime) -> None:
    assert records.last_good() is None

    records.record_result("f1", "face", nine, good=True)
    records.record_result("f2", "face", nine + timedelta(minutes=1), good=False)
    records.record_result("f3", "practice", nine + timedelta(minutes=2), good=True, practice=True)

    assert nine == records.last_good()


def test_an_answer_is_remembered_with_the_events_it_belongs_to(records: Records, nine: datetime) -> None:
    records.append("a", [IncidentOpened(nine, "a", "011")], key="POST /api/incidents k", response=b'{"id":"a"}')

    assert records.idempotent("POST /api/incidents k") == b'{"id":"a"}'
    assert records.idempotent("POST /api/incidents other") is None


def test_the_first_answer_to_a_key_stays(records: Records, nine: datetime) -> None:
    records.remember("k", b"first", nine)
    records.remember("k", b"second", nine)

    assert records.idempotent("k") == b"first"


def test_an_answer_is_kept_for_a_day(records: Records, nine: datetime) -> None:
    records.remember("k", b"old", nine)
    records.remember("another", b"", nine + timedelta(hours=24))
    assert records.idempotent("k") == b"old"

    records.remember("a third", b"", nine + timedelta(hours=24, seconds=1))

    assert records.idempotent("k") is None


def test_notices_are_counted_since_a_moment_the_latest_first(records: Records, nine: datetime) -> None:
    records.add_notice("black-dot", nine - timedelta(hours=20))
    records.add_notice("black-dot", nine)
    records.add_notice("black-dot", nine + timedelta(minutes=1))
    records.add_notice("certificate-expiring", nine + timedelta(minutes=2))
    records.add_notice("black-dot", nine, practice=True)

    later = [nine + timedelta(minutes=minutes) for minutes in (1, 2)]
    expected = [NoticeCount("certificate-expiring", 1, later[1]), NoticeCount("black-dot", 2, later[0])]
    assert expected == records.notices_since(nine)
    assert [NoticeCount("black-dot", 1, nine)] == records.notices_since(nine, practice=True)


def test_a_morning_check_keeps_the_last_answer_of_its_day_and_desk(records: Records, nine: datetime) -> None:
    today, later = date(2026, 11, 24), nine + timedelta(minutes=1)
    records.save_check(today, "screen", "bad", nine)
    records.save_check(today, "screen", "good", later)
    records.save_check(today, "lens", "good", nine, desk="2")

    assert {"screen": Check("screen", "good", later)} == records.checks(today)
    assert records.checks(date(2026, 11, 25)) == {}


def test_thumbs_are_counted_by_problem(records: Records, nine: datetime) -> None:
    for up in (True, True, False):
        records.add_feedback("011", nine, up=up)
    records.add_feedback("003", nine, up=False, incident="a")

    assert [Thumbs("003", 0, 1), Thumbs("011", 2, 1)] == records.feedback()
