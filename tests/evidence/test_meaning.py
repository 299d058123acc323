"""What a result means: incidents, notices, good results, each for its own reason."""

import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.evidence import meaning as meanings
from madoguchi.evidence.meaning import Finding, meaning
from madoguchi.wire.exchange.codec import read_result
from madoguchi.wire.exchange.samples import build

ALL = [value for value in vars(meanings).values() if isinstance(value, Finding)] + list(meanings.NOT_VALID.values())


def problems(case: str) -> list[tuple[str, str]]:
    return [(finding.problem, finding.gives) for finding in meaning(read_result(build(case).data))]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("valid", [("", "good")]),
        ("invalid", [("eligibility-invalid", "incident")]),
        ("new-exists", [("eligibility-new-exists", "incident")]),
        ("none", [("eligibility-none", "incident")]),
        ("multiple", [("eligibility-multiple", "incident")]),
        ("unregistered", [("", "good")]),
        ("header-abnormal", [("terminal-abnormal-result", "incident")]),
        ("person-error", [("terminal-abnormal-result", "incident")]),
        ("still-working", []),
        ("expiring", [("", "good"), ("certificate-expiring", "notice")]),
        ("black-dot-invalid", [("eligibility-invalid", "incident"), ("black-dot", "notice")]),
    ],
)
def test_a_result_means_what_the_field_means_by_it(case: str, expected: list[tuple[str, str]]) -> None:
    assert problems(case) == expected


def test_one_valid_qualification_makes_a_result_good() -> None:
    assert problems("assistance-valid-insurance-ended") == [("", "good")]


def test_where_no_qualification_is_valid_the_most_telling_one_is_reported() -> None:
    tag = "ResultOfQualificationConfirmation"
    one = f"<{tag}><QualificationValidity>{{}}</QualificationValidity></{tag}>"
    text = (
        "<XmlMsg><MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader><MessageBody>"
        f"<ProcessingResultStatus>1</ProcessingResultStatus><ResultList>{one.format(2)}{one.format(3)}</ResultList></MessageBody></XmlMsg>"
    )

    assert [finding.problem for finding in meaning(read_result(text.encode()))] == ["eligibility-new-exists"]


def test_every_problem_is_in_the_catalogue() -> None:
    assert {finding.problem for finding in ALL} - {""} <= set(load_catalogue().problems)
