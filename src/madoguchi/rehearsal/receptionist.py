"""The automatic receptionist: follows the desk step by step through HTTP alone, and carries the steps out on the replica."""

import time
from typing import Final, Literal

import msgspec

from madoguchi.rehearsal.chain import Chain
from madoguchi.rehearsal.desk import Desk, View
from madoguchi.rehearsal.hands import Hands, answer, listed
from madoguchi.rehearsal.visit import Seen, Visit

Ended = Literal["cured", "escalated", "continued", "stuck"]

NOTICES: Final = "look-at-portal-notices"
NOTICE_BOARD: Final = "portal-notices"
SERVICES: Final = frozenset({"portal", "prescription"})
"""Links that the portal's notices name beside the centre."""

FOUR_ITEMS: Final = "four-items"
BY_READER: Final = frozenset({"pin", "visual"})
"""Ways of the catalogue that need the reader."""

MOST_STEPS: Final = 40
LOOKS: Final = 3
PAUSE_SECONDS: Final = 1.0
NO_CODE: Final = "no-code"


class Situation(msgspec.Struct, frozen=True):
    """What the people at the desk know beside the screens: who stands there, what ails the chain, and how that shows.

    `sign`: where one sees that it is over: at the kiosk, on the terminal's screen, or in the data of the result.
    `topic`: what is told in words where no code is shown. `person`: the four items, where this patient has no other proof.
    """

    fault: str
    cause: str
    visit: Visit
    first_registration: bool = False
    sign: Literal["kiosk", "terminal", "result"] = "kiosk"
    topic: str = ""
    person: dict[str, str] = {}


class Done(msgspec.Struct, frozen=True):
    """A step that was carried out and how it went."""

    step: str
    kind: str
    outcome: str


class Story(msgspec.Struct, frozen=True):
    """How a rehearsal went. `called`: the roles that were called, in order; `helped`: the one that took the cause away."""

    code_shown: str | None
    incident: str | None
    problem: str | None
    steps: tuple[Done, ...]
    ended: Ended
    called: tuple[str, ...] = ()
    helped: str | None = None
    verified: bool = False
    readings: dict[str, str] = {}
    ledger: bool = False
    stand_in: bool = False


class Receptionist:
    """One receptionist at one desk, with one patient."""

    def __init__(self, desk: Desk, chain: Chain, hands: Hands, situation: Situation) -> None:
        """Nothing has happened yet."""
        self._desk, self._chain, self._hands, self._here = desk, chain, hands, situation
        self._steps: list[Done] = []
        self._called: list[str] = []
        self._ledger = self._went_on = self._stand_in = False
        self._helped: str | None = None
        self._readings: dict[str, str] = {}
        self._doers = {
            "action": self._act,
            "question": self._look,
            "fallback": self._go_on,
            "escalation": self._call,
        }

    def work(self) -> Story:
        """From the first try at the reader until nothing is left to do."""
        seen = self._try()
        told = {"code": seen.code} if seen.code else {"words": self._words()}
        view = self._desk.report(told)
        if seen.tries_left is not None:
            self._desk.observe(view.id, {"tries_left": seen.tries_left})
        self._desk.look()
        self._readings = self._desk.readings()
        view = self._follow(self._desk.read(view.id))
        return Story(
            code_shown=seen.code,
            incident=view.id,
            problem=view.problem.code,
            steps=tuple(self._steps),
            ended=self._ended(view),
            called=tuple(self._called),
            helped=self._helped,
            verified=self._well(self._try()),
            readings=self._readings,
            ledger=self._ledger,
            stand_in=self._stand_in,
        )

    def _words(self) -> str:
        """What is said where no code is shown; a screen that does not move is all there is to tell of most."""
        told = self._hands.told
        return (told.get(self._here.topic) or told[NO_CODE]).words

    def _follow(self, view: View) -> View:
        """Carry out one step after the other until the desk has none, or asks for the same call again."""
        for _ in range(MOST_STEPS):
            step = view.step
            if view.state == "closed" or step is None or (step.kind == "escalation" and self._was_done(step.id)):
                return view
            known = next((done.outcome for done in self._steps if done.step == step.id), None)
            outcome = known or self._doers[step.kind](view, step.id)
            if known is None:
                self._steps.append(Done(step.id, step.kind, outcome))
            view = self._desk.answer(view.id, step.id, outcome)
            if outcome == "fixed" and view.state != "closed":
                # Another step had come to the fore while this one was done, and this one helped.
                return self._desk.end(view.id)
            if step.kind == "fallback" and outcome == "no" and view.state == "open":
                view = self._go_another_way(view)
        return view

    def _go_another_way(self, view: View) -> View:
        """What the desk proposed does not go today, so the patient is looked after by the next way that needs no reader."""
        way = next((one for one in self._desk.ways(view.problem.code) if one not in BY_READER), None)
        if way is None:
            return view
        self._went_on = True
        self._steps.append(Done(way, "way", "yes"))
        return self._desk.go_on(view.id, way)

    def _was_done(self, step: str) -> bool:
        return any(done.step == step for done in self._steps)

    def _ended(self, view: View) -> Ended:
        last = self._steps[-1] if self._steps else None
        if last is None:
            return "continued"
        if last.kind == "action" and last.outcome == "fixed":
            return "cured" if self._mends(last.step) else "continued"
        if self._helped:
            return "escalated"
        return "continued" if view.state == "closed" or self._went_on else "stuck"

    def _mends(self, step: str) -> bool:
        """Whether an action takes a cause away rather than going round it by another way of checking in."""
        action = self._hands.action[step]
        return bool(action.deed or action.helps)

    def _act(self, _view: View, step: str) -> str:
        action, here = self._hands.action[step], self._here
        if action.helps:
            return "failed" if listed(action.helps, here.fault, here.cause) is None else "fixed"
        if action.deed:
            self._chain.do(action.deed)
        return "fixed" if self._well(self._try(action.by or None)) else "failed"

    def _look(self, _view: View, step: str) -> str:
        told = self._knows(step)
        if step == NOTICES and told == "yes":
            self._paste()
        return told

    def _knows(self, question: str) -> str:
        here = self._here
        return answer(self._hands.question[question], here.fault, here.cause, first_registration=here.first_registration)

    def _paste(self) -> None:
        """Give the desk what stands on the portal about the link that is down."""
        link = self._here.fault.partition(".")[0]
        self._desk.paste(link if link in SERVICES else "centre")
        self._readings |= {"area-notice": self._desk.readings().get("area-notice", "unknown")}

    def _go_on(self, view: View, step: str) -> str:
        by = self._hands.fallback[step].by
        if by != "paper" and not self._try(by).good:
            return "no"
        self._went_on = True
        if by == "paper" and self._here.person and FOUR_ITEMS in self._desk.ways(view.problem.code):
            self._ledger = self._desk.write_down(view.problem.code, view.id, self._here.person)
        return "yes"

    def _call(self, _view: View, step: str) -> str:
        role = self._hands.escalation[step].to
        if not role:
            # Nobody is called: the next patient shows whether anything is left to mend.
            return "fixed" if self._knows("last-card-read") == "yes" else "failed"
        self._called.append(role)
        if role == NOTICE_BOARD and self._knows(NOTICES) == "yes":
            self._paste()
        if not self._chain.call(self._hands.party[role].deeds) or not self._comes_back():
            return "failed"
        self._helped = role
        return "fixed"

    def _comes_back(self) -> bool:
        """Whether it works again after somebody mended something, which may take a moment to arrive everywhere."""
        for _ in range(LOOKS):
            if self._well(self._try()):
                return True
            time.sleep(PAUSE_SECONDS)
        return False

    def _try(self, by: str | None = None) -> Seen:
        seen = self._here.visit.check_in(by)
        self._stand_in = self._stand_in or seen.stand_in
        return seen

    def _well(self, seen: Seen) -> bool:
        """Whether the trouble is gone, looked for where it shows."""
        match self._here.sign:
            case "kiosk":
                return seen.good
            case "terminal":
                return seen.good and self._chain.terminal_free()
            case "result":
                return seen.good and not self._chain.faults()
