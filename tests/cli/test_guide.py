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
    light = json.loads(madoguchi("guide", "101", "--json").out)
    (tmp_path / "data" / "settings.toml").write_text('waiting = "heavy"', "utf-8")
    heavy = json.loads(madoguchi("guide", "101", "--json").out)

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


OWN = """
[model]
fallback = "go-on"
fallback_cost = 2.0
causes = { "lamp.plug" = 0.8, "lamp.dead" = 0.2 }
action = [{ id = "push-plug", fixes = { "lamp.plug" = 0.9 } }]
escalation = [{ id = "call-maker", remit = ["lamp.plug", "lamp.dead", "other"] }]
[step.push-plug]
title = "Push the plug in"
minutes = 1.0
[step.call-maker]
minutes = 10.0
"""


def test_a_model_of_ones_own_is_solved_and_speaks_with_its_own_titles(madoguchi: Madoguchi, tmp_path: Path) -> None:
    (tmp_path / "lamp.toml").write_text(OWN, "utf-8")
    told = json.loads(madoguchi("guide", "--model", str(tmp_path / "lamp.toml"), "--json", "--lang", "en").out)

    assert told["code"] == "lamp"
    assert told["ecr"] == pytest.approx(2.0 + 1.0 + (1 - 0.97 * 0.8 * 0.9) * 10.0)
    assert told["alternatives"][0]["step"] == "push-plug"
    assert "Push the plug in" in told["first"]["reason"]


def test_a_malformed_model_gets_file_line_field_and_remedy(madoguchi: Madoguchi, tmp_path: Path) -> None:
    (tmp_path / "lamp.toml").write_text(OWN.replace("0.9", "9"), "utf-8")
    said = madoguchi("guide", "--model", str(tmp_path / "lamp.toml"), "--json")

    assert (said.status, said.out) == (2, "")
    assert "lamp.toml:6: model.action[0].fixes.lamp.plug: 9.0 is no chance: it must lie between 0 and 1" in said.err


def test_a_probe_that_was_read_counts_like_an_answer(madoguchi: Madoguchi) -> None:
    blind, seen = (json.loads(madoguchi("guide", "011", "--json", "--trace", trace).out) for trace in ("", "gateway=down"))

    assert seen["causes"][0]["cause"] == "line.router_stuck"
    assert seen["causes"][0]["p"] > blind["causes"][0]["p"]
    assert madoguchi("guide", "011", "--trace", "restart-router=down").status == 2
