"""One engine for all tests of this folder: it takes two seconds and three hundred megabytes."""

import pytest

from madoguchi.evidence.photo.engine import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()
