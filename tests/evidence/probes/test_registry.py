import ast
import re
from pathlib import Path

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.evidence.probes.probe import LINKS
from madoguchi.evidence.probes.registry import PROBES
from madoguchi.evidence.probes.rounds import Rounds
from madoguchi.words.translate import load_words
from tests.evidence.probes.surround import around

FOLDER = Path(__file__).parents[3] / "src" / "madoguchi" / "evidence" / "probes"
ELSEWHERE = {"other-desk"}
"""Probes of the models that no machine answers but the desk's own records."""


def messages_of(path: Path) -> set[str]:
    """The messages that a module of a probe names, whole or by their ends."""
    text = path.read_text("utf-8")
    whole = set(re.findall(r'"(evidence-[a-z-]+)"', text))
    ids = re.findall(r'^    id(?:: Final)? = "([a-z-]+)"', text, flags=re.MULTILINE)
    ends = {
        node.value
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "unknown"
        for node in ast.walk(call.args[1])
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return whole | {f"evidence-{name}-{end}" for name in ids for end in ends}


def test_each_probe_has_a_name_of_its_own_and_speaks_of_a_link_of_the_chain() -> None:
    assert len(PROBES) == len({probe.id for probe in PROBES})
    assert {probe.link for probe in PROBES} <= set(LINKS)


def test_every_probe_of_the_models_is_there() -> None:
    models = [problem.model for problem in load_catalogue().problems.values() if problem.model is not None]
    wanted = {probe.id for model in models for probe in model.probe}

    assert set() == wanted - {probe.id for probe in PROBES} - ELSEWHERE


def test_no_probe_gives_up_later_than_within_its_own_patience() -> None:
    assert [] == [probe.id for probe in PROBES if not 0 < probe.limit.total_seconds() <= 60]
    assert [] == [probe.id for probe in PROBES if probe.every.total_seconds() < 30]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_probe_has_a_name_and_every_message_is_in_the_words(lang: str) -> None:
    words = load_words()
    said = {message for path in FOLDER.glob("*.py") for message in messages_of(path)}

    assert 60 < len(said)
    assert set() == {one for one in said if not words.has(one, lang)}
    assert set() == {probe.id for probe in PROBES if not words.has(f"probe-{probe.id}", lang)}


def test_no_message_of_the_probes_waits_for_one_that_says_it() -> None:
    file = FOLDER.parents[1] / "words" / "en" / "evidence-probes.ftl"
    written = set(re.findall(r"^(evidence-[a-z-]+) =", file.read_text("utf-8"), flags=re.MULTILINE))
    said = {message for path in FOLDER.glob("*.py") for message in messages_of(path)}
    by_table = {f"evidence-clock-{end}" for end in ("nothing-to-compare", "server-silent", "server-garbage")}

    assert set() == written - said - by_table


def test_a_desk_without_any_settings_knows_little_and_claims_nothing() -> None:
    import anyio  # noqa: PLC0415 - only here

    nothing = around()
    found = anyio.run(Rounds(PROBES, lambda: nothing, nothing.clock).look)

    assert {"disk", "memory", "uptime"} >= {probe for probe, reading in found.items() if reading.state != "unknown"}
    assert {0.0} == {reading.sure for reading in found.values() if reading.state == "unknown"}
    assert {} == {probe: reading.observes for probe, reading in found.items() if reading.observes}
