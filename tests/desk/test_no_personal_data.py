"""What a result file says of a person ends with the file: a real desk, every encoding, and a control that is found."""

import base64
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from madoguchi.base.clock import now
from madoguchi.base.settings import Settings, save_settings
from madoguchi.wire.exchange.samples import build, cases, sample_table

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


def disguises(text: str) -> Iterator[bytes]:
    """A text as it could lie in a file: by encoding, escaped, in percent and in base64 at its three offsets."""
    for encoding in ("utf-8", "utf-16-le", "cp932", "euc-jp"):
        try:
            raw = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        yield raw
        if len(raw) >= 8:
            for offset in range(3):
                yield base64.b64encode(b"\0" * offset + raw)[4 if offset else 0 : -4]
    yield urllib.parse.quote(text).encode()
    yield text.encode("ascii", "backslashreplace")


def found_in(content: bytes, texts: set[str]) -> set[str]:
    return {text for text in texts if any(shape and shape in content for shape in disguises(text))}


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
        [sys.executable, "-m", "madoguchi", "desk", "--port", str(port), "--data", str(data)],
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
        assert_only_loopback(process.pid)
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


def assert_only_loopback(process: int) -> None:
    """No socket of the desk has an end outside this machine."""
    targets = [str(link.readlink()) for link in Path(f"/proc/{process}/fd").iterdir()]
    inodes = {target[8:-1] for target in targets if target.startswith("socket:[")}
    for table in ("tcp", "udp"):
        for line in Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[9] in inodes:
                assert {fields[1].split(":")[0], fields[2].split(":")[0]} <= {"0100007F", "00000000"}, line
                assert fields[1].startswith("0100007F"), line


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
