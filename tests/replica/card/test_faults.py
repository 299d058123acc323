"""Every fault does what its name says, to a card that is otherwise in order."""

from datetime import datetime

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.contact import Lying
from madoguchi.replica.card.faults import FAULTS, UnknownCardFaultError, chosen, on_card, on_contact, on_persona
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.issue import issue
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.personas import personas
from madoguchi.wire.card.certificate import last_day
from tests.replica.card.conftest import TODAY
from tests.replica.card.transcript import command, matches


def spoilt(keys: Keys, *written: str) -> Lying:
    wrong = chosen(written)
    whose = on_persona(personas()["adult"], wrong)
    card = on_card(issue(whose, Authority((whose,), keys, TODAY), keys, TODAY), wrong)
    lying = on_contact(CardInProcess(card), wrong)
    lying.power(True)
    return lying


PLACES = {"pin": ("JPKI", "0018"), "sign": ("JPKI", "001B"), "number-b": ("FACE", "0012"), "text-pin": ("TEXT", "0011")}

SHOWN = {
    "no-signature": [("JPKI", "9000"), ("EF:0001", "6A82")],
    "phone": [("FACE", "6A82"), ("JPKI", "9000"), ("00B08A0001", "6982")],
    "old-card": [("FACE", "6A82"), ("JPKI", "9000"), ("00B0860010", "4A504B494150494343544F4B454E2020 9000")],
    "licence": [("JPKI", "6A82"), ("00A4040C07A0000002310100", "9000")],
    "residence": [("JPKI", "6A82"), ("00A4040C06D392F0004F02", "9000")],
    "transit": [("JPKI", "6E00")],
    "jpki-missing": [("JPKI", "6A82"), ("FACE", "9000")],
    "face-missing": [("FACE", "6A82"), ("JPKI", "9000")],
    "text-missing": [("TEXT", "6A82"), ("JPKI", "9000")],
    "jpki-fails": [("JPKI", "6F00"), ("FACE", "9000")],
    "face-fails": [("FACE", "6F00"), ("JPKI", "9000")],
    "text-fails": [("TEXT", "6F00"), ("JPKI", "9000")],
    "first-fails": [("JPKI", "6F00"), ("JPKI", "9000")],
    "certificate-missing": [("JPKI", "9000"), ("EF:000A", "6A82"), ("00B0880003", "8F0000 9000")],
    "certificate-broken": [("JPKI", "9000"), ("00B08A0004", "0000.. 9000")],
    "certificate-padded": [("JPKI", "9000"), ("00B08A00000000", "3082 (3806) 9000"), ("00B00EDF00", "FF9000")],
    "pulled=2": [("JPKI", "9000"), ("JPKI", "9000"), ("JPKI", "")],
    "empty-answer=0": [("JPKI", ""), ("JPKI", "9000")],
    "slow=1": [("JPKI", "9000")],
    **{f"{name}-tries=1": [(at, "9000"), (f"EF:{file}", "9000"), ("TRIES", "63C1")] for name, (at, file) in PLACES.items()},
    **{f"{name}-locked": [(at, "9000"), (f"EF:{file}", "9000"), ("TRIES", "63C0")] for name, (at, file) in PLACES.items()},
}


@pytest.mark.parametrize("fault", SHOWN)
def test_a_fault_shows(keys: Keys, fault: str) -> None:
    card = spoilt(keys, fault)

    assert [] == [(asked, told) for asked, told in SHOWN[fault] if not matches(told, card.transmit(command(asked)))]


OPEN_FACE = ["FACE", "EF:0012", '00200080 "55021720352285"', "EF:0002"]


@pytest.mark.parametrize("fault", ["face-broken", "photo-cut", "photo-damaged", "photo-gone"])
def test_a_spoilt_card_face_shows_after_the_right_number(keys: Keys, fault: str) -> None:
    read = []
    for card in (spoilt(keys), spoilt(keys, fault)):
        assert [b"\x90\x00"] * 4 == [card.transmit(command(one)) for one in OPEN_FACE]
        read.append(card.transmit(bytes.fromhex("00B00000000000")))

    assert read[0] != read[1]


def test_two_bytes_stand_before_the_four_items(keys: Keys) -> None:
    card = spoilt(keys, "items-shifted")
    for one in ("TEXT", "EF:0011", '00200080 "5678"', "EF:0002"):
        card.transmit(command(one))

    assert matches("0000FF20 9000", card.transmit(command("00B0000004")))


@pytest.mark.parametrize(("fault", "size"), [("mute", 40), ("broken-atr", 9)])
def test_a_bad_answer_to_a_reset(keys: Keys, fault: str, size: int) -> None:
    atr = spoilt(keys, fault).atr

    assert (size, 0) == (len(atr), atr[0])


def test_an_expired_certificate_ended_so_many_days_ago(keys: Keys) -> None:
    card = spoilt(keys, "expired=10")
    card.transmit(command("JPKI"))

    assert datetime(2026, 11, 12, tzinfo=JAPAN).date() == last_day(card.transmit(command("00B08A00000000"))[:-2])


def test_a_revoked_certificate_is_revoked_and_the_card_does_not_show_it(keys: Keys) -> None:
    whose = on_persona(personas()["adult"], chosen(["revoked=3"]))

    assert 3 == whose.revoked_ago
    assert spoilt(keys, "revoked").atr == spoilt(keys).atr


def test_every_fault_has_a_test_here() -> None:
    elsewhere = {"face-broken", "photo-cut", "photo-damaged", "photo-gone", "items-shifted", "mute", "broken-atr"}
    elsewhere |= {"expired", "revoked"}

    assert set(FAULTS) == {name.partition("=")[0] for name in SHOWN} | elsewhere


def test_several_are_on_at_once(keys: Keys) -> None:
    card = spoilt(keys, "pin-locked", "face-missing", "first-fails")

    assert [True] * 5 == [
        matches(told, card.transmit(command(asked)))
        for asked, told in (("JPKI", "6F00"), ("FACE", "6A82"), ("JPKI", "9000"), ("EF:0018", "9000"), ("TRIES", "63C0"))
    ]


@pytest.mark.parametrize("written", ["", "worn", "pin-tries=", "pin-tries=-1", "pin-tries=x", "slow=1.5"])
def test_what_is_no_fault_is_refused(written: str) -> None:
    with pytest.raises(UnknownCardFaultError):
        chosen([written])
