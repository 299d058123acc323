"""The reader at work: carries out what its machine wants, beats to the terminal, and counts how long a screen waits."""

import asyncio
import base64
import hashlib
import time
from contextlib import suppress
from typing import Final

from anyio import to_thread
from PIL import Image

from madoguchi.replica.faults import Switches
from madoguchi.replica.reader import kiosk as at
from madoguchi.replica.reader import optics
from madoguchi.replica.reader.chip import Session
from madoguchi.replica.reader.faults import WRAPPERS, Effects
from madoguchi.replica.reader.machine import step
from madoguchi.replica.reader.settings import BEAT_SECONDS, MISSED_BEATS, RESUME_SECONDS, WAITS
from madoguchi.replica.reader.store import Store, Unfinished
from madoguchi.replica.reader.tray import Tray
from madoguchi.replica.reader.trouble import Trouble
from madoguchi.replica.reader.usb import Beat, Cable, Told, proof
from madoguchi.replica.world import World

LINK: Final = "link-lost"


class Reader:
    """One reader. Everything in it happens in one event loop, but for what the card takes time for."""

    def __init__(self, world: World, on: tuple[str, ...] = ()) -> None:
        """Nothing lies on it, and nobody was asked anything."""
        self.switches: Switches[Effects] = Switches("reader", WRAPPERS, on)
        self.tray = Tray(world)
        self.kiosk = at.Kiosk()
        self._real = Effects(card=self.tray.card)
        self._store = Store(world.folder("reader"))
        self._cable = Cable(world.url("terminal"), self._carries)
        self._session: Session | None = None
        self._photo: Image.Image | None = None
        self._proof: Told = {}
        self._work: asyncio.Task[None] | None = None
        self._aside: set[asyncio.Task[None]] = set()
        self._since = time.monotonic()
        self._always: tuple[asyncio.Task[None], ...] = ()
        self.moved = asyncio.Event()

    @property
    def effects(self) -> Effects:
        """What the reader meets outside its machine, under the faults of this moment."""
        return self.switches.under(self._real)

    def start(self) -> None:
        """Begin to beat, and to count how long screens wait; meanwhile the first card is got ready."""
        warm = to_thread.run_sync(self.tray.warm)
        self._always = tuple(asyncio.create_task(one) for one in (self._beating(), self._counting(), warm))

    async def stop(self) -> None:
        """Let go of everything."""
        for task in (*self._always, *self._aside, *([self._work] if self._work else [])):
            task.cancel()
        await self._cable.close()
        self._store.close()

    def follow(self) -> None:
        """A fault was switched: the cards of the tray are as they were issued."""
        self.tray.renew()

    def happen(self, event: at.Event) -> None:
        """Let something happen.

        Raises:
            Refused: it has no place on this screen.
        """
        before = self.kiosk
        self.kiosk, effect = step(before, event)
        if self.kiosk.screen != before.screen or self.kiosk.visit != before.visit:
            self._since = time.monotonic()
        self.moved.set()
        self.moved = asyncio.Event()
        match effect:
            case None:
                pass
            case at.Leave(check_in):
                if before.finished and before.chip is not None:
                    # Whoever takes the card has seen the end; until then it is told again to a card that is placed anew.
                    self._store.ended(_digest(before.chip))
                self._leave(check_in)
            case _:
                self._work = asyncio.create_task(self._carry_out(self.kiosk.visit, effect))

    async def settled(self, seconds: float) -> None:
        """Wait until the screen waits for people, at most so long."""
        until = time.monotonic() + seconds
        while self._work is not None and not self._work.done() and (left := until - time.monotonic()) > 0:
            await asyncio.wait({self._work}, timeout=left)

    def _leave(self, check_in: str) -> None:
        if self._work is not None:
            self._work.cancel()
        if self._session is not None:
            self._session.end()
        self._session, self._photo, self._proof = None, None, {}
        if check_in:
            task = asyncio.create_task(self._withdraw(check_in))
            self._aside.add(task)
            task.add_done_callback(self._aside.discard)

    async def _withdraw(self, check_in: str) -> None:
        with suppress(Trouble):
            await self._cable.withdraw(check_in)

    async def _carry_out(self, visit: int, effect: at.Effect) -> None:
        try:
            result = await self._done(visit, effect)
        except Trouble as trouble:
            result = at.Troubled(visit, trouble.code, trouble.reason, trouble.written)
        with suppress(at.Refused):
            self.happen(result)

    async def _done(self, visit: int, effect: at.Effect) -> at.Result:
        """Do something and say what came of it.

        Raises:
            Trouble: it cannot go on.
        """
        match effect:
            case at.ReadCard(lies):
                return at.CardRead(visit, await self._read_card(lies))
            case at.CheckPin(pin):
                return await self._check_pin(visit, pin)
            case at.ReadPhoto(lies):
                self._photo = await to_thread.run_sync(lambda: self._read_photo(lies))
                return at.PhotoRead(visit, stand_in=True)
            case at.Compare(picture):
                return at.Compared(visit, await to_thread.run_sync(lambda: self._compare(picture)), stand_in=True)
        return await self._asked(visit, effect)

    async def _asked(self, visit: int, effect: at.Effect) -> at.Result:
        """Ask the terminal, and say what it told."""
        match effect:
            case at.FeelKeypad():
                if not (await self._beat()).keypad:
                    raise Trouble("keypad-lost")
                return at.KeypadWell(visit)
            case at.Begin(chip):
                return await self._begin(visit, chip)
            case at.AskPasscode(check_in, passcode):
                return at.PasscodeJudged(visit, await self._cable.passcode(check_in, passcode))
            case at.Identify():
                await self._sign(effect)
                return _known(visit, await self._cable.identified(effect.check_in, self._proof))
            case at.Register(check_in):
                await self._cable.registration(check_in)
                return _known(visit, await self._cable.identified(check_in, self._proof))
            case at.Finish():
                return at.Finished(visit, tuple((await self._finish(effect)).get("notices", ())))
        raise AssertionError

    # The card.

    def _lying(self) -> Session:
        if self._session is None:
            raise Trouble("chip-silent")
        return self._session

    async def _read_card(self, lies: str) -> at.Chip:
        beat, effects = await self._beat(), self.effects
        if effects.profile() != beat.profile_expected:
            raise Trouble("profile-other")

        def laid() -> tuple[Session, at.Chip]:
            session = Session(effects.contact(effects.card(lies)))
            return session, session.read()

        self._session, chip = await to_thread.run_sync(laid)
        return chip

    async def _check_pin(self, visit: int, pin: str) -> at.Result:
        session, typed, chip = self._lying(), self.effects.typed(pin), self.kiosk.chip
        left = await to_thread.run_sync(lambda: session.give_pin(typed))
        if left is not None:
            return at.PinMissed(visit, left)
        if chip is None:
            raise Trouble("chip-silent")
        return at.PinRight(visit, session.after_pin(chip))

    def _read_photo(self, lies: str) -> Image.Image:
        effects = self.effects
        digits = effects.digits(optics.read_digits(effects.face(self.tray.face(lies))))
        return optics.photo_of(self._lying().photo(digits, effects.times))

    def _compare(self, picture: bytes) -> bool:
        if self._photo is None:
            raise Trouble("photo-unreadable")
        face = optics.one_face(self.effects.scene(optics.picture(picture)))
        return optics.is_same(face, self._photo)

    async def _sign(self, wanted: at.Identify) -> None:
        session, chip = self._lying(), wanted.chip
        if wanted.method != "pin":
            permission = await self._cable.permission(wanted.check_in, chip.certificate)
            await to_thread.run_sync(lambda: session.permit(permission))
        digest = hashlib.sha256(base64.b64decode(wanted.challenge)).digest()
        signature = await to_thread.run_sync(lambda: session.sign(digest))
        self._proof = proof(chip.certificate, signature, wanted.method, chip.kind)

    # The terminal.

    def _carries(self) -> None:
        self.effects.cable()

    async def _beat(self) -> Beat:
        effects = self.effects
        try:
            profile = effects.profile()
        except Trouble:
            profile = ""
        return await self._cable.beat(profile, keypad=effects.keypad())

    async def _begin(self, visit: int, chip: at.Chip) -> at.Result:
        unfinished = self._store.of(_digest(chip))
        if unfinished is not None:
            # What was asked last was never answered: asked again it has the same answer, and nothing is done twice.
            told = await self._end_again(unfinished, _digest(chip))
            if told is not None:
                return at.Finished(visit, tuple(told.get("notices", ())))
        begun = await self._cable.begin()
        return at.Begun(visit, begun["check_in"], begun["challenge"], begun["mode"])

    async def _end_again(self, unfinished: Unfinished, card: str) -> Told | None:
        if not 0 <= time.time() - unfinished.at < RESUME_SECONDS:
            self._store.ended(card)
            return None
        consent = {"consents": list(unfinished.consents), "prescription": unfinished.form}
        try:
            told = await self._cable.consents(unfinished.check_in, consent)
        except Trouble as trouble:
            if trouble.reason == LINK or trouble.written:
                raise
            self._store.ended(card)
            return None
        return told

    async def _finish(self, wanted: at.Finish) -> Told:
        card = _digest(wanted.chip)
        self._store.begun(Unfinished(card, wanted.check_in, wanted.consents, wanted.form, time.time()))
        try:
            return await self._cable.consents(wanted.check_in, {"consents": list(wanted.consents), "prescription": wanted.form})
        except Trouble as trouble:
            if trouble.reason != LINK and not trouble.written:
                self._store.ended(card)
            raise

    # Always.

    async def _beating(self) -> None:
        missed = 0
        while True:
            try:
                await self._beat()
            except Trouble:
                missed += 1
            else:
                missed = 0
            if missed in {0, MISSED_BEATS}:
                with suppress(at.Refused):
                    self.happen(at.LinkLost() if missed else at.LinkBack())
            await asyncio.sleep(BEAT_SECONDS)

    async def _counting(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            limit = WAITS.get(self.kiosk.screen)
            if limit is not None and time.monotonic() - self._since > limit:
                self.happen(at.TimedOut())


def _digest(chip: at.Chip) -> str:
    return hashlib.sha256(chip.certificate).hexdigest()


def _known(visit: int, told: Told) -> at.Known:
    return at.Known(visit, told["registered"], tuple(told["consents"]), told["prescription"], tuple(told["notices"]))
