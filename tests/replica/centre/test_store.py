from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from madoguchi.replica.centre.people import crowd, holders
from madoguchi.replica.centre.store import Store

TODAY = date(2026, 4, 1)
PEOPLE = [*holders(TODAY), *crowd(7, 300, TODAY)]


@pytest.fixture(name="book")
def _book(tmp_path: Path) -> Iterator[Store]:
    book = Store(tmp_path)
    book.fill(PEOPLE)
    yield book
    book.close()


def test_a_person_is_found_by_card_by_number_and_by_four_items(book: Store) -> None:
    person = PEOPLE[0]

    assert person == book.by_card(int(person.card))
    assert person == book.by_number(person.insurer_number, person.number, person.branch, person.born)
    assert person == book.by_number(person.insurer_number, person.number, "", "")
    assert person in book.by_items(person.name.replace("　", " "), person.born, person.sex)
    assert person in book.by_items(person.kana.replace(" ", ""), person.born, person.sex)


def test_another_birth_date_is_another_person(book: Store) -> None:
    person = PEOPLE[0]

    assert None is book.by_number(person.insurer_number, person.number, person.branch, "19000101")
    assert [] == book.by_items(person.name, "19000101", person.sex)


def test_a_bulk_question_is_taken_once_for_each_key(book: Store) -> None:
    assert ["r1", "r1", "r3"] == [
        book.take_bulk("key", "r1", {"kind": "eligibility"}, 1.0),
        book.take_bulk("key", "r2", {"kind": "eligibility"}, 2.0),
        book.take_bulk("other", "r3", {"kind": "eligibility"}, 3.0),
    ]
    assert ({"kind": "eligibility"}, 1.0) == book.bulk("r1")
    assert None is book.bulk("r2")


def test_what_was_written_is_there_after_the_file_was_let_go(book: Store, tmp_path: Path) -> None:
    book.answer("c1", "proof")
    book.answer("c1", "another")
    book.consent("c1", {"consents": ["drugs"]})
    book.open_emergency("9910000001", on=True)
    book.open_emergency("9910000002", on=True)
    book.open_emergency("9910000002", on=False)
    changed = book.change(PEOPLE[0].id, registered=False)
    again = Store(tmp_path)

    assert ("proof", {"consents": ["drugs"]}) == (again.answered("c1"), again.consent_of("c1"))
    assert (True, False) == (again.is_emergency("9910000001"), again.is_emergency("9910000002"))
    assert changed == again.by_id(PEOPLE[0].id)
    assert False is (changed is not None and changed.registered)
    again.close()


def test_nobody_is_changed_who_is_not_there(book: Store) -> None:
    assert None is book.change("nobody", registered=False)
