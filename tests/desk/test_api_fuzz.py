"""Generated requests at every door for programs: whatever comes, from whomever, the answer is a documented one and kind."""

import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis.checks import positive_data_acceptance

from madoguchi.base.clock import now
from madoguchi.base.settings import LanSetting, Settings, save_settings
from madoguchi.desk import passphrase
from madoguchi.desk.codes import hashed
from madoguchi.desk.gate import DEVICE, LOGIN
from madoguchi.records import Records
from madoguchi.records.devices import Offer, Role

pytestmark = pytest.mark.fuzz

HOUSE = "127.0.0.2"
"""An address of this machine that stands for one of the house."""

TOKEN = "みほん".encode().hex()
"""What the browsers of these tests keep."""

ROLES: tuple[Role, ...] = ("desk", "patient", "photo")


def begin(data: Path, port: int = 0) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "madoguchi", "desk", "--port", str(port), "--data", str(data)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    address = next(line.strip() for line in process.stderr if line.startswith("http://"))
    threading.Thread(target=process.stderr.read, daemon=True).start()
    return process, address


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    process, address = begin(tmp_path_factory.mktemp("fuzz"))
    try:
        yield schemathesis.openapi.from_url(f"{address}schema")
    finally:
        process.kill()
        process.wait(30)


class Way(msgspec.Struct, frozen=True):
    """How somebody asks: by which door, and with what in their browser. `hears` is all that they are ever told."""

    base: str
    cookie: str = ""
    hears: frozenset[int] = frozenset()


Ways = Callable[[str], Way]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Ways, Path]]:
    """A desk with an administrator and an open door to the house; who asks there, by name."""
    data, at = tmp_path_factory.mktemp("guarded"), now()
    with socket.socket() as probe:
        probe.bind((HOUSE, 0))
        port = int(probe.getsockname()[1])
    records = Records.open(data)
    records.administration.appoint(passphrase.keep("a passphrase for tests", b"x" * 20, "", at), first=True)
    records.administration.begin(hashed(TOKEN), "", at)
    for role in ROLES:
        records.devices.offer(Offer(hashed(role), role, role, "1", at, at))
        records.devices.claim(hashed(role), role, hashed(f"{TOKEN}-{role}"), at)
    records.administration.begin(hashed(f"{TOKEN}-house"), "desk", at)
    records.close()
    save_settings(data, Settings(lan=LanSetting(on=True, address=HOUSE, port=port)))
    process, here = begin(data)
    house, desk = f"https://{HOUSE}:{port}/", f"{DEVICE}={TOKEN}-desk"
    ways = {
        "nobody here": Way(here),
        "the administrator here": Way(here, f"{LOGIN[False]}={TOKEN}"),
        "a stranger of the house": Way(house, hears=frozenset({401, 429})),
        "a desk of the house": Way(house, desk),
        "the administrator at a desk of the house": Way(house, f"{desk}; {LOGIN[True]}={TOKEN}-house"),
        "a patient's screen": Way(house, f"{DEVICE}={TOKEN}-patient", frozenset({403, 429})),
        "a device for photos": Way(house, f"{DEVICE}={TOKEN}-photo", frozenset({403, 429})),
    }
    try:
        yield schemathesis.openapi.from_url(f"{here}schema"), ways.__getitem__, data / "tls" / "authority.crt"
    finally:
        process.kill()
        process.wait(30)


DOORS = [
    ("POST", "/api/incidents"),
    ("GET", "/api/incidents/{incident}"),
    ("POST", "/api/incidents/{incident}/observations"),
    ("POST", "/api/incidents/{incident}/answers"),
    ("POST", "/api/incidents/{incident}/close"),
    ("GET", "/api/problems"),
    ("GET", "/api/problems/{code}"),
    ("GET", "/api/status"),
    ("POST", "/api/recognise"),
    ("POST", "/api/outages"),
    ("GET", "/api/outages"),
    ("GET", "/api/outages/{outage}"),
    ("POST", "/api/outages/{outage}/close"),
    ("GET", "/api/ledger"),
    ("POST", "/api/ledger"),
    ("POST", "/api/ledger/{entry}/reconcile"),
]

ASKERS = [
    "nobody here",
    "the administrator here",
    "a stranger of the house",
    "a desk of the house",
    "the administrator at a desk of the house",
    "a patient's screen",
    "a device for photos",
]


@pytest.mark.parametrize(("method", "door"), DOORS)
def test_every_answer_is_one_of_those_the_schema_tells(api: Any, method: str, door: str) -> None:
    @settings(derandomize=True)
    @given(api[door][method].as_strategy())
    def ask(case: Any) -> None:
        # A well-formed request may still mean nothing (no code, a file that is no result): only its meaning is refused.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    ask()


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize(("method", "door"), DOORS)
def test_whoever_asks_hears_a_documented_answer_and_no_more_than_is_theirs(
    guarded: tuple[Any, Ways, Path], asker: str, method: str, door: str
) -> None:
    schema, ways, authority = guarded
    way = ways(asker)
    headers = {"cookie": way.cookie} if way.cookie else {}

    @settings(max_examples=5, derandomize=True)
    @given(schema[door][method].as_strategy())
    def ask(case: Any) -> None:
        answer = case.call_and_validate(
            base_url=way.base, headers=headers, verify=str(authority), excluded_checks=[positive_data_acceptance]
        )
        assert not way.hears or answer.status_code in way.hears

    ask()


def test_the_askers_are_those_they_say_they_are(guarded: tuple[Any, Ways, Path]) -> None:
    _schema, ways, authority = guarded

    def asked(asker: str) -> int:
        way = ways(asker)
        with httpx.Client(verify=ssl.create_default_context(cafile=str(authority))) as client:
            return client.get(f"{way.base}api/ledger", headers={"cookie": way.cookie} if way.cookie else {}).status_code

    assert [asked(one) for one in ASKERS] == [401, 200, 401, 401, 200, 403, 403]


def test_no_door_of_the_schema_is_left_out(api: Any) -> None:
    told = {(method.upper(), door) for door, methods in api.raw_schema["paths"].items() for method in methods}

    assert told == set(DOORS)
