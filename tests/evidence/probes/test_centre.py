from pathlib import Path

from madoguchi.base.settings import HostSetting, Settings
from tests.evidence.probes.house import CENTRE, GATEWAY, LINE, OUTSIDE, House, states


def test_a_centre_that_is_away_behind_a_live_line_is_the_centres_fault(built: House, tmp_path: Path) -> None:
    built.do("outside", "addr", "add", "10.10.12.3/24", "dev", "wan0")
    built.listen("outside", 443)
    away = HostSetting("10.10.12.3:444", "centre")
    here = built.computer(Settings(same_lan=True, hosts=(GATEWAY, LINE, away)), tmp_path)
    assert "doubtful" == here.look("centre").state

    built.do("router", "route", "add", "blackhole", "10.10.12.3/32")

    assert {"line": "good", "centre": "down"} == states(here, "line", "centre")


def test_a_silent_centre_alone_says_nothing_of_the_line(built: House, tmp_path: Path) -> None:
    here = built.computer(Settings(same_lan=True, hosts=(GATEWAY, CENTRE)), tmp_path)
    built.do("router", "route", "add", "blackhole", f"{OUTSIDE}/32")

    found = here.looks("line", "centre")
    assert ["evidence-line-only-centre", "evidence-centre-line-untold"] == [one.evidence for one in found.values()]
