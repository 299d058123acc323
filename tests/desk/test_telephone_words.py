"""The six words of a real incident, from the desk that reads them out to whoever hears them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from madoguchi.desk.telephone_words import decoded, not_heard, words_of
from madoguchi.wire.telephone.six_words import NotHeard, spoken
from tests.desk.conftest import HandClock
from tests.desk.fake_probes import ListeningDesk, listening


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[ListeningDesk]:
    with listening(tmp_path / "data", clock) as made:
        yield made


def words(desk: ListeningDesk, incident: str) -> tuple[str, ...]:
    state = desk.context.records.load(incident)
    assert state is not None
    return words_of(state, desk.context.chain.rounds.readings(), desk.context.around())


def test_they_tell_code_probes_and_what_was_tried(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down", output_folder="doubtful")
    told = desk.report(code="011")
    told = desk.answer(told["id"], told["step"]["id"], "yes")
    assert "restart-router" == told["step"]["id"]
    told = desk.answer(told["id"], "restart-router", "failed")
    desk.answer(told["id"], told["step"]["id"], "skipped")

    found = decoded(" ".join(words(desk, told["id"])), desk.context.around())

    assert ("011", "ネットワークエラー") == (found.code, found.name)
    assert {"gateway": "down", "output-folder": "doubtful"} == {one.id: one.value for one in found.probes}
    assert {"go-other-proof", "restart-router"} == {one.id for one in found.tried}


def test_a_number_nobody_knows_is_among_them(desk: ListeningDesk) -> None:
    incident = desk.report(code="651")["id"]

    assert "651" == decoded("".join(words(desk, incident)), desk.context.around()).number


def test_they_change_when_something_was_tried_or_seen(desk: ListeningDesk) -> None:
    told = desk.report(code="011")
    before = words(desk, told["id"])
    desk.becomes(gateway="good")
    seen = words(desk, told["id"])
    desk.answer(told["id"], told["step"]["id"], "yes")

    assert 3 == len({before, seen, words(desk, told["id"])})


def test_practice_says_nothing_of_the_real_house(desk: ListeningDesk) -> None:
    desk.becomes(gateway="doubtful")
    incident = desk.report(code="011", practice=True)["id"]

    assert () == decoded(" ".join(words(desk, incident)), desk.context.around()).probes


@pytest.mark.parametrize("heard", ["", "あいす", " ".join(spoken(15)), " ".join([*spoken(16)[:5], "ぽぽぽ"])])
def test_every_refusal_has_a_sentence(desk: ListeningDesk, heard: str) -> None:
    with pytest.raises(NotHeard) as refusal:
        decoded(heard, desk.context.around())

    assert not_heard(refusal.value, desk.context.around()).endswith(("。", "か。"))
