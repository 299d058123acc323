from pathlib import Path

from tests.evidence.probes.house import ALL, OUTSIDE, House, states


def test_a_dead_line_behind_a_live_router_is_the_lines_fault(built: House, tmp_path: Path) -> None:
    built.listen("router", 80)
    built.listen("outside", 443)
    here = built.computer(ALL, tmp_path)
    assert "good" == here.look("line").state

    built.do("router", "link", "set", "wan0", "down")

    found = here.looks("cable", "gateway", "line", "centre")
    assert ["good", "good", "down", "unknown"] == [reading.state for reading in found.values()]
    assert {"line": "down"} == found["line"].observes


def test_a_line_that_swallows_packets_is_down_as_well(built: House, tmp_path: Path) -> None:
    built.listen("router", 80)
    built.listen("outside", 443)
    here = built.computer(ALL, tmp_path)

    built.do("router", "route", "add", "blackhole", f"{OUTSIDE}/32")

    assert {"gateway": "good", "line": "down"} == states(here, "gateway", "line")


def test_a_host_outside_that_refuses_still_proves_the_line(built: House, tmp_path: Path) -> None:
    here = built.computer(ALL, tmp_path)

    line = here.look("line")

    assert ("good", 0.8) == (line.state, line.sure)
    assert "doubtful" == here.look("centre").state


def test_a_pulled_cable_is_no_fault_of_the_line(built: House, tmp_path: Path) -> None:
    built.listen("router", 80)
    built.listen("outside", 443)
    here = built.computer(ALL, tmp_path)
    assert "good" == here.look("line").state

    built.do("router", "link", "set", "lan0", "down")

    found = here.looks("cable", "gateway", "line")
    assert ["down", "down", "unknown"] == [reading.state for reading in found.values()]
    assert ("evidence-line-behind-router", {}) == (found["line"].evidence, found["line"].observes)
