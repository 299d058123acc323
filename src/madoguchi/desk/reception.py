"""The one place that takes reports and answers: asks the session what follows, records it, then tells the screens."""

import hashlib
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from madoguchi.base.clock import Clock
from madoguchi.base.ids import new_id
from madoguchi.base.log import logger
from madoguchi.catalogue.chance import OTHER
from madoguchi.catalogue.model import Catalogue, Problem
from madoguchi.desk.moments import JOINS, VERIFIES
from madoguchi.desk.outage_ending import end_outage
from madoguchi.desk.refusals import Refused
from madoguchi.guide import events as ev
from madoguchi.guide.guide import Guide
from madoguchi.guide.session import step
from madoguchi.guide.state import State
from madoguchi.records.beside import NoticeRow
from madoguchi.records.records import Records
from madoguchi.records.recurrence import TOO_OFTEN

_log = logger()


class Screens(Protocol):
    """Whoever must know that something changed."""

    def changed(self, before: State | None, after: State, at: datetime) -> None:
        """An incident stands differently now."""

    def noticed(self, at: datetime) -> None:
        """There is something new to tell staff."""


class Reported(msgspec.Struct, frozen=True):
    """A problem to open: a catalogue id, what is known beyond it, and where it comes from. A file knows no desk."""

    problem: str
    desk: str | None = "1"
    source: str = "staff"
    reader: str = "generic"
    practice: bool = False
    observed: tuple[tuple[str, str], ...] = ()


class Finding(Protocol):
    """What one result of the terminal means: a problem, and whether it is an incident, a notice or a good read."""

    @property
    def problem(self) -> str:
        """A catalogue id."""

    @property
    def gives(self) -> str:
        """`incident`, `notice` or `good`."""


class Taken(msgspec.Struct, frozen=True):
    """What a result file gave: incidents opened or joined, notices, and whether it was a good read."""

    incidents: tuple[State, ...] = ()
    notices: tuple[str, ...] = ()
    good: bool = False


class Once(msgspec.Struct, frozen=True):
    """A request that may come twice: its key, a digest of what it asks, and how its answer is written."""

    key: str
    digest: str
    response: Callable[[State | Taken], bytes]

    def kept(self, outcome: State | Taken) -> bytes:
        """The answer as the records keep it: with the digest, to tell another request under the same key."""
        return self.digest.encode() + b"\n" + self.response(outcome)


class Reception:
    """Incidents of every desk. All calls are synchronous, safe from any thread, and durable when they return."""

    def __init__(  # noqa: PLR0913, PLR0917 - all it leans on
        self,
        records: Records,
        catalogue: Catalogue,
        guide: Callable[[], Guide],
        clock: Clock,
        screens: Screens,
        known: Callable[[Problem], Mapping[str, str]] = lambda _problem: {},
    ) -> None:
        """`guide` is for the facility's present settings; `known` is what machines know now of a problem, by probe."""
        self._known = known
        self._records = records
        self._catalogue = catalogue
        self._guide = guide
        self._clock = clock
        self._screens = screens
        # One change at a time: what follows from an answer depends on everything before it.
        self._one_at_a_time = threading.RLock()

    def report(self, reported: Reported, once: Once | None = None) -> State:
        """Open an incident, or join the one that the same problem opened at the same desk a short while ago."""
        with self._one_at_a_time:
            now = self._clock()
            with self._records.view():
                state, happened = self._opening(reported, now)
            return self._store(state, happened, once)

    def _opening(self, reported: Reported, now: datetime, *, joins: bool = True) -> tuple[State | None, list[ev.Event]]:
        observed = [ev.Observed(now, kind, value) for kind, value in reported.observed]
        known = (
            self._records.open_for(reported.desk, reported.problem, now - JOINS, practice=reported.practice) if joins else None
        )
        if known is not None and _fits(known, reported):
            return known, [ev.ReportJoined(now, reported.source), *observed]
        met = self._found_before(reported) if joins and not reported.practice else None
        if met is not None:
            taken = [ev.IncidentTaken(now, reported.desk)] if reported.desk is not None else []
            return met, [*taken, ev.ReportJoined(now, reported.source), *observed]
        machines = {} if reported.practice else self._known(self._catalogue.problems[reported.problem])
        looked = [ev.Observed(now, f"probe:{probe}", value) for probe, value in machines.items()]
        recurrence = self._recurrence(reported, now)
        opening = ev.IncidentOpened(
            now, new_id(now), reported.problem, reported.desk, reported.source, reported.reader, reported.practice
        )
        return None, [opening, *looked, *observed, *recurrence]

    def _found_before(self, reported: Reported) -> State | None:
        """What a probe found before anybody met it, and nobody has taken: whoever meets it now takes it."""
        found = (state for state in self._records.open_states() if state.source == "probe" and state.desk is None)
        return next((state for state in found if state.problem == reported.problem), None)

    def _personal(self, problem: str) -> bool:
        """Whether a result says it of one person: the next file that says it then means the next person."""
        return self._catalogue.problems[problem].breaks == "data"

    def _recurrence(self, reported: Reported, now: datetime) -> list[ev.Event]:
        if reported.practice or not self._catalogue.problems[reported.problem].recurs:
            return []
        times = self._records.recurrence(reported.problem, now) + 1
        return [ev.Observed(now, "recurrence", str(times))] if times >= TOO_OFTEN else []

    def results(
        self, fingerprint: str, folder: str, findings: Sequence[Finding], source: Reported, once: Once | None = None
    ) -> Taken | None:
        """Take what one result file means, once: None where this file was taken before.

        Args:
            fingerprint: a hash of the file.
            folder: where it lay.
            findings: its meaning.
            source: where it comes from; its problem is not looked at.
            once: the request that brought it, where it has a key.
        """
        with self._one_at_a_time:
            if self._records.seen(fingerprint):
                return None
            now = self._clock()
            changes = [
                self._follow(
                    *self._opening(msgspec.structs.replace(source, problem=problem), now, joins=not self._personal(problem))
                )
                for problem in _problems(findings, "incident")
            ]
            good = any(finding.gives == "good" for finding in findings)
            if good:
                changes += self._verified(now, practice=source.practice)
            notices = _problems(findings, "notice")
            self._records.record_result(
                fingerprint,
                folder,
                now,
                [(after.incident, happened) for _before, after, happened in changes],
                [NoticeRow(problem, now, source.practice) for problem in notices],
                good=good,
                practice=source.practice,
            )
            if good and not source.practice:
                end_outage(self._records, now, "result")
            for before, after, _happened in changes:
                self._screens.changed(before, after, now)
            if notices or good:
                self._screens.noticed(now)
            taken = Taken(tuple(after for _before, after, _happened in changes if after.status != "closed"), notices, good)
            if once is not None:
                self._records.remember(once.key, once.kept(taken), now)
            return taken

    def _verified(self, now: datetime, *, practice: bool) -> list[tuple[State | None, State, list[ev.Event]]]:
        recent = self._records.recent_closed(now - VERIFIES, practice=practice)
        good = ev.Observed(now, "result_good", "")
        return [self._follow(state, [good]) for state in recent if state.how == "reported"]

    def observe(self, incident: str, observed: Sequence[tuple[str, str]], once: Once | None = None) -> State:
        """Add facts that became known."""
        return self._change(incident, lambda now: [ev.Observed(now, kind, value) for kind, value in observed], once)

    def found(self, problem: str, reader: str) -> State | None:
        """Open an incident that a probe found, at no desk; None where the same problem is open anywhere."""
        with self._one_at_a_time:
            if any(state.problem == problem for state in self._records.open_states()):
                return None
            return self.report(Reported(problem, None, "probe", reader))

    def learned(self, probes: Collection[str]) -> None:
        """Tell every open incident what machines know now by these probes; the step before staff may change."""
        with self._one_at_a_time:
            now = self._clock()
            for state in self._records.open_states():
                known = self._known(self._catalogue.problems[state.problem])
                fresh = [
                    ev.Observed(now, f"probe:{probe}", known.get(probe, "unknown"))
                    for probe in sorted(probes)
                    if state.probes.get(probe, "unknown") != known.get(probe, "unknown")
                ]
                if fresh:
                    self._store(state, fresh, None)

    def answer(self, incident: str, step_id: str, outcome: ev.Outcome, once: Once | None = None) -> State:
        """Take staff's answer to the current step.

        Raises:
            NotCurrentStep: it answers another step than the current one, which the exception carries.
        """
        return self._change(incident, lambda now: [ev.StepAnswered(now, step_id, outcome)], once)

    def close(self, incident: str, cause: str | None, how: ev.How, once: Once | None = None) -> State:
        """End an incident; one that has ended can only still be given its cause."""
        with self._one_at_a_time:
            state = self._load(incident)
            self._know(state.problem, cause)
            if state.status != "closed":
                return self._change(incident, lambda now: [ev.IncidentClosed(now, cause, how)], once)
            if cause is None:
                raise Refused("closed-incident")
            return self._change(incident, lambda now: [ev.CauseNamed(now, cause)], once, closed_too=True)

    def take(self, incident: str, desk: str) -> State:
        """Give an incident that came from a file to a desk."""
        return self._change(incident, lambda now: [ev.IncidentTaken(now, desk)])

    def hand_over(self, incident: str, to: str) -> State:
        """Give the repair to somebody else while reception goes on."""
        return self._change(incident, lambda now: [ev.RepairHanded(now, to)])

    def fall_back(self, incident: str, way: str | None) -> State:
        """Go on with this patient by another way."""
        if way is not None and way not in self._catalogue.ways:
            raise Refused("unknown-way")
        return self._change(incident, lambda now: [ev.FallbackTaken(now, way)])

    def put_back(self, incident: str, reminder: str) -> State:
        """Something that was switched for this incident is as it was before."""
        return self._change(incident, lambda now: [ev.ReminderCleared(now, reminder)], closed_too=True)

    def read(self, incident: str) -> State:
        """Where an incident stands."""
        return self._load(incident)

    def once(self, once: Once, act: Callable[[Once], State | Taken]) -> bytes:
        """Do what a request asks, or give the answer it already got under its key.

        Raises:
            Refused: the key was used for something else.
        """
        with self._one_at_a_time:
            kept = self._records.idempotent(once.key)
            if kept is None:
                return once.response(act(once))
            before, _, response = kept.partition(b"\n")
            if before.decode() != once.digest:
                raise Refused("idempotency-conflict")
            return response

    def _know(self, problem: str, cause: str | None) -> None:
        model = self._catalogue.problems[problem].model
        if cause is not None and cause != OTHER and (model is None or cause not in model.causes):
            raise Refused("unknown-cause", field="cause")

    def _load(self, incident: str) -> State:
        state = self._records.load(incident)
        if state is None:
            raise Refused("unknown-incident")
        return state

    def _change(
        self,
        incident: str,
        events: Callable[[datetime], list[ev.Event]],
        once: Once | None = None,
        *,
        closed_too: bool = False,
    ) -> State:
        with self._one_at_a_time:
            state = self._load(incident)
            if state.status == "closed" and not closed_too:
                raise Refused("closed-incident")
            return self._store(state, events(self._clock()), once)

    def _follow(self, state: State | None, events: Sequence[ev.Event]) -> tuple[State | None, State, list[ev.Event]]:
        """What follows from events: the state before, the state after, and everything that happened."""
        before, happened = state, []
        for left, event in zip(range(len(events), 0, -1), events, strict=True):
            state, effects = step(state, event, self._guide(), last=left == 1)
            happened += [event, *effects]
        if state is None:
            raise Refused("internal")
        return before, state, happened

    def _store(self, state: State | None, events: Sequence[ev.Event], once: Once | None) -> State:
        before, after, happened = self._follow(state, events)
        if once is None:
            self._records.append(after.incident, happened)
        else:
            self._records.append(after.incident, happened, once.key, once.kept(after))
        self._screens.changed(before, after, happened[-1].at)
        _log.info("incident_changed", incident=after.incident, problem=after.problem, kind=type(events[-1]).__name__)
        return after


def _fits(state: State, reported: Reported) -> bool:
    """Whether a report is about this incident: of two codes nobody knows, only the same one is the same trouble."""
    typed = {value for kind, value in reported.observed if kind == "code"}
    return typed <= set(state.codes)


def _problems(findings: Sequence[Finding], gives: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.problem for finding in findings if finding.gives == gives))


def digest(*parts: bytes) -> str:
    """A hash of what a request asks, to tell a repeated request from another one under the same key."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
