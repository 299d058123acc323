"""What patients wrote lies nowhere on the disk in any form that can be read: a real outage, searched byte by byte."""

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import NamedTuple

import pytest

from madoguchi.base.settings import Settings, save_settings
from tests.disguises import ENCODINGS, OFFSETS, disguises, found_in

CONTROL = "架空制御語診療所"
STAFF = "見本職員"
PASSPHRASES = {"ledger": "架空の帳簿の合言葉", "export": "架空の写しの合言葉", "backup": "架空の控えの合言葉"}
MY_NUMBER = "123456789018"


class Planted(NamedTuple):
    """What is typed for one patient, and what else it could be kept as."""

    name: str
    born: str
    address: str = ""
    insurer: str = ""
    also: tuple[str, ...] = ()

    def secrets(self) -> set[str]:
        return {text for text in (self.name, self.born, self.address, self.insurer, *self.also) if text}


KEPT = (
    Planted("髙﨑　架空子", "昭和7年11月23日", "架空県試験市見本町一丁目九番", also=("1932-11-23", "19321123")),
    Planted("𠮷野　見本太郎", "1947-02-19", insurer="架空見本健康保険組合連合", also=("19470219",)),
    Planted("〓川　試験花子", "平成31年4月30日", "見本県架空郡試験村字仮名", also=("2019-04-30", "20190430")),
    Planted("ｶｸｳ ﾀﾛｳｼﾞﾛｳ", "令和元年5月1日", "ｶｸｳｹﾝ ﾐﾎﾝｼ ｼｹﾝﾁｮｳ", also=("2019-05-01", "20190501")),
    Planted("Imaginary Examplesson", "1958-08-14", "12-34 Nowhere Street, Samplecity"),
)
REFUSED = (
    Planted("架空見本　拒否一郎", "1999-02-31", "架空県拒否市日付町"),
    Planted("架空見本　拒否次郎", "1961-09-27", f"架空県拒否市番号町 {MY_NUMBER}"),
    Planted("架空見本　拒否三郎", "昭和70年1月1日", "架空県拒否市元号町"),
)
SECRETS = {text for one in (*KEPT, *REFUSED) for text in one.secrets()} | {MY_NUMBER} | set(PASSPHRASES.values())


class Left(NamedTuple):
    """Every byte that lies below the folder, by file, and what was seen of the process while it ran."""

    files: dict[str, bytes]
    core_limits: list[str]
    shown: str
    ended_by: int
    dumped: bool

    def content(self) -> bytes:
        return b"\n".join(self.files.values())


class Browser:
    """Sends forms and keeps cookies, as a browser does."""

    def __init__(self, port: int) -> None:
        self._url = f"http://127.0.0.1:{port}"
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        return str(self._opener.open(self._url + path, timeout=30).read().decode())

    def send(self, path: str, **fields: str) -> tuple[int, str]:
        request = urllib.request.Request(self._url + path, urllib.parse.urlencode(fields).encode())
        try:
            with self._opener.open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()


def madoguchi(root: Path, *words: str, given: tuple[str, ...]) -> None:
    """A command of the product, its passphrases on standard input; what it says of itself is kept beside the logs."""
    command = [sys.executable, "-m", "madoguchi", *words, "--data", str(root / "data")]
    done = subprocess.run(command, input="\n".join(given), capture_output=True, text=True, check=False, env=around(root))
    with (root / "said").open("a") as said:
        said.write(done.stderr + done.stdout)
    assert done.returncode == 0, done.stderr


def around(root: Path) -> dict[str, str]:
    return {**os.environ, "TMPDIR": str(root / "tmp"), "HOME": str(root / "home"), "LC_ALL": "C.UTF-8"}


def an_outage(browser: Browser) -> str:
    """Open it, write everybody down, look everybody up; what the pages showed."""
    browser.send("/outage/open", desk="1", reason="011")
    browser.send("/outage/ledger", desk="1", passphrase=PASSPHRASES["ledger"], again=PASSPHRASES["ledger"])
    for one in (*KEPT, *REFUSED):
        fields = {"name": one.name, "born": one.born, "address": one.address, "insurer": one.insurer, "sex": "unset"}
        status, page = browser.send("/outage/entry", desk="1", by=STAFF, **fields)
        assert (200 if one in KEPT else 422) == status, page
    browser.send("/outage/unlock", desk="1", who=STAFF, passphrase="これは合言葉ではない")
    browser.send("/outage/close", desk="1")
    status, page = browser.send("/outage/unlock", desk="1", who=STAFF, passphrase=PASSPHRASES["ledger"])
    assert 200 == status
    shown = page + browser.get("/outage/day?desk=1")
    for entry in sorted(set(re.findall(r"/outage/list/([0-9a-z]{20})\b", page))):
        shown += browser.get(f"/outage/list/{entry}?desk=1")
        shown += browser.send(f"/outage/list/{entry}/outcome", desk="1", outcome="not-found")[1]
    return shown


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    root = tmp_path_factory.mktemp("outage")
    for name in ("tmp", "home", "backups"):
        (root / name).mkdir()
    save_settings(root / "data", Settings(facility_name=CONTROL))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (root / "log").open("wb") as log:
        command = ["bash", "-c", 'ulimit -c unlimited; exec "$@"', "bash", sys.executable, "-m", "madoguchi", "desk"]
        command += ["--port", str(port), "--data", str(root / "data")]
        process = subprocess.Popen(command, stdout=log, stderr=log, env=around(root), cwd=root)
    try:
        wait_for(port)
        shown = an_outage(Browser(port))
        ledger, export, backup = PASSPHRASES["ledger"], PASSPHRASES["export"], PASSPHRASES["backup"]
        madoguchi(root, "ledger", "export", str(root / "export"), given=(ledger, export))
        madoguchi(root, "backup", "--out", str(root / "backups" / "one"), given=(backup,))
        madoguchi(root, "restore", str(root / "backups" / "one"), "--check", given=(backup,))
        (line,) = re.findall("Max core file size.*", Path(f"/proc/{process.pid}/limits").read_text())
    finally:
        # A fault, not a farewell: the log of the database stays behind, and this is the moment a core would be written.
        process.send_signal(signal.SIGABRT)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    files = {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return Left(files, line.split()[4:6], shown, os.WTERMSIG(status), os.WCOREDUMP(status))


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/status", timeout=2).read()
        except OSError:
            time.sleep(0.1)
        else:
            return


def hidden() -> Iterator[tuple[str, str, bytes]]:
    """Every form in which a planted text must be found, hidden among other bytes as a file would have it."""
    for text in (KEPT[0].name, KEPT[3].address, KEPT[4].name):
        for encoding in ENCODINGS:
            try:
                raw = text.encode(encoding)
            except UnicodeEncodeError:
                continue
            yield text, encoding, b"\0\1" + raw + b"\2"
            yield text, f"{encoding} percent", urllib.parse.quote_from_bytes(raw, safe=" ,").encode()
            yield text, f"{encoding} hexadecimal", b"x'" + raw.hex().encode() + b"'"
            for offset in OFFSETS:
                yield text, f"{encoding} base64 {offset}", base64.b64encode(b"z" * offset + raw + b"tail")
        yield text, "escapes", json.dumps({"name": text}).encode()


@pytest.mark.parametrize(("text", "form", "content"), [pytest.param(*one, id=f"{one[1]}-{one[0]}") for one in hidden()])
def test_the_search_finds_every_disguise(text: str, form: str, content: bytes) -> None:
    assert {text} == found_in(content, {text, "架空対照語"}), form


def test_the_search_finds_in_the_same_files_what_may_be_there(left: Left) -> None:
    assert {CONTROL, STAFF} == found_in(left.content(), {CONTROL, STAFF, "架空対照語"})


def test_it_was_really_written_and_really_read(left: Left) -> None:
    assert {one.name for one in KEPT} == {one.name for one in KEPT if one.name in left.shown}
    assert 5 == len(KEPT)


def test_the_places_to_search_are_all_there(left: Left) -> None:
    names = set(left.files)
    assert {"data/madoguchi.db", "data/madoguchi.db-wal", "data/audit.key", "export", "log", "said"} <= names
    assert any(name.startswith("backups/one") for name in names)
    assert all(left.files[name] for name in ("data/madoguchi.db", "data/madoguchi.db-wal", "export"))


@pytest.mark.parametrize("secret", sorted(SECRETS), ids=lambda text: f"{len(text)}-{text[:12]}")
def test_nothing_that_was_written_or_refused_is_left_to_read(left: Left, secret: str) -> None:
    forms = list(disguises(secret))
    assert [] == [name for name, content in left.files.items() if any(form in content for form in forms)]


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
def test_the_desk_can_leave_no_core(left: Left) -> None:
    assert ["0", "0"] == left.core_limits
    assert signal.SIGABRT == left.ended_by
    assert not left.dumped
    assert [] == [name for name in left.files if Path(name).name.startswith("core")]
