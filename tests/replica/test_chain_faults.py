"""What no fault declares: nonsense at every door, full disks, and links that end at any instant. Nobody is lost or doubled."""

import os
import random
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from madoguchi.replica.centre.settings import LARGEST_BODY
from madoguchi.replica.world import World
from tests.replica.whole import Whole, centre_caller, certificate, whole

LONG = bool(os.environ.get("MADOGUCHI_LONG"))
KILLS = 30 if LONG else 6
NONSENSE = {
    "empty": b"",
    "cut": b'{"certificate": "AAAA',
    "no object": b"[]",
    "zeroes": bytes(3000),
    "deep": b"[" * 20_000,
    "wrong kinds": b'{"certificate": 1, "institution": [], "challenge": {}, "signature": null}',
}


@pytest.fixture(name="up", scope="module")
def _up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    with whole(tmp_path_factory.mktemp("faults") / "w") as up:
        yield up


@pytest.fixture(name="institution", scope="module")
def _institution(up: Whole) -> Iterator[httpx.Client]:
    with centre_caller(up.world, up.world.folder("terminal") / "certificate" / "institution.pem") as client:
        yield client


@pytest.mark.parametrize("body", NONSENSE.values(), ids=list(NONSENSE))
def test_nonsense_is_refused_at_every_door_and_the_next_patient_is_served(
    up: Whole, institution: httpx.Client, body: bytes
) -> None:
    begun = up.hand().begin()
    usb = f"{up.world.url('terminal')}/usb/check-ins/{begun['check_in']}"
    doors = [
        (institution, "POST", "/v1/permission"),
        (institution, "POST", "/v1/eligibility/card"),
        (institution, "POST", "/v1/eligibility/number"),
        (institution, "POST", "/v1/eligibility/four-items"),
        (institution, "PUT", "/v1/consents/none"),
        (institution, "PUT", "/v1/reference-numbers"),
        (institution, "POST", "/v1/bulk"),
        (up.client, "POST", f"{up.world.url('centre')}/inside/first-registration"),
        (up.client, "POST", f"{up.world.url('portal')}/registrations"),
        (up.client, "PUT", f"{up.world.url('prescription')}/forms/one"),
        (up.client, "POST", f"{up.world.url('authority')}/ocsp/user"),
        (up.client, "POST", f"{usb}/permission"),
        (up.client, "POST", f"{usb}/identified"),
        (up.client, "POST", f"{up.world.url('terminal')}/four-items.json"),
    ]
    said = {
        path: client.request(method, path, content=body, headers={"content-type": "application/json"}).status_code
        for client, method, path in doors
    }

    assert {} == {path: status for path, status in said.items() if not 400 <= status < 500}
    assert "good" == up.hand().whole("pin")


def test_more_than_a_question_can_hold_is_not_read(up: Whole, institution: httpx.Client) -> None:
    much = b'{"institution": "' + b"9" * LARGEST_BODY + b'"}'
    headers = {"content-type": "application/json"}
    statuses = {institution.post("/v1/eligibility/number", content=much, headers=headers).status_code}
    statuses.add(up.client.post(f"{up.world.url('authority')}/ocsp/user", content=bytes(5000)).status_code)

    assert {413} == statuses
    assert "good" == up.hand().whole("pin")


def test_nobody_comes_in_without_a_certificate_or_with_one_of_somebody_else(up: Whole, tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    foreign = tmp_path / "foreign.pem"
    foreign.write_bytes(certificate(key, "MADOGUCHI PRACTICE - NOT A REAL INSTITUTION").public_bytes(Encoding.PEM))
    foreign.with_suffix(".key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    for shown in (None, foreign):
        with centre_caller(up.world, shown) as caller, pytest.raises(httpx.HTTPError):
            caller.post("/v1/eligibility/number", json={"institution": up.world.institution})

    assert "good" == up.hand().whole("pin")


def test_what_was_said_once_is_worth_nothing_in_another_check_in(up: Whole) -> None:
    hand = up.hand()
    first, second = hand.begin(), hand.begin()
    answer = hand.identify({"check_in": second["check_in"], "challenge": first["challenge"]}, "pin")
    elsewhere = up.hand("child").identify(second, "pin")

    assert {"code": "006", "reason": "card-certificate-refused"} == answer.json()
    assert elsewhere.json()["registered"] is True


def test_six_readers_at_once_are_served_within_the_terminals_memory(up: Whole) -> None:
    def patient(_number: int) -> list[str]:
        with httpx.Client(trust_env=False, timeout=25) as line:
            hand = up.hand(client=line)
            return [hand.whole("pin") for _ in range(4)]

    with ThreadPoolExecutor(6) as readers:
        shown = list(readers.map(patient, range(6)))

    assert {"good"} == {code for one in shown for code in one}


@contextmanager
def full(up: Whole, link: str) -> Iterator[None]:
    """While not one byte more goes into any file of a link, as on a full disk."""
    process = psutil.Process(up.links.health()[link].process)
    before = process.rlimit(psutil.RLIMIT_FSIZE)
    process.rlimit(psutil.RLIMIT_FSIZE, (0, before[1]))
    yield
    process.rlimit(psutil.RLIMIT_FSIZE, before)


def again(up: Whole, persona: str, link: str, **wish: str) -> tuple[str, str, int]:
    """One check-in while a link's disk is full, and the same one asked again afterwards: codes, and how many results came."""
    hand, before = up.hand(persona), len(up.results())
    begun = hand.begin()

    def rest() -> str:
        told = hand.identify(begun, "pin").json()
        if told.get("registered") is False:
            told = hand.post(f"/check-ins/{begun['check_in']}/registration").json()
        if "code" not in told:
            told = hand.consent(begun, "drugs", prescription=wish.get("prescription")).json()
        return str(told.get("code", "good"))

    with full(up, link):
        during = rest()
    return during, rest(), len(up.results()) - before


def test_a_full_disk_at_the_centre_is_901_and_the_same_check_in_goes_on_afterwards(up: Whole) -> None:
    assert ("901", "good", 1) == again(up, "adult", "centre")


def test_a_full_disk_at_the_portal_is_010_and_the_registration_is_made_up_for(up: Whole) -> None:
    up.client.put(f"{up.world.url('centre')}/inside/people/black-dot", json={"registered": False}).raise_for_status()

    assert ("010", "good", 1) == again(up, "black-dot", "portal")


def test_a_full_disk_at_the_prescription_service_is_950_and_the_result_is_written(up: Whole) -> None:
    assert ("950", "950", 1) == again(up, "adult", "prescription", prescription="electronic")


def test_a_full_disk_at_the_authority_stops_what_is_written_and_nothing_else(up: Whole) -> None:
    door = f"{up.world.url('authority')}/cards/child/revocation"
    with full(up, "authority"):
        refused = up.client.put(door, json={"on": True}).status_code
        shown = up.hand("child").whole("pin")
    taken = up.client.put(door, json={"on": True}).status_code
    then = up.hand("child").whole("pin")
    up.client.put(door, json={"on": False}).raise_for_status()

    assert (503, "good") == (refused, shown)
    assert (200, "006") == (taken, then)


def stubborn(ask: Callable[[], httpx.Response], until: float) -> dict[str, Any]:
    """Ask until it is answered well, as people do who try again."""
    while time.monotonic() < until:
        answer = ask()
        if answer.is_success:
            told: dict[str, Any] = answer.json()
            return told
        time.sleep(0.05)
    raise TimeoutError(answer.text)


def told_by_the_centre(world: World) -> Counter[str]:
    with closing(sqlite3.connect(world.folder("centre") / "centre.db")) as book:
        return Counter(row[0] for table in ("answered", "consent") for row in book.execute(f"SELECT check_in FROM {table}"))  # noqa: S608


class Patients:
    """People who check in one after the other until it is enough, each trying again until it goes well."""

    def __init__(self, up: Whole, until: float) -> None:
        self.served: list[str] = []
        self._until = until
        self._ended = threading.Event()
        self._line = httpx.Client(trust_env=False, timeout=25)
        self._hand = up.hand(client=self._line)
        self._thread = threading.Thread(target=self._run)

    @contextmanager
    def coming(self) -> Iterator[None]:
        self._thread.start()
        yield
        self._ended.set()
        self._thread.join()
        self._line.close()

    def _run(self) -> None:
        while not self._ended.is_set():
            begun = stubborn(lambda: self._hand.post("/check-ins"), self._until)
            self.served.append(self._rest(begun))

    def _rest(self, begun: dict[str, Any]) -> str:
        stubborn(lambda: self._hand.identify(begun, "pin"), self._until)
        stubborn(lambda: self._hand.consent(begun, "drugs", prescription="paper"), self._until)
        return str(begun["check_in"])


@pytest.mark.parametrize("link", ["centre", "line", "authority"])
def test_no_check_in_is_lost_or_doubled_where_a_link_ends_at_any_instant(up: Whole, link: str) -> None:
    chance, before, until = random.Random(len(link)), set(up.results()), time.monotonic() + 20 * KILLS
    patients = Patients(up, until)
    with patients.coming():
        for number in range(KILLS // 3):
            while len(patients.served) < 2 * number + 1 and time.monotonic() < until:
                time.sleep(0.005)
            time.sleep(chance.uniform(0, 0.06))
            up.links.kill(link)
            up.links.restart(link)

    served = patients.served
    signs = Counter(path.name.split("_")[2].removeprefix(up.world.institution) for path in set(up.results()) - before)
    heard = told_by_the_centre(up.world)
    assert Counter(sha256(name.encode()).hexdigest()[:8].upper() for name in served) == signs
    assert dict.fromkeys(served, 2) == {name: heard[name] for name in served}
    assert len(served) >= KILLS // 3
    assert "good" == up.hand().whole("pin")
