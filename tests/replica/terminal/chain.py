"""A small chain for the terminal's tests: the real authority and line, and a centre that answers what it is told to."""

import base64
import http.server
import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import tomli_w
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from madoguchi.base.clock import now
from madoguchi.replica.authority.app import prepare as prepare_authority
from madoguchi.replica.terminal.app import prepare as prepare_terminal
from madoguchi.replica.world import World, create

HANAKO = {
    "InsuredCardClassification": "01",
    "InsurerNumber": "  990019",
    "InsuredCardSymbol": "架空",
    "InsuredIdentificationNumber": "0000123",
    "InsuredBranchNumber": "01",
    "Name": "架空　花子",
    "NameKana": "ｶｸｳ ﾊﾅｺ",
    "Birthdate": "19800229",
    "Address": "架空県見本市一丁目●番",
}


def make_world(folder: Path, **settings: object) -> World:
    """A world whose authority and terminal are prepared; `settings` change the terminal's."""

    def prepare(world: World) -> None:
        prepare_authority(world)
        prepare_terminal(world)

    world = create(folder, 7, prepare)
    quick = {
        "institution": world.institution,
        "far_seconds": 1.0,
        "poll_seconds": 0.02,
        "settle_seconds": 0.05,
        "half_seconds": 0.4,
    }
    (world.folder("terminal") / "settings.toml").write_text(tomli_w.dumps(quick | settings), "utf-8")
    return world


class Centre:
    """What a test lets the centre, the portal and the prescription service say, and what they were asked."""

    def __init__(self) -> None:
        self.begin_again()

    def begin_again(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.says: dict[str, tuple[int, dict[str, Any]]] = {}
        self.people = {"0000123": HANAKO}
        self.jobs: dict[str, list[dict[str, Any]]] = {}
        self.keys: dict[str, str] = {}
        self.working = False
        self.registered = True
        self.late = 0.0
        self.validity = "1"

    def answer(self, path: str, body: dict[str, Any], key: str = "") -> tuple[int, dict[str, Any]]:
        self.asked.append((path, body))
        time.sleep(self.late)
        said = next((said for known, said in self.says.items() if path.startswith(known)), None)
        if said is not None:
            return said
        doors = {
            "/v1/permission": lambda: {"permission": base64.b64encode(b"may").decode()},
            "/v1/eligibility/card": self._card,
            "/v1/eligibility/number": lambda: self._unit(body),
            "/v1/reference-numbers": lambda: {"status": "1" if body["InsuredIdentificationNumber"] in self.people else "2"},
            "/v1/bulk": lambda: self._upload(body, key),
            "/registrations": self._register,
        }
        if path.startswith("/v1/bulk/"):
            return self._collect(path.rpartition("/")[2])
        return 200, doors[path]() if path in doors else {}

    def _card(self) -> dict[str, Any]:
        results = [HANAKO] if self.validity == "1" else []
        return {"registered": self.registered, "status": "1", "validity": self.validity, "results": results}

    def _register(self) -> dict[str, Any]:
        self.registered = True
        return {"registered": True}

    def _upload(self, body: dict[str, Any], key: str) -> dict[str, Any]:
        reception = self.keys.setdefault(key, f"R{len(self.keys) + 1:04}")
        self.jobs[reception] = [self._unit(item) | {"search": item} for item in body["items"]]
        return {"reception": reception}

    def _collect(self, reception: str) -> tuple[int, dict[str, Any]]:
        if reception not in self.jobs:
            return 404, {"refused": "unknown"}
        return (202, {}) if self.working else (200, {"items": self.jobs[reception]})

    def _unit(self, asked: dict[str, Any]) -> dict[str, Any]:
        found = self.people.get(asked["InsuredIdentificationNumber"])
        return {"status": "1", "validity": "1" if found else "4", "results": [found] if found else []}

    def count(self, path: str) -> int:
        return sum(one == path for one, _ in self.asked)


@contextmanager
def serving(centre: Centre, port: int, context: ssl.SSLContext | None = None) -> Iterator[None]:
    """The centre's answers at a port."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_any(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            body = json.loads(self.rfile.read(length) or b"{}") or {}
            status, told = centre.answer(self.path, body, self.headers.get("idempotency-key", ""))
            data = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_any  # noqa: N815 - the library's names

        def log_message(self, *_args: object) -> None:
            pass

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_args: object) -> None:
            pass

    server = Server(("127.0.0.1", port), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield
    server.shutdown()
    server.server_close()


@contextmanager
def far_services(world: World) -> Iterator[Centre]:
    """Centre (mutual TLS), portal and prescription service of a world, all told by one value."""
    centre, own = Centre(), world.folder("centre") / "certificate"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own / "centre.pem", own / "centre.key")
    context.load_verify_locations(own / "institution-ca.pem")
    context.verify_mode = ssl.CERT_OPTIONAL
    # As at the real centre, dates and revocation of the certificate are looked at in the application.
    with (
        serving(centre, world.port("centre-tls"), context),
        serving(centre, world.port("portal")),
        serving(centre, world.port("prescription")),
    ):
        yield centre


KEY = rsa.generate_private_key(65537, 2048)


def card() -> str:
    """An invented card's certificate, base64."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "practice card")])
    made = x509.CertificateBuilder(name, name, KEY.public_key(), 7, now(), now().replace(year=now().year + 1)).sign(
        KEY, SHA256()
    )
    return base64.b64encode(made.public_bytes(Encoding.DER)).decode()


CARD = card()


class Hand:
    """A reader at the terminal's USB door."""

    def __init__(self, client: Any, address: str = "", certificate: str = "", key: rsa.RSAPrivateKey | None = None) -> None:
        """The card it holds is an invented one of the test's own unless another is given."""
        self._client, self._address = client, address
        self._certificate, self._key = certificate or CARD, key or KEY

    def post(self, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        answer: httpx.Response = self._client.post(f"{self._address}/usb{path}", json=body or {})
        return answer

    def begin(self) -> dict[str, Any]:
        told: dict[str, Any] = self.post("/check-ins").json()
        return told

    def identify(self, begun: dict[str, Any], method: str = "face") -> httpx.Response:
        signed = self._key.sign(base64.b64decode(begun["challenge"]), padding.PKCS1v15(), SHA256())
        proof = {
            "certificate": self._certificate,
            "signature": base64.b64encode(signed).decode(),
            "method": method,
            "kind": "card",
        }
        return self.post(f"/check-ins/{begun['check_in']}/identified", proof)

    def consent(self, begun: dict[str, Any], *consents: str, prescription: str | None = None) -> httpx.Response:
        wish = {"consents": list(consents), "prescription": prescription}
        return self.post(f"/check-ins/{begun['check_in']}/consents", wish)

    def whole(self, method: str = "face", prescription: str | None = None) -> str:
        """A check-in from card to result: the code that is shown, or `good`."""
        begun = self.begin()
        answers = [begun]
        if "code" not in begun:
            if method != "pin":
                answers.append(
                    self.post(f"/check-ins/{begun['check_in']}/permission", {"certificate": self._certificate}).json()
                )
            if "code" not in answers[-1]:
                answers.append(self.identify(begun, method).json())
            if answers[-1].get("registered") is False:
                answers.append(self.post(f"/check-ins/{begun['check_in']}/registration").json())
            if "code" not in answers[-1]:
                answers.append(self.consent(begun, "drugs", prescription=prescription).json())
        return str(answers[-1].get("code", answers[-1].get("refused", "good")))


def faces(world: World) -> list[Path]:
    """The results in the folder `face`."""
    return sorted(path for path in (world.folder("terminal") / "face").glob("*.xml"))
