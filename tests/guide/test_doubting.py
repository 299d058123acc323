"""The doubt of a first step, and which number would settle it."""

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide.doubting import QUANTILES, doubt, knobs

Invented = tuple[Problem, Catalogue]


def test_every_number_of_the_lamp_is_tried(lamp: Invented) -> None:
    assert [knob.where for knob in knobs(*lamp)] == [
        "causes reader.plug_loose",
        "causes reader.dead",
        "question lamp-on yes default",
        "question lamp-on yes reader.dead",
        "action push-plug fixes reader.plug_loose",
        "fallback_cost",
        "question lamp-on minutes",
        "action push-plug minutes",
        "escalation call-maker minutes",
        "escalation call-maker rework",
    ]


def test_a_number_turned_changes_nothing_else(lamp: Invented) -> None:
    problem, catalogue = lamp
    for knob in knobs(problem, catalogue):
        same, steps = knob.turned(knob.value)

        assert len(knob.others) == len(QUANTILES)
        assert steps == catalogue
        assert same.model is not None
        assert problem.model is not None
        assert [action.id for action in same.model.action] == [action.id for action in problem.model.action]


def test_a_first_step_far_ahead_is_never_in_doubt_and_a_close_one_is(lamp: Invented, catalogue: Catalogue) -> None:
    sure, close = doubt(*lamp, count=20), doubt(catalogue.problems["102"], catalogue, count=20)

    assert sure.share > close.share
    assert all(figure.worth >= 0.0 for figure in (*sure.figures, *close.figures))
    assert [figure.worth for figure in close.figures] == sorted((figure.worth for figure in close.figures), reverse=True)


def test_the_same_model_gives_the_same_doubt(lamp: Invented) -> None:
    assert doubt(*lamp, count=5) == doubt(*lamp, count=5)
