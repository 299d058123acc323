import pytest

from madoguchi.desk.refusals import OF_A_FILE, STATUS, Refused
from madoguchi.wire.exchange.codec import ExchangeRefused, read_result


@pytest.mark.parametrize("kind", STATUS)
def test_a_refusal_knows_its_status(kind: str) -> None:
    assert Refused(kind).status in range(400, 600)


@pytest.mark.parametrize("content", [b"", b"x", b"<a/>", b"PK\x03\x04", b"<!DOCTYPE a><a/>", b"\xff", b" " * 3_000_000])
def test_every_reason_for_which_a_file_is_refused_is_a_kind(content: bytes) -> None:
    with pytest.raises(ExchangeRefused) as refused:
        read_result(content)

    assert OF_A_FILE[refused.value.reason] in STATUS
