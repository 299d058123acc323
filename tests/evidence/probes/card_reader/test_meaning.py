from datetime import date

import pytest

from madoguchi.evidence.probes.card_reader.meaning import last_day
from tests.evidence.probes.card_reader.cards import certificate


def test_the_last_day_is_the_one_in_japan() -> None:
    assert date(2030, 2, 17) == last_day(certificate(date(2030, 2, 17)))


@pytest.mark.parametrize("content", [b"", b"\x30\x82", b"\x00" * 400, certificate(date(2030, 2, 17))[:-1]])
def test_what_is_no_certificate_has_none(content: bytes) -> None:
    assert last_day(content) is None
