"""A desk in a process of its own with the door to the house open, on an address that never leaves this machine."""

import http.client
import json
import os
import re
import socket
import ssl
import subprocess
import sys
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from madoguchi.base.clock import now
from madoguchi.base.settings import LanSetting, Settings, save_settings
from madoguchi.desk import passphrase
from madoguchi.desk.codes import hashed
from madoguchi.records import Records
from madoguchi.records.devices import Offer, Role
from tests.desk.visitors import PASSPHRASE, code_at

ADDRESS = "127.0.0.2"
SECRET = b"12345678901234567890"

Madoguchi = Callable[..., Any]

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="this machine knows itself as 127.0.0.1 alone")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


class House:
    """A data directory with an administrator, and the desk that runs on it."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        records = Records.open(data)
        records.administration.appoint(passphrase.keep(PASSPHRASE, SECRET, "", now()), first=True)
        records.close()
        self.process: subprocess.Popen[str] | None = None
        self.here = 0
        self.said: list[str] = []

    def opened(self, *, on: bool = True) -> None:
        save_settings(self.data, Settings(lan=LanSetting(on=on, address=ADDRESS, port=self.port)))

    def start(self, *more: str) -> None:
        command = [sys.executable, "-m", "madoguchi", "desk", "--port", "0", *more]
        environment = {**os.environ, "MADOGUCHI_DATA": str(self.data)}
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        assert self.process.stderr is not None
        address = next(line.strip() for line in self.process.stderr if line.startswith("http://"))
        self.here = int(address.rstrip("/").rpartition(":")[2])
        self.listening = threading.Thread(target=self.said.extend, args=(self.process.stderr,), daemon=True)
        self.listening.start()

    def tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.data / "tls" / "authority.crt"))

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, *, house: bool = True, **headers: Any) -> Any:
        """Ask by one of the two doors; the answer with its text read."""
        connection = (
            http.client.HTTPSConnection(ADDRESS, self.port, timeout=20, context=self.tls())
            if house
            else http.client.HTTPConnection("127.0.0.1", self.here, timeout=20)
        )
        body = urllib.parse.urlencode(form).encode() if form is not None else None
        sent = {"accept": "text/html"} | ({"content-type": "application/x-www-form-urlencoded"} if body is not None else {})
        connection.request(method, path, body, sent | headers)
        answer: Any = connection.getresponse()
        answer.text = answer.read().decode()
        connection.close()
        return answer

    def log_in(self) -> str:
        """The administrator's cookie on this machine."""
        form = {"passphrase": PASSPHRASE, "code": code_at(SECRET, now()), "to": "/lan"}
        return str(self.ask("POST", "/login", form, house=False).headers["set-cookie"]).split(";")[0]

    def pair(self, role: Role) -> str:
        """The cookie of a device that was paired with a code made beforehand."""
        records, at = Records.open(self.data), now()
        records.devices.offer(Offer(hashed("ABCDEFGH"), "みほん", role, "1", at, at.replace(year=at.year + 1)))
        records.close()
        return str(self.ask("POST", "/pair", {"code": "abcd efgh"}).headers["set-cookie"]).split(";")[0]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "data")
    yield made
    if made.process is not None:
        made.process.kill()
        made.process.wait(30)


def test_both_doors_are_open_the_one_to_the_house_with_tls_that_our_authority_vouches_for(house: House) -> None:
    house.opened()
    house.start()

    stranger = house.ask("GET", "/")

    assert (stranger.status, stranger.headers["location"]) == (303, "/pair")
    assert house.ask("GET", "/pair").status == 200
    assert house.ask("GET", "/", house=False).status == 200
    assert house.ask("GET", "/settings", house=False).headers["location"] == "/login?to=%2Fsettings"


def test_who_does_not_know_our_authority_is_warned(house: House) -> None:
    house.opened()
    house.start()
    house.ask("GET", "/pair")

    connection = http.client.HTTPSConnection(ADDRESS, house.port, timeout=20, context=ssl.create_default_context())
    with pytest.raises(ssl.SSLCertVerificationError):
        connection.request("GET", "/pair")


def test_a_header_that_speaks_of_somebody_else_is_believed_nowhere(house: House) -> None:
    house.opened()
    house.start()
    forged: dict[str, Any] = {
        "x-forwarded-proto": "http",
        "x-forwarded-for": "127.0.0.1",
        "forwarded": "for=127.0.0.1;proto=http",
    }

    assert house.ask("GET", "/", **forged).headers["location"] == "/pair"
    assert house.ask("GET", "/", host=f"127.0.0.1:{house.port}").status == 403
    assert house.ask("GET", "/", house=False, host=f"{ADDRESS}:{house.here}").status == 403


def test_plain_http_gets_nothing_from_the_door_to_the_house(house: House) -> None:
    house.opened()
    house.start()

    connection = http.client.HTTPConnection(ADDRESS, house.port, timeout=20)
    connection.request("GET", "/pair")
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        connection.getresponse()


def test_the_administrator_opens_and_shuts_it_while_the_desk_runs(house: House) -> None:
    house.start()
    cookie = house.log_in()
    form = {"address": ADDRESS, "port": str(house.port), "name": "", "on": "1"}

    with pytest.raises(OSError, match=r"."):
        socket.create_connection((ADDRESS, house.port), 5)
    opened = house.ask("POST", "/lan", form, house=False, cookie=cookie)
    inside = house.ask("GET", "/pair")
    shut = house.ask("POST", "/lan", {"on": "0"}, house=False, cookie=cookie)

    assert (opened.status, inside.status, shut.status) == (303, 200, 303)
    with pytest.raises(OSError, match=r"."):
        socket.create_connection((ADDRESS, house.port), 5)
    assert house.ask("GET", "/", house=False).status == 200


def test_a_device_that_is_let_go_loses_even_the_screen_it_has_open(house: House) -> None:
    house.opened()
    house.start()
    cookie, administrator = house.pair("patient"), house.log_in()
    stream = http.client.HTTPSConnection(ADDRESS, house.port, timeout=20, context=house.tls())
    stream.request("GET", "/live/patient?desk=1&lang=ja", headers={"cookie": cookie})
    following = stream.getresponse()
    first = following.readline()
    (device,) = re.findall(r"/lan/devices/([0-9a-z]+)/remove", house.ask("GET", "/lan", house=False, cookie=administrator).text)

    house.ask("POST", f"/lan/devices/{device}/remove", {}, house=False, cookie=administrator)
    report = http.client.HTTPConnection("127.0.0.1", house.here, timeout=20)
    report.request("POST", "/api/incidents", json.dumps({"code": "011"}), {"content-type": "application/json"})
    told = report.getresponse().status
    rest = following.read().decode()

    assert first == b"retry: 1000\n"
    assert told == 201
    assert rest.count("id: ") == 1, "the snapshot it began with, and nothing since"
    assert house.ask("GET", "/patient", cookie=cookie).headers["location"] == "/pair"


@pytest.mark.parametrize("state", ["off", "another"])
def test_host_is_refused_where_the_administrator_did_not_open_it(madoguchi: Madoguchi, house: House, state: str) -> None:
    house.opened(on=state == "another")

    said = madoguchi("desk", "--host", ADDRESS if state == "off" else "127.0.0.3", "--data", str(house.data))

    assert (said.status, said.out) == (2, "")
    assert "--host" in said.err


def test_host_may_name_the_door_that_the_administrator_opened(house: House) -> None:
    house.opened()
    house.start("--host", ADDRESS)

    assert house.ask("GET", "/pair").status == 200
    assert house.ask("GET", "/", house=False).status == 200


def test_an_address_that_is_taken_keeps_no_desk_from_starting(house: House) -> None:
    house.opened()
    with socket.socket() as taken:
        taken.bind((ADDRESS, house.port))
        taken.listen()
        house.start()

        assert house.ask("GET", "/", house=False).status == 200
        page = house.ask("GET", "/lan", house=False, cookie=house.log_in()).text
    assert "このアドレスが今このパソコンにないか" in page


def test_it_stops_well_with_a_device_still_connected(house: House) -> None:
    house.opened()
    house.start()
    assert house.process is not None
    connection = http.client.HTTPSConnection(ADDRESS, house.port, timeout=20, context=house.tls())
    connection.request("GET", "/pair")
    connection.getresponse().read()
    house.process.terminate()

    assert house.process.wait(30) == 0
    house.listening.join(30)
    assert house.said == [f"https://{ADDRESS}:{house.port}/\n"], "where it is, and no line for each request"
    connection.close()


def test_a_forgotten_passphrase_is_removed_at_the_command_line_and_the_house_is_shut(house: House) -> None:
    house.opened()
    house.start("--forget-administrator")

    assert house.ask("GET", "/settings", house=False).status == 200
    assert "忘れた" in house.ask("GET", "/audit", house=False).text
    with pytest.raises(OSError, match=r"."):
        socket.create_connection((ADDRESS, house.port), 5)


CROOKED = [
    "/static/../settings",
    "/static/%2e%2e/%2e%2e/app.py",
    "/static/..%2f..%2fapp.py",
    "/static//etc/passwd",
    "/pair/../settings",
    "/pair/%2e%2e/api/problems",
    "//static/../",
    "/static/../../../../madoguchi.db",
]


def test_no_crooked_path_leads_a_stranger_past_the_gate(house: House) -> None:
    house.opened()
    house.start()

    answers = {path: house.ask("GET", path) for path in CROOKED}

    assert {path for path, answer in answers.items() if answer.status not in {303, 403, 404}} == set()
    assert {answer.headers.get("location") for answer in answers.values()} <= {None, "/pair"}
    assert not any("import" in answer.text or "SQLite" in answer.text for answer in answers.values())
