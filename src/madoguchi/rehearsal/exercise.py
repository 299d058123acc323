"""Brings up a drill: a chain with one cause that nobody names, a desk for practice, and the page that goes with them."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from madoguchi.base.clock import now
from madoguchi.base.log import Log
from madoguchi.catalogue.load import load_catalogue
from madoguchi.rehearsal.app import Drill, Served, drill_app
from madoguchi.rehearsal.chain import Chain
from madoguchi.rehearsal.drill import Debrief, Steps, choices, debrief
from madoguchi.rehearsal.hands import hands
from madoguchi.rehearsal.stage import DeskUp, chain_up, settings_for, warm
from madoguchi.replica.faults import Fault
from madoguchi.replica.world import World
from madoguchi.words.translate import Words


class Exercise:
    """One drill with one cause."""

    def __init__(self, world: World, chain: Chain, fault: Fault, desk: str) -> None:
        """The chain is up and the cause is on."""
        self._chain, self._fault = chain, fault
        self.page = Drill(
            kiosk=world.url("reader"),
            desk=f"{desk}/practice",
            choices=choices(load_catalogue().problems[fault.shows or fault.problem]),
            act=self.act,
            end=self.end,
        )

    def act(self, step: str) -> str:
        """Do a step to the chain, or call somebody; whether it took the cause away."""
        table = hands()
        before = self._ails()
        if step in table.fallback:
            return "yes"
        if step in table.escalation:
            role = table.escalation[step].to
            return "fixed" if role and self._chain.call(table.party[role].deeds) else "failed"
        deed = table.action[step].deed
        if deed:
            self._chain.do(deed)
        return "fixed" if before and not self._ails() else "failed"

    def end(self, done: Steps) -> Debrief:
        """What there is to tell."""
        return debrief(self._fault, done, now(), over=not self._ails())

    def _ails(self) -> bool:
        return self._fault.id in self._chain.faults()


def drill(fault: Fault, seed: int, words: Words, lang: str, meet: Callable[[Drill, str], None]) -> Debrief | None:
    """Bring a drill up, let `meet` send the person to its page and wait, and give what was told at the end, if it was."""
    Log.quiet = True
    folder = Path(tempfile.mkdtemp(prefix="madoguchi-drill-"))
    try:
        warm(folder / "warm")
        with chain_up(folder / "world", seed) as world:
            up = DeskUp(folder / "desk", folder / "warm", settings_for(world))
            chain = Chain(world.url("console"))
            chain.turn(fault.id, on=True)
            exercise = Exercise(world, chain, fault, up.address)
            page = Served(drill_app(exercise.page, words, lang))
            try:
                meet(exercise.page, page.address)
            finally:
                for one in (page, up, chain):
                    one.stop()
            return exercise.page.told
    finally:
        shutil.rmtree(folder, ignore_errors=True)
