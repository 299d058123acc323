"""What is true in a rehearsal: which cause a fault is, what would help against it, and whether a rehearsal ended right."""

from typing import Final, Literal

from madoguchi.catalogue.chance import OTHER
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.rehearsal.hands import Hands, answer, listed
from madoguchi.rehearsal.receptionist import Story
from madoguchi.replica.faults import Fault

Verdict = Literal["cured", "continued", "escalated_right", "wrong"]

RIGHT: Final = frozenset({"cured", "continued", "escalated_right"})


class HandsError(ValueError):
    """The table of hands does not fit the catalogue; says which steps."""


def check_hands(hands: Hands, catalogue: Catalogue) -> None:
    """Every step of every model stands in the table under its kind, and every address has a contact or none.

    Raises:
        HandsError: something is missing or stands under another kind.
    """
    known = hands.steps()
    missing = {
        f"{problem.id}: {step} ({kind})"
        for problem in catalogue.problems.values()
        for step, kind in steps_of(problem).items()
        if known.get(step) != kind
    }
    strangers = {step for step in known if step not in catalogue.steps}
    roles = {one.to for one in hands.escalation.values()} - {""}
    lost = {role for role in roles | hands.party.keys() if role not in catalogue.contacts or role not in hands.party}
    if missing or strangers or lost:
        raise HandsError(", ".join(sorted(missing | strangers | lost)))


def steps_of(problem: Problem) -> dict[str, str]:
    """Every step of a problem's model and its kind."""
    model = problem.model
    if model is None:
        return {}
    return (
        {model.fallback: "fallback"}
        | {entry.id: "action" for entry in model.action}
        | {entry.id: "question" for entry in model.question}
        | {entry.id: "escalation" for entry in model.escalation}
    )


def cause_of(fault: Fault, problem: Problem) -> str:
    """The cause of the problem's model that this fault is; `other` where the model has no name for it."""
    model = problem.model
    return fault.cause if model is not None and fault.cause in model.causes else OTHER


def outcome_of(step: str, fault: Fault, hands: Hands) -> str:
    """What an action or a question would give where this is the fault."""
    if step in hands.question:
        asked = hands.question[step]
        return answer(asked, fault.id, fault.cause, first_registration=fault.first_registration)
    action = hands.action[step]
    helps = action.deed in fault.cured_by or listed(action.helps, fault.id, fault.cause) is not None
    return "fixed" if helps or goes_round(action.by, fault) else "failed"


def goes_round(by: str, fault: Fault) -> bool:
    """Whether checking in another way meets nothing of the fault."""
    return bool(by and fault.method and by != fault.method)


def verdict(fault: Fault, story: Story) -> Verdict:
    """How a rehearsal ended. What a desk can cure counts only as cured; what it cannot, as handed to who can.

    To go on is enough only where nobody needs to do anything.
    """
    if fault.curable_at_desk:
        return "cured" if story.ended == "cured" and story.verified else "wrong"
    if fault.remit:
        right = story.ended == "escalated" and story.helped in fault.remit and story.verified
        return "escalated_right" if right else "wrong"
    return "continued" if story.ended == "continued" else "wrong"
