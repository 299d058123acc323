"""The one assembly of facts and words about a problem, which explain, the API, the screens and the booklet all use."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from babel.lists import format_list
from msgspec import UNSET, UnsetType

from madoguchi.base.clock import JAPAN
from madoguchi.base.settings import ContactSetting, Settings
from madoguchi.catalogue.hours import OpenState, open_now
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.state import State
from madoguchi.words.translate import LANGUAGES, LOCALE, Words


class PatientText(msgspec.Struct, frozen=True, rename={"else_": "else"}):
    """Three lines for a patient: all is well, what to do, who helps otherwise. Easy Japanese is written 漢字[かんじ]."""

    calm: str
    do: str
    else_: str


class StepText(msgspec.Struct, frozen=True):
    """A step in words; `minutes` of staff, where it takes any."""

    id: str
    text: str
    minutes: float | UnsetType = UNSET


class WayText(msgspec.Struct, frozen=True):
    """One way to go on with this patient today."""

    id: str
    text: str


class ContactText(msgspec.Struct, frozen=True):
    """Whom to call. `hours` are of Japan, closed on holidays; None where nobody has told us, as with `phone` and `open_now`."""

    role: str
    name: str
    phone: str | None
    hours: str | None
    open_now: bool | None
    say: str


class StaffText(msgspec.Struct, frozen=True):
    """What it is, and the steps in the order in which they come when none of them helps."""

    summary: str
    steps: tuple[StepText, ...]


class Answer(msgspec.Struct, frozen=True, rename={"continue_": "continue"}):
    """Everything about one problem in words. `part` joins several parts with a slash; `patient` is by language."""

    code: str
    name: str
    stage: str
    part: str
    patient: dict[str, PatientText]
    staff: StaffText
    continue_: tuple[WayText, ...]
    contacts: tuple[ContactText, ...]
    cautions: tuple[str, ...]


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
    """How the visit can go on today: the ways for what is broken, without those this problem takes away."""
    return tuple(way for way in catalogue.groups.get(problem.breaks, ()) if way not in problem.without)


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
    text = patient_text_id(facts, path[0] if path else None, around.catalogue)
    tries = state.tries_left if state else None
    return Answer(
        code=problem,
        name=name_of(problem, around),
        stage=facts.stage,
        part="/".join(facts.part),
        patient={lang: patient_text(text, lang, around, tries) for lang in LANGUAGES},
        staff=StaffText(around.text(f"problem-{problem}.summary"), tuple(_step(step, facts, around) for step in path)),
        continue_=tuple(WayText(way, around.text(f"way-{way}")) for way in ways_of(facts, around.catalogue)),
        contacts=tuple(contact(role, problem, around, state) for role in facts.contacts),
        cautions=tuple(around.text(f"caution-{caution}") for caution in facts.cautions),
    )


def _step(step: str, facts: Problem, around: Around) -> StepText:
    minutes = minutes_of(step, facts, around.catalogue)
    return StepText(step, around.text(f"step-{step}"), minutes or UNSET)


def minutes_of(step: str, facts: Problem, catalogue: Catalogue) -> float:
    """Minutes of staff a step takes within a problem: the problem's own figure, else the step's."""
    model = facts.model
    own = {used.id: used.minutes for used in (*model.question, *model.action, *model.escalation)} if model else {}
    given = own.get(step)
    return catalogue.steps[step].minutes if given is None else given


def contact(role: str, problem: str, around: Around, state: State | None = None) -> ContactText:
    """Whom to call, whether they answer now, and a sentence to read out with everything already known filled in."""
    ours = around.settings.contacts.get(role, ContactSetting())
    opening = opening_of(role, around)
    facts = around.catalogue.contacts[role]
    hours = ours.hours or facts.hours
    return ContactText(
        role=role,
        name=ours.name or around.text(f"contact-{role}"),
        phone=ours.phone or facts.phone or None,
        hours=", ".join(f"{days} {times}" for days, times in hours.items()) or None,
        open_now=opening.open if opening.known else None,
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
