"""Every proposal can be said in one line, and every other step has its "why not"."""

import re
from collections.abc import Callable

import pytest

from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.guide import events as ev
from madoguchi.guide.explain import Reason, detail, reason, reason_text, sureness, telling, why_not, why_not_detail
from madoguchi.guide.guide import Guide
from madoguchi.guide.model import observed
from madoguchi.guide.plan import Node, Option
from madoguchi.guide.session import step
from madoguchi.words.translate import load_words

Invented = tuple[Problem, Catalogue]
QUICK = Option("quick", "action", 0.5, 0.6, 5.0)


def place(best: Option, *others: Option) -> Node:
    return Node({}, False, best, others, (("link.cause", 1.0),), 1.0, {"yes": 1})


def named(best: Option, *others: Option) -> str:
    after = place(Option("call-maker", "escalation", 10.0, 0.5, 9.0))
    return reason(place(best, *others), (place(best, *others), after)).message


@pytest.mark.parametrize(
    ("chance", "word"),
    [(0.0, "rare"), (0.08, "rare"), (0.2, "sometimes"), (0.6, "even"), (0.8, "usually"), (0.99, "nearly-always")],
)
def test_a_chance_is_said_by_the_nearest_word(chance: float, word: str) -> None:
    assert word == sureness(chance)


def test_a_small_difference_is_left_to_staff() -> None:
    assert named(QUICK, Option("other", "action", 5.0, 0.1, 5.1)) == "reason-same"


@pytest.mark.parametrize(
    ("other", "message"),
    [
        (Option("slow", "action", 5.0, 0.1, 9.0), "reason-action-both"),
        (Option("as-quick", "action", 0.5, 0.1, 9.0), "reason-action-likelier"),
        (Option("surer", "action", 5.0, 0.9, 9.0), "reason-action-quicker"),
        (Option("better", "action", 0.5, 0.9, 9.0), "reason-action-altogether"),
        (Option("ask", "question", 0.5, 0.0, 9.0), "reason-action-before-question"),
        (Option("go-on", "fallback", 2.0, 0.0, 9.0), "reason-action-before-fallback"),
        (Option("call", "escalation", 9.0, 0.9, 9.0), "reason-action-before-escalation"),
    ],
)
def test_an_action_is_compared_with_the_step_that_would_come_otherwise(other: Option, message: str) -> None:
    assert message == named(QUICK, other)


def test_a_question_a_fallback_and_a_call_have_reasons_of_their_own() -> None:
    later = Option("later", "action", 5.0, 0.1, 9.0)
    other_call = Option("other-call", "escalation", 9.0, 0.9, 9.0)

    assert named(Option("ask", "question", 0.5, 0.0, 5.0), later) == "reason-question"
    assert named(Option("go-on", "fallback", 2.0, 0.0, 5.0), later) == "reason-fallback-refer"
    assert named(Option("call", "escalation", 9.0, 0.9, 5.0), later) == "reason-escalation"
    assert named(Option("call", "escalation", 9.0, 0.9, 5.0), other_call) == "reason-escalation-only"


def test_why_not_tells_of_equals_as_equals() -> None:
    near, far = (Option("other", "action", 1.0, 0.2, cost) for cost in (5.1, 8.0))

    assert [why_not(place(QUICK), option).message for option in (near, far)] == ["why-not-same", "why-not-action"]


def test_figures_name_a_rival_only_where_it_makes_a_difference() -> None:
    near, far = (Option("other", "action", 1.0, 0.2, cost) for cost in (5.04, 8.0))

    assert detail(place(QUICK, near)) == Reason("detail-action-alone", {"p_fix": 60.0, "cost": 5.0})
    assert detail(place(QUICK, far)) == Reason(
        "detail-action", {"p_fix": 60.0, "cost": 5.0, "other_step": "other", "delta": 3.0}
    )


def test_the_figures_of_a_step_that_costs_the_same_name_no_difference() -> None:
    near, far = (Option("other", "action", 1.0, 0.2, cost) for cost in (5.04, 8.0))

    assert why_not_detail(place(QUICK), near) == Reason("why-not-detail-same", {"cost": 5.0})
    assert why_not_detail(place(QUICK), far).args == {"cost": 8.0, "delta": 3.0, "minutes": 1.0, "p_fix": 20.0}


def test_ids_times_and_sureness_become_words() -> None:
    said = {"step-a": "do A", "guide-minutes": "half a minute", "sureness-rare": "rarely"}

    def words_text(message: str, **args: object) -> str:
        return said.get(message) or "{step}, {minutes}, {sureness}".format(**args)

    assert (
        reason_text(Reason("any", {"step": "a", "minutes": 0.5, "sureness": "rare"}), words_text)
        == "do A, half a minute, rarely"
    )


def test_the_answer_that_told_most_is_named(lamp: Invented) -> None:
    problem, catalogue = lamp
    causes = (("reader.dead", 0.9), ("reader.plug_loose", 0.1))
    done = {"push-plug": "failed", "lamp-on": "yes"}

    assert telling(*observed(problem, catalogue, {}, done), causes) == Reason("detail-telling", {"step": "lamp-on"})
    assert telling(*observed(problem, catalogue, {}, {"lamp-on": "unknown"}), causes) is None


def test_a_probe_may_be_what_told_most(catalogue: Catalogue) -> None:
    read = observed(catalogue.problems["011"], catalogue, {"gateway": "down", "line": "down"}, {"line-changed-lately": "no"})
    causes = (("line.router_stuck", 0.9), ("line.carrier", 0.1))

    assert telling(*read, causes) == Reason("detail-telling-probe", {"probe": "gateway"})


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_proposal_of_every_problem_can_be_said(
    lang: str, catalogue: Catalogue, opened: Callable[[str], ev.IncidentOpened]
) -> None:
    words, guide = load_words(), Guide(catalogue)

    def words_text(message: str, **args: object) -> str:
        assert words.has(message, lang), message
        return words.text(message, lang, **args)

    for name in catalogue.problems:
        state, _ = step(None, opened(name), guide)
        proposal = guide.propose(state)
        if proposal is not None:
            plain = [
                reason_text(found, words_text) for found in (proposal.reason, *(other.why for other in proposal.alternatives))
            ]
            figures = [
                reason_text(found, words_text)
                for found in (proposal.detail, *(other.detail for other in proposal.alternatives))
            ]
            held = [reason_text(found, words_text) for found in proposal.withheld]

            assert all("{" not in sentence for sentence in (*plain, *figures, *held))
            assert not any(re.search(r"[0-9]+ ?%", sentence) for sentence in (*plain, *held)), plain


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_place_of_any_plan_lacks_its_words(lang: str, catalogue: Catalogue) -> None:
    words, guide = load_words(), Guide(catalogue)
    plans = [plan for plan in map(guide.policy, catalogue.problems) if plan is not None]
    for plan in plans:
        for node in plan.nodes:
            reasons = [reason(node, plan.nodes), detail(node)]
            reasons += [of(node, other) for other in node.others for of in (why_not, why_not_detail)]

            assert all(words.has(found.message, lang) for found in reasons), plan.problem
