import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from madoguchi.cli.passphrase import account, ask, ask_new
from madoguchi.desk.refusals import Refused


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Puts lines on standard input."""

    def put(text: str) -> None:
        (tmp_path / "typed").write_bytes(text.encode())
        monkeypatch.setattr(sys, "stdin", (tmp_path / "typed").open(encoding="utf-8", newline=""))

    return put


def test_a_passphrase_is_a_line_with_the_blanks_in_it(typed: Callable[[str], None]) -> None:
    typed(" correct horse \r\nbattery staple\n")

    assert ask("cli-ledger-passphrase") == " correct horse "
    assert ask_new("cli-export-passphrase") == "battery staple"


def test_nothing_is_no_passphrase(typed: Callable[[str], None]) -> None:
    typed("\n")

    with pytest.raises(Refused, match="empty"):
        ask("cli-ledger-passphrase")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
@pytest.mark.parametrize(("again", "status"), [("battery staple", 0), ("battery stable", 2)])
def test_at_a_terminal_a_new_one_is_asked_for_twice_and_never_shown(
    hanako: str, tmp_path: Path, again: str, status: int
) -> None:
    out = tmp_path / "x"
    keyboard, terminal = os.openpty()
    environment = {**os.environ, "MADOGUCHI_DATA": str(tmp_path / "data"), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "madoguchi", "ledger", "export", str(out)]
    heard = b""
    with subprocess.Popen(
        command, stdin=terminal, stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, start_new_session=True
    ) as asking:
        assert asking.stderr is not None
        assert asking.stdout is not None
        for line in ("correct horse", "battery staple", again):
            # Each prompt ends with a full-width colon; what is typed before one is thrown away.
            prompt = b""
            while not prompt.rstrip().endswith("：".encode()) and (sign := asking.stderr.read(1)):
                prompt += sign
            os.write(keyboard, f"{line}\n".encode())
            heard += prompt
        heard += asking.stderr.read() + asking.stdout.read()
    shown = os.read(keyboard, 4096) if select.select([keyboard], [], [], 0)[0] else b""
    os.close(keyboard)
    os.close(terminal)

    assert status == asking.returncode
    assert (status == 0) == out.exists()
    assert not any(word in heard + shown for word in (b"horse", b"battery", b"stable"))
    assert hanako


def test_the_account_is_a_name() -> None:
    assert isinstance(account(), str)


@pytest.mark.parametrize("who", ["123456789018", "1234 5678 9018", "鈴" * 40, ""])
def test_what_is_no_name_gets_into_no_log(madoguchi: Callable[..., Any], hanako: str, tmp_path: Path, who: str) -> None:
    said = madoguchi("ledger", "hold", hanako, "--who", who)

    assert (2, "") == (said.status, said.out)
    assert not who or who not in said.err
    assert not who or who.encode() not in b"".join(path.read_bytes() for path in (tmp_path / "data").glob("madoguchi.db*"))
