import pytest

from madoguchi.replica.faults import Fault, declared
from madoguchi.replica.reader.faults import WRAPPERS
from madoguchi.replica.supervisor import Supervisor, deeds
from tests.replica.reader.chain import Hands

FAULTS = declared("reader")
CODES = [fault for fault in FAULTS.values() if fault.shows]
SILENT = {
    "reader.patient_face_covered": "mismatch",
    "reader.card_photo_looks_different": "mismatch",
    "reader.hung_frozen": "frozen",
    "reader.no_power": "dark",
    "reader.card_left_on_it": "forgotten",
}
CONTACTS = {"call-centre", "vendor", "maker", "carrier", "municipality", "insurer", "eprescription", "portal-notices"}


def name(fault: Fault) -> str:
    return fault.id


def test_every_fault_that_is_declared_is_made_and_the_other_way_round() -> None:
    assert set(WRAPPERS) == set(FAULTS)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=name)
def test_a_fault_has_a_cure_that_somebody_can_do(fault: Fault) -> None:
    assert set(fault.cured_by) <= set(deeds())
    assert set(fault.remit) <= CONTACTS
    assert fault.curable_at_desk or fault.remit or fault.cause in {"card.not_brought", "card.photo_looks_different"}
    assert fault.shows in {fault.problem, ""}


@pytest.mark.parametrize("fault", CODES, ids=name)
def test_a_cause_shows_its_code_and_a_check_in_goes_through_without_it(chain: Supervisor, hands: Hands, fault: Fault) -> None:
    method = fault.method or "pin"
    chain.turn(fault.id, on=True)
    shown = hands.check_in(method=method)
    chain.turn(fault.id, on=False)

    assert (fault.shows, "done") == (shown, hands.check_in(method=method))


@pytest.mark.parametrize(("fault", "screen"), SILENT.items())
def test_a_cause_without_a_code_shows_what_people_see_of_it(chain: Supervisor, hands: Hands, fault: str, screen: str) -> None:
    method = FAULTS[fault].method or "pin"
    chain.turn(fault, on=True)
    shown = hands.check_in(method=method)
    code = hands.look()["code"]
    chain.turn(fault, on=False)

    assert (screen, None, "done") == (shown, code, hands.check_in(method=method))


def test_what_lives_in_the_running_program_goes_with_a_restart_of_the_reader(chain: Supervisor, hands: Hands) -> None:
    for fault in ("reader.hung", "reader.cable_loose"):
        chain.turn(fault, on=True)
    chain.restart("reader")

    assert ("reader.cable_loose",) == chain.on()
    assert ("reader.cable_loose",) == chain.do("check_usb")
    assert "done" == hands.check_in()


def test_a_forgotten_pin_leaves_face_and_a_look(chain: Supervisor, hands: Hands) -> None:
    chain.turn("reader.patient_forgot", on=True)
    hands.check_in(take=False)

    assert ("003", 2, "consents") == (hands.seen["code"], hands.seen["tries_left"], hands.identify("visual", "adult"))


def test_a_card_that_takes_no_permission_leaves_the_pin(chain: Supervisor, hands: Hands) -> None:
    chain.turn("reader.card_permission_unanswered", on=True)
    hands.check_in(method="visual", take=False)

    assert ("902", ["pin"], "consents") == (hands.seen["code"], hands.seen["ways"], hands.identify("pin", "adult"))
