from typing import Any

from madoguchi.desk.incident_view import incident_view, problem_name
from madoguchi.desk.reception import Reported

Desk = Any


def test_a_step_is_told_in_the_language_that_is_wanted(desk: Desk) -> None:
    state = desk.context.reception.report(Reported("011"))
    japanese, english = (incident_view(state, desk.context.around(lang)) for lang in ("ja", "en"))

    assert japanese.step is not None
    assert english.step is not None
    assert japanese.step.id == english.step.id
    assert japanese.step.reason != english.step.reason


def test_every_reason_of_every_first_step_can_be_said(desk: Desk) -> None:
    for problem in desk.context.catalogue.problems:
        state = desk.context.reception.report(Reported(problem))

        assert all(incident_view(state, desk.context.around(lang)).problem.name for lang in ("ja", "en"))


def test_an_incident_that_is_over_has_no_step(desk: Desk) -> None:
    state = desk.context.reception.report(Reported("011"))
    view = incident_view(desk.context.reception.close(state.incident, None, "escalated"), desk.context.around())

    assert (view.state, view.step) == ("closed", None)


def test_a_problem_is_told_by_id_and_name(desk: Desk) -> None:
    assert problem_name("901", desk.context.around()).code == "901"
