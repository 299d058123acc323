from pathlib import Path

from madoguchi.base.settings import Settings
from tests.evidence.probes.house import ALL, ROUTER, House, states


def test_a_router_that_is_off_behind_a_hub_is_the_gateways_fault_alone(built: House, tmp_path: Path) -> None:
    built.listen("router", 80)
    here = built.computer(ALL, tmp_path)
    assert "good" == here.look("gateway").state

    built.do("router", "addr", "flush", "dev", "lan0")
    built.do("computer", "neigh", "flush", "all")

    assert {"cable": "good", "gateway": "down", "line": "unknown"} == states(here, "cable", "gateway", "line")


def test_without_a_host_in_the_settings_the_neighbour_table_alone_tells_of_the_router(built: House, tmp_path: Path) -> None:
    here = built.computer(Settings(same_lan=True), tmp_path)
    assert "evidence-gateway-untold" == here.look("gateway").evidence

    here.do("python3", "-c", f"import socket; s=socket.socket(); s.settimeout(1); s.connect_ex(('{ROUTER}', 9))")

    reading = here.look("gateway")
    assert ("good", "neighbour", 0.6) == (reading.state, reading.value, reading.sure)


def test_a_router_with_a_silent_port_is_alive_by_its_address(built: House, tmp_path: Path) -> None:
    built.listen("router", 80, deaf=True)
    here = built.computer(ALL, tmp_path)

    reading = here.look("gateway")

    assert ("good", "quiet", 0.7) == (reading.state, reading.value, reading.sure)
