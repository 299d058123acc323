"""The receptionist at a desk and a chain made of paper."""

import ast
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import pytest

from madoguchi.rehearsal.desk import Name, Step, View
from madoguchi.rehearsal.hands import hands
from madoguchi.rehearsal.receptionist import Receptionist, Situation, Story
from madoguchi.rehearsal.visit import Seen

GOOD = Seen(good=True, code=None, screen="done")
NOTICES = "look-at-portal-notices"


class PaperChain:
    """Ailing until one of its cures is done."""

    def __init__(self, *cures: str) -> None:
        self.cures, self.ill, self.done = cures, True, list[str]()

    def do(self, deed: str) -> None:
        self.done.append(deed)
        self.ill = self.ill and deed not in self.cures

    def call(self, deeds: tuple[str, ...]) -> bool:
        needed = [deed for deed in deeds if deed in self.cures]
        for deed in needed[:1]:
            self.do(deed)
        return bool(needed)

    def terminal_free(self) -> bool:
        return not self.ill

    def faults(self) -> tuple[str, ...]:
        return ("a",) if self.ill else ()


class PaperVisit:
    """A patient who meets a code while the chain ails, but not by every way."""

    def __init__(self, chain: PaperChain, code: str | None, *round_it: str) -> None:
        self.chain, self.code, self.round_it, self.ways = chain, code, round_it, list[str | None]()

    def check_in(self, by: str | None = None) -> Seen:
        self.ways.append(by)
        ill = self.chain.ill and by not in self.round_it
        return (
            Seen(good=not ill, code=self.code if ill else None, screen="trouble", tries_left=2 if ill else None)
            if ill
            else GOOD
        )


class PaperDesk:
    """Proposes a list of steps, one after the other; an action that helps ends it."""

    def __init__(self, *steps: tuple[str, str]) -> None:
        self.steps, self.at = steps, 0
        self.told: list[Any] = []

    def view(self, state: str = "open") -> View:
        step = Step(*self.steps[self.at]) if state == "open" and self.at < len(self.steps) else None
        return View("i", state, Name("011"), step)

    def report(self, told: dict[str, str]) -> View:
        self.told.append(told)
        return self.view()

    def observe(self, _incident: str, fact: dict[str, Any]) -> View:
        self.told.append(fact)
        return self.view()

    def answer(self, _incident: str, step: str, outcome: str) -> View:
        self.told.append((step, outcome))
        kind = self.steps[self.at][1]
        self.at += 1
        return self.view("closed" if outcome == "fixed" and kind != "question" else "open")

    def read(self, _incident: str) -> View:
        return self.view()

    def end(self, _incident: str) -> View:
        self.told.append("over")
        return self.view("closed")

    def look(self) -> None:
        self.told.append("look")

    def paste(self, service: str) -> None:
        self.told.append(f"notice {service}")

    def readings(self) -> dict[str, str]:
        return {"area-notice": "down" if any("notice" in str(one) for one in self.told) else "unknown"}

    def ways(self, _problem: str) -> tuple[str, ...]:
        return ("visual", "certificate-paper", "four-items")

    def go_on(self, _incident: str, way: str) -> View:
        self.told.append(f"goes on by {way}")
        return self.view()

    def write_down(self, reason: str, _incident: str, person: dict[str, str]) -> bool:
        self.told.append(f"{reason} {person['name']}")
        return True


def play(desk: PaperDesk, chain: PaperChain, visit: PaperVisit, fault: str = "line.carrier", **more: Any) -> Story:
    situation = Situation(fault, more.pop("cause", fault), cast("Any", visit), **more)
    return Receptionist(cast("Any", desk), cast("Any", chain), hands(), situation).work()


def test_steps_are_done_on_the_chain_until_one_helps_and_the_next_card_proves_it() -> None:
    chain = PaperChain("restart_router")
    desk = PaperDesk(("go-other-proof", "fallback"), ("reseat-lan-cable", "action"), ("restart-router", "action"))
    told = play(desk, chain, PaperVisit(chain, "011"))

    assert ["reseat_lan_cable", "restart_router"] == chain.done
    assert [("go-other-proof", "yes"), ("reseat-lan-cable", "failed"), ("restart-router", "fixed")] == [
        one for one in desk.told if isinstance(one, tuple)
    ]
    assert ("011", "cured", True) == (told.code_shown, told.ended, told.verified)


def test_what_the_reader_says_of_the_pin_is_told_before_the_probes_are_asked() -> None:
    chain = PaperChain("enter_pin_again")
    desk = PaperDesk(("enter-pin-again", "action"))
    play(desk, chain, PaperVisit(chain, "003"), "reader.patient_slip")

    assert [{"code": "003"}, {"tries_left": 2}, "look"] == desk.told[:3]


def test_whoever_is_called_does_what_they_can_and_a_wrong_address_leads_on() -> None:
    chain = PaperChain("repair_line")
    desk = PaperDesk(("call-maker", "escalation"), ("call-carrier", "escalation"))
    told = play(desk, chain, PaperVisit(chain, "011"))

    assert (("maker", "carrier"), "carrier", "escalated") == (told.called, told.helped, told.ended)
    assert [("call-maker", "failed"), ("call-carrier", "fixed")] == [one for one in desk.told if isinstance(one, tuple)]


def test_the_same_call_is_not_made_twice() -> None:
    chain = PaperChain("nothing_anybody_has")
    desk = PaperDesk(("call-maker", "escalation"), ("call-maker", "escalation"))
    told = play(desk, chain, PaperVisit(chain, "008"))

    assert ("maker",) == told.called
    assert "stuck" == told.ended


def test_going_round_by_another_way_serves_the_visit_and_mends_nothing() -> None:
    chain = PaperChain("reissue_card")
    told = play(PaperDesk(("use-pin", "action")), chain, PaperVisit(chain, None, "pin"), topic="face-mismatch")

    assert ("continued", False) == (told.ended, told.verified)


def test_a_way_that_does_not_go_today_leads_to_the_next_that_needs_no_reader() -> None:
    chain = PaperChain("restart_terminal")
    desk = PaperDesk(("go-visual", "fallback"), ("restart-terminal", "action"))
    told = play(desk, chain, PaperVisit(chain, "009"), "terminal.mode_never_settles")

    assert "goes on by certificate-paper" in desk.told
    assert [("go-visual", "no"), ("certificate-paper", "yes"), ("restart-terminal", "fixed")] == [
        (done.step, done.outcome) for done in told.steps
    ]


def test_a_patient_without_another_proof_is_written_down() -> None:
    chain = PaperChain("repair_line")
    desk = PaperDesk(("go-other-proof", "fallback"), ("call-carrier", "escalation"))
    told = play(desk, chain, PaperVisit(chain, "011"), person={"name": "練習　花子"})

    assert told.ledger
    assert "011 練習　花子" in desk.told


def test_a_notice_that_is_found_is_given_to_the_desk() -> None:
    chain = PaperChain("restore_centre")
    desk = PaperDesk((NOTICES, "question"), ("declare-outage", "escalation"))
    told = play(desk, chain, PaperVisit(chain, "901"), "centre.down")

    assert (NOTICES, "yes") in desk.told
    assert "notice centre" in desk.told
    assert {"area-notice": "down"} == told.readings


@pytest.mark.parametrize(("fault", "outcome"), [("card.lifted", "fixed"), ("reader.hung", "failed")])
def test_the_next_patient_shows_whether_anything_is_left(fault: str, outcome: str) -> None:
    chain = PaperChain("x")
    desk = PaperDesk(("watch-next-card", "escalation"))
    play(desk, chain, PaperVisit(chain, "001"), fault)

    assert ("watch-next-card", outcome) in desk.told


def test_where_no_code_is_shown_it_is_told_in_words() -> None:
    chain = PaperChain("postpone_update")
    desk = PaperDesk(("postpone-update", "action"))
    told = play(desk, chain, PaperVisit(chain, None), "terminal.update_asked_for", topic="terminal-update", sign="terminal")

    assert {"words": hands().told["terminal-update"].words} == desk.told[0]
    assert (None, "cured") == (told.code_shown, told.ended)


class HastyDesk(PaperDesk):
    """A desk whose probes bring another step to the fore while the first one is done."""

    def answer(self, incident: str, step: str, outcome: str) -> View:
        if self.at == 0:
            self.told.append(("behind", step))
            self.at += 1
            return self.view()
        return super().answer(incident, step, outcome)


def test_a_step_that_helped_ends_it_though_another_came_to_the_fore_meanwhile() -> None:
    chain = PaperChain("reseat_lan_cable")
    desk = HastyDesk(("reseat-lan-cable", "action"), ("restart-router", "action"))
    told = play(desk, chain, PaperVisit(chain, "011"))

    assert ["reseat_lan_cable"] == chain.done
    assert ("cured", True) == (told.ended, told.verified)
    assert "over" in desk.told


def test_a_step_that_was_done_is_not_done_again_when_it_comes_back() -> None:
    chain = PaperChain("restart_router")
    steps = (("reseat-lan-cable", "action"), ("reseat-lan-cable", "action"), ("restart-router", "action"))
    told = play(HastyDesk(*steps), chain, PaperVisit(chain, "011"))

    assert ["reseat_lan_cable", "restart_router"] == chain.done
    assert "cured" == told.ended


def imports(module: str) -> set[str]:
    """Everything of the product that a module imports, and what those import."""
    found, queue = set[str](), [module]
    while queue:
        spec = find_spec(queue.pop())
        assert spec is not None
        assert spec.origin is not None
        for node in ast.walk(ast.parse(Path(spec.origin).read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            fresh = {name for name in names if name.startswith("madoguchi")} - found
            found |= fresh
            queue += fresh
    return found


def test_the_receptionist_knows_nothing_but_http() -> None:
    known = {"chain", "desk", "hands", "visit"}

    assert {f"madoguchi.rehearsal.{one}" for one in known} == imports("madoguchi.rehearsal.receptionist")
