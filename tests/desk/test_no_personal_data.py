"""What a result file says of a person ends with the file: a real desk, every encoding, and a control that is found."""

import base64
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from madoguchi.base.clock import now
from madoguchi.base.settings import Settings, save_settings
from madoguchi.wire.exchange.samples import build, cases, sample_table
from tests.disguises import found_in

PERSONAL = {
    "Name",
    "NameKana",
    "InsuredName",
    "NameOfOther",
    "Address",
    "InsuredIdentificationNumber",
    "Birthdate",
    "InsurerName",
}
CONTROL = "架空制御語"
WATCHED = """
import runpy, sys
told = open(sys.argv.pop(1), "a", buffering=1)
def watch(event, given):
    if event in ("socket.connect", "socket.bind", "socket.sendto"):
        print(event, given[1], file=told)
sys.addaudithook(watch)
runpy.run_module("madoguchi", run_name="__main__", alter_sys=True)
"""
"""The product, with every address written down that Python binds, calls or sends to: https://docs.python.org/3/library/audit_events.html"""
CASES = ("invalid", "none", "multiple", "black-dot-name", "person-error", "windows-characters", "valid", "assistance")


def long_enough(value: str) -> bool:
    """Whether a value can be told from chance: four digits turn up anywhere."""
    return len(value) >= (7 if value.isascii() else 4)


def planted() -> set[str]:
    """Every personal value of the samples that is long enough to be told from chance."""
    people = [
        *sample_table().person.values(),
        *(case.set for case in cases().values()),
        *(case.set2 for case in cases().values()),
    ]
    return {
        value.strip() for person in people for key, value in person.items() if key in PERSONAL and long_enough(value.strip())
    }


@pytest.fixture(scope="module")
def left_behind(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Everything a desk wrote while it took one file of each case: database, its log, standard error."""
    root = tmp_path_factory.mktemp("desk")
    data, face = root / "data", root / "face"
    face.mkdir()
    save_settings(data, Settings(folders=(str(face),), facility_name=CONTROL))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (root / "log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-c", WATCHED, str(root / "addresses"), "desk", "--port", str(port), "--data", str(data)],
        stderr=log,
        stdout=log,
        env={**os.environ, "TMPDIR": str(root)},
    )
    try:
        status(port)
        for case in CASES:
            for encoding in cases()[case].encodings:
                sample = build(case, encoding, now())
                (face / f"{Path(sample.name).stem}{case}{encoding[:2]}.xml").write_bytes(sample.data)
        deadline = time.monotonic() + 60
        while count(port) < 4 and time.monotonic() < deadline:
            time.sleep(0.2)
        content = b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file() and face not in path.parents)
        assert_only_loopback(root / "addresses")
    finally:
        process.kill()
        process.wait()
        log.close()
    return content + (root / "log").read_bytes()


def status(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/status", timeout=2).read()
        except OSError:
            time.sleep(0.1)
        else:
            return


def count(port: int) -> int:
    text = urllib.request.urlopen(f"http://127.0.0.1:{port}/api/status", timeout=5).read().decode()
    (number,) = re.findall(r'"open_incidents":(\d+)', text)
    return int(number)


def assert_only_loopback(told: Path) -> None:
    """From its start the desk bound its own door and called nobody outside this machine."""
    lines = told.read_text().splitlines()
    assert any(line.startswith("socket.bind ('127.0.0.1'") for line in lines)
    assert [] == [line for line in lines if not re.match(r"socket\.\w+ \('127\.0\.0\.1'", line)]


def test_the_search_finds_what_is_there(left_behind: bytes) -> None:
    assert {CONTROL} == found_in(left_behind, {CONTROL, "架空対照語"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp932", "euc-jp"])
def test_the_search_finds_every_disguise(encoding: str) -> None:
    for offset in range(3):
        hidden = b"x" * 7 + base64.b64encode(b"z" * offset + "架空　花子".encode(encoding) + b"tail")
        assert found_in(hidden, {"架空　花子"})


def test_no_personal_field_of_any_result_is_left(left_behind: bytes) -> None:
    assert len(planted()) >= 20
    assert set() == found_in(left_behind, planted())


def test_no_name_of_a_result_file_is_left(left_behind: bytes) -> None:
    assert b"OQSsiquc01res_face_" not in left_behind
