import tomllib
from importlib.resources import files

import pytest

from madoguchi.replica.faults import Fault, declared
from madoguchi.replica.supervisor import deeds
from madoguchi.replica.terminal.codes import code_of
from madoguchi.replica.terminal.faults import WRAPPERS

FAULTS = list(declared("terminal").values())


def test_every_declared_fault_can_be_switched() -> None:
    assert set(declared("terminal")) == set(WRAPPERS)


def test_no_two_faults_share_a_name_and_there_are_many() -> None:
    assert len(FAULTS) == len({fault.id for fault in FAULTS}) >= 30


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_what_cures_a_fault_is_a_deed_and_what_ends_with_the_process_ends_with_a_restart(fault: Fault) -> None:
    known = deeds()
    restarts = any("terminal" in known[cure].restart for cure in fault.cured_by)

    assert not fault.ends_with_process or restarts


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.problem[0].isdigit()], ids=lambda fault: fault.id)
def test_a_fault_is_a_cause_that_the_catalogue_knows_for_its_code(fault: Fault) -> None:
    text = files("madoguchi.catalogue").joinpath(f"codes/{fault.problem}.toml").read_text("utf-8")
    model = tomllib.loads(text)["model"]

    assert fault.cause in model["causes"]
    assert fault.curable_at_desk or any(fault.cause in one["remit"] or "other" in one["remit"] for one in model["escalation"])


def test_a_reason_nobody_foresaw_is_a_failure_of_the_application() -> None:
    assert ("904", "012", "013", "905", "011") == tuple(
        code_of(reason)
        for reason in ("nobody-foresaw", "certificate-expired", "output-full", "settings-unreadable", "line-no-name")
    )
