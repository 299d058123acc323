"""A whole chain with a reader in front, and a pair of hands at the reader."""

from pathlib import Path
from typing import Any

import httpx

from madoguchi.replica.card.personas import personas
from madoguchi.replica.link import prepare
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World, create

PASSCODE = "2468"


def make_world(folder: Path) -> World:
    return create(folder, 7, prepare)


def up(world: World) -> Supervisor:
    """The chain, warmed up: the first question after a start waits for what is made only once."""
    chain = Supervisor(world)
    chain.start()
    with httpx.Client(base_url=world.url("reader"), trust_env=False, timeout=30) as client:
        hands = Hands(client)
        for _ in range(5):
            if hands.check_in() == "done":
                break
    return chain


class Hands:
    """What a person does at the reader."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.seen: dict[str, Any] = {}

    def do(self, do: str, **more: object) -> dict[str, Any]:
        self.seen = self._client.post("/hands", json={"do": do, **more}).json()
        return self.seen

    def look(self, lang: str = "ja") -> dict[str, Any]:
        seen: dict[str, Any] = self._client.get("/kiosk", params={"lang": lang}).json()
        return seen

    def take(self) -> None:
        if self.look()["card"]:
            self.do("take_card")

    def identify(self, method: str, persona: str) -> str:
        """The way to show who it is: the screen afterwards."""
        if self.do("choose", method=method).get("screen") == "pin":
            self.do("type_pin", pin=personas()[persona].secrets.get("user-pin", "0000"))
        elif self.seen["screen"] == "camera":
            self.do("picture", marker=persona)
        elif self.seen["screen"] == "passcode":
            self.do("passcode", code=PASSCODE)
        return str(self.seen["screen"])

    def check_in(self, persona: str = "adult", method: str = "pin", *, take: bool = True) -> str:
        """A check-in from card to card: the code that is shown, else the last screen."""
        screen = self.do("place_card", persona=persona).get("screen")
        if screen in {"choose", "look"}:
            screen = self.identify(method, persona)
        if screen == "registration":
            screen = self.do("register")["screen"]
        if screen == "consents":
            screen = self.do("consent", prescription="paper")["screen"]
        shown = str(self.seen.get("code") or screen)
        if take:
            self.take()
        return shown


def faces(world: World) -> list[Path]:
    """The results in the terminal's folder `face`."""
    return sorted((world.folder("terminal") / "face").glob("*.xml"))
