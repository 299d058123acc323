from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from madoguchi.replica.centre.machine import (
    CardCall,
    Institution,
    Refuse,
    Standing,
    Tell,
    about,
    admit,
    by_card,
    by_items,
    permit,
    register,
)
from madoguchi.replica.centre.people import crowd, rows
from madoguchi.replica.proof import Holder

PERSON = next(person for person in crowd(7, 50, date(2026, 4, 1)) if person.validity == "1")
CALL = CardCall("9910000001", Holder(7, datetime(2030, 1, 1, tzinfo=UTC)), "none", "good", PERSON, "proof", None)
GOOD = Institution("9910000001", chained=True, standing="good")


@pytest.mark.parametrize(
    ("caller", "why"),
    [
        (GOOD, None),
        (replace(GOOD, chained=False), "certificate"),
        (replace(GOOD, standing="revoked"), "certificate"),
        (replace(GOOD, standing="unknown"), "certificate"),
        (replace(GOOD, standing="silent"), "certificate"),
        (replace(GOOD, code="9910000002"), "wrong-institution"),
    ],
)
def test_only_an_institution_that_stands_well_and_speaks_for_itself_is_let_in(caller: Institution, why: str | None) -> None:
    assert why == (refused.why if (refused := admit(caller, "9910000001")) else None)


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        (CALL, Tell(validity="1", results=rows(PERSON))),
        (replace(CALL, phase="notice"), Tell(validity="1", results=rows(PERSON), notices=("certificate-expiring",))),
        (replace(CALL, phase="grace"), Tell(validity="1", results=rows(PERSON), notices=("certificate-grace",))),
        (replace(CALL, phase="ended"), Refuse("card-certificate")),
        (replace(CALL, standing="revoked"), Refuse("card-certificate")),
        (replace(CALL, standing="unknown"), Refuse("card-certificate")),
        (replace(CALL, holder="not-signed"), Refuse("not-signed")),
        (replace(CALL, before="proof"), Tell(validity="1", results=rows(PERSON))),
        (replace(CALL, before="another proof"), Refuse("replayed")),
        (replace(CALL, person=None), Tell(registered=False)),
        (replace(CALL, person=replace(PERSON, registered=False)), Tell(registered=False)),
    ],
)
def test_a_check_in_by_card_is_answered_by_its_facts(call: CardCall, answer: Tell | Refuse) -> None:
    assert answer == by_card(call)


def test_nobody_is_told_as_nobody() -> None:
    assert Tell(validity="4") == about(None)


def test_four_items_are_looked_up_only_where_the_call_centre_opened_it_and_two_people_are_not_told_apart() -> None:
    assert Refuse("not-open") == by_items([PERSON], opened=False)
    assert about(PERSON) == by_items([PERSON], opened=True)
    assert Tell(validity="5") == by_items([PERSON, PERSON], opened=True)
    assert Tell(validity="4") == by_items([], opened=True)


@pytest.mark.parametrize(("standing", "why"), [("good", None), ("revoked", "permission"), ("silent", "permission")])
def test_use_without_pin_is_permitted_or_not(standing: Standing, why: str | None) -> None:
    assert why == (refused.why if (refused := permit(None, standing)) else None)


def test_a_person_of_whom_no_insurer_told_cannot_be_registered() -> None:
    assert [None, Refuse("insurer-unknown"), Refuse("insurer-unknown")] == [
        register(PERSON),
        register(replace(PERSON, told=False)),
        register(None),
    ]
