import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from litestar import Litestar
from litestar.testing import TestClient

from madoguchi.replica.authority import app as authority
from madoguchi.replica.authority.office import keys_of
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.personas import personas
from madoguchi.replica.portal.app import create_app
from madoguchi.replica.world import World, create

CHALLENGE = b"what the terminal asked to be signed"


class Centre(BaseHTTPRequestHandler):
    """A centre that knows every insurer but those of `without`, and counts how often it is asked."""

    without = False
    asked = 0

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        Centre.asked += 1
        self.send_response(409 if Centre.without else 201)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@pytest.fixture(name="world", scope="module")
def _world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return create(tmp_path_factory.mktemp("portal") / "w", 7, authority.prepare)


@pytest.fixture(name="centre")
def _centre(world: World) -> Iterator[type[Centre]]:
    Centre.without, Centre.asked = False, 0
    server = HTTPServer(("127.0.0.1", world.port("centre")), Centre)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Centre
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(name="portal")
def _portal(world: World) -> Iterator[TestClient[Litestar]]:
    for left in world.folder("portal").glob("portal.db*"):
        left.unlink()
    with TestClient(create_app(world)) as client:
        yield client


def wish(world: World, persona: str = "adult", **changed: str) -> dict[str, Any]:
    keys = keys_of(world)
    cards = Authority(personas().values(), keys, world.began.date())
    signed = keys.get(f"{persona}-user").sign(CHALLENGE, PKCS1v15(), SHA256())
    parts = {"certificate": cards.certificate(persona, "user"), "challenge": CHALLENGE, "signature": signed}
    return {name: base64.b64encode(part).decode() for name, part in parts.items()} | changed


def test_a_card_is_registered_once(portal: TestClient[Litestar], centre: type[Centre], world: World) -> None:
    answers = [portal.post("/registrations", json=wish(world)) for _ in range(3)]

    assert [(201, {"registered": True})] * 3 == [(one.status_code, one.json()) for one in answers]
    assert 1 == centre.asked


def test_without_a_word_from_the_insurer_nobody_is_registered(
    portal: TestClient[Litestar], centre: type[Centre], world: World
) -> None:
    centre.without = True
    refused = portal.post("/registrations", json=wish(world))
    centre.without = False

    assert (409, {"refused": "insurer-unknown"}) == (refused.status_code, refused.json())
    assert 201 == portal.post("/registrations", json=wish(world)).status_code


def test_a_centre_that_is_away_is_no_refusal(portal: TestClient[Litestar], world: World) -> None:
    assert (503, "unavailable") == (
        (answer := portal.post("/registrations", json=wish(world))).status_code,
        answer.json()["refused"],
    )


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"certificate": "***"}, "malformed"),
        ({"certificate": base64.b64encode(b"no certificate").decode()}, "malformed"),
        ({"certificate": base64.b64encode(b"x" * 5000).decode()}, "malformed"),
        ({"signature": base64.b64encode(b"x" * 256).decode()}, "not-signed"),
        ({"challenge": base64.b64encode(b"another").decode()}, "not-signed"),
    ],
)
def test_what_proves_nothing_is_refused(
    portal: TestClient[Litestar], centre: type[Centre], world: World, changed: dict[str, str], why: str
) -> None:
    refused = portal.post("/registrations", json=wish(world, **changed))

    assert (422, why, 0) == (refused.status_code, refused.json()["refused"], centre.asked)


@pytest.mark.parametrize(("fault", "status"), [("portal.down", 503), ("portal.busy", 503), ("portal.registration_slow", 504)])
@pytest.mark.usefixtures("centre")
def test_each_fault_is_felt_and_goes_away(portal: TestClient[Litestar], world: World, fault: str, status: int) -> None:
    portal.put(f"/control/faults/{fault}", json={"on": True})
    felt = (portal.post("/registrations", json=wish(world)).status_code, portal.get("/status").status_code)
    portal.put(f"/control/faults/{fault}", json={"on": False})

    assert (status, status) == felt
    assert 201 == portal.post("/registrations", json=wish(world)).status_code
