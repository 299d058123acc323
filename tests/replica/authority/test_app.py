"""The authorities as OpenSSL meets them, in a process of their own."""

import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from madoguchi.replica.authority import app
from madoguchi.replica.authority.office import hand_out, keys_of, pem
from madoguchi.replica.authority.settings import FIRST, FORMER
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.personas import personas
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World, create


@pytest.fixture(name="world", scope="module")
def _world(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = create(tmp_path_factory.mktemp("authority") / "w", 7, app.prepare)
    cards = Authority(personas().values(), keys_of(world), world.began.date())
    made = {f"{one}.pem": pem(cards.certificate(one, "user")) for one in ("adult", "child", "revoked")}
    hand_out(world.directory / "cards", {**made, "ca.pem": pem(cards.own("user"))})
    return world


@pytest.fixture(name="chain", scope="module")
def _chain(world: World) -> Iterator[Supervisor]:
    chain = Supervisor(world, ("authority",))
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture(autouse=True)
def _whole_again(chain: Supervisor, world: World) -> Iterator[None]:
    yield
    for name in chain.on():
        chain.turn(name, on=False)
    world.move_time(timedelta())


def asked(world: World, who: str, certificate: Path | str) -> str:
    """What `openssl ocsp` says of a certificate or of a serial number."""
    issuer = world.directory / ("cards/ca.pem" if who == "user" else "centre/certificate/institution-ca.pem")
    command: list[str | Path] = ["openssl", "ocsp", "-issuer", issuer, "-CAfile", issuer]
    command += ["-cert" if isinstance(certificate, Path) else "-serial", certificate]
    done = subprocess.run(
        [*command, "-url", f"{world.url('authority')}/ocsp/{who}"], capture_output=True, text=True, check=False, timeout=20
    )
    verified = "Response verify OK" in done.stderr
    state = next((line.rpartition(": ")[2] for line in done.stdout.splitlines() if str(certificate) in line), "no answer")
    return state if verified or state == "no answer" else f"{state}, unverified"


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize(
    ("who", "certificate", "state"),
    [
        ("institution", "terminal/certificate/institution.pem", "good"),
        ("institution", "cards/adult.pem", "no answer"),
        ("user", "cards/adult.pem", "good"),
        ("user", "cards/revoked.pem", "revoked"),
        ("user", "terminal/certificate/institution.pem", "no answer"),
    ],
)
def test_openssl_is_told_how_a_certificate_stands(world: World, who: str, certificate: str, state: str) -> None:
    assert state == asked(world, who, world.directory / certificate)


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize("who", ["user", "institution"])
def test_a_number_that_was_never_issued_is_unknown(world: World, who: str) -> None:
    assert "unknown" == asked(world, who, "0x99")


def test_a_revoked_institution_is_told_apart_and_a_card_too(chain: Supervisor, world: World) -> None:
    chain.turn("authority.institution_revoked", on=True)
    chain.turn("authority.card_revoked", on=True)

    assert "revoked" == asked(world, "institution", world.directory / "terminal/certificate/institution.pem")
    assert "revoked" == asked(world, "user", world.directory / "cards/adult.pem")
    assert "good" == asked(world, "user", world.directory / "cards/child.pem")


def test_nobody_answers_while_the_authority_is_silent(chain: Supervisor, world: World) -> None:
    chain.turn("authority.status_down", on=True)

    assert "no answer" == asked(world, "user", world.directory / "cards/adult.pem")


@pytest.mark.usefixtures("chain")
def test_a_certificate_is_renewed_when_its_end_is_near_and_chains_to_the_same_authority(world: World, tmp_path: Path) -> None:
    early = httpx.post(f"{world.url('authority')}/institution/renewal")
    world.move_time(timedelta(days=3 * 365))
    made = httpx.post(f"{world.url('authority')}/institution/renewal").raise_for_status().json()
    (tmp_path / "new.pem").write_text(made["certificate"])
    root = world.directory / "centre/certificate/institution-ca.pem"
    moment = str(int(world.clock().timestamp()))
    verified = subprocess.run(
        ["openssl", "verify", "-attime", moment, "-CAfile", root, tmp_path / "new.pem"], capture_output=True, check=False
    )

    assert (409, "too-early") == (early.status_code, early.json()["refused"])
    assert 0 == verified.returncode
    assert "PRIVATE KEY" in made["key"]


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize(
    ("path", "body", "answer"),
    [
        ("/ocsp/institution", b"garbage", 400),
        ("/ocsp/institution", b"", 400),
        ("/ocsp/institution", b"\x30" * 5000, 413),
        ("/ocsp/nobody", b"garbage", 404),
    ],
)
def test_what_is_no_question_is_refused(world: World, path: str, body: bytes, answer: int) -> None:
    assert answer == httpx.post(world.url("authority") + path, content=body).status_code


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize("who", ["institution", "user", "sign"])
def test_each_authority_publishes_a_list_that_openssl_reads(world: World, who: str) -> None:
    published = httpx.get(f"{world.url('authority')}/crl/{who}").raise_for_status().content
    read = subprocess.run(
        ["openssl", "crl", "-inform", "DER", "-noout", "-issuer"], input=published, capture_output=True, check=True
    )

    assert b"MADOGUCHI PRACTICE" in read.stdout


@pytest.mark.parametrize("name", [FIRST, FORMER])
def test_no_certificate_of_the_replica_could_be_taken_for_a_real_one(world: World, name: str) -> None:
    text = subprocess.run(
        ["openssl", "x509", "-in", world.directory / f"terminal/certificate/{name}.pem", "-noout", "-text"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert "MADOGUCHI PRACTICE" in text
    assert "1.2.392.200149" not in text
    assert "JPKI" not in text
