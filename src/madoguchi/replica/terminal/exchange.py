"""Fetches the questions of a receipt computer from the folder `req` and puts the answers into `res`."""

import hashlib
import stat
import time
from pathlib import Path
from threading import Event, Thread
from typing import Final

import msgspec

from madoguchi.base import xml
from madoguchi.replica.terminal.codes import Failed, code_of
from madoguchi.replica.terminal.faults import Effects
from madoguchi.replica.terminal.results import abnormal, collected, number_answer, received, reference_answer, zipped
from madoguchi.replica.terminal.running import LOG, Terminal
from madoguchi.replica.terminal.services import Services
from madoguchi.replica.terminal.store import Delivery
from madoguchi.wire.exchange.names import build_name, parse_name, reply_name
from madoguchi.wire.exchange.questions import Question, QuestionRefused, read_question
from madoguchi.words.translate import Words

SIMULATED: Final = "SIM"
"""Our own codes begin so: no official list can contain them by accident (docs/protocol/exchange.md#codes)."""


class Look(msgspec.Struct, frozen=True):
    """How a file was when it was first seen like this; `at` on the machine's own clock."""

    mark: str
    digest: str
    at: float


class Exchange:
    """Looks into `req` again and again. A file counts when it was read twice and was the same."""

    def __init__(self, terminal: Terminal, words: Words) -> None:
        """Nothing has been seen yet."""
        self._terminal = terminal
        self._words = words
        self._looks: dict[str, Look] = {}
        self._end = Event()
        self._thread = Thread(target=self._run, name="exchange", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Stop looking; what is being answered is answered."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def _run(self) -> None:
        while not self._end.wait(self._terminal.last_good().poll_seconds):
            try:
                self.look(time.monotonic())
            except Exception:  # noqa: BLE001 - whatever one file did, the next look comes
                LOG.exception("look")

    def look(self, now: float) -> None:
        """Deliver what could not be delivered before, then see what lies in `req`."""
        self._terminal.shares.catch_up(self._terminal.effects.put)
        folder = self._terminal.shares.folder("req")
        try:
            names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        except OSError:
            self._looks.clear()
            return
        self._looks = {name: look for name, look in self._looks.items() if name in names}
        for name in names:
            if parse_name(name, self._terminal.layout.names) is not None:
                self._one(folder / name, now)

    def _one(self, path: Path, now: float) -> None:
        seen = _read(path)
        if seen is None:
            self._looks.pop(path.name, None)
            return
        mark, data = seen
        look, before = Look(mark, hashlib.sha256(data or b"").hexdigest(), now), self._looks.get(path.name)
        if before is None or (before.mark, before.digest) != (look.mark, look.digest):
            self._looks[path.name] = look
            return
        age, settings = now - before.at, self._terminal.last_good()
        if age < settings.settle_seconds:
            return
        fingerprint = hashlib.sha256(f"{path.name} {mark}".encode()).hexdigest()
        if self._terminal.store.answered(fingerprint):
            self._clear_away(path)
            return
        try:
            question = self._question(data, path.name)
        except QuestionRefused as refused:
            if refused.reason in {"malformed", "empty"} and age < settings.half_seconds:
                return
            self._refuse(path, fingerprint, refused)
        else:
            self._answer(path, fingerprint, question)

    def _question(self, data: bytes | None, name: str) -> Question:
        if data is None:
            raise QuestionRefused("size")
        question = read_question(data, name, self._terminal.layout)
        if question.institution != self._terminal.last_good().institution:
            raise QuestionRefused("institution", "MedicalInstitutionCode")
        return question

    def _answer(self, path: Path, fingerprint: str, question: Question) -> None:
        terminal, effects = self._terminal, self._terminal.effects
        once = question.identifier and question.kind.how != "collect"
        key = (question.identifier, f"{question.digest} {question.encoding}")
        before = terminal.store.answer(*key) if once else None
        data, good = (before, False) if before is not None else self._told(question, effects, fingerprint)
        packed = question.kind.how == "collect" and terminal.last_good().zip_collected
        names = terminal.layout.names
        plain, reply = reply_name(question.name, "xml", names), reply_name(question.name, "zip" if packed else "xml", names)
        if plain is None or reply is None:
            self._refuse(path, fingerprint, QuestionRefused("name"))
            return
        delivery = Delivery(build_name(reply), "res")
        with terminal.shares.busy(delivery):
            terminal.shares.ready(delivery, zipped(build_name(plain), data) if packed else data)
            answer = (*key, data) if good and once else None
            terminal.store.remember(fingerprint, effects.clock(), (delivery,), answer)
            self._put(delivery, effects)
        path.unlink(missing_ok=True)

    def _told(self, question: Question, effects: Effects, key: str) -> tuple[bytes, bool]:
        """The answer, and whether it is worth keeping: a failure is asked for anew."""
        try:
            return self._ask(question, effects, key), True
        except Failed as failed:
            reason = failed.reason
        except MemoryError:
            reason = "memory-short"
        except Exception:  # noqa: BLE001 - what nobody foresaw is told like any other failure
            LOG.exception("question")
            reason = "worker-failed"
        return self._abnormal(question, reason, effects), False

    def _ask(self, question: Question, effects: Effects, key: str) -> bytes:
        effects.asks()
        _, services = self._terminal.ready(effects)
        layout, kind = self._terminal.layout, question.kind
        if kind.how == "collect":
            units = services.collect(question.people[0]["ReceptionNumber"])
            return collected(question, units, effects.clock(), layout)
        if kind.how == "upload":
            return received(question, self._upload(question, services, key), effects.clock(), layout)
        person = question.people[0]
        if kind.asks == "registration":
            return reference_answer(question, services.refer(person), effects.clock(), layout)
        found = services.by_number(person, question.header.get("QualificationConfirmationDate", ""))
        return number_answer(question, found, effects.clock(), layout)

    def _upload(self, question: Question, services: Services, key: str) -> str:
        day = question.header.get("QualificationConfirmationDate", "")
        return services.upload(question.kind.asks, question.people, day, key)

    def _abnormal(self, question: Question, reason: str, effects: Effects) -> bytes:
        code = f"{SIMULATED}{code_of(reason)}"
        message = self._words.text("replica-terminal-abnormal", "ja", code=code_of(reason))
        return abnormal(question, (code, message), effects.clock(), self._terminal.layout)

    def _refuse(self, path: Path, fingerprint: str, refused: QuestionRefused) -> None:
        """Give a file back with a text beside it that says why."""
        terminal, effects = self._terminal, self._terminal.effects
        told = self._words.text(f"replica-terminal-refused-{refused.reason}", "ja")
        delivery = Delivery(path.with_suffix(".err").name, "res")
        with terminal.shares.busy(delivery):
            terminal.shares.ready(delivery, f"{refused.reason} {refused.element}".strip().encode() + f"\r\n{told}\r\n".encode())
            terminal.store.remember(fingerprint, effects.clock(), (delivery,))
            self._give_back(path)
            self._put(delivery, effects)

    def _put(self, delivery: Delivery, effects: Effects) -> None:
        try:
            effects.put(delivery)
        except OSError:
            # It lies in the outbox and is tried again at every look.
            LOG.warning("answer waits: %s", delivery.name)
            return
        self._terminal.store.delivered(delivery)

    def _give_back(self, path: Path) -> None:
        try:
            path.rename(self._terminal.shares.folder("res") / path.name)
        except OSError:
            path.unlink(missing_ok=True)

    def _clear_away(self, path: Path) -> None:
        """A file that was dealt with before the last process ended."""
        told = path.with_suffix(".err").name
        if (self._terminal.shares.folder("res") / told).exists():
            self._give_back(path)
        else:
            path.unlink(missing_ok=True)


def _read(path: Path) -> tuple[str, bytes | None] | None:
    """What tells a file from a later one of its name, and its bytes (None: too large); None where it is no file."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return None
        mark = f"{found.st_ino} {found.st_mtime_ns} {found.st_size}"
        return mark, None if found.st_size > xml.LIMIT else path.read_bytes()
    except OSError:
        return None
