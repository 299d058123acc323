"""What must hold between the files of the catalogue: every id that is named exists, every cause has somebody to mend it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, get_args

import msgspec

from madoguchi.catalogue.chance import OTHER, chance
from madoguchi.catalogue.hours import HoursError, week
from madoguchi.catalogue.locate import Path
from madoguchi.catalogue.model import ActionModel, Breaks, Catalogue, Chance, Contact, Kind, Model, Problem, QuestionModel, Step
from madoguchi.catalogue.tier import RULES, claims_too_much, derived_tier, is_readable

CAUSE: Final = re.compile(r"[a-z]+\.[a-z0-9_]+")
"""A cause is named by its link and what it is: `line.authentication_lost`."""


class Fault(msgspec.Struct, frozen=True):
    """Something a maintainer has to mend: where in the file, and how."""

    path: Path
    remedy: str


def _named(path: Path, name: str, known: Iterable[str], what: str) -> Iterator[Fault]:
    if name not in known:
        yield Fault(path, f"there is no {what} `{name}`: correct the name or write the {what}")


def _chances(path: Path, table: dict[str, Chance], causes: Iterable[str]) -> Iterator[Fault]:
    for name, value in table.items():
        if name not in causes:
            yield Fault(
                (*path, name), f"`{name}` is none of the causes under [model.causes]: correct the name or list the cause"
            )
        try:
            chance(value)
        except ValueError as error:
            yield Fault((*path, name), str(error))


def _causes(model: Model) -> Iterator[Fault]:
    at: Path = ("model", "causes")
    if not model.causes:
        yield Fault(at, "name at least one cause")
    yield from _chances(at, model.causes, model.causes)
    for name, value in model.causes.items():
        if not CAUSE.fullmatch(name):
            yield Fault((*at, name), "name a cause as link.what_it_is in small letters, for example `card.not_seated`")
        if not isinstance(value, str) and value <= 0:
            yield Fault((*at, name), "a cause needs a chance above 0: raise it or remove the cause")
    if not 0 < model.other < 1:
        yield Fault(("model", "other"), "the mass kept for unlisted causes lies between 0 and 1, for example 0.03")


def _uses(model: Model) -> Iterator[tuple[Path, str, Kind]]:
    yield ("model", "fallback"), model.fallback, "fallback"
    listed: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        ("question", tuple(each.id for each in model.question)),
        ("action", tuple(each.id for each in model.action)),
        ("escalation", tuple(each.id for each in model.escalation)),
    )
    for kind, names in listed:
        for index, name in enumerate(names):
            yield ("model", kind, index, "id"), name, kind


def _steps(model: Model, steps: dict[str, Step]) -> Iterator[Fault]:
    used: set[str] = set()
    for path, name, kind in _uses(model):
        yield from _named(path, name, steps, "step")
        if name in steps and steps[name].kind != kind:
            yield Fault(path, f"step `{name}` is of kind {steps[name].kind}, here a step of kind {kind} is needed")
        if name in used:
            yield Fault(path, f"step `{name}` is listed twice: keep one of them")
        used.add(name)
    for index, name in enumerate(model.page_order):
        if name not in used:
            yield Fault(
                ("model", "page_order", index), f"`{name}` is no step of this model: add it to the model or take it out here"
            )


def _remits(model: Model) -> Iterator[Fault]:
    known = {*model.causes, OTHER}
    mended: set[str] = set()
    for index, each in enumerate(model.escalation):
        mended.update(each.remit)
        for place, cause in enumerate(each.remit):
            if cause not in known:
                path: Path = ("model", "escalation", index, "remit", place)
                yield Fault(path, f"`{cause}` is none of the causes under [model.causes]: correct the name or list the cause")
    for cause in sorted(known - mended):
        yield Fault(("model", "escalation"), f"nobody can mend `{cause}`: put it into the remit of one escalation")


def _figures(model: Model) -> Iterator[Fault]:
    known = {"default", *model.causes}
    for index, probe in enumerate(model.probe):
        yield from _chances(("model", "probe", index, "down"), probe.down, known)
    for index, question in enumerate(model.question):
        yield from _chances(("model", "question", index, "yes"), question.yes, known)
    for index, action in enumerate(model.action):
        at: Path = ("model", "action", index, "fixes")
        faults = [*_chances(at, action.fixes, known)]
        yield from faults
        if not faults and not any(chance(value) > 0.0 for value in action.fixes.values()):
            yield Fault(at, f"`{action.id}` fixes nothing: name a cause that it mends with a chance above 0, or remove it")
    if model.fallback_cost <= 0:
        yield Fault(("model", "fallback_cost"), "going on by another way costs time: give minutes above 0")
    for kind, index, minutes in _own_minutes(model):
        if minutes is not None and minutes <= 0:
            yield Fault(("model", kind, index, "minutes"), "give minutes above 0, or leave the field out")


def _prerequisites(model: Model) -> Iterator[Fault]:
    """What a step waits for is a question or an action of the model, and nothing waits for itself."""
    kinds: tuple[tuple[Kind, tuple[QuestionModel | ActionModel, ...]], ...] = (
        ("question", model.question),
        ("action", model.action),
    )
    waits = {entry.id: entry.after for _, entries in kinds for entry in entries}
    for kind, entries in kinds:
        for index, entry in enumerate(entries):
            at: Path = ("model", kind, index, "after")
            for place, name in enumerate(entry.after):
                yield from _named((*at, place), name, waits, "question or action in this model called")
            if circle := _circle(entry.id, waits):
                yield Fault(at, f"{' waits for '.join(circle)}: take one of them out of `after`")


def _circle(start: str, waits: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The way from a step back to itself along what it waits for; nothing where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = set[str]()
    while ways:
        way = ways.pop()
        for name in waits.get(way[-1], ()):
            if name == start:
                return (*way, start)
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def _own_minutes(model: Model) -> Iterator[tuple[Kind, int, float | None]]:
    yield from (("question", index, each.minutes) for index, each in enumerate(model.question))
    yield from (("action", index, each.minutes) for index, each in enumerate(model.action))
    yield from (("escalation", index, each.minutes) for index, each in enumerate(model.escalation))


def model_faults(model: Model, steps: dict[str, Step]) -> Iterator[Fault]:
    """Everything wrong with a model, given the steps it may name."""
    yield from _causes(model)
    yield from _steps(model, steps)
    yield from _remits(model)
    yield from _figures(model)
    yield from _prerequisites(model)


def _standing(problem: Problem) -> Iterator[Fault]:
    """How well the facts are founded: sources, readiness, tier."""
    if not problem.sources:
        yield Fault(("sources",), "name at least one source, a page of docs/protocol with its mark")
    for index, source in enumerate(problem.sources):
        if not source.where.startswith("docs/protocol/"):
            yield Fault(("sources", index, "where"), "cite a page below docs/protocol/, where the public source is named")
    for rules in RULES.values():
        for rule in rules:
            if not is_readable(getattr(problem.readiness, rule)):
                yield Fault(("readiness", rule), "write `done`, `open` or `exempt: ` and the reason")
    if claims_too_much(problem.tier, problem.readiness):
        yield Fault(
            ("tier",), f"the readiness list reaches {derived_tier(problem.readiness)}: lower the tier or finish the list"
        )


def problem_faults(problem: Problem, stem: str, catalogue: Catalogue) -> Iterator[Fault]:
    """Everything wrong with one problem, given the rest of the catalogue."""
    if problem.id != stem:
        yield Fault(("id",), f'the file is called {stem}.toml: write id = "{stem}" or rename the file')
    for index, name in enumerate(problem.contacts):
        yield from _named(("contacts", index), name, catalogue.contacts, "contact")
    for index, name in enumerate(problem.without):
        yield from _named(("without", index), name, catalogue.ways, "way")
    for index, name in enumerate(problem.also):
        yield from _named(("also", index), name, catalogue.ways, "way")
    yield from _standing(problem)
    if problem.model is not None:
        yield from model_faults(problem.model, catalogue.steps)


def step_faults(path: Path, step: Step, catalogue: Catalogue) -> Iterator[Fault]:
    """Everything wrong with one step, given the rest of the catalogue."""
    if step.contact is not None:
        yield from _named((*path, "contact"), step.contact, catalogue.contacts, "contact")
    if step.cluster is not None:
        yield from _named((*path, "cluster"), step.cluster, catalogue.clusters, "cluster")
    if step.minutes <= 0:
        yield Fault((*path, "minutes"), "give minutes above 0")
    for field in ("burden", "rework"):
        if getattr(step, field) < 0:
            yield Fault((*path, field), "give minutes of 0 or more")


def group_faults(groups: dict[str, tuple[str, ...]], catalogue: Catalogue) -> Iterator[Fault]:
    """Everything wrong with the lists of ways by what is broken."""
    for breaks in get_args(Breaks):
        if breaks not in groups:
            yield Fault(("group",), f"add the list `{breaks}`: how the visit goes on then, or [] where nothing changes")
    for breaks, ways in groups.items():
        yield from _named(("group", breaks), breaks, get_args(Breaks), "thing that can break")
        for index, way in enumerate(ways):
            yield from _named(("group", breaks, index), way, catalogue.ways, "way")


def contact_faults(path: Path, contact: Contact) -> Iterator[Fault]:
    """Everything wrong with a contact: hours that cannot be read."""
    for days, spans in contact.hours.items():
        try:
            week({days: spans})
        except HoursError:
            yield Fault((*path, "hours", days), 'write hours as "mon-fri" = "08:00-12:00,13:00-18:00"')
