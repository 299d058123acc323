"""The terminal at work: settings, certificate, folders and far services under the faults of the moment, and its check-ins."""

import base64
import logging
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec

from madoguchi.replica.directory import write_whole
from madoguchi.replica.faults import Switches
from madoguchi.replica.terminal import checkin as ci
from madoguchi.replica.terminal.certificate import Held, Mpki, hold, reminded, revoked_in, state_of
from madoguchi.replica.terminal.codes import Failed
from madoguchi.replica.terminal.far import Call, Far
from madoguchi.replica.terminal.faults import WRAPPERS, Effects
from madoguchi.replica.terminal.machine import step
from madoguchi.replica.terminal.results import face_name, face_result
from madoguchi.replica.terminal.services import Services
from madoguchi.replica.terminal.settings import Settings, SettingsRefused, parse
from madoguchi.replica.terminal.shares import Shares, reason_of
from madoguchi.replica.terminal.store import Delivery, Store
from madoguchi.replica.world import World
from madoguchi.wire.exchange.layout import load_layout

LOG: Final = logging.getLogger("madoguchi.replica.terminal")
LOCKS: Final = 64
CHALLENGE_BYTES: Final = 32


class UnknownCheckInError(KeyError):
    """There is no check-in of this id."""


class RefusedError(ValueError):
    """What the reader asked does not belong here; carries why."""

    def __init__(self, why: str) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why


class Terminal:
    """One terminal. Everything it keeps lies in its store and its folders; the process may end at any instant."""

    def __init__(self, world: World, on: tuple[str, ...] = ()) -> None:
        """Take up where the last process ended.

        Raises:
            TableRefused: a vendor's table cannot be used.
        """
        self.world = world
        self.folder = world.folder("terminal")
        self.switches: Switches[Effects] = Switches("terminal", WRAPPERS, on)
        self.layout = load_layout(self.folder / "tables")
        self.store = Store(self.folder, world.clock())
        self._good, self._told = Settings(institution=world.institution), ""
        self.shares = Shares(self.folder, self.store, self.last_good)
        self._real = Effects(
            settings=lambda: (self.folder / "settings.toml").read_text("utf-8"),
            clock=world.clock,
            mode=self._mode,
            switch=self._switch,
            put=self.shares.put,
        )
        self._far = Far(world)
        self._locks = [Lock() for _ in range(LOCKS)]
        self._seen: dict[str, tuple[int, Held | None]] = {}
        self._revocations: tuple[int, frozenset[int]] = (0, frozenset())
        with suppress(Failed):
            self.settings(self.effects)
        if self._mode().mode != "automatic":
            self._switch("automatic")
        self.follow()
        self.shares.sweep()
        self.shares.catch_up(self.effects.put)

    @property
    def effects(self) -> Effects:
        """What the terminal does outside itself, under the faults of this moment."""
        return self.switches.under(self._real)

    def close(self) -> None:
        """Let go of everything."""
        self._far.close()
        self.store.close()

    def follow(self) -> None:
        """Feel the faults of this moment at once: folders go and come, another certificate lies there."""
        effects = self.effects
        self.shares.follow(effects.conditions())
        self.shares.seize(stuck=effects.writer_stuck())
        chosen, shown = self._certificate(effects), self.folder / "chosen.pem"
        if chosen.exists():
            data = chosen.read_bytes()
            if not shown.exists() or shown.read_bytes() != data:
                write_whole(shown, data)

    @staticmethod
    def memory_of(world: World) -> int:
        """Bytes that the process may take beyond what it starts with, as far as the settings can be read."""
        try:
            return parse((world.folder("terminal") / "settings.toml").read_text("utf-8"), world.institution).memory
        except (OSError, ValueError):
            return Settings().memory

    def last_good(self) -> Settings:
        """The settings as they were last read without fault."""
        return self._good

    def _mode(self) -> ci.Switch:
        kept = self.store.kept("mode")
        return ci.Switch() if kept is None else msgspec.json.decode(kept, type=ci.Switch)

    def _switch(self, mode: ci.Mode) -> None:
        now = self._mode()
        if now.mode != mode:
            self.store.keep("mode", msgspec.json.encode(ci.Switch(mode, now.turns + 1)).decode())

    # What stands before every call.

    def settings(self, effects: Effects) -> Settings:
        """The settings as they are now.

        Raises:
            Failed: `settings-…`: they cannot be read or contradict themselves.
        """
        try:
            told = effects.settings()
            if told != self._told:
                self._good = parse(told, self.world.institution)
                self._told = told
        except SettingsRefused as refused:
            raise Failed(f"settings-{refused.why}") from None
        except (OSError, UnicodeDecodeError):
            raise Failed("settings-unreadable") from None
        return self._good

    def _certificate(self, effects: Effects) -> Path:
        return self.folder / "certificate" / f"{effects.chosen(self._good.certificate)}.pem"

    def _held(self, path: Path) -> Held | None:
        try:
            changed = path.stat().st_mtime_ns
        except OSError:
            return None
        if self._seen.get(path.name, (0, None))[0] != changed:
            self._seen[path.name] = (changed, hold(path))
        return self._seen[path.name][1]

    def mpki(self) -> Mpki:
        """What the certificate's client says now."""
        effects = self.effects
        return reminded(self._held(self._certificate(effects)), self._revoked(), effects.clock())

    def _revoked(self) -> frozenset[int]:
        path = self.folder / "certificate" / "institution.crl"
        changed = path.stat().st_mtime_ns if path.exists() else 0
        if self._revocations[0] != changed:
            self._revocations = (changed, revoked_in(path))
        return self._revocations[1]

    def ready(self, effects: Effects) -> tuple[Settings, Services]:
        """The far services, once settings and certificate are good; before any of them is called.

        Raises:
            Failed: `settings-…` or `certificate-…`.
        """
        settings = self.settings(effects)
        chosen = self._certificate(effects)
        state = state_of(self._held(chosen), self._revoked(), effects.clock())
        if state != "good":
            raise Failed(f"certificate-{state}")
        return settings, Services(self._far, Call(effects.route, settings.far_seconds, chosen), settings.institution)

    # Check-ins.

    def open(self) -> ci.CheckIn:
        """Begin a check-in.

        Raises:
            Failed: the terminal cannot work now.
        """
        effects = self.effects
        self.ready(effects)
        effects.work()
        effects.worker()
        challenge = base64.b64encode(secrets.token_bytes(CHALLENGE_BYTES)).decode()
        begun = ci.CheckIn(secrets.token_hex(12), effects.mode(), challenge)
        self.store.write(begun, effects.clock())
        effects.opened()
        return begun

    def ask(self, name: str, event: Callable[[int], ci.Event]) -> dict[str, object]:
        """Let something happen to a check-in and carry out what follows; what the reader is told.

        Args:
            name: the check-in.
            event: what happens, given how often the mode has been switched by now.

        Raises:
            UnknownCheckInError: there is none of this id.
            RefusedError: it does not belong here.
            Failed: it cannot go on now; the same may be asked again.
        """
        with self._locks[hash(name) % LOCKS]:
            found = self.store.check_in(name)
            if found is None:
                raise UnknownCheckInError(name)
            effects = self.effects
            happened = event(effects.mode().turns)
            while True:
                now, effect = step(found, happened)
                if not isinstance(effect, ci.WriteResult) and now != found and not isinstance(happened, ci.Written):
                    self.store.write(now, effects.clock())
                match effect:
                    case ci.Answer(told):
                        return told
                    case ci.Fail(reason, written):
                        raise Failed(reason, written=written)
                    case ci.Refuse(why):
                        raise RefusedError(why)
                found, happened = now, self._carry_out(now, effect, effects)

    def _carry_out(self, now: ci.CheckIn, effect: ci.Effect, effects: Effects) -> ci.Event:
        """Do what a check-in needs from outside; what happened."""
        settings, services = self.ready(effects)
        match effect:
            case ci.AskPermission(certificate):
                return ci.Permitted(services.permission(certificate, effects.named_as(settings.institution)))
            case ci.AskEligibility(identity):
                return ci.Found(identity, services.eligibility(now, identity, effects.clock()))
            case ci.Register(identity):
                services.register(now, identity)
                return ci.Registered(services.eligibility(now, identity, effects.clock()))
            case ci.WriteResult(consent):
                return self._write_result(now, consent, effects, (settings, services))
        raise AssertionError

    def _write_result(
        self, now: ci.CheckIn, consent: ci.Consent, effects: Effects, at_hand: tuple[Settings, Services]
    ) -> ci.Event:
        """Tell the far services, and put the result into the folder exactly once.

        The result is made ready in the outbox; that it is to be delivered is written down together with the check-in's end;
        then it is moved in one step. Whoever takes over after an end in between finds it either in the outbox or delivered.
        """
        settings, services = at_hand
        found, late = now.eligibility or ci.Eligibility(), ""
        if found.validity not in ci.NOT_VALID:
            services.consents(now, consent, effects.clock())
            late = _prescribe(services, now, consent)
        at = effects.clock()
        delivery = Delivery(face_name(now, settings.institution, at), "face")
        written = ci.Written(delivery.name, consent, late)
        # Where the service takes nothing, the prescription is on paper and the rest goes on.
        shown = msgspec.structs.replace(consent, prescription="paper") if late else consent
        with self.shares.busy(delivery):
            self.shares.ready(delivery, face_result(now, shown, settings, at, self.layout))
            self.store.write(step(now, written)[0], at, deliver=delivery)
            try:
                effects.put(delivery)
            except OSError as error:
                self.store.write(now, at, not_delivered=delivery)
                self.shares.drop(delivery)
                raise Failed(reason_of(error)) from None
            self.store.delivered(delivery)
        return written


def _prescribe(services: Services, now: ci.CheckIn, consent: ci.Consent) -> str:
    """Tell the e-prescription service; why it took nothing, empty where it did."""
    if consent.prescription is None:
        return ""
    try:
        services.form(now, consent.prescription)
    except Failed as failed:
        return failed.reason
    return ""
