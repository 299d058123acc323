"""A smart-card service with a virtual reader, in namespaces of their own: programs inside meet a card, none outside does.

The stock driver opens its port to every network (docs/protocol/card-reader.md#socket). Inside a fresh network namespace there
is only a loopback device of its own, and a fresh /run gives the service a socket that nobody else sees.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

PORT: Final = 35963
READER: Final = "Madoguchi 00 00"
DRIVER: Final = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")

NEEDED: Final = ("pcscd", "unshare", "nsenter", "ip", "opensc-tool", "pkcs15-tool", "pkcs11-tool", "p11tool", "openssl")

PATIENCE_SECONDS: Final = 30

_INSIDE: Final = """
ip link set lo up && mount -t tmpfs tmpfs /run && mkdir /run/pcscd && exec pcscd --foreground --config "$1"
"""

_READER: Final = f"""FRIENDLYNAME "Madoguchi"
DEVICENAME /dev/null:0x{PORT:X}
LIBPATH {DRIVER}
CHANNELID 0x{PORT:X}
"""


class Said(NamedTuple):
    """What a program said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


def missing() -> str:
    """Why no stack can be started here, or nothing."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    if lacking or not DRIVER.exists():
        return f"not installed: {', '.join(lacking) or 'vsmartcard-vpcd'} (requirements/debian.txt)"
    if os.geteuid() != 0:
        return "namespaces of their own need root"
    tried = subprocess.run(["unshare", "--mount", "--net", "true"], check=False, capture_output=True)
    return "" if tried.returncode == 0 else "this machine does not let root make namespaces"


def module() -> str:
    """Where OpenSC's PKCS#11 module lies on this machine."""
    return next(str(one) for one in Path("/usr/lib").glob("*/opensc-pkcs11.so"))


class Stack:
    """The service, and whatever is run beside it."""

    def __init__(self, folder: Path) -> None:
        """Start the service; its log, cards' logs and keys lie in `folder`."""
        self.folder = folder
        self.log = folder / "pcscd.log"
        (folder / "readers").mkdir(parents=True)
        (folder / "readers" / "vpcd").write_text(_READER, "utf-8")
        words = ["unshare", "--mount", "--net", "--propagation", "private", "sh", "-c", _INSIDE, "sh", str(folder / "readers")]
        with self.log.open("wb") as log:
            self._service = subprocess.Popen(words, stdout=log, stderr=subprocess.STDOUT)
        self.wait(lambda: READER in self.run("opensc-tool", "--list-readers").out, "the service does not come up")

    def command(self, *words: str) -> list[str]:
        """A command line that runs inside."""
        here = ["nsenter", f"--target={self._service.pid}", "--mount", "--net", f"--wd={Path.cwd()}", "--"]
        return [*here, *words]

    def run(self, *words: str, given: bytes = b"", **environment: str) -> Said:
        """Run a program inside until it ends."""
        done = subprocess.run(
            self.command(*words), input=given, capture_output=True, check=False, timeout=120, env=self._environment(environment)
        )
        return Said(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def start(self, *words: str, log: Path) -> subprocess.Popen[bytes]:
        """Start a program inside; whoever starts it stops it."""
        with log.open("ab") as out:
            return subprocess.Popen(
                self.command(*words), stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=self._environment({})
            )

    def madoguchi(self, *words: str, **environment: str) -> Said:
        """Run a madoguchi command inside."""
        return self.run(sys.executable, "-m", "madoguchi", *words, given=b"", **environment)

    @contextmanager
    def card(self, persona: str, *faults: str) -> Iterator[Path]:
        """A persona's card in the reader, with what is wrong with it; gives the card's log."""
        log = self.folder / f"card-{persona}.log"
        words = [sys.executable, "-m", "madoguchi", "replica", "card", "--persona", persona, "--vpcd", f"127.0.0.1:{PORT}"]
        with self.served(*words, *(f"--fault={fault}" for fault in faults), log=log):
            yield log

    @contextmanager
    def served(self, *words: str, log: Path) -> Iterator[None]:
        """A program that puts a card into the reader, for as long as the service sees that card."""
        serving = self.start(*words, log=log)
        try:
            self.wait(lambda: self._present(serving), "the card is not seen")
            yield
        finally:
            serving.terminate()
            serving.wait(PATIENCE_SECONDS)
            self.wait(lambda: not self._present(), "the card stays")

    def _present(self, serving: subprocess.Popen[bytes] | None = None) -> bool:
        assert serving is None or serving.poll() is None, "the card went away by itself"
        line = next(line for line in self.run("opensc-tool", "--list-readers").out.splitlines() if READER in line)
        return "Yes" in line

    def wait(self, until: Any, complaint: str) -> None:
        """Wait for something, a few seconds at most."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not until():
            assert self._service.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < end, complaint
            time.sleep(0.05)

    def _environment(self, more: dict[str, str]) -> dict[str, str]:
        return {**os.environ, "MADOGUCHI_DATA": str(self.folder / "data"), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **more}

    def stop(self) -> None:
        """Stop the service; with it the namespaces end."""
        self._service.terminate()
        self._service.wait(PATIENCE_SECONDS)
