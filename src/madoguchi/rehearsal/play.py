"""Plays one fault from the first card to the last answer, at a fresh desk beside a chain that is up: what came of it."""

import itertools
from datetime import date
from pathlib import Path
from typing import Final

import httpx
import msgspec

from madoguchi.catalogue.model import Catalogue
from madoguchi.rehearsal.chain import Chain
from madoguchi.rehearsal.desk import Desk
from madoguchi.rehearsal.hands import Hands
from madoguchi.rehearsal.minutes import clairvoyant_minutes, page_minutes, run_minutes, share_of
from madoguchi.rehearsal.receptionist import Done, Receptionist, Situation, Story
from madoguchi.rehearsal.stage import CERTIFICATE, FORMER, DeskUp, settings_for
from madoguchi.rehearsal.truth import Verdict, cause_of, outcome_of, verdict
from madoguchi.rehearsal.visit import Visit, Who, patience_after
from madoguchi.replica.card.dates import dates_of
from madoguchi.replica.card.personas import Persona, personas
from madoguchi.replica.faults import Fault
from madoguchi.replica.terminal.settings import Settings as TerminalSettings
from madoguchi.replica.world import World

USUAL: Final = "adult"
"""The patient where a fault asks for nobody in particular."""

NEW: Final = ("child", "foreign", "rare-kanji", "notice", "face-only", "grace")
"""Patients who register their card: another one each time, for the portal never forgets one whom it registered."""

METHOD: Final = "face"
"""How patients check in by themselves where a fault asks for nothing else."""

PROBE_NOTICE: Final = "area-notice"


class Row(msgspec.Struct, frozen=True):
    """One fault and how its rehearsal ended. Minutes are the guide's; None where the problem has no model.

    `problem` and `cause` are what the desk took it for and what it was; `share` how often that problem has that cause.
    `called` are the roles that were called, in order; `probes` what machines said, and `readings` the state of each probe.
    """

    fault: str
    code_expected: str | None
    code_shown: str | None
    curable_at_desk: bool
    remit: tuple[str, ...]
    incident: str | None
    first_step: str | None
    verdict: Verdict
    escalated_to: str | None
    minutes: float | None
    minutes_page_order: float | None
    minutes_clairvoyant: float | None
    ledger: bool
    stand_in: bool
    problem: str | None
    cause: str
    share: float
    verified: bool
    called: tuple[str, ...]
    steps: tuple[Done, ...]
    probes: dict[str, str]
    readings: dict[str, str]


class Player:
    """Plays faults, one after the other, on one chain."""

    def __init__(self, world: World, place: Path, warmed: Path, hands: Hands, catalogue: Catalogue) -> None:
        """The chain of `world` is up; `warmed` is the data directory that each desk begins with, `place` where they live."""
        self._world, self._place, self._warmed = world, place, warmed
        self._hands, self._catalogue = hands, catalogue
        self._chain = Chain(world.url("console"))
        self._count = itertools.count()
        self._unregistered = itertools.cycle(NEW)
        self._patience = self._measured()

    def play(self, fault: Fault) -> Row:
        """Switch a fault on, let the receptionist work, switch it off again."""
        self._calm()
        whose = personas()[fault.persona or (next(self._unregistered) if fault.first_registration else USUAL)]
        visit = Visit(self._world.url("reader"), _who(whose, fault.method or METHOD), self._patience)
        # Where the certificate has ended, nobody renewed it: the desk knows of no other.
        newest = FORMER if fault.cause == "terminal.certificate_expired" else CERTIFICATE
        place = self._place / f"desk-{next(self._count)}"
        up = DeskUp(place, self._warmed, settings_for(self._world, newest))
        desk = Desk(up.address)
        try:
            desk.look()
            self._register(whose, registered=not fault.first_registration)
            self._chain.turn(fault.id, on=True)
            situation = _situation(fault, whose, visit, self._hands, self._world.began.date())
            story = Receptionist(desk, self._chain, self._hands, situation).work()
            return self._row(fault, story, up)
        finally:
            for one in (desk, visit, up):
                one.stop()
            self._chain.turn(fault.id, on=False)
            self._register(whose, registered=True)

    def stop(self) -> None:
        """Let go of the chain."""
        self._chain.stop()

    def _measured(self) -> float:
        """How long to wait for a screen here, after two visits without any fault: the first has its card made."""
        first, second = (Visit(self._world.url("reader"), _who(personas()[USUAL], METHOD)) for _ in range(2))
        for visit in (first, second):
            visit.check_in()
            visit.stop()
        return patience_after(second.slowest)

    def _calm(self) -> None:
        """Nothing ails the chain, nothing lies on the reader, and every card is as it was issued."""
        for fault in self._chain.faults():
            self._chain.turn(fault, on=False)
        httpx.post(f"{self._world.url('reader')}/hands", json={"do": "renew_cards"}, timeout=10, trust_env=False)

    def _register(self, whose: Persona, *, registered: bool) -> None:
        door = f"{self._world.url('centre')}/inside/people/{whose.id}"
        httpx.put(door, json={"registered": registered}, timeout=10, trust_env=False)

    def _row(self, fault: Fault, story: Story, up: DeskUp) -> Row:
        problem = self._catalogue.problems.get(story.problem or "")
        cause = cause_of(fault, problem) if problem else fault.cause
        probes = up.probes_of(story.incident) if story.incident else {}
        minutes: tuple[float | None, float | None, float | None] = (None, None, None)
        if problem is not None and problem.model is not None:
            minutes = (
                run_minutes(problem, self._catalogue, cause, [(done.step, done.outcome) for done in story.steps]),
                page_minutes(problem, self._catalogue, cause, probes, lambda step: outcome_of(step, fault, self._hands)),
                clairvoyant_minutes(problem, self._catalogue, cause, lambda step: outcome_of(step, fault, self._hands)),
            )
        return Row(
            fault=fault.id,
            code_expected=fault.shows or None,
            code_shown=story.code_shown,
            curable_at_desk=fault.curable_at_desk,
            remit=fault.remit,
            incident=story.incident,
            first_step=story.steps[0].step if story.steps else None,
            verdict=verdict(fault, story),
            escalated_to=story.helped or (story.called[-1] if story.called else None),
            minutes=_rounded(minutes[0]),
            minutes_page_order=_rounded(minutes[1]),
            minutes_clairvoyant=_rounded(minutes[2]),
            ledger=story.ledger,
            stand_in=story.stand_in or fault.stand_in,
            problem=story.problem,
            cause=cause,
            share=round(share_of(problem, cause), 4) if problem else 0.0,
            verified=story.verified,
            called=story.called,
            steps=story.steps,
            probes=probes,
            readings=story.readings,
        )


def _who(whose: Persona, method: str) -> Who:
    return Who(whose.id, method, whose.secrets.get("user-pin", "0000"), TerminalSettings().passcode)


def _rounded(minutes: float | None) -> float | None:
    return None if minutes is None else round(minutes, 2)


def _situation(fault: Fault, whose: Persona, visit: Visit, hands: Hands, today: date) -> Situation:
    topic = "" if fault.shows else fault.problem
    told = hands.told.get(topic)
    return Situation(
        fault=fault.id,
        cause=fault.cause,
        visit=visit,
        first_registration=fault.first_registration,
        sign=told.sign if told else "kiosk",
        topic=topic,
        person=_four_items(whose, today),
    )


def _four_items(whose: Persona, today: date) -> dict[str, str]:
    """What stands on an invented person's card; nothing of a card without a holder."""
    if not whose.name:
        return {}
    sexes = {1: "male", 2: "female"}
    return {
        "name": whose.name,
        "sex": sexes.get(whose.sex, "unset"),
        "born": dates_of(whose, today).born.isoformat(),
        "address": whose.address,
    }
