"""What the staff screen of one desk shows, as values: the templates only lay it out."""

from collections.abc import Callable
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

import msgspec

from madoguchi.base.clock import JAPAN
from madoguchi.catalogue.chance import OTHER
from madoguchi.catalogue.model import Problem
from madoguchi.desk import answer
from madoguchi.desk.answer import Answer, Around
from madoguchi.guide.explain import reason_text
from madoguchi.guide.guide import Guide, Proposal
from madoguchi.guide.state import State
from madoguchi.records.recurrence import TOO_OFTEN

Text = Callable[..., str]
"""Gives a message its sentence in the staff's language."""


class AnswerButton(msgspec.Struct, frozen=True):
    """One answer to a step; the large ones also say in small what follows."""

    outcome: str
    label: str
    sub: str = ""
    look: str = ""
    icon: str = ""
    big: bool = True


FIXED = AnswerButton("fixed", "answer-fixed", "answer-fixed-sub", "yes", "ok")
FAILED = AnswerButton("failed", "answer-failed", "answer-failed-sub", "no", "next")
NO_REPLY = AnswerButton("failed", "answer-no-reply", "answer-no-reply-sub", "no", "next")

BUTTONS: dict[str, tuple[AnswerButton, ...]] = {
    "action": (FIXED, FAILED, AnswerButton("skipped", "answer-skipped", big=False)),
    "question": (
        AnswerButton("yes", "answer-yes", look="yes"),
        AnswerButton("no", "answer-no", look="no"),
        AnswerButton("unknown", "answer-unknown", big=False),
    ),
    "fallback": (
        AnswerButton("yes", "answer-do", "answer-do-sub", "yes", "ok"),
        AnswerButton("no", "answer-not-now", "answer-failed-sub", "no", "next"),
    ),
    "escalation": (AnswerButton("yes", "answer-called", "answer-called-sub", "yes", "ok"), NO_REPLY),
    "referral": (
        AnswerButton("yes", "answer-referred", "answer-referred-sub", "yes", "ok"),
        AnswerButton("failed", "answer-cannot", "answer-failed-sub", "no", "next"),
    ),
    "escalated": (FIXED, NO_REPLY),
}
"""The answers to each kind of step; `label` and `sub` are message ids here. In a referral the patient does the talking."""

LABELS = {"action": "step-now", "question": "step-ask", "fallback": "step-fallback", "escalation": "step-call"}

REFERRED = frozenset({"municipality", "insurer"})
"""Contacts the patient speaks to."""


def buttons(text: Text, kind: str) -> list[AnswerButton]:
    """The answers to a kind of step, in words."""
    return [
        msgspec.structs.replace(button, label=text(button.label), sub=text(button.sub) if button.sub else "")
        for button in BUTTONS[kind]
    ]


def button_kind(state: State, told: Answer) -> str:
    """Which row of BUTTONS fits the step the incident stands at."""
    kind = told.steps[0].kind
    if kind != "escalation":
        return kind
    if state.status == "escalated":
        return "escalated"
    return "referral" if told.step_contact in REFERRED else "escalation"


def clock(at: datetime) -> str:
    """The time of day in Japan, `9:05`."""
    local = at.astimezone(JAPAN)
    return f"{local.hour}:{local.minute:02d}"


def place(around: Around, desk: str) -> str:
    """The desk and the day."""
    local = around.now.astimezone(JAPAN)
    weekday = around.text(f"weekday-{local.weekday()}")
    day = around.text("place-date", month=local.month, day=local.day, weekday=weekday)
    return f"{around.text('place-desk', desk=desk)}　{day}"


class CallView(msgspec.Struct, frozen=True):
    """Somebody to call, whether they answer now in words, and what to read out."""

    name: str
    phone: str
    open: bool
    tag: str
    when: str
    say: str
    contract: str


def call_view(call: answer.Call, around: Around) -> CallView:
    """A contact as the screen shows it."""
    opening, when = call.open, ""
    tag = around.text("call-open" if opening.open else "call-closed") if opening.known else ""
    if opening.open and opening.until:
        when = around.text("call-until", time=clock(opening.until))
    elif opening.opens:
        local = opening.opens.astimezone(JAPAN)
        today = local.date() == around.now.astimezone(JAPAN).date()
        when = around.text("call-from" if today else "call-from-day", month=local.month, day=local.day, time=clock(local))
    return CallView(call.name, call.phone, opening.open, tag, when, call.say, call.contract)


class Photo(msgspec.Struct, frozen=True):
    """The clinic's own picture of a thing, and its note."""

    url: str
    note: str


PhotoOf = Callable[[str], Photo | None]
"""Gives the clinic's own picture for a slot of `Step.photo`, if there is one."""


class StepView(msgspec.Struct, frozen=True):
    """The one step now."""

    id: str
    label: str
    title: str
    how: str
    minutes: str
    why: str
    picture: str
    photo: Photo | None
    cautions: tuple[str, ...]
    details: tuple[str, ...]
    answers: tuple[AnswerButton, ...]


class WayView(msgspec.Struct, frozen=True):
    """One way to go on with this patient, in the few words that fit a button."""

    id: str
    short: str


class Current(msgspec.Struct, frozen=True):
    """The incident in the middle of the screen."""

    url: str
    code: str
    name: str
    summary: str
    whose: str
    ask_tries: bool
    step: StepView | None
    handed: bool
    escalated: bool
    dock: str
    ways: tuple[WayView, ...]
    way: str
    way_note: str
    ledger: bool
    patient_page: str
    patient_shows: str
    payment: str
    call_title: str
    calls: tuple[CallView, ...]
    times: str


def step_view(state: State, told: Answer, around: Around, guide: Guide, photo: PhotoOf) -> StepView | None:
    """The step the incident stands at, in words; None where nothing is left to do."""
    if state.step is None:
        return None
    facts, words = around.catalogue.steps[state.step.step], told.steps[0]
    own = [answer.caution_text(one, around) for one in facts.cautions]
    consent = (around.text("step-consent"),) if state.step.consent else ()
    return StepView(
        id=words.id,
        label=around.text(LABELS[words.kind]),
        title=words.text,
        how=words.how,
        minutes=around.text("step-minutes", minutes=state.step.minutes),
        why=reason_text(state.step.reason, around.text),
        picture=facts.picture,
        photo=photo(facts.photo) if facts.photo else None,
        cautions=(*dict.fromkeys(one.text for one in (*own, *told.cautions)), *consent),
        details=(first_sentence(told.summary)[1], *doubtful(guide, state, around), *details(guide.propose(state), around)),
        answers=tuple(buttons(around.text, button_kind(state, told))),
    )


REASONED: Final = 3
"""So many other steps are told with their reason; of the rest only what they would cost."""


def details(proposal: Proposal | None, around: Around) -> tuple[str, ...]:
    """The numbers under the fold: the likeliest causes, what told them apart most, and every other step."""
    if proposal is None:
        return ()
    likely = [
        around.text("step-details-cause", cause=around.text(cause_message(cause)), percent=round(100 * chance))
        for cause, chance in proposal.causes[:4]
        if cause != OTHER
    ]
    others = [
        f"{around.text('step-details-other', step=around.text(f'step-{other.step}'), minutes=other.minutes)} "
        f"{reason_text(other.why, around.text)} {reason_text(other.detail, around.text)}"
        for other in proposal.alternatives[:REASONED]
    ]
    rest = [
        around.text("step-details-first", step=around.text(f"step-{other.step}"), minutes=round(other.cost, 1))
        for other in proposal.alternatives[REASONED:]
    ]
    telling = (reason_text(proposal.telling, around.text),) if proposal.telling is not None else ()
    later = (around.text("step-details-rest", steps=" ".join(rest)),) if rest else ()
    return (reason_text(proposal.detail, around.text), *likely, *telling, *others, *later)


def doubtful(guide: Guide, state: State, around: Around) -> tuple[str, ...]:
    """That the numbers are weak, where the first step of this problem often changes with them."""
    doubt = guide.doubt(state.problem)
    return (around.text("detail-doubt", share=round(100 * doubt.share)),) if doubt is not None and doubt.weak else ()


def cause_message(cause: str) -> str:
    """The message id of a cause: `line.authentication_lost` is `cause-line-authentication_lost`."""
    return f"cause-{cause.replace('.', '-')}"


def shown_patient_text(state: State, around: Around) -> str:
    """Which patient text follows from where the incident stands: done, the chosen way, the step, or the problem."""
    if state.status == "closed":
        return "done"
    if state.way:
        return around.catalogue.ways[state.way].patient
    step = state.step.step if state.step else None
    return answer.patient_text_id(around.catalogue.problems[state.problem], step, around.catalogue)


def current(state: State, desk: str, around: Around, guide: Guide, photo: PhotoOf) -> Current:
    """Everything about one incident that the staff of a desk sees."""
    told = answer.answer(state.problem, around, (state.step.step,) if state.step else (), state)
    chosen = next((way for way in told.ways if way.id == state.way), None)
    calling = told.step_contact
    first = [answer.call(calling, state.problem, around, state)] if calling else []
    calls = [*first, *(call for call in told.calls if call.role != calling)]
    return Current(
        url=f"/incidents/{state.incident}",
        code=code_of(state, around.catalogue.problems[state.problem]),
        name=told.name,
        summary=first_sentence(told.summary)[0],
        whose=told.whose,
        ask_tries=asks_tries(state, around),
        step=step_view(state, told, around, guide, photo),
        handed=state.handed_to is not None,
        escalated=state.status == "escalated",
        dock=around.text("dock-chosen", way=around.text(f"way-{chosen.id}.short")) if chosen else around.text("dock-title-sub"),
        ways=tuple(WayView(way.id, around.text(f"way-{way.id}.short")) for way in told.ways),
        way=state.way or "",
        way_note=f"{chosen.how} {chosen.note}" if chosen else "",
        ledger=chosen is not None and chosen.ledger,
        patient_page=f"/patient?{urlencode({'desk': desk, 'back': '1'})}",
        patient_shows=around.text("dock-show-sub", text=around.text(f"shown-{shown_patient_text(state, around)}")),
        payment=told.payment,
        call_title=around.text("call-title-now" if calling else "call-title"),
        calls=tuple(call_view(call, around) for call in calls),
        times=f"/log?{urlencode({'problem': state.problem})}" if state.recurrence >= TOO_OFTEN else "",
    )


def first_sentence(text: str) -> tuple[str, str]:
    """A text in two: its first sentence with its full stop, and what follows."""
    for stop in ("。", ". "):
        first, found, rest = text.partition(stop)
        if found:
            return f"{first}{stop.strip()}", rest.strip()
    return text, ""


def code_of(state: State, problem: Problem) -> str:
    """The number to show large: the code, or what somebody typed that nobody knows."""
    if problem.kind == "code":
        return state.problem
    return state.codes[-1] if state.problem == "unknown-code" and len(state.codes) > 1 else ""


def asks_tries(state: State, around: Around) -> bool:
    """Whether the number of PIN tries left would open a step that is closed without it (card.md: the third miss locks)."""
    model = around.catalogue.problems[state.problem].model
    entering = model is not None and any("pin-entry" in around.catalogue.steps[one.id].rules for one in model.action)
    return entering and state.tries_left is None and state.status == "open"
