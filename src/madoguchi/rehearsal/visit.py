"""A patient at the reader, by HTTP alone: lays a card down, shows who they are in the way asked for, agrees, takes the card."""

import time
from typing import Any, Final

import httpx
import msgspec

PATIENCE_SECONDS: Final = (2.5, 8.0)
"""A screen that neither goes on nor says anything for so long does not move: at least, at most."""

SLOWER: Final = 20.0
"""How many times longer than its slowest screen a reader that is well never takes, even after a restart."""

MOST_SCREENS: Final = 12

BUSY: Final = frozenset({"reading", "asking"})


class Seen(msgspec.Struct, frozen=True):
    """What a check-in came to. `good`: the result is there and no code was shown; neither good nor a code: it does not move."""

    good: bool
    code: str | None
    screen: str
    tries_left: int | None = None
    stand_in: bool = False


class Who(msgspec.Struct, frozen=True):
    """A patient: the card, the way they check in by themselves, the PIN; `passcode` is the institution's, for 目視."""

    persona: str
    method: str
    pin: str
    passcode: str


def patience_after(slowest: float) -> float:
    """How long to wait for a reader whose slowest screen took so long while it was well, in seconds."""
    least, most = PATIENCE_SECONDS
    return min(max(slowest * SLOWER, least), most)


class Visit:
    """One patient with one card."""

    def __init__(self, reader: str, who: Who, patience: float = PATIENCE_SECONDS[1]) -> None:
        """`patience` in seconds: how long a screen may do nothing."""
        self._client = httpx.Client(base_url=reader, timeout=patience, trust_env=False)
        self._who = who
        self.slowest = 0.0
        """Seconds of the slowest screen so far."""

    def check_in(self, by: str | None = None) -> Seen:
        """Try once, by another way than the patient's own where one is given."""
        way = by or self._who.method
        self._hand({"do": "take_card"})
        shown = self._hand({"do": "place_card", "persona": self._who.persona})
        tried = False
        for _ in range(MOST_SCREENS):
            deed = self._next(shown, way, tried=tried)
            if deed is None:
                break
            tried = tried or deed["do"] in {"picture", "type_pin"}
            shown = self._hand(deed)
        self._hand({"do": "take_card"})
        return _seen(shown)

    def stop(self) -> None:
        """Leave the reader."""
        self._client.close()

    def _next(self, shown: dict[str, Any], way: str, *, tried: bool) -> dict[str, Any] | None:
        """What the patient does on this screen; None where nothing is left to do."""
        screen = shown["screen"]
        if screen == "choose" and way in shown["ways"]:
            return {"do": "choose", "method": way}
        if (tried and screen in {"pin", "camera"}) or (screen == "look" and way != "visual"):
            return None
        deeds: dict[str, dict[str, Any]] = {
            "look": {"do": "choose", "method": "visual"},
            "pin": {"do": "type_pin", "pin": self._who.pin},
            "passcode": {"do": "passcode", "code": self._who.passcode},
            "camera": {"do": "picture", "marker": self._who.persona},
            "registration": {"do": "register"},
            "consents": {"do": "consent"},
            "prescription": {"do": "prescription", "form": "electronic"},
        }
        return deeds.get(screen)

    def _hand(self, deed: dict[str, Any]) -> dict[str, Any]:
        began = time.monotonic()
        try:
            answer = self._client.post("/hands", json=deed)
            shown = answer.json() if answer.is_success else self._client.get("/kiosk").raise_for_status().json()
        except httpx.HTTPError:
            return {"screen": "frozen"}
        self.slowest = max(self.slowest, time.monotonic() - began)
        return dict(shown)


def _seen(shown: dict[str, Any]) -> Seen:
    return Seen(
        good=shown["screen"] == "done",
        code=shown.get("code"),
        screen=shown["screen"],
        tries_left=shown.get("tries_left"),
        stand_in=bool(shown.get("stand_in")),
    )
