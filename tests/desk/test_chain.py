"""What the probes find conditions the guide, opens incidents before a patient meets them, and says when it is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from madoguchi.guide.events import Observed, StepProposed
from tests.desk.conftest import HandClock
from tests.desk.fake_probes import ListeningDesk, listening


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[ListeningDesk]:
    with listening(tmp_path / "data", clock) as made:
        yield made


def repair(desk: ListeningDesk, incident: str) -> str:
    """The first step of the repair: what comes once the visit goes on another way."""
    told = desk.read(incident)
    assert told["step"]["kind"] == "fallback"
    return str(desk.answer(incident, told["step"]["id"], "yes")["step"]["id"])


def test_with_a_dead_gateway_011_starts_at_the_router(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down")

    assert "restart-router" == repair(desk, desk.report(code="011")["id"])


def test_with_a_live_gateway_and_a_dead_line_011_starts_at_the_carrier(desk: ListeningDesk) -> None:
    desk.becomes(gateway="good", line="down")

    assert "call-carrier" == repair(desk, desk.report(code="011")["id"])


def test_where_nothing_is_known_011_starts_at_the_terminals_own_cable(desk: ListeningDesk) -> None:
    desk.look()

    assert "reseat-lan-cable" == repair(desk, desk.report(code="011")["id"])


def test_what_probes_know_stands_in_the_same_breath_as_the_opening(desk: ListeningDesk) -> None:
    desk.becomes(gateway="good", line="down")

    incident = desk.report(code="011")["id"]
    events = desk.context.records.events(incident)

    assert {("probe:gateway", "good"), ("probe:line", "down")} == {
        (event.kind, event.value) for event in events if isinstance(event, Observed)
    }
    assert 1 == sum(isinstance(event, StepProposed) for event in events)
    assert isinstance(events[-1], StepProposed)


def test_a_reading_that_changes_changes_the_step_of_an_open_incident(desk: ListeningDesk) -> None:
    incident = desk.report(code="011")["id"]
    assert "reseat-lan-cable" == repair(desk, incident)

    desk.becomes(gateway="down")

    assert "restart-router" == desk.read(incident)["step"]["id"]


def test_a_reading_that_becomes_unknown_counts_no_longer(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down")
    incident = desk.report(code="011")["id"]

    desk.becomes(gateway="unknown")

    assert {"gateway": "unknown"} == desk.stands(incident).probes


def test_what_a_machine_sees_does_not_keep_an_incident_fresh(desk: ListeningDesk) -> None:
    incident = desk.report(code="011", desk="1")["id"]
    before = desk.stands(incident).changed_at
    desk.clock.go(minutes=5)

    desk.becomes(gateway="down")

    assert before == desk.stands(incident).changed_at


def test_practice_learns_nothing_of_the_real_house(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down")
    incident = desk.report(code="011", practice=True)["id"]
    desk.becomes(line="down")

    assert {} == desk.stands(incident).probes


def test_a_link_that_goes_down_opens_an_incident_at_no_desk(desk: ListeningDesk) -> None:
    desk.becomes(gateway="good")
    desk.goes_down("gateway")

    (state,) = desk.context.records.open_states()
    assert ("011", None, "probe") == (state.problem, state.desk, state.source)
    assert "down" == state.probes["gateway"]


def test_what_a_probe_found_reaches_every_staff_screen_and_no_patient_screen(desk: ListeningDesk) -> None:
    patient = desk.client.get("/patient?desk=1").text

    desk.goes_down("output-folder")

    for place in ("1", "2"):
        assert "013" in desk.client.get(f"/?desk={place}").text
    assert patient == desk.client.get("/patient?desk=1").text


def test_one_look_opens_nothing(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down")
    assert [] == desk.context.records.open_states()

    desk.becomes(gateway="good")
    desk.decide()

    assert [] == desk.context.records.open_states()


def test_the_second_look_is_a_look_of_its_own(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down")
    desk.probes["gateway"].state = "unknown"

    desk.decide()

    assert [] == desk.context.records.open_states()


def test_a_problem_that_is_open_anywhere_is_not_opened_again(desk: ListeningDesk) -> None:
    desk.report(code="011", desk="2")

    desk.goes_down("line", "name-resolution", "gateway")

    (state,) = desk.context.records.open_states()
    assert "2" == state.desk
    assert {"line": "down", "gateway": "down", "name-resolution": "down"} == state.probes


def test_whoever_meets_what_a_probe_found_takes_it(desk: ListeningDesk) -> None:
    desk.goes_down("gateway")
    (found,) = desk.context.records.open_states()
    desk.clock.go(minutes=25)

    told = desk.report(code="011", desk="2")

    assert found.incident == told["id"]
    assert ["2"] == [state.desk for state in desk.context.records.open_states()]
    desk.report(code="011", desk="3")
    assert 2 == len(desk.context.records.open_states())


def test_what_is_down_stays_closed_once_staff_closed_it(desk: ListeningDesk) -> None:
    desk.goes_down("gateway")
    (state,) = desk.context.records.open_states()
    desk.client.post(f"/api/incidents/{state.incident}/close", json={"how": "escalated"})

    for _ in range(3):
        desk.look()
        desk.decide()

    assert [] == desk.context.records.open_states()


def test_a_restart_that_the_guide_asked_for_opens_nothing(desk: ListeningDesk) -> None:
    desk.becomes(gateway="down", output_folder="good")
    incident = desk.report(code="011", desk="1")["id"]
    assert "restart-router" == repair(desk, incident)

    desk.goes_down("output-folder")
    assert ["011"] == [state.problem for state in desk.context.records.open_states()]

    desk.answer(incident, "restart-router", "fixed")
    desk.becomes(gateway="good")
    desk.clock.go(minutes=6)
    desk.decide()
    assert ["013"] == [state.problem for state in desk.context.records.open_states()]


def test_what_comes_back_is_announced_with_its_time_and_can_be_closed(desk: ListeningDesk) -> None:
    desk.goes_down("gateway")
    desk.clock.go(minutes=42)

    desk.becomes(gateway="good")

    page = desk.client.get("/").text
    assert "9:42 から良くなっています" in page
    (state,) = desk.context.records.open_states()
    desk.client.post(f"/incidents/{state.incident}/close", data={"desk": "1", "how": "verified"})
    assert [] == desk.context.records.open_states()


def test_nothing_is_over_while_another_probe_of_the_same_problem_is_down(desk: ListeningDesk) -> None:
    desk.goes_down("gateway", "line")

    desk.becomes(gateway="good")

    assert () == desk.context.chain.recoveries()
    desk.becomes(line="good")
    assert ["011"] == [over.problem for over in desk.context.chain.recoveries()]


def test_the_announcement_ends_by_itself_and_with_a_relapse(desk: ListeningDesk) -> None:
    desk.goes_down("gateway")
    desk.becomes(gateway="good")
    assert 1 == len(desk.context.chain.recoveries())

    desk.goes_down("gateway")
    assert () == desk.context.chain.recoveries()

    desk.becomes(gateway="good")
    desk.clock.go(minutes=31)
    assert () == desk.context.chain.recoveries()


def test_a_link_that_dies_a_second_time_opens_a_second_incident(desk: ListeningDesk) -> None:
    desk.goes_down("gateway")
    (first,) = desk.context.records.open_states()
    desk.becomes(gateway="good")
    desk.client.post(f"/api/incidents/{first.incident}/close", json={"how": "verified"})

    desk.goes_down("gateway")

    (second,) = desk.context.records.open_states()
    assert first.incident != second.incident
