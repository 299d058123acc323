from datetime import UTC, datetime

from madoguchi.replica.portal.machine import Ask, Confirm, Refuse, Wanted, told, wanted
from madoguchi.replica.proof import Holder

HOLDER = Holder(7, datetime(2030, 1, 1, tzinfo=UTC))


def test_a_card_that_proves_itself_is_asked_for_at_the_centre_and_then_registered() -> None:
    asked = wanted(Wanted(HOLDER), known=False)

    assert Ask(HOLDER) == asked
    assert Confirm(7, keep=True) == told(asked, "registered")


def test_a_registered_card_is_confirmed_without_asking_anybody() -> None:
    assert Confirm(7, keep=False) == wanted(Wanted(HOLDER), known=True)


def test_a_person_whose_insurer_has_told_nothing_is_not_registered() -> None:
    assert Refuse("insurer-unknown") == told(Ask(HOLDER), "insurer-unknown")


def test_what_is_no_proof_is_refused_with_its_reason() -> None:
    assert Refuse("not-signed") == wanted(Wanted("not-signed"), known=False)
