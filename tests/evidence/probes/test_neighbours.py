from pathlib import Path

from madoguchi.evidence.probes.neighbours import default_gateway, neighbour

ROUTES = """Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
lan0\t000B0A0A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
lan0\t00000000\t010B0A0A\t0003\t0\t0\t0\t00000000\t0\t0\t0
"""
TABLE = """IP address       HW type     Flags       HW address            Mask     Device
10.10.11.1       0x1         0x2         02:00:00:00:00:01     *        lan0
10.10.11.9       0x1         0x0         00:00:00:00:00:00     *        lan0
10.10.11.7       0x1         odd         00:00:00:00:00:00     *        lan0
"""


def test_the_default_router_is_read_from_the_routes(tmp_path: Path) -> None:
    (tmp_path / "route").write_text(ROUTES, "ascii")

    assert "10.10.11.1" == default_gateway(tmp_path / "route")


def test_a_complete_entry_answers_and_one_given_up_is_silent(tmp_path: Path) -> None:
    table = tmp_path / "arp"
    table.write_text(TABLE, "ascii")

    found = [neighbour(f"10.10.11.{one}", table) for one in (1, 9, 7, 5)]

    assert ["answers", "silent", "untold", "untold"] == found


def test_where_there_are_no_such_files_nothing_is_known(tmp_path: Path) -> None:
    assert default_gateway(tmp_path / "route") is None
    assert "untold" == neighbour("10.10.11.1", tmp_path / "arp")


def test_rows_of_another_shape_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "route").write_text("head\nlan0 zz\nlan0 00000000 xx 0003\n", "ascii")

    assert default_gateway(tmp_path / "route") is None
