"""Whether everything the desk needs is there: a sentence for every fact, a plan for every model, no tier claimed too high."""

from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.catalogue.tier import TIERS, claims_too_much
from madoguchi.desk.policies import Policies
from madoguchi.words.coverage import gaps
from madoguchi.words.kindness import unkind
from madoguchi.words.translate import LANGUAGES, STAFF_LANGUAGES, Words

WEIGHT: Final = "normal"
"""The weight of a waiting patient for which plans are tried; the others differ in numbers only."""


class Finding(msgspec.Struct, frozen=True):
    """Something that is missing: which kind, and what."""

    kind: str
    what: str


class Checked(msgspec.Struct, frozen=True):
    """Everything that was found, and the problems by tier."""

    findings: tuple[Finding, ...]
    tiers: dict[str, tuple[str, ...]]


def check(catalogue: Catalogue, words: Words) -> Checked:
    """Look at catalogue, words and plans together."""
    findings = [finding for examine in EXAMINATIONS for finding in examine(catalogue, words)]
    tiers = {str(tier): tuple(p.id for p in catalogue.problems.values() if p.tier == tier) for tier in TIERS}
    return Checked(tuple(findings), tiers)


def _needed(catalogue: Catalogue) -> Iterator[str]:
    """Every message that staff may be shown because a fact of the catalogue stands for it."""
    for problem in catalogue.problems.values():
        yield from (f"problem-{problem.id}.{part}" for part in ("name", "summary", "whose"))
        yield from (f"payment-{problem.payment}{part}" for part in ("", ".how"))
        yield from (f"caution-{caution}{part}" for caution in problem.cautions for part in ("", ".how"))
        yield from _causes(problem)
    for name, step in catalogue.steps.items():
        yield from (f"step-{name}{part}" for part in ("", ".how"))
        yield from (f"caution-{caution}" for caution in step.cautions)
    yield from (f"way-{way}{part}" for way in catalogue.ways for part in ("", ".how", ".note"))
    yield from (f"contact-{role}{part}" for role in catalogue.contacts for part in ("", ".say"))


def _causes(problem: Problem) -> Iterator[str]:
    for cause in problem.model.causes if problem.model else ():
        yield f"cause-{cause.replace('.', '-')}"


def _staff_words(catalogue: Catalogue, words: Words) -> Iterator[Finding]:
    for message in dict.fromkeys(_needed(catalogue)):
        for lang in STAFF_LANGUAGES:
            if not words.has(message, lang):
                yield Finding("words", f"{lang}: {message}")


def _patient_words(catalogue: Catalogue, words: Words) -> Iterator[Finding]:
    shown = [problem.patient for problem in catalogue.problems.values()]
    shown += [step.patient for step in catalogue.steps.values()] + [way.patient for way in catalogue.ways.values()]
    for text in dict.fromkeys(shown):
        for lang in LANGUAGES:
            for part in ("calm", "do", "else"):
                if not words.has(f"patient-{text}.{part}", lang):
                    yield Finding("words", f"{lang}: patient-{text}.{part}")


def _gaps(_catalogue: Catalogue, words: Words) -> Iterator[Finding]:
    for gap in gaps(words.entries):
        yield Finding("words", f"{gap.lang}: {gap.message} {gap.kind} {gap.detail}".rstrip())


def _unkind(_catalogue: Catalogue, words: Words) -> Iterator[Finding]:
    for found in unkind(words.entries):
        yield Finding("kindness", f"{found.file}:{found.line} {found.message}: {found.rule} ({found.found})")


def _plans(catalogue: Catalogue, _words: Words) -> Iterator[Finding]:
    guide = Policies(catalogue, None).guide(WEIGHT)
    for problem in catalogue.problems.values():
        try:
            guide.policy(problem.id)
        except ValueError as error:
            yield Finding("plan", f"{problem.id}: {error}")


def _tiers(catalogue: Catalogue, _words: Words) -> Iterator[Finding]:
    for problem in catalogue.problems.values():
        if claims_too_much(problem.tier, problem.readiness):
            yield Finding("tier", f"{problem.id}: {problem.tier}")


EXAMINATIONS: Final[tuple[Callable[[Catalogue, Words], Iterator[Finding]], ...]] = (
    _staff_words,
    _patient_words,
    _gaps,
    _unkind,
    _plans,
    _tiers,
)
"""Everything that is looked at."""
