"""Cards of the personas for tests: keys are made once a run and kept in memory, the day is always the same."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.card import Card
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.issue import issue
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.personas import personas

TODAY = date(2026, 11, 22)

Insert = Callable[[str], CardInProcess]


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys()


@pytest.fixture(scope="session")
def authority(keys: Keys) -> Authority:
    return Authority(personas().values(), keys, TODAY)


@pytest.fixture(scope="session")
def issued(keys: Keys, authority: Authority) -> Callable[[str], Card]:
    """A persona's card as it left the office."""
    return cache(lambda persona: issue(personas()[persona], authority, keys, TODAY))


@pytest.fixture
def insert(issued: Callable[[str], Card]) -> Insert:
    """A persona's card in a reader, with power."""

    def into_reader(persona: str) -> CardInProcess:
        card = CardInProcess(issued(persona))
        card.power(True)
        return card

    return into_reader
