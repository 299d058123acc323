"""What must hold between the files; the errors themselves are shown by test_load.py."""

import msgspec

from madoguchi.catalogue.crosscheck import contact_faults, group_faults, problem_faults, step_faults
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Contact

CATALOGUE = load_catalogue()


def test_the_built_in_catalogue_holds_together() -> None:
    found = [fault for problem in CATALOGUE.problems.values() for fault in problem_faults(problem, problem.id, CATALOGUE)]
    found += [fault for name, step in CATALOGUE.steps.items() for fault in step_faults(("step", name), step, CATALOGUE)]
    found += [fault for name, contact in CATALOGUE.contacts.items() for fault in contact_faults(("contact", name), contact)]
    found += list(group_faults(CATALOGUE.groups, CATALOGUE))

    assert found == []


def test_every_fault_of_a_problem_is_named_not_only_the_first() -> None:
    problem = msgspec.structs.replace(CATALOGUE.problems["no-code"], contacts=("aunt", "uncle"), sources=(), tier="gold")

    found = [fault.path for fault in problem_faults(problem, "no-code", CATALOGUE)]

    assert found == [("contacts", 0), ("contacts", 1), ("sources",), ("tier",)]


def test_a_burden_below_nothing_is_refused() -> None:
    step = msgspec.structs.replace(CATALOGUE.steps["use-pin"], burden=-1.0, rework=-1.0)

    assert [fault.path[-1] for fault in step_faults(("step", "use-pin"), step, CATALOGUE)] == ["burden", "rework"]


def test_a_list_of_ways_is_needed_for_everything_that_can_break() -> None:
    found = [fault.remedy.split("`")[1] for fault in group_faults({}, CATALOGUE)]

    assert found == ["card", "reader", "terminal", "line", "centre", "data", "registration", "prescription", "nothing"]


def test_a_contact_without_hours_is_fine() -> None:
    assert list(contact_faults(("contact", "vendor"), Contact())) == []
