from collections.abc import Iterator

import pytest

from tests.evidence.probes.house import House, house


@pytest.fixture
def built() -> Iterator[House]:
    """A clinic's network of namespaces."""
    with house() as one:
        yield one
