"""What counts as right at the end of a rehearsal."""

import msgspec
import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.rehearsal.hands import Action, hands
from madoguchi.rehearsal.receptionist import Story
from madoguchi.rehearsal.truth import HandsError, cause_of, check_hands, outcome_of, verdict
from madoguchi.replica.faults import Fault
from madoguchi.replica.supervisor import all_faults

CATALOGUE = load_catalogue()
CURABLE = Fault("line.router_stuck", "011", "011", True, ("restart_router",), ("vendor",))
THEIRS = Fault("line.carrier", "011", "011", False, ("repair_line",), ("carrier",))
NOBODYS = Fault("reader.card_not_brought", "002", "002", False, ("place_right_card",))


def story(ended: str, *, helped: str | None = None, verified: bool = True) -> Story:
    return msgspec.convert(
        {
            "code_shown": "011",
            "incident": "i",
            "problem": "011",
            "steps": [],
            "ended": ended,
            "helped": helped,
            "verified": verified,
        },
        Story,
    )


@pytest.mark.parametrize(
    ("fault", "told", "right"),
    [
        (CURABLE, story("cured"), "cured"),
        (CURABLE, story("cured", verified=False), "wrong"),
        (CURABLE, story("continued"), "wrong"),
        (CURABLE, story("escalated", helped="vendor"), "wrong"),
        (THEIRS, story("escalated", helped="carrier"), "escalated_right"),
        (THEIRS, story("escalated", helped="carrier", verified=False), "wrong"),
        (THEIRS, story("escalated", helped="vendor"), "wrong"),
        (THEIRS, story("continued"), "wrong"),
        (THEIRS, story("cured"), "wrong"),
        (NOBODYS, story("continued"), "continued"),
        (NOBODYS, story("stuck"), "wrong"),
        (NOBODYS, story("escalated", helped="maker"), "wrong"),
    ],
)
def test_a_cure_counts_where_the_desk_can_cure_and_the_right_address_where_it_cannot(
    fault: Fault, told: Story, right: str
) -> None:
    assert right == verdict(fault, told)


def test_the_table_covers_every_step_of_every_model() -> None:
    check_hands(hands(), CATALOGUE)


def test_a_step_that_is_missing_or_of_another_kind_is_named() -> None:
    table = hands()
    without = msgspec.structs.replace(table, action={**table.action, "strange": Action()})
    del without.action["restart-router"]

    with pytest.raises(HandsError, match=r"011: restart-router \(action\).*strange"):
        check_hands(without, CATALOGUE)


def test_every_fault_whose_problem_has_a_model_is_a_cause_of_it() -> None:
    other = [
        fault.id
        for fault in all_faults().values()
        if (model := CATALOGUE.problems[fault.problem].model) is not None
        and (fault.cause not in model.causes or cause_of(fault, CATALOGUE.problems[fault.problem]) == "other")
    ]

    assert [] == other


def test_what_would_help_is_what_the_replica_says_cures() -> None:
    assert "fixed" == outcome_of("restart-router", CURABLE, hands())
    assert "failed" == outcome_of("restart-router", THEIRS, hands())
    assert "no" == outcome_of("other-pc-online", msgspec.structs.replace(THEIRS, cause="line.carrier"), hands())
