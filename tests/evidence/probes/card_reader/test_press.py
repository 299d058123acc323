import threading
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.probes.card_reader.press import CardReader, Pressed
from madoguchi.replica.card.pcsc_fake import FakePcsc, Faults
from tests.evidence.probes.card_reader.cards import FACE, JPKI, TEXT, Plain, good

NAME = "みほんリーダー 00 00"


class Counter:
    """A reception: a reader, what lies on it, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 9, 0, tzinfo=JAPAN)
        self.service = FakePcsc({NAME: None})
        self.probe = CardReader(lambda: self.at, lambda: self.service)

    def press(self, card: Plain | None, faults: Faults = Faults(), *, another: bool = False, **going: float) -> Pressed:  # noqa: B008
        self.at += timedelta(**going)
        self.service = FakePcsc({NAME: card}, faults)
        return self.probe.press(NAME, another=another)


@pytest.fixture
def counter() -> Counter:
    return Counter()


def why(pressed: Pressed) -> list[str]:
    return [line.name for line in pressed.why]


def inside(**changes: Any) -> dict[bytes, Any]:
    """A good card with files changed: `jpki_18=0x63C0`; None takes a file away."""
    names, card = {"jpki": JPKI, "face": FACE, "text": TEXT}, good()
    for place, content in changes.items():
        name, _, file = place.partition("_")
        if file:
            card[names[name]][int(file, 16)] = content
        else:
            del card[names[name]]
    return {aid: {file: content for file, content in files.items() if content is not None} for aid, files in card.items()}


def test_a_good_card_says_what_it_is_and_how_many_tries_are_left(counter: Counter) -> None:
    pressed = counter.press(Plain(good()))

    assert (None, "none", "my-number") == (pressed.code, pressed.part, pressed.card)
    assert {"pin": 3, "number_b": 10} == pressed.tries
    assert (date(2030, 2, 17), "none") == (pressed.not_after, pressed.phase)
    assert ["certificate-good", "pin-left", "number-b-left", "card-good"] == why(pressed)


SERVICE: dict[str, dict[int, str | None]] = {
    "open": {0x8010001D: "008", 0x8010001E: "008"},
    "readers": {0x8010002E: "008", 0x8010001D: "008"},
    "state": {0x80100009: "008", 0x80100017: "008"},
    "connect": {
        0x8010000C: None,
        0x80100067: "001",
        0x80100066: "001",
        0x8010000F: "001",
        0x8010000B: None,
        0x80100017: "008",
        0x80100068: None,
    },
    "transmit": {0x80100016: "001", 0x80100013: "001", 0x80100069: "001", 0x8010001D: "008", 0x80100017: "008"},
}
"""docs/protocol/card-reader.md#found, its rows about the service and the reader."""


@pytest.mark.parametrize(("call", "number", "code"), [(call, *row) for call, rows in SERVICE.items() for row in rows.items()])
def test_each_number_of_the_service_is_told_by_its_code(counter: Counter, call: str, number: int, code: str | None) -> None:
    pressed = counter.press(Plain(good()), Faults(calls={call: number}))

    assert code == pressed.code
    assert not counter.service.powered
    assert 0 == counter.service.open_contexts


STATES = {0x200: "001", 0x80: None, 0x08: "008", 0x04: "008"}


@pytest.mark.parametrize(("bits", "code"), STATES.items())
def test_the_state_of_the_reader_is_heard_before_the_card_is_asked(counter: Counter, bits: int, code: str | None) -> None:
    pressed = counter.press(Plain(good()), Faults(bits=bits))

    assert (code, []) == (pressed.code, counter.service.commands)


CARDS: dict[str, tuple[str | None, Any]] = {
    "nothing of it answers": ("002", lambda: Plain({})),
    "it knows no such command": ("002", lambda: Plain({}, refusal=0x6D00)),
    "it knows no such class": ("002", lambda: Plain({}, refusal=0x6E00)),
    "it is an old card": ("002", lambda: Plain(inside(jpki_06=b"JPKIAPICCTOKEN".ljust(160)))),
    "an application is missing": ("007", lambda: Plain(inside(face=None))),
    "the certificate's application is missing": ("007", lambda: Plain(inside(jpki=None))),
    "the certificate is no certificate": ("007", lambda: Plain(inside(jpki_0A=b"\x30\x82\x03\xc0" + b"\xff" * 960))),
    "the certificate is filler": ("007", lambda: Plain(inside(jpki_0A=b"\xff" * 960))),
    "the certificate was never put in": ("006", lambda: Plain(inside(jpki_0A=None))),
    "the card says it has none": ("006", lambda: Plain(inside(jpki_08=b"\x8f\x00\x00"))),
    "the certificate is past its grace": ("006", lambda: Plain(good(date(2026, 7, 31)))),
    "the PIN is locked": ("004", lambda: Plain(inside(jpki_18=0x63C0))),
    "the PIN is locked, in other words": ("004", lambda: Plain(inside(jpki_18=0x6984))),
    "number B is locked": ("005", lambda: Plain(inside(face_12=0x63C0))),
    "number B is locked, as the standard has it": ("005", lambda: Plain(inside(face_12=0x6983))),
    "the certificate ended this month": (None, lambda: Plain(good(date(2026, 11, 1)))),
    "the certificate ends soon": (None, lambda: Plain(good(date(2027, 1, 1)))),
    "one try is left": (None, lambda: Plain(inside(jpki_18=0x63C1))),
    "the counter says nothing": (None, lambda: Plain(inside(jpki_18=0x6300))),
}
"""docs/protocol/card-reader.md#found, its rows about the card."""


@pytest.mark.parametrize(("what", "expected"), CARDS.items(), ids=CARDS)
def test_each_state_of_a_card_is_told_by_its_code(counter: Counter, what: str, expected: tuple[str | None, Any]) -> None:
    code, card = expected

    assert code == counter.press(card()).code, what


@pytest.mark.parametrize("status", [0x6F00, 0x6400, 0x6581, 0x6283])
def test_an_application_that_cannot_is_broken_only_after_a_second_look(counter: Counter, status: int) -> None:
    card = Plain(good())
    card.select_status[FACE] = status

    assert "007" == counter.press(card).code
    assert 2 == counter.service.calls.count("connect")


def test_a_refusal_that_does_not_come_again_was_none(counter: Counter) -> None:
    card = Plain(good())
    card.select_status[FACE] = 0x6F00
    took = card.power

    def mends(on: bool) -> None:  # noqa: FBT001 - as a reader does it
        if not on:
            card.select_status.clear()
        took(on)

    card.power = mends  # type: ignore[method-assign]

    assert counter.press(card).code is None


def test_a_card_that_fails_only_the_first_command_is_well(counter: Counter) -> None:
    pressed = counter.press(Plain(good(), first=0x6F00))

    assert pressed.code is None
    assert 1 == counter.service.calls.count("connect")


def test_a_card_pulled_in_the_middle_is_no_broken_card(counter: Counter) -> None:
    for after in range(20):
        pressed = counter.press(Plain(good()), Faults(pulled_after=after), minutes=30)
        assert ("001", "answer-cut") == (pressed.code, why(pressed)[0])


def test_a_service_that_dies_or_a_reader_that_is_unplugged_in_the_middle_is_008(counter: Counter) -> None:
    for after in range(1, 20):
        died = counter.press(Plain(good()), Faults(dies_after=after))
        unplugged = counter.press(Plain(good()), Faults(unplugged_after=after))
        assert ("008", "service", "service-missing") == (died.code, died.part, why(died)[0])
        assert ("008", "reader", "reader-gone") == (unplugged.code, unplugged.part, why(unplugged)[0])


def test_a_reset_by_another_program_begins_the_look_anew(counter: Counter) -> None:
    assert "card-good" in why(counter.press(Plain(good()), Faults(resets=2)))


def test_resets_without_end_mean_that_another_program_holds_the_card(counter: Counter) -> None:
    assert ["card-held"] == why(counter.press(Plain(good()), Faults(resets=9)))


def test_an_empty_reader_asks_for_a_card(counter: Counter) -> None:
    pressed = counter.press(None)

    assert (None, "absent", ["card-absent"]) == (pressed.code, pressed.card, why(pressed))


@pytest.mark.parametrize(("label", "kind"), [("JPKIAPGPSETOKEN", "phone"), ("JPKIAPIOSTOKEN", "phone")])
def test_a_telephone_is_told_and_keeps_its_certificate_to_itself(counter: Counter, label: str, kind: str) -> None:
    class Telephone(Plain):
        def transmit(self, command: bytes) -> bytes:
            return b"\x69\x82" if self.file == b"secret" and command[1] == 0xB0 else super().transmit(command)

    pressed = counter.press(Telephone(inside(jpki_06=label.encode().ljust(160), jpki_0A=b"secret", face=None, text=None)))

    assert (None, kind, None) == (pressed.code, pressed.card, pressed.not_after)


@pytest.mark.parametrize(("name", "kind"), [("A0000002310100", "driving-licence"), ("D392F0004F02", "residence-card")])
def test_another_card_is_named_kindly_where_it_is_known(counter: Counter, name: str, kind: str) -> None:
    assert kind == counter.press(Plain({bytes.fromhex(name): {}})).card


def test_without_the_library_nothing_is_claimed() -> None:
    pressed = CardReader(lambda: datetime(2026, 11, 24, tzinfo=JAPAN), lambda: None).press(NAME)

    assert (None, 0.0, ["not-available"]) == (pressed.code, pressed.sure, why(pressed))


def test_where_no_reader_is_named_none_is_touched_and_all_are_listed(counter: Counter) -> None:
    counter.service = FakePcsc({NAME: Plain(good()), "another": None})

    pressed = counter.probe.press("")

    assert (["no-reader-named"], (NAME, "another")) == (why(pressed), pressed.readers)
    assert "connect" not in counter.service.calls


def test_a_reader_that_hangs_hangs_nobody_and_is_not_asked_twice() -> None:
    release = threading.Event()

    class Hanging(FakePcsc):
        def transmit(self, command: bytes) -> tuple[int, bytes]:
            release.wait(30)
            return super().transmit(command)

    service = Hanging({NAME: Plain(good())})
    probe = CardReader(lambda: datetime(2026, 11, 24, tzinfo=JAPAN), lambda: service, limit=0.05)

    assert ["too-slow"] == why(probe.press(NAME))
    assert ["too-slow"] == why(probe.press(NAME))
    assert 1 == service.calls.count("open")
    release.set()


SILENT = Faults(calls={"connect": 0x80100066})


def test_one_silent_card_alone_decides_nothing(counter: Counter) -> None:
    pressed = counter.press(Plain(good()), SILENT)

    assert ("001", "undecided") == (pressed.code, pressed.part)
    assert ["card-silent", "undecided"] == why(pressed)


def test_where_another_card_was_read_just_before_it_is_the_card(counter: Counter) -> None:
    counter.press(Plain(good()))

    pressed = counter.press(Plain(good()), SILENT, another=True, minutes=4)

    assert ("001", "card", 0.8) == (pressed.code, pressed.part, pressed.sure)
    assert {"minutes": 4} == pressed.why[-1].args


def test_a_silent_card_may_be_the_one_that_was_read_before_so_less_is_claimed(counter: Counter) -> None:
    counter.press(Plain(good()))

    pressed = counter.press(Plain(good()), SILENT, minutes=4)

    assert ("card", 0.65, "one-was-good") == (pressed.part, pressed.sure, why(pressed)[-1])


def test_two_different_cards_failing_mean_the_reader(counter: Counter) -> None:
    counter.press(Plain(good()), SILENT)

    assert "reader" == counter.press(Plain(good()), SILENT, another=True, minutes=1).part


def test_the_same_card_failing_twice_means_nothing_more(counter: Counter) -> None:
    counter.press(Plain(good()), SILENT)

    assert "undecided" == counter.press(Plain(good()), SILENT, minutes=1).part


def test_a_second_card_that_is_read_clears_the_reader(counter: Counter) -> None:
    counter.press(Plain(good()), SILENT)

    assert "other-was-at-fault" == why(counter.press(Plain(good(number=2)), another=True, minutes=1))[-1]


def test_what_was_long_ago_decides_nothing(counter: Counter) -> None:
    counter.press(Plain(good()))

    assert "undecided" == counter.press(Plain(good()), SILENT, minutes=11).part
