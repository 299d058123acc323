"""The reader's end of the cable to the terminal: heartbeats, and check-ins step by step."""

import asyncio
import base64
import time
from collections.abc import Callable
from typing import Any, Final, Literal

import httpx
import msgspec

from madoguchi.replica.reader.settings import RETRY_SECONDS
from madoguchi.replica.reader.trouble import Trouble

BEAT_PATIENCE: Final = 2.0
PAUSE_SECONDS: Final = 0.2

Told = dict[str, Any]


class Beat(msgspec.Struct, frozen=True):
    """What the terminal answers to a heartbeat."""

    mode: Literal["automatic", "visual"]
    profile_expected: str
    keypad: bool = True


class Cable:
    """Calls of the terminal, each of which may be repeated: a terminal that was asked twice does it once."""

    def __init__(self, address: str, carries: Callable[[], None]) -> None:
        """Hang at an address.

        Args:
            address: the terminal's.
            carries: raises Trouble where nothing goes through the cable.
        """
        # Without a limit for reading: a terminal that is busy or frozen lets the reader wait, and that is no lost cable.
        limits = httpx.Timeout(None, connect=1.0)
        self._client = httpx.AsyncClient(base_url=address, timeout=limits, trust_env=False)
        self._carries = carries

    async def beat(self, profile: str, *, keypad: bool) -> Beat:
        """Say that the reader lives.

        Raises:
            Trouble: nobody answers.
        """
        self._carries()
        try:
            answer = await self._client.post(
                "/usb/heartbeat", json={"profile": profile, "keypad": keypad}, timeout=BEAT_PATIENCE
            )
            return msgspec.json.decode(answer.raise_for_status().content, type=Beat)
        except (httpx.HTTPError, msgspec.DecodeError):
            raise Trouble("link-lost") from None

    async def begin(self) -> Told:
        """Begin a check-in: its id, its challenge, and the mode."""
        return await self._ask("POST", "/usb/check-ins", {})

    async def passcode(self, check_in: str, code: str) -> bool:
        """Whether a passcode for 目視 is right."""
        return bool((await self._ask("POST", f"/usb/check-ins/{check_in}/passcode", {"code": code}))["accepted"])

    async def permission(self, check_in: str, certificate: bytes) -> bytes:
        """The permission to use a card without its PIN."""
        told = await self._ask("POST", f"/usb/check-ins/{check_in}/permission", {"certificate": _text(certificate)})
        return base64.b64decode(told["permission"])

    async def identified(self, check_in: str, proof: Told) -> Told:
        """What the terminal says of the person who showed this."""
        return await self._ask("POST", f"/usb/check-ins/{check_in}/identified", proof)

    async def registration(self, check_in: str) -> None:
        """Register the card as insurance card."""
        await self._ask("POST", f"/usb/check-ins/{check_in}/registration", {})

    async def consents(self, check_in: str, consent: Told) -> Told:
        """Tell of the consents; afterwards the result is in the folder."""
        return await self._ask("POST", f"/usb/check-ins/{check_in}/consents", consent)

    async def withdraw(self, check_in: str) -> None:
        """The card was taken away."""
        await self._ask("DELETE", f"/usb/check-ins/{check_in}", None)

    async def close(self) -> None:
        """Let go."""
        await self._client.aclose()

    async def _ask(self, method: str, path: str, body: Told | None) -> Told:
        """One call, repeated while nobody answers.

        Raises:
            Trouble: with the terminal's code, or that it is not there.
        """
        until = time.monotonic() + RETRY_SECONDS
        while True:
            self._carries()
            try:
                answer = await self._client.request(method, path, json=body)
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                    return _read(answer)
            except httpx.HTTPError:
                pass
            if time.monotonic() >= until:
                raise Trouble("link-lost")
            await asyncio.sleep(PAUSE_SECONDS)


def proof(certificate: bytes, signature: bytes, method: str, kind: str) -> Told:
    """How the person showed who they are, as the terminal wants it."""
    return {"certificate": _text(certificate), "signature": _text(signature), "method": method, "kind": kind}


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _read(answer: httpx.Response) -> Told:
    try:
        told: Told = answer.json()
    except ValueError:
        raise Trouble("not-understood") from None
    if answer.is_success:
        return told
    code = str(told.get("code", ""))
    if answer.status_code == httpx.codes.CONFLICT and code:
        raise Trouble(str(told.get("reason", "")), code, written=bool(told.get("written")))
    raise Trouble("not-understood")
