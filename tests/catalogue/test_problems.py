"""What the catalogue knows: every code and topic is there, founded, and lets the visit go on."""

import re
from pathlib import Path

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import Model, Problem

ROOT = Path(__file__).parents[2]
CATALOGUE = load_catalogue()
PROBLEMS = CATALOGUE.problems
MODELS = {name: problem.model for name, problem in PROBLEMS.items() if problem.model is not None}

CODES = [f"{number:03}" for number in (*range(1, 18), 101, 102, 103, *range(901, 907), 950)]
TOPICS = [
    "black-dot",
    "eligibility-invalid",
    "eligibility-new-exists",
    "eligibility-none",
    "eligibility-multiple",
    "terminal-abnormal-result",
    "wrong-share",
    "other-person",
    "certificate-expiring",
    "paper-kinds",
    "phone-card",
    "mobile-app",
    "line-authentication",
    "terminal-update",
    "face-mismatch",
    "no-code",
    "call-centre-busy",
    "unknown-code",
]
EXPLAINED_ONLY = {"paper-kinds", "mobile-app", "black-dot", "certificate-expiring"}


def ways(problem: Problem) -> list[str]:
    return [way for way in CATALOGUE.groups[problem.breaks] if way not in problem.without]


def anchors(page: Path) -> set[str]:
    """The names of a page's headings, as a browser of the repository builds them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_the_27_codes_and_18_topics_are_there_and_nothing_else() -> None:
    assert {*CODES, *TOPICS} == set(PROBLEMS)
    assert (len(CODES), len(TOPICS)) == (27, 18)
    assert {name: "code" if name in CODES else "topic" for name in PROBLEMS} == {
        name: each.kind for name, each in PROBLEMS.items()
    }


def test_everything_that_has_steps_has_a_model() -> None:
    assert set(PROBLEMS) - EXPLAINED_ONLY == set(MODELS)


def test_only_a_dot_and_a_coming_expiry_are_notices() -> None:
    assert {"black-dot", "certificate-expiring"} == {name for name, problem in PROBLEMS.items() if problem.gives == "notice"}


@pytest.mark.parametrize("name", [*CODES, *TOPICS])
def test_every_fact_cites_a_page_and_heading_that_exist(name: str) -> None:
    assert PROBLEMS[name].sources
    for source in PROBLEMS[name].sources:
        page, _, anchor = source.where.partition("#")
        assert (ROOT / page).is_file(), source.where
        assert anchor in anchors(ROOT / page), source.where


@pytest.mark.parametrize("name", [*CODES, *TOPICS])
def test_every_problem_is_at_least_bronze_and_names_whom_to_call(name: str) -> None:
    assert PROBLEMS[name].tier != "none"
    assert PROBLEMS[name].contacts
    assert PROBLEMS[name].part


# How the visit goes on, by what is broken


@pytest.mark.parametrize("breaks", ["card", "reader"])
def test_with_a_broken_card_or_reader_the_centre_can_still_be_asked(breaks: str) -> None:
    assert CATALOGUE.groups[breaks] == (
        *("pin", "visual", "certificate-paper", "number-lookup", "mobile-app"),
        *("notice-with-card", "mynaportal", "known-data", "declaration"),
    )


@pytest.mark.parametrize("breaks", ["terminal", "line", "centre"])
def test_with_a_broken_terminal_line_or_centre_the_four_items_come_last(breaks: str) -> None:
    assert CATALOGUE.groups[breaks] == (
        *("certificate-paper", "mobile-app", "notice-with-card", "mynaportal", "known-data", "declaration"),
        "four-items",
    )


def test_with_missing_data_the_new_proof_comes_first_and_one_looks_again_before_the_claim() -> None:
    assert CATALOGUE.groups["data"] == ("new-paper", "declaration", "look-again")


def test_when_registration_fails_the_certificate_comes_first() -> None:
    assert CATALOGUE.groups["registration"][0] == "certificate-paper"


def test_without_the_prescription_service_the_prescription_is_on_paper() -> None:
    assert CATALOGUE.groups["prescription"] == ("paper-prescription",)


@pytest.mark.parametrize(
    "name", [name for name, problem in PROBLEMS.items() if problem.breaks not in ("terminal", "line", "centre")]
)
def test_nobody_writes_the_four_items_where_the_centre_can_be_asked(name: str) -> None:
    assert not [way for way in ways(PROBLEMS[name]) if CATALOGUE.ways[way].ledger]


@pytest.mark.parametrize("name", sorted({*CODES, *TOPICS} - EXPLAINED_ONLY))
def test_there_is_always_a_way_for_this_patient_today(name: str) -> None:
    assert ways(PROBLEMS[name])


@pytest.mark.parametrize(
    "name", ["eligibility-invalid", "eligibility-new-exists", "eligibility-none", "eligibility-multiple", "016"]
)
def test_missing_eligibility_is_nobodys_outage(name: str) -> None:
    assert ways(PROBLEMS[name]) == ["new-paper", "declaration", "look-again"]
    assert "never-say-unpaid" in PROBLEMS[name].cautions


@pytest.mark.parametrize("name", ["003", "004", "103"])
def test_no_pin_is_offered_where_it_is_spent_or_cannot_be_typed(name: str) -> None:
    assert "pin" not in ways(PROBLEMS[name])


@pytest.mark.parametrize("name", ["008", "906"])
def test_a_dead_reader_leaves_lookup_certificate_and_app(name: str) -> None:
    assert ways(PROBLEMS[name])[:3] == ["certificate-paper", "number-lookup", "mobile-app"]


@pytest.mark.parametrize("name", ["006", "007", "phone-card"])
def test_a_card_that_is_not_accepted_is_neither_typed_nor_looked_at(name: str) -> None:
    assert not {"pin", "visual"} & set(ways(PROBLEMS[name]))


@pytest.mark.parametrize("name", ["015", "101", "102"])
def test_a_face_that_cannot_be_compared_leaves_pin_and_visual_check(name: str) -> None:
    assert ways(PROBLEMS[name])[:2] == ["pin", "visual"]


def test_a_centre_that_is_down_is_down_for_the_app_too() -> None:
    assert "mobile-app" not in ways(PROBLEMS["901"])


def test_the_ending_terminal_certificate_stops_claims_and_says_so() -> None:
    assert "claims-stop-too" in PROBLEMS["012"].cautions


# Models


def listed(model: Model) -> set[str]:
    """Every step a model may propose."""
    return {
        model.fallback,
        *(question.id for question in model.question),
        *(action.id for action in model.action),
        *(escalation.id for escalation in model.escalation),
    }


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_small_enough_to_be_read(name: str) -> None:
    model = MODELS[name]

    assert 1 <= len(model.causes) <= 8
    assert len(model.action) <= 6
    assert len(model.question) <= 4
    assert len(model.probe) <= 4
    assert 1 <= len(model.escalation) <= 5


@pytest.mark.parametrize("name", MODELS)
def test_a_model_names_its_assumptions_and_an_order_to_compare_with(name: str) -> None:
    assert MODELS[name].assumptions
    assert MODELS[name].page_order
    assert set(MODELS[name].page_order) <= listed(MODELS[name])


@pytest.mark.parametrize("name", MODELS)
def test_a_question_can_change_the_belief(name: str) -> None:
    for question in MODELS[name].question:
        assert len(set(question.yes.values())) > 1, question.id


def test_every_step_that_mends_or_asks_is_used() -> None:
    used = {step for model in MODELS.values() for step in listed(model)}

    assert [name for name, step in CATALOGUE.steps.items() if step.kind != "fallback" and name not in used] == []


def test_a_face_that_does_not_match_is_tried_twice_at_most() -> None:
    tries = [each.id for each in MODELS["face-mismatch"].action if "face-try" in CATALOGUE.steps[each.id].rules]

    assert 1 <= len(tries) <= 2


def test_without_a_number_one_first_looks_whether_the_last_check_in_arrived() -> None:
    assert MODELS["no-code"].page_order[0] == "take-left-card-away"


def test_another_persons_data_are_closed_and_reported() -> None:
    assert MODELS["other-person"].page_order == ("close-and-read-own", "report-other-person")
    assert "report-other-person" in PROBLEMS["other-person"].cautions


def test_a_visual_check_by_the_staff_leaves_its_rule() -> None:
    assert "switches-visual" in CATALOGUE.steps["go-visual"].rules


# Contacts and readers


def test_the_call_centre_is_built_in() -> None:
    assert CATALOGUE.contacts["call-centre"].phone == "0800-080-4583"


@pytest.mark.parametrize("reader", CATALOGUE.readers)
def test_every_reader_restarts_before_and_after_the_terminal(reader: str) -> None:
    assert CATALOGUE.readers[reader].restart == ("reader-off", "terminal-off", "reader-on", "terminal-on")


def test_an_unknown_reader_has_a_profile() -> None:
    assert CATALOGUE.readers["generic"].maker == ""
