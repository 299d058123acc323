import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from madoguchi.cli.guide import read_trace
from madoguchi.desk.refusals import Refused

Madoguchi = Callable[..., Any]


def test_the_next_step_and_its_plan_are_told_in_figures(madoguchi: Madoguchi) -> None:
    told = json.loads(madoguchi("guide", "003", "--json").out)

    known = ["code", "ecr", "ecr_all_probes", "page_order_ecr", "referral", "nodes", "first", "alternatives"]
    assert list(told) == [*known, "causes", "telling"]
    assert set(told["first"]) == {"kind", "step", "minutes", "p_fix", "cost", "reason"}
    assert told["ecr"] <= told["page_order_ecr"]
    assert told["nodes"] > 1


def test_a_recommendation_unfolds_in_causes_alternatives_and_what_told_most(madoguchi: Madoguchi) -> None:
    told = json.loads(madoguchi("guide", "011", "--json", "--trace", "other-pc-online=no", "--lang", "en").out)

    assert [set(cause) for cause in told["causes"]] == [{"cause", "p", "text"}] * 2
    assert told["causes"][0]["p"] >= told["causes"][1]["p"]
    assert "What told most" in told["telling"]
    for other in told["alternatives"]:
        assert other["cost"] == pytest.approx(told["first"]["cost"] + other["delta_minutes"])
        assert other["almost_equal"] == (other["delta_minutes"] < 0.2)


def test_answers_already_given_lead_to_another_step(madoguchi: Madoguchi) -> None:
    first = json.loads(madoguchi("guide", "003", "--json").out)["first"]["step"]
    then = json.loads(madoguchi("guide", "003", "--json", "--trace", f"{first}=fail").out)["first"]["step"]

    assert then != first


def test_the_weight_of_the_settings_counts(madoguchi: Madoguchi, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    light = json.loads(madoguchi("guide", "003", "--json").out)
    (tmp_path / "data" / "settings.toml").write_text('waiting = "heavy"', "utf-8")
    heavy = json.loads(madoguchi("guide", "003", "--json").out)

    assert heavy["ecr"] > light["ecr"]


def test_a_topic_that_only_explains_has_no_step(madoguchi: Madoguchi) -> None:
    said = madoguchi("guide", "paper-kinds", "--json")

    assert said.status == 0
    assert json.loads(said.out)["first"] is None


@pytest.mark.parametrize("trace", ["nonsense", "a=b", "reseat-card=", "never-heard-of=fail"])
def test_a_trace_that_cannot_be_read_is_refused_kindly(madoguchi: Madoguchi, trace: str) -> None:
    said = madoguchi("guide", "003", "--json", "--trace", trace)

    assert (said.status, said.out) == (2, "")
    assert "Traceback" not in said.err


def test_a_trace_is_read_in_its_order() -> None:
    assert read_trace(" a=fail, b=no,") == [("a", "failed"), ("b", "no")]
    with pytest.raises(Refused):
        read_trace("a=fixed")
