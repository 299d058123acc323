"""The one assembly of facts and words about a problem, which explain, the API, the screens and the booklet all use."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import msgspec
from babel.lists import format_list

from madoguchi.base.clock import JAPAN
from madoguchi.base.settings import ContactSetting, Settings
from madoguchi.catalogue.hours import OpenState, open_now
from madoguchi.catalogue.model import Catalogue, Kind, Problem
from madoguchi.guide.state import State
from madoguchi.words.translate import LANGUAGES, LOCALE, Words

BEHIND: Final = frozenset({"terminal", "line", "centre"})
"""What is broken in an outage (`Problem.breaks`)."""


class PatientText(msgspec.Struct, frozen=True, rename={"else_": "else"}):
    """Three lines for a patient: all is well, what to do, who helps otherwise. Easy Japanese is written 漢字[かんじ]."""

    calm: str
    do: str
    else_: str


class StepText(msgspec.Struct, frozen=True):
    """A step in words: its title and how it is done; `minutes` of staff, 0 where it takes none."""

    id: str
    kind: Kind
    text: str
    how: str
    minutes: float


class WayText(msgspec.Struct, frozen=True):
    """One way to go on with this patient today: how, what to write down, which patient text it shows."""

    id: str
    text: str
    how: str
    note: str
    patient: str
    ledger: bool


class Call(msgspec.Struct, frozen=True):
    """Whom to call. `phone`, `hours` and `contract` are empty where nobody has told us; `say` is read out as it stands."""

    role: str
    name: str
    phone: str
    hours: dict[str, str]
    contract: str
    open: OpenState
    say: str


class Caution(msgspec.Struct, frozen=True):
    """Something that costs dearly when it is overlooked, and how it is avoided."""

    id: str
    text: str
    how: str


class Answer(msgspec.Struct, frozen=True):
    """Everything about one problem in words, in one language of the staff; `patient` is by language.

    `steps` are in the order in which they come when none of them helps; with an incident, its current step alone.
    `step_contact` is the role the first step speaks to, if any; `patient_text` the id of the text in `patient`.
    """

    code: str
    kind: str
    name: str
    summary: str
    whose: str
    stage: str
    part: tuple[str, ...]
    payment: str
    payment_how: str
    steps: tuple[StepText, ...]
    step_contact: str | None
    ways: tuple[WayText, ...]
    calls: tuple[Call, ...]
    cautions: tuple[Caution, ...]
    patient_text: str
    patient: dict[str, PatientText]


class Around(msgspec.Struct, frozen=True):
    """What an answer is made from, beside the problem: facts, words, the facility's settings, the moment, the language."""

    catalogue: Catalogue
    words: Words
    settings: Settings
    now: datetime
    lang: str = "ja"

    def text(self, message: str, **args: object) -> str:
        """A sentence in the language of the answer, for this kind of facility."""
        return self.words.text(message, self.lang, facility=self.settings.facility_kind, **args)


def name_of(problem: str, around: Around) -> str:
    """What the problem is called; for a code, as the reader calls it."""
    return around.text(f"problem-{problem}.name")


def ways_of(problem: Problem, catalogue: Catalogue) -> tuple[str, ...]:
    """How the visit can go on today: the ways for what is broken, with what this problem takes away and adds."""
    kept = (way for way in catalogue.groups.get(problem.breaks, ()) if way not in problem.without)
    return (*kept, *problem.also)


def makes_outage(problem: str, around: Around) -> bool:
    """Whether a problem stops everybody, so that only the four items may be left (docs/protocol/outage.md#ways)."""
    facts = around.catalogue.problems[problem]
    return facts.breaks in BEHIND and "four-items" in ways_of(facts, around.catalogue)


def patient_text_id(problem: Problem, step: str | None, catalogue: Catalogue) -> str:
    """Which patient text belongs to a step, or to the problem while there is none."""
    return problem.patient if step is None else catalogue.steps[step].patient


def patient_text(text: str, lang: str, around: Around, tries: int | None = None) -> PatientText:
    """A patient text in one language."""
    given = {"facility": around.settings.facility_kind, "tries": "" if tries is None else tries}
    return PatientText(*(around.words.text(f"patient-{text}.{part}", lang, **given) for part in ("calm", "do", "else")))


def answer(problem: str, around: Around, path: Sequence[str], state: State | None = None) -> Answer:
    """The answer to a problem.

    Args:
        problem: a code or topic id of the catalogue.
        around: what it is made from.
        path: the steps in the order in which they come when none of them helps; the first decides the patient text.
        state: where the incident stands, if there is one: what was tried, since when.
    """
    facts = around.catalogue.problems[problem]
    first = path[0] if path else None
    text = patient_text_id(facts, first, around.catalogue)
    tries = state.tries_left if state else None
    return Answer(
        code=problem,
        kind=facts.kind,
        name=name_of(problem, around),
        summary=around.text(f"problem-{problem}.summary"),
        whose=around.text(f"problem-{problem}.whose"),
        stage=facts.stage,
        part=facts.part,
        payment=around.text(f"payment-{facts.payment}"),
        payment_how=around.text(f"payment-{facts.payment}.how"),
        steps=tuple(step_text(step, facts, around) for step in path),
        step_contact=around.catalogue.steps[first].contact if first else None,
        ways=tuple(way_text(way, around) for way in ways_of(facts, around.catalogue)),
        calls=tuple(call(role, problem, around, state) for role in facts.contacts),
        cautions=tuple(caution_text(caution, around) for caution in facts.cautions),
        patient_text=text,
        patient={lang: patient_text(text, lang, around, tries) for lang in LANGUAGES},
    )


def step_text(step: str, facts: Problem, around: Around) -> StepText:
    """A step of a problem in words."""
    minutes = minutes_of(step, facts, around.catalogue)
    kind = around.catalogue.steps[step].kind
    return StepText(step, kind, around.text(f"step-{step}"), around.text(f"step-{step}.how"), minutes)


def way_text(way: str, around: Around) -> WayText:
    """A way to go on in words."""
    facts = around.catalogue.ways[way]
    title, how, note = (around.text(f"way-{way}{part}") for part in ("", ".how", ".note"))
    return WayText(way, title, how, note, facts.patient, facts.ledger)


def caution_text(caution: str, around: Around) -> Caution:
    """A caution in words."""
    return Caution(caution, around.text(f"caution-{caution}"), around.text(f"caution-{caution}.how"))


def minutes_of(step: str, facts: Problem, catalogue: Catalogue) -> float:
    """Minutes of staff a step takes within a problem: the problem's own figure, else the step's."""
    model = facts.model
    groups = (model.question, model.action, model.escalation) if model else ()
    given = next((used.minutes for group in groups for used in group if used.id == step), None)
    return catalogue.steps[step].minutes if given is None else given


def call(role: str, problem: str, around: Around, state: State | None = None) -> Call:
    """Whom to call, whether they answer now, and a sentence to read out with everything already known filled in."""
    ours = around.settings.contacts.get(role, ContactSetting())
    facts = around.catalogue.contacts[role]
    return Call(
        role=role,
        name=ours.name or around.text(f"contact-{role}"),
        phone=ours.phone or facts.phone,
        hours=ours.hours or facts.hours,
        contract=ours.contract,
        open=opening_of(role, around),
        say=_say(role, problem, around, state),
    )


def opening_of(role: str, around: Around) -> OpenState:
    """Whether a contact answers at the moment of the answer."""
    ours = around.settings.contacts.get(role, ContactSetting())
    return open_now(around.catalogue.contacts[role], ours.hours, around.now)


def _say(role: str, problem: str, around: Around, state: State | None) -> str:
    facts = around.catalogue.problems[problem]
    reader = around.catalogue.readers.get(state.reader if state else around.settings.reader)
    own = f"say-{role}-{problem}"
    return around.text(
        own if around.words.has(own, around.lang) else f"contact-{role}.say",
        code=problem if facts.kind == "code" else "",
        name=name_of(problem, around),
        since=state.opened_at.astimezone(JAPAN).strftime("%H:%M") if state else "",
        tried=tried(state, around) if state else "",
        reader=f"{reader.maker} {reader.model}".strip() if reader else "",
        facility_name=around.settings.facility_name,
        facility_code=around.settings.facility_code,
    )


def tried(state: State, around: Around) -> str:
    """The actions already carried out, as a list in words; empty where there are none."""
    steps = dict.fromkeys(step for step, _outcome in state.trace if around.catalogue.steps[step].kind == "action")
    return format_list([around.text(f"step-{step}") for step in steps], locale=LOCALE[around.lang]) if steps else ""
