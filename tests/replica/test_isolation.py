"""The chain keeps to itself: loopback only, its own folder only, no certificate of the public service anywhere."""

import base64
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from madoguchi.replica.supervisor import NotStartedError
from madoguchi.replica.world import CHAIN
from tests.replica.whole import Whole, base64_of, centre_caller, certificate, whole

KEY = rsa.generate_private_key(65537, 2048)
REAL = {
    "issuer": certificate(KEY, "JPKI"),
    "policy": certificate(KEY, "SOMEBODY", "1.2.392.200149.8.5.1.1.20"),
    "policy-sign": certificate(KEY, "SOMEBODY", "1.2.392.200149.8.5.1.3.30"),
}
"""What a certificate of the public service is known by (docs/protocol/card.md#certificates)."""


@pytest.fixture(name="elsewhere", scope="module")
def _elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(name="up", scope="module")
def _up(tmp_path_factory: pytest.TempPathFactory, elsewhere: Path) -> Iterator[Whole]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(elsewhere)
        for name in ("HOME", "TMPDIR", "TMP", "TEMP", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "SQLITE_TMPDIR"):
            patch.setenv(name, str(elsewhere))
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        with whole(tmp_path_factory.mktemp("alone") / "w", CHAIN) as up:
            yield up


def processes(up: Whole) -> dict[str, psutil.Process]:
    return {link: psutil.Process(health.process) for link, health in up.links.health().items()}


def test_every_door_of_every_link_is_on_loopback(up: Whole) -> None:
    doors = {
        (link, one.laddr.ip)
        for link, process in processes(up).items()
        for one in process.net_connections("inet")
        if one.status == psutil.CONN_LISTEN or not one.raddr
    }

    assert set(CHAIN) == {link for link, _ in doors}
    assert {"127.0.0.1"} == {address for _, address in doors}


def test_nobody_calls_out_and_nothing_is_written_outside_the_folder(up: Whole, elsewhere: Path) -> None:
    up.client.put(f"{up.world.url('centre')}/inside/people/child", json={"registered": False}).raise_for_status()
    shown = [up.hand("adult").whole("face", "electronic"), up.hand("child").whole("pin"), up.hand("revoked").whole("pin")]
    called = {one.raddr.ip for process in processes(up).values() for one in process.net_connections("inet") if one.raddr}
    open_now = {Path(one.path) for process in processes(up).values() for one in process.open_files() if one.mode != "r"}

    assert ["good", "good", "006"] == shown
    assert {"127.0.0.1"} >= called
    assert open_now
    assert [] == [path for path in open_now if up.world.directory not in path.parents]
    assert [] == list(elsewhere.rglob("*"))


def proof(one: str) -> dict[str, str]:
    challenge = b"anything"
    return {
        "certificate": base64_of(REAL[one]),
        "challenge": base64.b64encode(challenge).decode(),
        "signature": base64.b64encode(KEY.sign(challenge, padding.PKCS1v15(), SHA256())).decode(),
    }


@pytest.mark.parametrize("one", list(REAL))
def test_a_real_card_is_refused_at_every_door_it_could_be_shown_at(up: Whole, one: str) -> None:
    shown, who = proof(one), up.world.institution
    begun = up.hand().begin()
    usb = f"{up.world.url('terminal')}/usb/check-ins/{begun['check_in']}"
    card = {"check_in": "real", "method": "pin", "institution": who, **shown}
    identified = {"certificate": shown["certificate"], "signature": shown["signature"], "method": "pin", "kind": "card"}
    with centre_caller(up.world, up.world.folder("terminal") / "certificate" / "institution.pem") as institution:
        answers = {
            "terminal permission": up.client.post(f"{usb}/permission", json={"certificate": shown["certificate"]}),
            "terminal identified": up.client.post(f"{usb}/identified", json=identified),
            "portal": up.client.post(f"{up.world.url('portal')}/registrations", json=shown),
            "centre": institution.post("/v1/eligibility/card", json=card),
            "centre permission": institution.post("/v1/permission", json={**shown, "institution": who}),
            "centre inside": up.client.post(f"{up.world.url('centre')}/inside/first-registration", json=shown),
        }

    assert dict.fromkeys(answers, "real-certificate") == {door: answer.json()["refused"] for door, answer in answers.items()}
    assert {403, 422} >= {answer.status_code for answer in answers.values()}


@pytest.mark.parametrize("one", list(REAL))
def test_a_real_certificate_is_no_terminals(up: Whole, one: str) -> None:
    folder = up.world.folder("terminal")
    (folder / "certificate" / "real.pem").write_bytes(REAL[one].public_bytes(Encoding.PEM))
    (folder / "certificate" / "real.key").write_bytes(KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    settings = (folder / "settings.toml").read_text("utf-8")
    (folder / "settings.toml").write_text(settings.replace('certificate = "institution"', 'certificate = "real"'), "utf-8")
    shown = up.hand().begin()
    (folder / "settings.toml").write_text(settings, "utf-8")

    assert {"code": "012", "reason": "certificate-real"} == shown
    assert "good" == up.hand().whole("pin")


@pytest.mark.parametrize("link", ["portal", "centre"])
def test_a_link_does_not_start_with_a_real_authority(up: Whole, link: str) -> None:
    file = up.world.folder(link) / "certificate" / "card-ca.pem"
    ours = file.read_bytes()
    file.write_bytes(ours + REAL["issuer"].public_bytes(Encoding.PEM))
    with pytest.raises(NotStartedError):
        up.links.restart(link)
    file.write_bytes(ours)
    up.links.restart(link)

    assert "good" == up.links.health()[link].state


def test_a_folder_with_somebody_elses_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("not yours", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "madoguchi", "replica", "up", "--dir", str(tmp_path)],
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert 2 == done.returncode
    assert [tmp_path / "letter.txt"] == list(tmp_path.iterdir())
