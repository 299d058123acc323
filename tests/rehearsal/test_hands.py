"""The table of hands: whole, and true to the replica."""

import msgspec
import pytest

from madoguchi.rehearsal.hands import Question, answer, hands, listed
from madoguchi.replica.supervisor import all_faults, deeds

HANDS = hands()
FAULTS = all_faults()


def test_every_deed_of_the_table_can_be_done_to_the_chain() -> None:
    named = {action.deed for action in HANDS.action.values() if action.deed}
    named |= {deed for party in HANDS.party.values() for deed in party.deeds}

    assert set() == named - deeds().keys()


def test_everybody_who_can_mend_a_fault_has_a_deed_for_it() -> None:
    lost = [
        (fault.id, role)
        for fault in FAULTS.values()
        for role in fault.remit
        if not fault.curable_at_desk and not set(HANDS.party[role].deeds) & set(fault.cured_by)
    ]

    assert [] == lost


def test_what_the_desk_can_cure_has_a_step_that_cures_it() -> None:
    mends = {action.deed for action in HANDS.action.values()}

    assert [] == [fault.id for fault in FAULTS.values() if fault.curable_at_desk and not mends & set(fault.cured_by)]


def test_nobody_at_the_desk_can_do_what_the_fault_says_they_cannot() -> None:
    # Waiting mends nothing: what passes by itself is nobody's at the desk. The right card is not there to be placed.
    passes = {"wait"}
    mends = {action.deed for action in HANDS.action.values()} - passes
    could = {fault.id for fault in FAULTS.values() if not fault.curable_at_desk and mends & set(fault.cured_by)}

    assert could <= {
        "centre.jammed",
        "line.plug_loose",
        "reader.card_not_brought",
        "terminal.certificate_expired",
        "terminal.certificate_refused",
        "terminal.certificate_revoked",
        "terminal.output_full",
        "authority.institution_revoked",
    }


def test_what_is_told_where_no_code_is_shown_is_there_for_every_topic_with_a_cause() -> None:
    silent = {fault.problem for fault in FAULTS.values() if not fault.shows}

    assert set() == silent - HANDS.told.keys()


QUESTION = Question(says="no", yes=("line.carrier", "centre."), unknown=("line.slow",))


@pytest.mark.parametrize(
    ("fault", "cause", "told"),
    [
        ("line.carrier", "line.carrier", "yes"),
        ("line.swallowing", "line.carrier", "yes"),
        ("line.slow", "line.carrier", "unknown"),
        ("authority.status_down", "centre.check_failing", "yes"),
        ("line.isp", "line.isp", "no"),
        ("centre.black_dot", "", "yes"),
    ],
)
def test_the_nearest_word_about_a_fault_counts(fault: str, cause: str, told: str) -> None:
    assert told == answer(QUESTION, fault, cause, first_registration=False)


@pytest.mark.parametrize(("first", "told"), [(True, "yes"), (False, "no")])
def test_a_first_registration_is_seen_by_whoever_stands_there(*, first: bool, told: str) -> None:
    question = msgspec.structs.replace(QUESTION, says="first-registration")

    assert told == answer(question, "portal.down", "portal.down", first_registration=first)


def test_a_list_that_does_not_speak_of_a_fault_says_nothing() -> None:
    assert listed(("reader.",), "line.carrier", "line.carrier") is None
