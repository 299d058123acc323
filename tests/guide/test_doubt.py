"""What is said of doubt belongs to the very numbers that are shipped, and is silent about any others."""

import msgspec

from madoguchi.catalogue.model import Catalogue
from madoguchi.guide.doubt import Doubt, doubt_of, shipped
from madoguchi.guide.guide import Guide


def test_the_shipped_doubts_are_of_the_shipped_numbers(catalogue: Catalogue) -> None:
    modelled = [problem for problem in catalogue.problems.values() if problem.model is not None]
    stale = [problem.id for problem in modelled if doubt_of(problem, catalogue) is None]

    assert stale == [], "run scripts/doubt"
    assert {problem.id for problem in modelled} == shipped().keys()


def test_of_changed_numbers_nothing_is_said(catalogue: Catalogue) -> None:
    problem = catalogue.problems["011"]
    assert problem.model is not None
    changed = msgspec.structs.replace(problem, model=msgspec.structs.replace(problem.model, fallback_cost=4.0))

    assert doubt_of(changed, catalogue) is None


def test_the_first_step_it_speaks_of_is_the_guides(catalogue: Catalogue) -> None:
    guide = Guide(catalogue)
    for name in ("003", "011", "102"):
        doubt, policy = guide.doubt(name), guide.policy(name)
        assert doubt is not None
        assert policy is not None

        assert policy.nodes[0].best.step == doubt.first
        assert len(doubt.figures) == 3


def test_a_problem_that_only_explains_has_no_doubt(catalogue: Catalogue) -> None:
    assert Guide(catalogue).doubt("paper-kinds") is None
    assert Guide(catalogue).doubt("never-heard-of") is None


def test_weak_is_below_sixty_percent() -> None:
    assert [Doubt("", "", share, 300, ()).weak for share in (0.59, 0.6)] == [True, False]
