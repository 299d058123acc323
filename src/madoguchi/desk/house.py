"""The door to the house: whether it is open, under which names, and how its certificate stays fresh."""

import asyncio
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, Protocol

from anyio import to_thread

from madoguchi.base.clock import Clock
from madoguchi.base.log import logger
from madoguchi.base.settings import LanSetting, Settings, SettingsError
from madoguchi.base.tls import is_private
from madoguchi.desk.authority import Certificates

State = Literal["off", "open", "no-administrator", "no-address", "no-certificate", "unusable"]
"""`no-address`: this machine has no such address now, or the port is taken; `no-certificate`: none could be written."""

PORTS: Final = range(1024, 65536)

_log = logger()


class Listener(Protocol):
    """The web server, as far as it can open a second door."""

    async def listen(self, address: str, port: int, tls: ssl.SSLContext) -> None:
        """Begin to listen; raises OSError where that is not possible."""

    async def stop_listening(self) -> None:
        """Shut the second door and end what came in by it."""


class House:
    """What the rest of the house can reach of this desk."""

    def __init__(self, data: Path, settings: Callable[[], Settings], chosen: Callable[[], bool], clock: Clock) -> None:
        """Follow the settings; `chosen` tells whether there is an administrator. Nothing listens before a server is given."""
        self.certificates = Certificates(data)
        self.state: State = "off"
        self.listener: Listener | None = None
        self._settings = settings
        self._chosen = chosen
        self._clock = clock
        self._tls: ssl.SSLContext | None = None
        self._open: LanSetting | None = None
        self._changing = asyncio.Lock()

    def setting(self) -> LanSetting:
        """What the administrator wants; off where the settings cannot be read."""
        try:
            return self._settings().lan
        except SettingsError:
            return LanSetting()

    def names(self) -> frozenset[str]:
        """The names the desk answers to at this door: none while it is off."""
        lan = self.setting()
        return hosts(lan) if lan.on else frozenset()

    async def follow(self) -> State:
        """Open, shut or move the door as the settings say now."""
        async with self._changing:
            wanted = await to_thread.run_sync(self._wanted)
            if wanted != self._open:
                await self._shut()
                if wanted is not None:
                    await self._listen(wanted)
            return self.state

    def _wanted(self) -> LanSetting | None:
        lan = self.setting()
        usable = is_usable(lan)
        reasons: tuple[tuple[bool, State], ...] = (
            (not lan.on, "off"),
            (not usable, "unusable"),
            (lan.on and not self._chosen(), "no-administrator"),
        )
        reason = next((state for holds, state in reasons if holds), None)
        if reason is not None:
            self.state = reason
            return None
        return lan

    async def _listen(self, lan: LanSetting) -> None:
        if self.listener is None:
            return
        try:
            self._tls = await to_thread.run_sync(self._secured, lan)
        except (OSError, ValueError) as error:
            self._refused("no-certificate", error)
            return
        try:
            await self.listener.listen(lan.address, lan.port, self._tls)
        except OSError as error:
            self._refused("no-address", error)
            return
        self.state, self._open = "open", lan

    def _refused(self, state: State, error: Exception) -> None:
        self.state = state
        _log.error("house_not_open", reason=state, error=type(error).__name__)

    def _secured(self, lan: LanSetting) -> ssl.SSLContext:
        self.certificates.renew(hosts(lan), self._clock())
        return self.certificates.context()

    async def _shut(self) -> None:
        if self.listener is not None and self._open is not None:
            await self.listener.stop_listening()
        self._open = self._tls = None

    async def keep(self) -> None:
        """What is to be done now and then: a door that could not open is tried again, a certificate near its end renewed."""
        if self._open is None and self.state in ("no-address", "no-certificate"):
            await self.follow()
        elif self._open is not None and self._tls is not None:
            await to_thread.run_sync(self._renewed, self._open, self._tls)

    def _renewed(self, lan: LanSetting, tls: ssl.SSLContext) -> None:
        try:
            if self.certificates.renew(hosts(lan), self._clock()):
                # New connections shake hands with the new certificate; open ones are not disturbed.
                tls.load_cert_chain(self.certificates.chain)
        except OSError as error:
            _log.error("certificate_not_renewed", error=type(error).__name__)


def hosts(lan: LanSetting) -> frozenset[str]:
    """Every name a setting gives."""
    return frozenset({lan.address, lan.name} - {""})


def is_usable(lan: LanSetting) -> bool:
    """Whether a setting, perhaps written by hand, names a private address and a port that may be taken."""
    return bool(lan.address) and all(map(is_private, hosts(lan))) and lan.port in PORTS
