"""Every sample is what its sidecar says, names nobody, and is the same bytes each time."""

import hashlib
import json
import re
from datetime import datetime

import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.evidence.meaning import meaning
from madoguchi.wire.exchange.codec import ExchangeRefused, decode, read_result
from madoguchi.wire.exchange.forms import ENCODINGS, Encoding
from madoguchi.wire.exchange.names import desk_reads
from madoguchi.wire.exchange.samples import NoSuchSample, build, cases
from madoguchi.wire.exchange.tables import code_tables

EVERY: list[tuple[str, Encoding]] = [(name, encoding) for name, case in cases().items() for encoding in case.encodings]
MARKS = {"C", "CC", "I", "K", "U"}


def passes_my_number_check(digits: str) -> bool:
    """The check digit of a 12-digit My Number (a public rule of the ministry's ordinance)."""
    weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    rest = sum(int(digit) * weight for digit, weight in zip(digits[:11], weights, strict=True)) % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)


@pytest.mark.parametrize(("case", "encoding"), EVERY)
def test_the_desk_makes_of_a_sample_what_its_sidecar_says(case: str, encoding: Encoding) -> None:
    sample = build(case, encoding)
    said = sample.sidecar["desk"]
    try:
        found, refused = meaning(read_result(sample.data, sample.name)), None
    except ExchangeRefused as error:
        found, refused = (), error.reason

    assert {
        "problem": [one.problem for one in found],
        "gives": [one.gives for one in found],
        "why": [one.why for one in found],
    } == {key: [one[key] for one in said["findings"]] for key in ("problem", "gives", "why")}
    assert refused == said["refused"]


@pytest.mark.parametrize(("case", "encoding"), EVERY)
def test_a_sidecar_is_json_and_says_what_is_known_and_what_is_not(case: str, encoding: Encoding) -> None:
    name, data, sidecar = build(case, encoding)

    assert json.loads(json.dumps(sidecar)) == sidecar
    assert (sidecar["file"], sidecar["sha256"]) == (name, hashlib.sha256(data).hexdigest())
    assert {fact["mark"] for fact in sidecar["observed"]} <= MARKS
    assert sidecar["unknown"]
    assert (sidecar["invented"], sidecar["official"]) == (True, False)


@pytest.mark.parametrize(("case", "encoding"), EVERY)
def test_no_number_in_a_sample_can_be_a_my_number(case: str, encoding: Encoding) -> None:
    name, data, _ = build(case, encoding)

    twelve = re.findall(r"(?<!\d)\d{12}(?!\d)", name + data.decode("latin-1"))

    assert not [digits for digits in twelve if passes_my_number_check(digits)]


@pytest.mark.parametrize(("case", "encoding"), EVERY)
def test_the_desk_would_pick_a_sample_up_and_its_facility_does_not_exist(case: str, encoding: Encoding) -> None:
    name, data, _ = build(case, encoding)

    assert desk_reads(name)
    assert data == b"" or case == "not-xml" or b"<MedicalInstitutionCode>99" in data


def test_there_are_at_least_forty_and_every_validity_is_among_them() -> None:
    validities = {
        read_result(build(name).data).validity
        for name, case in cases().items()
        if not case.refused and "utf-8" in case.encodings
    }

    assert len(cases()) >= 40
    assert validities >= set(code_tables()["OQSCD006"].values)


def test_a_sample_is_the_same_bytes_each_time() -> None:
    assert build("black-dot-name", "shift_jis") == build("black-dot-name", "shift_jis")


def test_a_sample_can_be_written_as_if_now() -> None:
    sample = build("invalid", "utf-8", datetime(2026, 2, 28, 23, 59, 58, tzinfo=JAPAN))

    assert sample.name.endswith("_20260228235958.xml")
    assert read_result(sample.data).executed_at == datetime(2026, 2, 28, 23, 59, 58, tzinfo=JAPAN)
    assert "20260301235958" in decode(sample.data)


def test_half_and_completed_share_their_name_and_two_in_one_second_do_not() -> None:
    assert build("half").name == build("half-completed").name
    first, second = build("two-in-one-second-first").name, build("two-in-one-second-second").name
    assert first != second
    assert first[-18:] == second[-18:]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_letters_that_the_encoding_lacks_survive_as_references(encoding: Encoding) -> None:
    name = "𠮷田" if encoding == "utf-8" else "&#134071;田"

    assert name in decode(build("beyond-shift-jis", encoding).data)


def test_windows_characters_are_written_as_the_windows_code_page_has_them() -> None:
    assert "髙﨑".encode("cp932") in build("windows-characters", "shift_jis").data


@pytest.mark.parametrize(("case", "encoding"), [("no-such", "utf-8"), ("byte-order-mark", "shift_jis")])
def test_a_sample_that_is_not_there_says_what_is(case: str, encoding: Encoding) -> None:
    with pytest.raises(NoSuchSample) as missing:
        build(case, encoding)

    assert missing.value.there
