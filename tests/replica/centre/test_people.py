import re
import unicodedata
from collections import Counter
from datetime import date

from msgspec.structs import replace

from madoguchi.replica.card.personas import personas
from madoguchi.replica.centre.people import crowd, holders, names, rows
from madoguchi.wire.exchange.messages import message_table
from madoguchi.wire.exchange.tables import code_tables

TODAY = date(2026, 4, 1)


def test_the_same_seed_gives_the_same_people_and_another_gives_others() -> None:
    one, again, other = (list(crowd(seed, 200, TODAY)) for seed in (7, 7, 8))

    assert one == again
    assert one != other


def test_everybody_is_invented() -> None:
    people = [*crowd(7, 500, TODAY), *holders(TODAY)]

    assert {"練習県"} == {person.address[:3] for person in people}
    assert {"99"} == {person.insurer_number[:2] for person in people}
    assert [] == [person.id for person in people if re.search(r"\d{12}", unicodedata.normalize("NFKC", person.address))]


def test_every_validity_of_the_table_occurs_in_the_crowd() -> None:
    counted = Counter(person.validity for person in crowd(7, 10_000, TODAY))

    assert set(code_tables()["OQSCD006"].values) == set(counted)
    assert counted["1"] > 9_000


def test_every_persona_with_a_holder_is_known_by_a_card_of_their_own() -> None:
    cards = [person.card for person in holders(TODAY)]

    assert len(set(cards)) == len(cards) == sum(bool(persona.name) for persona in personas().values())


def test_nobody_valid_has_one_qualification_nobody_at_all_none_and_several_two() -> None:
    person = next(iter(holders(TODAY)))

    assert [1, 0, 2] == [len(rows(replace(person, validity=validity))) for validity in ("1", "4", "5")]


def test_every_element_of_a_qualification_is_one_of_the_exchange() -> None:
    known = {element.name for element in message_table().qualification}

    assert set() == set(names().rows) - known
