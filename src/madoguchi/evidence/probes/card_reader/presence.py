"""The probe `pcsc-reader`: whether the reader in the settings is there. No card is touched, only the service is asked."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from madoguchi.evidence.probes.card_reader.pcsc import Code, Service, State, installed
from madoguchi.evidence.probes.probe import Link, Reading, Surroundings, unknown


class PcscReader:
    """Asks the service for its readers. What lies on the reader is looked at only on a press (`press.CardReader`)."""

    id: Final = "pcsc-reader"
    link: Link = "reader"
    every: Final = timedelta(minutes=1)
    limit: Final = timedelta(seconds=5)

    def __init__(self, service: Callable[[], Service | None] = installed) -> None:
        """Ask the service of this computer, or another in its place."""
        self._service = service

    def look(self, surroundings: Surroundings) -> Reading:
        """Whether the named reader is there."""
        reader = surroundings.card_reader
        if not reader:
            return unknown(self.id, "not-set")
        service = self._service()
        if service is None:
            return unknown(self.id, "not-available")
        try:
            return self._found(service, reader)
        finally:
            service.close()

    def _found(self, service: Service, reader: str) -> Reading:
        if service.open() != Code.GOOD:
            return self._down("service", reader)
        code, names = service.readers()
        if code not in (Code.GOOD, Code.NO_READERS):
            return self._down("service", reader)
        if reader not in names:
            return self._down("gone", reader)
        code, bits = service.state(reader)
        if code != Code.GOOD or bits & (State.UNKNOWN | State.UNAVAILABLE):
            return self._down("gone", reader)
        return Reading(self.id, "good", "", f"evidence-{self.id}-there", {"reader": reader}, 0.9, observes={self.id: "good"})

    def _down(self, what: str, reader: str) -> Reading:
        return Reading(self.id, "down", what, f"evidence-{self.id}-{what}", {"reader": reader}, 0.9, observes={self.id: "down"})
