import pytest

from madoguchi.replica.faults import Switches, UnknownFaultError, declared
from madoguchi.replica.supervisor import all_faults, deeds


def test_a_fault_wraps_what_the_link_does_and_unwraps_again() -> None:
    switches: Switches[str] = Switches("prescription", {"prescription.jammed": lambda effects: effects + " late"})
    switches.turn("prescription.jammed", on=True)
    under = switches.under("answers")
    switches.turn("prescription.jammed", on=False)

    assert ("answers late", "answers") == (under, switches.under("answers"))


def test_a_fault_of_another_link_is_refused() -> None:
    switches: Switches[str] = Switches("prescription", {})

    with pytest.raises(UnknownFaultError):
        switches.turn("line.cut", on=True)


def test_a_link_begins_with_the_faults_that_outlived_its_restart() -> None:
    assert ("prescription.jammed",) == Switches[str]("prescription", {}, ("prescription.jammed", "gone.since")).on


def test_every_fault_stands_in_the_table_of_its_own_link() -> None:
    assert [] == [name for name, fault in declared("prescription").items() if fault.link != "prescription"]


def test_every_cure_is_a_deed_somebody_can_do() -> None:
    known = deeds()

    assert [] == [(fault.id, cure) for fault in all_faults().values() for cure in fault.cured_by if cure not in known]


def test_a_fault_is_curable_at_the_desk_or_somebody_answers_for_it_or_it_ends_by_itself() -> None:
    assert [] == [fault.id for fault in all_faults().values() if fault.curable_at_desk and not fault.cured_by]
