"""Browsers at different places: at the desk's own machine, and on devices of the house, each with cookies of its own."""

import base64
import re
from datetime import UTC, datetime
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from madoguchi.base.settings import LanSetting, Settings, save_settings
from madoguchi.desk.gate import LOGIN
from madoguchi.desk.passphrase import keep
from madoguchi.records.administrator import Administrator as Kept

HERE = "http://127.0.0.1:8765"
HOUSE = "https://192.168.10.5:8766"
PASSPHRASE = "みほんの とおい むかし"

Desk = Any


def code_at(secret: bytes, at: datetime) -> str:
    """What an authenticator shows."""
    return TOTP(secret, 6, SHA1(), 30).generate(int(at.timestamp())).decode()  # noqa: S303 - RFC 6238


class Browser:
    """One browser: what it asks as a person's page does, and the cookies it keeps."""

    def __init__(self, desk: Desk, base: str = HERE) -> None:
        self.desk = desk
        self.base = base
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, data: Any = None, accept: str = "text/html", **headers: str) -> Any:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"accept": accept, **({"cookie": kept} if kept else {}), **headers}
        if method == "POST":
            sent.setdefault("origin", self.base)
        self.desk.client.cookies.clear()
        answer = self.desk.client.request(method, self.base + path, data=data, headers=sent, follow_redirects=False)
        for line in answer.headers.get_list("set-cookie"):
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
            if "max-age=0" in line.lower():
                del self.cookies[name]
        return answer

    def get(self, path: str, **more: Any) -> Any:
        return self.ask("GET", path, **more)

    def post(self, path: str, **data: Any) -> Any:
        return self.ask("POST", path, data)


class Administrator(Browser):
    """A browser whose person knows the passphrase and holds the telephone."""

    secret = b""
    spare = ""

    def choose(self, passphrase: str = PASSPHRASE, **more: str) -> Any:
        """Choose a passphrase and set up the second factor."""
        shown = self.post("/login/choose", passphrase=passphrase, again=passphrase, **more)
        assert shown.status_code == 200, shown.text
        self.secret = base64.b32decode(re.findall(r"<code>([A-Z2-7 ]+)</code>", shown.text)[0].replace(" ", ""))
        self.spare = re.findall(r'class="carry">([0-9A-Z ]+)<', shown.text)[0]
        return self.post("/login/enrol", token=field(shown.text, "token"), code=self.code())

    def code(self) -> str:
        return code_at(self.secret, self.desk.clock())

    def log_in(self, passphrase: str = PASSPHRASE, code: str | None = None, to: str = "/settings") -> Any:
        """Come in; a fresh code is waited for, because each counts once."""
        if code is None:
            self.desk.clock.go(seconds=30)
        return self.post("/login", passphrase=passphrase, code=self.code() if code is None else code, to=to)


SECRET = b"12345678901234567890"


@cache
def _chosen() -> Kept:
    """The passphrase as it is kept; derived once for all tests, because that is slow on purpose."""
    return keep(PASSPHRASE, SECRET, "", datetime(2026, 11, 24, 0, 0, tzinfo=UTC))


def seated(desk: Desk) -> Administrator:
    """An administrator who chose a passphrase some time ago and is in."""
    made = Administrator(desk)
    desk.context.records.administration.appoint(_chosen(), first=True)
    made.cookies[LOGIN[False]] = desk.context.keeper.begin("")
    made.secret = SECRET
    return made


def field(page: str, name: str) -> str:
    """The value of a hidden field."""
    return str(re.findall(rf'name="{name}" value="([^"]*)"', page)[0])


def open_house(desk: Desk, name: str = "") -> None:
    """The door to the house stands in the settings as if the administrator had opened it."""
    save_settings(desk.context.data, Settings(lan=LanSetting(on=True, address="192.168.10.5", name=name)))


def pairing_code(administrator: Browser, role: str, desk: str = "1") -> str:
    """A code as the administrator reads it off the page."""
    shown = administrator.post("/lan/pairing", device="みほんのタブレット", role=role, desk=desk)
    assert shown.status_code == 200, shown.text
    return str(re.findall(r'class="carry large">([0-9A-Z ]+)<', shown.text)[0])


def paired(administrator: Browser, role: str, desk: str = "1") -> Browser:
    """A device of the house that has been paired."""
    tablet = Browser(administrator.desk, HOUSE)
    answer = tablet.post("/pair", code=pairing_code(administrator, role, desk))
    assert answer.status_code == 303, answer.text
    return tablet
