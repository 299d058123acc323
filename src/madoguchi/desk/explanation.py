"""The answer as programs get it: `explain --json` and `GET /api/problems` give exactly these fields."""

import msgspec
from msgspec import UNSET, UnsetType

from madoguchi.desk.answer import Answer, Call, PatientText, StepText


class ExplainedStep(msgspec.Struct, frozen=True):
    """A step; `minutes` of staff, where it takes any."""

    id: str
    text: str
    minutes: float | UnsetType = UNSET


class ExplainedStaff(msgspec.Struct, frozen=True):
    """What it is, and the steps in the order in which they come when none of them helps."""

    summary: str
    steps: tuple[ExplainedStep, ...]


class ExplainedWay(msgspec.Struct, frozen=True):
    """One way to go on with this patient today."""

    id: str
    text: str


class ExplainedContact(msgspec.Struct, frozen=True):
    """Whom to call. `hours` (`mon-fri 08:00-18:00`, of Japan), `phone` and `open_now` are null where nobody has told us."""

    role: str
    name: str
    phone: str | None
    hours: str | None
    open_now: bool | None
    say: str


class Explanation(msgspec.Struct, frozen=True, rename={"continue_": "continue"}):
    """One problem in words. `part` joins several parts with a slash; `patient` is by language, of the first step."""

    code: str
    name: str
    stage: str
    part: str
    patient: dict[str, PatientText]
    staff: ExplainedStaff
    continue_: tuple[ExplainedWay, ...]
    contacts: tuple[ExplainedContact, ...]
    cautions: tuple[str, ...]


def explanation(answer: Answer) -> Explanation:
    """The fields of an answer that programs may rely on."""
    return Explanation(
        code=answer.code,
        name=answer.name,
        stage=answer.stage,
        part="/".join(answer.part),
        patient=answer.patient,
        staff=ExplainedStaff(answer.summary, tuple(map(_step, answer.steps))),
        continue_=tuple(ExplainedWay(way.id, way.text) for way in answer.ways),
        contacts=tuple(map(_contact, answer.calls)),
        cautions=tuple(caution.text for caution in answer.cautions),
    )


def _step(step: StepText) -> ExplainedStep:
    return ExplainedStep(step.id, step.text, step.minutes or UNSET)


def _contact(call: Call) -> ExplainedContact:
    hours = ", ".join(f"{days} {times}" for days, times in call.hours.items())
    answers = call.open.open if call.open.known else None
    return ExplainedContact(call.role, call.name, call.phone or None, hours or None, answers, call.say)
