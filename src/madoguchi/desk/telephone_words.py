"""The six words of an incident as staff read them out, and what they say to whoever hears them."""

from collections.abc import Mapping

import msgspec

from madoguchi.desk.answer import Around
from madoguchi.evidence.probes.probe import Reading
from madoguchi.evidence.telephone_words import NUMBERED, Outcome, Told, telephone_words, understood
from madoguchi.guide.state import State
from madoguchi.wire.telephone.six_words import NotHeard

TRIED: dict[str, dict[str, Outcome]] = {
    "question": {"yes": "yes", "no": "no"},
    "action": {"failed": "tried", "no": "tried", "fixed": "tried", "yes": "tried"},
    "escalation": {"yes": "tried", "failed": "tried", "fixed": "tried"},
    "fallback": {"yes": "tried"},
}
"""What the answer to a kind of step says on the telephone; a step passed over was not tried."""


class Fact(msgspec.Struct, frozen=True):
    """Something the words say: what, and how it is or was answered."""

    id: str
    name: str
    value: str
    text: str


class Decoded(msgspec.Struct, frozen=True):
    """What six words say, with names beside the ids."""

    code: str
    name: str
    number: str
    reader: str
    reader_name: str
    probes: tuple[Fact, ...]
    tried: tuple[Fact, ...]


def words_of(state: State, readings: Mapping[str, Reading], around: Around) -> tuple[str, ...]:
    """The words of an incident as it stands; none where the tables do not know its problem or reader yet."""
    kinds = {step: around.catalogue.steps[step].kind for step, _ in state.trace if step in around.catalogue.steps}
    answers = {step: TRIED[kinds[step]].get(outcome) for step, outcome in state.trace if step in kinds}
    # A doubtful reading teaches the guide nothing, but whoever repairs wants to hear of it.
    doubtful = {} if state.practice else {one.probe: "doubtful" for one in readings.values() if one.state == "doubtful"}
    number = state.codes[-1] if state.problem == NUMBERED and len(state.codes) > 1 else ""
    told = Told(
        problem=state.problem,
        reader=state.reader,
        number=number,
        probes=doubtful | {probe: value for probe, value in state.probes.items() if value != "unknown"},
        tried={step: answer for step, answer in answers.items() if answer is not None},
    )
    return telephone_words(told) or ()


def decoded(text: str, around: Around) -> Decoded:
    """What six words say, in words of people; an id that this catalogue has lost stands for itself.

    Raises:
        NotHeard: they cannot be what was said.
    """
    told = understood(text)
    facts = around.catalogue.readers.get(told.reader)
    named = f"{facts.maker} {facts.model}".strip() if facts and told.reader != "generic" else ""
    return Decoded(
        code=told.problem,
        name=_text(f"problem-{told.problem}.name", told.problem, around),
        number=told.number,
        reader=told.reader,
        reader_name=named or around.text("settings-reader-generic"),
        probes=tuple(
            Fact(probe, _text(f"probe-{probe}", probe, around), state, around.text(f"chain-{state}", link=probe))
            for probe, state in told.probes.items()
        ),
        tried=tuple(
            Fact(step, _text(f"step-{step}", step, around), answer, around.text(f"telephone-{answer}"))
            for step, answer in told.tried.items()
        ),
    )


def _text(message: str, otherwise: str, around: Around) -> str:
    return around.text(message) if around.words.has(message, around.lang) else otherwise


def not_heard(refusal: NotHeard, around: Around) -> str:
    """Why words are not taken, as a sentence that helps to ask again."""
    if refusal.reason == "word" and refusal.perhaps:
        return around.text("telephone-not-heard-perhaps", place=refusal.place, word=refusal.perhaps)
    return around.text(f"telephone-not-heard-{refusal.reason}", place=refusal.place)
