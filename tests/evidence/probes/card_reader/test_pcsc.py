import sys
from types import SimpleNamespace
from typing import Any

import pytest

from madoguchi.evidence.probes.card_reader.pcsc import Code, Installed, installed

UNPOWER = 2


class Library:
    """pyscard's thin layer: tuples that begin with a number, which some systems give with a sign."""

    SCARD_SCOPE_USER = SCARD_STATE_UNAWARE = 0
    SCARD_PROTOCOL_T0, SCARD_PROTOCOL_T1, SCARD_SHARE_SHARED, SCARD_UNPOWER_CARD = 1, 2, 2, UNPOWER

    def __init__(self, number: int = 0) -> None:
        self.number = number
        self.ended: list[Any] = []

    def SCardEstablishContext(self, _scope: int) -> tuple[int, int]:  # noqa: N802
        return self.number, 7

    def SCardListReaders(self, _context: int, _groups: list[str]) -> tuple[int, list[str]]:  # noqa: N802
        return self.number, ["left"]

    def SCardGetStatusChange(self, _context: int, _wait: int, _asked: Any) -> tuple[int, Any]:  # noqa: N802
        return self.number, [("left", 0x22, [])]

    def SCardConnect(self, *_asked: Any) -> tuple[int, int, int]:  # noqa: N802
        return self.number, 9, 2

    def SCardTransmit(self, _card: int, _protocol: int, command: list[int]) -> tuple[int, list[int]]:  # noqa: N802
        return self.number, [*command, -112, 0]

    def SCardDisconnect(self, card: int, how: int) -> int:  # noqa: N802
        self.ended.append((card, how))
        return 0

    def SCardReleaseContext(self, context: int) -> int:  # noqa: N802
        self.ended.append(context)
        return 0


def test_a_card_is_reached_and_let_go_without_power() -> None:
    library = Library()
    service = Installed(library)  # type: ignore[arg-type]

    assert Code.GOOD == service.open()
    assert (Code.GOOD, ("left",)) == service.readers()
    assert (Code.GOOD, 0x22) == service.state("left")
    assert Code.GOOD == service.connect("left")
    assert (Code.GOOD, b"\x00\xa4\x90\x00") == service.transmit(b"\x00\xa4")
    service.disconnect()
    service.disconnect()
    service.close()
    service.close()

    assert [(9, UNPOWER), 7] == library.ended


def test_numbers_with_a_sign_are_the_same_numbers() -> None:
    service = Installed(Library(0x8010001D - 2**32))  # type: ignore[arg-type]

    assert Code.NO_SERVICE == service.open()
    assert Code.NO_SERVICE == service.connect("left")
    assert Code.GOOD == service.disconnect()


def test_without_the_extra_there_is_no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "smartcard", None)

    assert installed() is None


def test_with_it_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "smartcard", SimpleNamespace(scard=Library()))

    assert installed() is not None
