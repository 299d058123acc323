"""The centre as a terminal meets it, beside its authority, each in a process of its own."""

import base64
import ssl
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from madoguchi.replica.authority import app as authority
from madoguchi.replica.authority.office import keys_of
from madoguchi.replica.authority.settings import FORMER
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.permitting import PERMISSION
from madoguchi.replica.card.personas import personas
from madoguchi.replica.centre import app as centre
from madoguchi.replica.centre.settings import PERMISSION_KEY, STATUS_SECONDS
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World, create

WHO = "9910000001"
CHALLENGE = b"what the terminal asked to be signed"


def prepare(world: World) -> None:
    authority.prepare(world)
    centre.prepare(world)


@pytest.fixture(name="world", scope="module")
def _world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return create(tmp_path_factory.mktemp("centre") / "w", 7, prepare)


@pytest.fixture(name="chain", scope="module")
def _chain(world: World) -> Iterator[Supervisor]:
    chain = Supervisor(world, ("authority", "centre"))
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture(autouse=True)
def _whole_again(chain: Supervisor) -> Iterator[None]:
    yield
    for name in chain.on():
        chain.turn(name, on=False)


class Terminal:
    """An institution that calls the centre with its certificate."""

    def __init__(self, world: World, certificate: str = "institution") -> None:
        folder = world.folder("terminal") / "certificate"
        trusted = ssl.create_default_context(cafile=str(folder / "institution-ca.pem"))
        trusted.load_cert_chain(folder / f"{certificate}.pem", folder / f"{certificate}.key")
        self._client = httpx.Client(verify=trusted, trust_env=False, base_url=world.url("centre-tls", "https"), timeout=20)

    def __call__(self, method: str, path: str, body: Any = None, key: str = "") -> httpx.Response:
        return self._client.request(
            method,
            path,
            json=body,
            headers={"idempotency-key": key} if key else None,
            extensions={"sni_hostname": "centre.chain.invalid"},
        )


@pytest.fixture(name="call", scope="module")
def _call(world: World, chain: Supervisor) -> Terminal:
    assert chain.health()["centre"].state == "good"
    return Terminal(world)


def coded(part: bytes) -> str:
    return base64.b64encode(part).decode()


def certificate_of(world: World, persona: str) -> bytes:
    return Authority(personas().values(), keys_of(world), world.began.date()).certificate(persona, "user")


def asked(world: World, check_in: str, persona: str = "adult", **changed: str) -> dict[str, str]:
    signed = keys_of(world).get(f"{persona}-user").sign(CHALLENGE, PKCS1v15(), SHA256())
    return {
        "check_in": check_in,
        "challenge": coded(CHALLENGE),
        "certificate": coded(certificate_of(world, persona)),
        "signature": coded(signed),
        "method": "pin",
        "institution": WHO,
    } | changed


def number_of(world: World, call: Terminal) -> dict[str, str]:
    row = call("POST", "/v1/eligibility/card", asked(world, "number")).json()["results"][0]
    names = ("InsurerNumber", "InsuredIdentificationNumber", "InsuredBranchNumber", "Birthdate")
    return {name: row[name] for name in names}


def test_without_a_certificate_openssl_is_refused_and_with_one_admitted(world: World, call: Terminal) -> None:
    folder = world.folder("terminal") / "certificate"
    base = ["openssl", "s_client", "-connect", f"127.0.0.1:{world.port('centre-tls')}", "-servername", "centre.chain.invalid"]
    base += ["-CAfile", f"{folder}/institution-ca.pem", "-verify_return_error", "-quiet"]
    request = b"GET /v1/bulk/none HTTP/1.0\r\n\r\n"
    own = ["-cert", f"{folder}/institution.pem", "-key", f"{folder}/institution.key"]
    said = [
        subprocess.run([*base, *more], input=request, capture_output=True, check=False, timeout=20).stdout for more in ([], own)
    ]

    assert 404 == call("GET", "/v1/bulk/none").status_code
    assert [b"", b"HTTP/1.1 404 Not Found"] == [answer.split(b"\r\n")[0] for answer in said]


@pytest.mark.parametrize(
    ("persona", "status", "told"),
    [
        ("adult", 200, {"registered": True, "validity": "1", "notices": []}),
        ("notice", 200, {"registered": True, "validity": "1", "notices": ["certificate-expiring"]}),
        ("grace", 200, {"registered": True, "validity": "1", "notices": ["certificate-grace"]}),
        ("ended", 422, {"refused": "card-certificate"}),
        ("revoked", 422, {"refused": "card-certificate"}),
    ],
)
def test_each_card_is_answered_as_it_stands(
    world: World, call: Terminal, persona: str, status: int, told: dict[str, Any]
) -> None:
    answer = call("POST", "/v1/eligibility/card", asked(world, f"stands-{persona}", persona))

    assert status == answer.status_code
    assert told == {name: answer.json()[name] for name in told}


def test_the_same_check_in_is_answered_again_but_not_for_another_card(world: World, call: Terminal) -> None:
    answers = [
        call("POST", "/v1/eligibility/card", asked(world, "again", persona)).status_code
        for persona in ("adult", "adult", "child")
    ]

    assert [200, 200, 409] == answers


@pytest.mark.parametrize(
    ("changed", "status", "why"),
    [
        ({"institution": "9910000002"}, 403, "wrong-institution"),
        ({"signature": coded(b"x" * 256)}, 422, "not-signed"),
        ({"challenge": coded(b"another")}, 422, "not-signed"),
        ({"certificate": coded(b"none")}, 422, "malformed"),
        ({"certificate": "***"}, 422, "malformed"),
    ],
)
def test_what_does_not_prove_itself_is_refused_and_the_centre_goes_on(
    world: World, call: Terminal, changed: dict[str, str], status: int, why: str
) -> None:
    refused = call("POST", "/v1/eligibility/card", asked(world, "bad", **changed))

    assert (status, why) == (refused.status_code, refused.json()["refused"])
    assert 200 == call("POST", "/v1/eligibility/card", asked(world, "good after bad")).status_code


def test_an_ended_certificate_of_the_institution_is_refused_in_the_application(world: World, call: Terminal) -> None:
    good = call("POST", "/v1/eligibility/number", {"institution": WHO})
    ended = Terminal(world, FORMER)("POST", "/v1/eligibility/number", {"institution": WHO})

    assert (200, 403, "certificate") == (good.status_code, ended.status_code, ended.json()["refused"])


@pytest.mark.parametrize(
    ("fault", "status", "seen"),
    [
        ("centre.down", 503, {"refused": "unavailable"}),
        ("centre.jammed", 503, {"refused": "unavailable"}),
        ("centre.certificate_revoked", 403, {"refused": "certificate"}),
        ("centre.check_failing", 403, {"refused": "certificate"}),
        ("authority.status_down", 403, {"refused": "certificate"}),
        ("authority.institution_revoked", 403, {"refused": "certificate"}),
        ("authority.card_revoked", 422, {"refused": "card-certificate"}),
        ("centre.coverage_ended", 200, {"validity": "2"}),
        ("centre.change_in_progress", 200, {"validity": "3"}),
        ("centre.data_wrong", 200, {"validity": "4", "results": []}),
        ("centre.two_insurers", 200, {"validity": "5"}),
        ("centre.insurer_silent", 200, {"registered": False}),
    ],
)
def test_each_fault_is_felt_and_goes_away(
    chain: Supervisor, world: World, call: Terminal, fault: str, status: int, seen: dict[str, Any]
) -> None:
    chain.turn(fault, on=True)
    time.sleep(STATUS_SECONDS)
    felt = call("POST", "/v1/eligibility/card", asked(world, f"{fault} on"))
    chain.turn(fault, on=False)
    time.sleep(STATUS_SECONDS)

    assert status == felt.status_code
    assert seen == {name: felt.json()[name] for name in seen}
    assert 200 == call("POST", "/v1/eligibility/card", asked(world, f"{fault} off")).status_code


def test_use_without_pin_is_permitted_by_a_signature_over_the_card_and_refused_under_its_fault(
    chain: Supervisor, world: World, call: Terminal
) -> None:
    certificate = certificate_of(world, "adult")
    question = {"certificate": coded(certificate), "institution": WHO}
    told = call("POST", "/v1/permission", question).json()["permission"]
    chain.turn("centre.permission_refused", on=True)
    refused = call("POST", "/v1/permission", question)
    key = keys_of(world).get(PERMISSION_KEY).public_key()

    assert isinstance(key, RSAPublicKey)
    key.verify(base64.b64decode(told), PERMISSION + certificate, PKCS1v15(), SHA256())
    assert (403, "permission") == (refused.status_code, refused.json()["refused"])


def test_a_dot_in_a_name_is_told_as_it_is(chain: Supervisor, world: World, call: Terminal) -> None:
    chain.turn("centre.black_dot", on=True)

    assert "練●　花子" == call("POST", "/v1/eligibility/card", asked(world, "dot")).json()["results"][0]["Name"]


def test_a_person_is_found_by_number_and_keeps_the_institutions_own_number(world: World, call: Terminal) -> None:
    person = {"institution": WHO, **number_of(world, call)}
    kept = call("PUT", "/v1/reference-numbers", person | {"ReferenceNumber": "24434"}).json()

    assert "24434" == kept["results"][0]["ReferenceNumber"]
    assert "24434" == call("POST", "/v1/eligibility/number", person).json()["results"][0]["ReferenceNumber"]
    assert "4" == call("POST", "/v1/eligibility/number", person | {"Birthdate": "19000101"}).json()["validity"]


def test_four_items_are_looked_up_only_after_the_call_centre_opened_it(world: World, call: Terminal) -> None:
    row = call("POST", "/v1/eligibility/card", asked(world, "items")).json()["results"][0]
    items = {"institution": WHO, "name": row["Name"], "born": row["Birthdate"], "sex": row["Sex1"], "address": row["Address"]}
    before = call("POST", "/v1/eligibility/four-items", items)
    httpx.put(f"{world.url('centre')}/inside/emergency/{WHO}", json={"on": True}).raise_for_status()
    after = call("POST", "/v1/eligibility/four-items", items)
    elsewhere = call("POST", "/v1/eligibility/four-items", items | {"address": "elsewhere"})
    httpx.put(f"{world.url('centre')}/inside/emergency/{WHO}", json={"on": False}).raise_for_status()

    assert (403, "not-open") == (before.status_code, before.json()["refused"])
    assert ("1", "4") == (after.json()["validity"], elsewhere.json()["validity"])


def test_a_bulk_question_is_worked_at_and_then_answered_for_each_person(world: World, call: Terminal) -> None:
    person = number_of(world, call)
    question = {"institution": WHO, "kind": "eligibility", "items": [person, person | {"InsuredIdentificationNumber": "0"}]}
    receptions = {call("POST", "/v1/bulk", question, key="one").json()["reception"] for _ in range(3)}
    reception = receptions.pop()
    first = call("GET", f"/v1/bulk/{reception}").status_code
    until = time.monotonic() + 20
    while (answer := call("GET", f"/v1/bulk/{reception}")).status_code == 202 and time.monotonic() < until:
        time.sleep(0.1)

    assert (set(), 202) == (receptions, first)
    assert ["1", "4"] == [item["validity"] for item in answer.json()["items"]]
    assert person == answer.json()["items"][0]["search"]


def test_a_consent_belongs_to_a_check_in_that_took_place(world: World, call: Terminal) -> None:
    call("POST", "/v1/eligibility/card", asked(world, "consenting"))
    told = {"institution": WHO, "consents": ["drugs"]}

    assert [200, 404] == [call("PUT", f"/v1/consents/{one}", told).status_code for one in ("consenting", "never was")]


def test_the_portal_registers_a_card_whose_insurer_has_told_of_the_person(
    chain: Supervisor, world: World, call: Terminal
) -> None:
    inside = world.url("centre")
    httpx.put(f"{inside}/inside/people/child", json={"registered": False}).raise_for_status()
    before = call("POST", "/v1/eligibility/card", asked(world, "before", "child")).json()["registered"]
    card = {"certificate": coded(certificate_of(world, "child"))}
    chain.turn("centre.insurer_silent", on=True)
    refused = httpx.post(f"{inside}/inside/first-registration", json=card)
    chain.turn("centre.insurer_silent", on=False)
    taken = httpx.post(f"{inside}/inside/first-registration", json=card)

    assert (False, 409, 201) == (before, refused.status_code, taken.status_code)
    assert True is call("POST", "/v1/eligibility/card", asked(world, "after", "child")).json()["registered"]
