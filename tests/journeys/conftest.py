"""A real desk in a process of its own, and a real browser in front of it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--lang=ja"]
TABLET: ViewportSize = {"width": 768, "height": 1024}
WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 400, "height": 800}


class Desk:
    """A running desk: where it is, where it keeps its data, and how to end it."""

    def __init__(self, data: Path) -> None:
        self.data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        environment = {**os.environ, "MADOGUCHI_DATA": str(self.data), "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "madoguchi", "desk", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.url}/api/status", timeout=2).read()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the desk did not answer")

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "data")
    made.start()
    yield made
    made.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each file: while it is open its event loop runs in this thread, and no other could."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for a whole file of tests that only look."""
    made = Desk(tmp_path_factory.mktemp("shared"))
    made.start()
    yield made
    made.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tablet that is not at any desk yet."""
    context = browser.new_context(viewport=TABLET, locale="ja-JP", timezone_id="Asia/Tokyo")
    yield context.new_page()
    context.close()


@pytest.fixture
def tablet(browser: Browser, desk: Desk) -> Iterator[Page]:
    context = browser.new_context(viewport=TABLET, base_url=desk.url, locale="ja-JP", timezone_id="Asia/Tokyo")
    yield context.new_page()
    context.close()


@pytest.fixture
def second(browser: Browser, desk: Desk) -> Iterator[Page]:
    """Another device at the same desk: the patient's tablet."""
    context = browser.new_context(viewport=TABLET, base_url=desk.url, locale="ja-JP", timezone_id="Asia/Tokyo")
    yield context.new_page()
    context.close()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: docs/pictures when `scripts/pictures` asks for it, otherwise nowhere that lasts."""
    wanted = Path(os.environ.get("MADOGUCHI_PICTURES", tmp_path / "pictures"))
    wanted.mkdir(parents=True, exist_ok=True)
    return wanted
