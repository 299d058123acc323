import socket
import threading
from pathlib import Path

from madoguchi.base.settings import HostSetting, Settings
from tests.evidence.probes.house import GATEWAY, OUTSIDE, House, answer_names, states


def test_lost_name_resolution_is_told_apart_from_a_lost_line(built: House, tmp_path: Path) -> None:
    built.listen("router", 80)
    built.listen("outside", 443)
    server = built.datagrams("outside", 53)
    answer_names(server, OUTSIDE)
    named = HostSetting("line.invented.example:443", "line")
    here = built.computer(Settings(same_lan=True, hosts=(GATEWAY, named)), tmp_path)
    conf = tmp_path / "resolv.conf"
    conf.write_text(f"nameserver {OUTSIDE}\noptions timeout:1 attempts:1\n", "ascii")
    here.do("mount", "--bind", str(conf), "/etc/resolv.conf")
    assert {"name-resolution": "good", "line": "good"} == states(here, "name-resolution", "line")

    server.close()

    found = here.look("name-resolution")
    assert ("down", {"name-resolution": "down"}) == (found.state, found.observes)
    # The line is tried with the address of before.
    assert "good" == here.look("line").state


def test_a_name_server_that_sends_garbage_is_no_name_server(built: House, tmp_path: Path) -> None:
    built.listen("router", 80)
    server = built.datagrams("outside", 53)
    named = HostSetting("line.invented.example:443", "line")
    here = built.computer(Settings(same_lan=True, hosts=(GATEWAY, named)), tmp_path)
    conf = tmp_path / "resolv.conf"
    conf.write_text(f"nameserver {OUTSIDE}\noptions timeout:1 attempts:1\n", "ascii")
    here.do("mount", "--bind", str(conf), "/etc/resolv.conf")
    _answer_garbage(server)

    assert "down" == here.look("name-resolution").state
    assert "evidence-line-no-name" == here.look("line").evidence


def _answer_garbage(server: socket.socket) -> None:
    def serve() -> None:
        while True:
            try:
                _, asker = server.recvfrom(512)
                server.sendto(b"\xff" * 400, asker)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
