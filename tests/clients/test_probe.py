"""The probe through the real service: it costs no try, tells cards apart, and leaves no trace of a secret."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.clients.stack import PORT, READER, Stack, module

MANY = "20000" if os.environ.get("MADOGUCHI_LONG") else "1000"
SCRIPT = str(Path(__file__).with_name("many_looks.py"))


def looked(stack: Stack) -> Any:
    said = stack.madoguchi("card", "--json")
    assert said.status in (0, 1), said.all
    return json.loads(said.out)


def test_a_thousand_looks_leave_the_counters_as_they_were(stack: Stack) -> None:
    with stack.card("adult"):
        stack.run("pkcs11-tool", "--module", module(), "--slot-index", "0", "--login", "--pin", "0000", "--list-objects")
        before = looked(stack)["counters"]
        said = stack.run(sys.executable, SCRIPT, READER, MANY)
        after = looked(stack)["counters"]

    assert {"pin": 2, "number_b": 10} == before == after
    assert {json.dumps([None, "my-number", 2, 10]): int(MANY)} == json.loads(said.out)["said"]


def test_a_good_card_is_good_and_costs_a_status_of_nothing(stack: Stack) -> None:
    with stack.card("adult"):
        said = stack.madoguchi("card", "--json")
        heard = json.loads(said.out)

    assert (0, READER, "my-number") == (said.status, heard["reader"], heard["card"])
    assert {"code", "part", "sure", "why"} == heard["verdict"].keys()
    assert "none" == heard["certificate"]["phase"]


def test_after_a_look_nobody_signs_without_the_pin_again(stack: Stack) -> None:
    """A look ends by taking the card's power, so a PIN that another program showed before is forgotten too."""
    with stack.card("adult"):
        login = ("pkcs11-tool", "--module", module(), "--slot-index", "0")
        stack.run(*login, "--login", "--pin", "1234", "--list-objects")
        looked(stack)
        answers = stack.run(
            *("opensc-tool", "--reader", "0", "-s", "00A4040C0AD392F000260100000001", "-s", "00A4020C020017"),
            *("-s", "802A00800830063004040201FF00"),
        ).out

    assert "SW1=0x69, SW2=0x82" in answers


def test_an_empty_reader_and_a_stranger_s_name_are_told(stack: Stack) -> None:
    empty = looked(stack)
    elsewhere = stack.madoguchi("card", "--json", "--reader", "nobody's reader")

    assert (None, "absent") == (empty["verdict"]["code"], empty["card"])
    assert "008" == json.loads(elsewhere.out)["verdict"]["code"]


def test_without_a_service_it_is_008(stack: Stack) -> None:
    said = stack.run(sys.executable, "-m", "madoguchi", "card", "--json", PCSCLITE_CSOCK_NAME="/nowhere/pcscd.comm")

    assert ("008", "service") == ((verdict := json.loads(said.out)["verdict"])["code"], verdict["part"])


def test_nothing_listens_outside_the_namespace(stack: Stack) -> None:
    inside = stack.run("cat", "/proc/net/tcp").out
    outside = Path("/proc/net/tcp").read_text("ascii")
    port = f":{PORT:04X} "

    assert port in inside
    assert port not in outside
    socket = Path("/run/pcscd/pcscd.comm")
    ours = stack.run("stat", "--format=%d:%i", str(socket)).out.strip()
    theirs = f"{found.st_dev}:{found.st_ino}" if socket.exists() and (found := socket.stat()) else ""
    assert ours
    assert theirs != ours


def test_no_secret_is_in_any_log(stack: Stack) -> None:
    secrets = {"1234", "RENSHU99", "9999"}
    with stack.card("adult") as log:
        for slot, secret in (("0", "1234"), ("0", "9999"), ("1", "RENSHU99")):
            stack.run("pkcs11-tool", "--module", module(), "--slot-index", slot, "--login", "--pin", secret, "--list-objects")
        shown = [stack.madoguchi("card", "--json").all, stack.madoguchi("card").all]
    logs = [log.read_text("utf-8"), stack.log.read_text("utf-8"), *shown]
    plain = {*secrets, *(secret.encode().hex() for secret in secrets), *(secret.encode().hex().upper() for secret in secrets)}

    assert [] == [secret for secret in plain for text in logs if secret in text]


@pytest.mark.parametrize(
    "words", [("--persona", "nobody"), ("--vpcd", "192.0.2.1:35963"), ("--vpcd", "127.0.0.1"), ("--vpcd", "127.0.0.1:9")]
)
def test_a_card_that_cannot_be_served_is_told_kindly(stack: Stack, words: tuple[str, ...]) -> None:
    said = stack.madoguchi("replica", "card", *words)

    assert (2, "") == (said.status, said.out)
    assert "Traceback" not in said.err
