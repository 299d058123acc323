from datetime import timedelta
from pathlib import Path

from madoguchi.evidence.probes.request_folder import RequestFolder
from tests.evidence.probes.files import put, request
from tests.evidence.probes.surround import MONDAY, SetClock, around


def test_without_a_folder_in_the_settings_nothing_is_known() -> None:
    assert "evidence-request-folder-unnamed" == RequestFolder().look(around()).evidence


def test_an_empty_folder_is_good(tmp_path: Path) -> None:
    assert ("good", "0") == (
        (reading := RequestFolder().look(around(request_folder=tmp_path))).state,
        reading.value,
    )


def test_a_question_that_was_just_put_down_is_no_failure(tmp_path: Path) -> None:
    request(tmp_path, MONDAY - timedelta(seconds=5))

    assert "good" == RequestFolder().look(around(request_folder=tmp_path)).state


def test_a_question_that_nobody_fetches_is_first_doubtful_then_down_and_good_when_it_is_fetched(tmp_path: Path) -> None:
    clock = SetClock()
    here = around(clock=clock, request_folder=tmp_path)
    lying = request(tmp_path, MONDAY)
    assert "good" == RequestFolder().look(here).state

    clock.go(minutes=2)
    assert ("doubtful", "1") == ((slow := RequestFolder().look(here)).state, slow.value)

    clock.go(minutes=8)
    stuck = RequestFolder().look(here)
    assert ("down", "evidence-request-folder-stuck", MONDAY) == (stuck.state, stuck.evidence, stuck.since)

    lying.unlink()
    assert "good" == RequestFolder().look(here).state


def test_an_old_question_is_stuck_at_the_first_look(tmp_path: Path) -> None:
    request(tmp_path, MONDAY - timedelta(hours=1))

    assert "down" == RequestFolder().look(around(request_folder=tmp_path)).state


def test_a_host_whose_clock_is_behind_makes_no_question_slow_by_itself(tmp_path: Path) -> None:
    request(tmp_path, MONDAY - timedelta(minutes=9))

    assert "good" == RequestFolder().look(around(request_folder=tmp_path)).state


def test_a_new_refusal_is_doubtful(tmp_path: Path) -> None:
    put(tmp_path, "OQSsiquc01req_202611300001.err", MONDAY - timedelta(minutes=1))

    reading = RequestFolder().look(around(request_folder=tmp_path))

    assert ("doubtful", "evidence-request-folder-refused") == (reading.state, reading.evidence)


def test_a_folder_that_is_gone_is_down(tmp_path: Path) -> None:
    reading = RequestFolder().look(around(request_folder=tmp_path / "req"))

    assert ("down", "evidence-request-folder-missing", {}) == (reading.state, reading.evidence, reading.observes)


def test_what_lies_there_of_others_is_nobodys_question(tmp_path: Path) -> None:
    put(tmp_path, "readme.txt", MONDAY - timedelta(days=300))

    assert "good" == RequestFolder().look(around(request_folder=tmp_path)).state
