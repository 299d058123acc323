"""Where an incident stands as six words to say on the telephone, and what somebody who hears them learns from them.

They carry the problem, a number nobody knows, the reader model, what the probes found and which steps were tried; nothing
of any person. Tables of the catalogue's ids give each its place in a number. A table never changes once it was used: a
catalogue that has grown gets a further one, and its number travels in the words, so that old words keep their meaning.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from madoguchi.catalogue.model import Catalogue, Model
from madoguchi.wire.telephone.six_words import NotHeard, heard, spoken

VERSIONS: Final = 16
"""How many tables there can ever be."""

PROBE_STATES: Final = ("unknown", "good", "doubtful", "down")

ASKED: Final = ("", "yes", "no")
DONE: Final = ("", "tried")
"""What can be said of a question, and of every other step."""

NUMBERED: Final = "unknown-code"
NUMBERS: Final = 1000
"""Numbers that nobody knows are carried up to this one; a longer one is told by mouth."""

Outcome = Literal["yes", "no", "tried"]


class StepSpace(msgspec.Struct, frozen=True):
    """The steps of one problem, in an order that stays: questions, and all others."""

    problem: str
    questions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def size(self) -> int:
        """How many ways there are to have tried them."""
        return int(len(ASKED) ** len(self.questions) * len(DONE) ** len(self.others)) * (
            NUMBERS + 1 if self.problem == NUMBERED else 1
        )


class Table(msgspec.Struct, frozen=True):
    """The ids that words of one version can carry."""

    version: int
    readers: tuple[str, ...]
    probes: tuple[str, ...]
    problems: tuple[StepSpace, ...]


class Told(msgspec.Struct, frozen=True):
    """What six words carry. `number` is what a reader showed that nobody knows; `tried` is by step."""

    problem: str
    reader: str
    number: str = ""
    probes: dict[str, str] = {}
    tried: dict[str, Outcome] = {}


def telephone_words(told: Told) -> tuple[str, ...] | None:
    """The six words, by the newest table; None for a problem or reader that it does not have yet.

    What it does not know beyond these, a step or a probe, is left out.
    """
    table = tables()[-1]
    space = next((one for one in table.problems if one.problem == told.problem), None)
    if space is None or told.reader not in table.readers:
        return None
    number = sum(one.size() for one in table.problems[: table.problems.index(space)]) + _tried(space, told)
    for probe in table.probes:
        number = number * len(PROBE_STATES) + PROBE_STATES.index(told.probes.get(probe, "unknown"))
    number = number * len(table.readers) + table.readers.index(told.reader)
    return spoken(number * VERSIONS + table.version)


def understood(text: str) -> Told:
    """What six words say, however they are typed.

    Raises:
        NotHeard: they cannot be what was said; `range` also where a newer table was used than any here.
    """
    number, version = divmod(heard(text), VERSIONS)
    table = next((one for one in tables() if one.version == version), None)
    if table is None:
        raise NotHeard("range")
    number, reader = divmod(number, len(table.readers))
    states = {}
    for probe in reversed(table.probes):
        number, state = divmod(number, len(PROBE_STATES))
        states[probe] = PROBE_STATES[state]
    for space in table.problems:
        if number < space.size():
            digits, tried = _untried(space, number)
            known = {probe: states[probe] for probe in table.probes if states[probe] != "unknown"}
            return Told(space.problem, table.readers[reader], digits, known, tried)
        number -= space.size()
    raise NotHeard("range")


def _tried(space: StepSpace, told: Told) -> int:
    digits = told.number if told.number.isascii() and told.number.isdigit() and int(told.number) < NUMBERS else ""
    number = (int(digits) + 1 if digits else 0) if space.problem == NUMBERED else 0
    for step in space.questions:
        answer = told.tried.get(step, "")
        number = number * len(ASKED) + (ASKED.index(answer) if answer in ASKED else 0)
    for step in space.others:
        number = number * len(DONE) + (step in told.tried)
    return number


def _untried(space: StepSpace, number: int) -> tuple[str, dict[str, Outcome]]:
    found: dict[str, Outcome] = {}
    for step in reversed(space.others):
        number, done = divmod(number, len(DONE))
        if done:
            found[step] = "tried"
    for step in reversed(space.questions):
        number, answer = divmod(number, len(ASKED))
        if answer:
            found[step] = "yes" if answer == ASKED.index("yes") else "no"
    in_order = {step: found[step] for step in (*space.questions, *space.others) if step in found}
    return f"{number - 1:03d}" if number else "", in_order


@cache
def tables() -> tuple[Table, ...]:
    """Every table there ever was, the newest last."""
    return msgspec.json.decode((files(__package__) / "telephone_tables.json").read_bytes(), type=tuple[Table, ...])


def table_of(catalogue: Catalogue, before: Sequence[Table] = ()) -> Table:
    """The table that a catalogue needs, after those there are: what an older one has keeps its place.

    Raises:
        ValueError: there is no number left for it.
    """
    last = before[-1] if before else Table(-1, (), (), ())
    if last.version + 1 >= VERSIONS:
        raise ValueError(last.version)
    models = {problem.id: problem.model for problem in catalogue.problems.values()}
    probes = sorted({probe.id for model in models.values() if model for probe in model.probe})
    kept = {space.problem: space for space in last.problems}
    return Table(
        version=last.version + 1,
        readers=_grown(last.readers, catalogue.readers),
        probes=_grown(last.probes, probes),
        problems=tuple(
            _space(kept.get(problem, StepSpace(problem)), models) for problem in _grown(tuple(kept), sorted(models))
        ),
    )


def _space(kept: StepSpace, models: Mapping[str, Model | None]) -> StepSpace:
    model = models.get(kept.problem)
    if model is None:
        return kept
    others = [*(one.id for one in model.action), *(one.id for one in model.escalation), model.fallback]
    return StepSpace(kept.problem, _grown(kept.questions, [one.id for one in model.question]), _grown(kept.others, others))


def _grown(before: tuple[str, ...], now: Sequence[str] | Mapping[str, object]) -> tuple[str, ...]:
    return (*before, *(one for one in now if one not in before))
