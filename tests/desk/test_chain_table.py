"""The table of the chain fits the catalogue and the probes."""

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.desk.chain_table import chain_table, facts, learned, opens
from madoguchi.evidence.probes.probe import LINKS, Reading
from madoguchi.evidence.probes.registry import PROBES

PROBE_IDS = {probe.id for probe in PROBES} | {"other-desk"}


def down(probe: str, **observes: str) -> Reading:
    return Reading(probe, "down", "", "evidence-gateway-gone", observes=observes)


def test_every_problem_of_the_table_is_in_the_catalogue() -> None:
    table = chain_table()

    assert set() == ({*table.opens.values()} | {look.problem for look in table.morning}) - set(load_catalogue().problems)


def test_every_probe_of_the_table_exists_and_speaks_for_its_own_link() -> None:
    table = chain_table()
    links = {probe.id: probe.link for probe in PROBES}

    assert set() == {name.partition("/")[0] for name in table.opens} - PROBE_IDS
    assert set() == {one for look in table.morning for one in (look.good, *look.down)} - PROBE_IDS
    assert set(table.proves) <= set(LINKS)
    assert [] == [one for link, probes in table.proves.items() for one in probes if links.get(one, link) != link]


@pytest.mark.parametrize("problem", sorted(set(chain_table().opens.values())))
def test_what_a_dead_link_opens_has_steps(problem: str) -> None:
    assert load_catalogue().problems[problem].model is not None


def test_a_reading_opens_by_what_it_observes_or_by_its_name() -> None:
    assert "011" == opens(down("gateway", gateway="down"))
    assert "011" == opens(down("centre"))
    assert "950" == opens(Reading("area-notice", "down", "", "e", observes={"area-notice/prescription": "down"}))
    assert None is opens(down("disk"))
    assert None is opens(Reading("gateway", "good", "", "e", observes={"gateway": "good"}))


def test_a_notice_about_prescriptions_speaks_to_prescriptions_alone() -> None:
    problems = load_catalogue().problems
    notice = Reading("area-notice", "down", "", "e", observes={"area-notice/prescription": "down"})
    both = Reading("area-notice", "down", "", "e", observes={"area-notice": "down", "area-notice/prescription": "good"})

    assert {"area-notice": "down"} == facts({"area-notice": notice}, problems["950"])
    assert {} == facts({"area-notice": notice}, problems["901"])
    assert {"area-notice": "good"} == facts({"area-notice": both}, problems["950"])
    assert {"area-notice": "down"} == facts({"area-notice": both}, problems["901"])


def test_of_two_readings_of_one_thing_the_bad_one_counts() -> None:
    readings = {"a": down("a", line="down"), "b": Reading("b", "good", "", "e", observes={"line": "good"})}

    assert {"line": "down"} == facts(readings, load_catalogue().problems["011"])


def test_only_what_is_known_differently_is_learned_anew() -> None:
    before, after = down("gateway", gateway="down"), Reading("gateway", "unknown", "", "e")

    assert {"gateway"} == learned(None, before)
    assert set() == learned(before, before)
    assert {"gateway"} == learned(before, after)
