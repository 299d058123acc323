"""Whether the terminal fetches the questions that the receipt computer puts down for it."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from madoguchi.evidence.probes.glance import File, Glance, glance
from madoguchi.evidence.probes.output_folder import REFUSED, failure
from madoguchi.evidence.probes.probe import Link, Reading, State, Surroundings, told, unknown

SLOW: Final = timedelta(minutes=2)
"""A question that lay there under our eyes for so long is not fetched as it should be."""

STUCK: Final = timedelta(minutes=10)
"""A question so old by its own date, or seen for so long, is not being fetched at all."""

EVIDENCE: Final = {
    "missing": "evidence-request-folder-missing",
    "unreadable": "evidence-request-folder-unreadable",
    "away": "evidence-request-folder-away",
    "place": "evidence-request-folder-away",
}


class RequestFolder:
    """The folder from which the terminal takes questions."""

    id = "request-folder"
    link: Link = "terminal"
    every = timedelta(seconds=30)
    limit = timedelta(seconds=10)

    def look(self, surroundings: Surroundings) -> Reading:
        """Doubtful when a question waits for minutes or was refused, down when nobody fetches any."""
        folder = surroundings.request_folder
        if folder is None:
            return unknown(self.id, "unnamed")
        try:
            found = glance(folder, surroundings.clock, surroundings.kept)
        except (OSError, ValueError) as error:
            return _down(EVIDENCE[failure(folder, error)], folder)
        if found.share_lost:
            return _down("evidence-request-folder-away", folder)
        return _waiting(folder, found, surroundings.clock(), surroundings.kept)


def _down(evidence: str, folder: Path) -> Reading:
    return Reading("request-folder", "down", "", evidence, {"folder": folder.name}, 0.9)


def _waiting(folder: Path, found: Glance, now: datetime, kept: dict[str, Any]) -> Reading:
    before: dict[str, datetime] = kept.get("request-folder", {})
    seen = {file.name: min(before.get(file.name, now), now) for file in found.requests}
    kept["request-folder"] = seen
    stuck = [file for file in found.requests if now - seen[file.name] >= STUCK or now - file.changed >= STUCK]
    slow = [file for file in found.requests if now - seen[file.name] >= SLOW]
    if stuck:
        return _lying("down", "evidence-request-folder-stuck", stuck, seen, now)
    if slow:
        return _lying("doubtful", "evidence-request-folder-slow", slow, seen, now)
    refused = [file for file in found.refused if file.changed > now - REFUSED]
    if refused:
        said: dict[str, str | int | float] = {"count": len(refused), "at": told(max(file.changed for file in refused), now)}
        return Reading("request-folder", "doubtful", str(len(refused)), "evidence-request-folder-refused", said, 0.9)
    said = {"folder": folder.name}
    return Reading("request-folder", "good", str(len(found.requests)), "evidence-request-folder-good", said, 0.9)


def _lying(state: State, evidence: str, files: list[File], seen: dict[str, datetime], now: datetime) -> Reading:
    first = min(min(file.changed, seen[file.name]) for file in files)
    said: dict[str, str | int | float] = {"count": len(files), "since": told(first, now)}
    return Reading("request-folder", state, str(len(files)), evidence, said, 0.8, first)
