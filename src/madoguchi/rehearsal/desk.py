"""The desk as a receptionist uses it, by its HTTP doors alone."""

import time
from typing import Any, Final

import httpx
import msgspec

QUICK: Final = 1.8
"""Seconds: a press that is answered sooner has waited for every probe; a slower answer says that some still look."""

PRESSES: Final = 12


class Step(msgspec.Struct, frozen=True):
    """The step in front of staff."""

    id: str
    kind: str


class Name(msgspec.Struct, frozen=True):
    """A problem's id."""

    code: str


class View(msgspec.Struct, frozen=True):
    """Where an incident stands: `open`, `escalated` or `closed`."""

    id: str
    state: str
    problem: Name
    step: Step | None


class Desk:
    """The doors of one desk."""

    def __init__(self, address: str, *, practice: bool = False) -> None:
        """Nothing is asked yet."""
        self._client = httpx.Client(base_url=address, timeout=30, trust_env=False)
        self._practice = practice

    def report(self, told: dict[str, str]) -> View:
        """Report a code or words."""
        return self._view(self._post("/api/incidents", {**told, "source": "rehearsal", "practice": self._practice}))

    def observe(self, incident: str, fact: dict[str, Any]) -> View:
        """Add what else is seen."""
        return self._view(self._post(f"/api/incidents/{incident}/observations", fact))

    def answer(self, incident: str, step: str, outcome: str) -> View:
        """Say how a step went. Where a probe has brought another step to the fore meanwhile, that one is what comes back."""
        answer = self._post(f"/api/incidents/{incident}/answers", {"step": step, "outcome": outcome})
        return self.read(incident) if answer.status_code == httpx.codes.CONFLICT else self._view(answer)

    def end(self, incident: str) -> View:
        """Say that it is over."""
        self._post(f"/api/incidents/{incident}/close", {"how": "reported"})
        return self.read(incident)

    def go_on(self, incident: str, way: str) -> View:
        """Go on with this patient by a way of staff's own choice."""
        self._client.post(f"/incidents/{incident}/way", data={"way": way})
        return self.read(incident)

    def read(self, incident: str) -> View:
        """Where it stands now."""
        return self._view(self._client.get(f"/api/incidents/{incident}"))

    def look(self) -> None:
        """Have every probe look, and wait until all have."""
        for _ in range(PRESSES):
            began = time.monotonic()
            self._client.post("/chain/look")
            if time.monotonic() - began < QUICK:
                return

    def paste(self, service: str) -> None:
        """Tell the desk of a notice on the portal that says that a service is down."""
        told = {"services": service, "over": "no", "sure": "0.9"}
        self._client.post("/notices/keep", data=told)

    def readings(self) -> dict[str, str]:
        """How each probe finds what it looks at."""
        chain = self._client.get("/api/status").raise_for_status().json()["chain"]
        return {probe["probe"]: probe["state"] for link in chain for probe in link["probes"]}

    def ways(self, problem: str) -> tuple[str, ...]:
        """The ways to go on today, in the desk's order."""
        answer = self._client.get(f"/api/problems/{problem}").raise_for_status()
        return tuple(way["id"] for way in answer.json()["continue"])

    def write_down(self, reason: str, incident: str, person: dict[str, str]) -> bool:
        """Begin an outage, or join it, and write the four items of a patient into the ledger; whether both were taken."""
        outage = self._post("/api/outages", {"reason": reason, "incident": incident})
        return outage.is_success and self._post("/api/ledger", person).is_success

    def stop(self) -> None:
        """Leave the desk."""
        self._client.close()

    def _post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        return self._client.post(path, json=body)

    def _view(self, answer: httpx.Response) -> View:
        return msgspec.json.decode(answer.raise_for_status().content, type=View)
