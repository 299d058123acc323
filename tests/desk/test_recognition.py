import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.desk.intake import Report
from madoguchi.desk.recognition import MOST, Recognition, recognition
from madoguchi.desk.refusals import Refused
from madoguchi.wire.exchange.samples import build
from madoguchi.words.translate import load_words


def recognise(report: Report, content: bytes | None = None) -> Recognition:
    return recognition(report, content, load_words(), load_catalogue())


def test_a_code_is_certain() -> None:
    found = recognise(Report(code="11"))

    assert [(each.code, each.p) for each in found.problems] == [("011", 1.0)]
    assert not found.unknown


def test_words_give_at_most_five_with_three_codes_among_them() -> None:
    found = recognise(Report(words="暗証番号を間違えて入れてしまった"))

    assert len(found.problems) <= MOST
    assert sum(each.code.isdigit() for each in found.problems) >= 3


def test_what_is_unknown_has_no_list() -> None:
    assert recognise(Report(words="zzzz qqqq")) == Recognition((), unknown=True)


def test_a_file_tells_each_problem_once_with_its_reason() -> None:
    found = recognise(Report(), build("black-dot-invalid").data)

    assert [each.code for each in found.problems] == ["eligibility-invalid", "black-dot"]
    assert all(each.why for each in found.problems)


@pytest.mark.parametrize("report", [Report(), Report(words=""), Report(words="あ" * 501), Report(code="011", words="線")])
def test_what_tells_nothing_or_too_much_is_refused(report: Report) -> None:
    with pytest.raises(Refused):
        recognise(report)


def test_close_problems_bring_a_question_in_the_language_asked_for() -> None:
    found = recognition(Report(words="証明書が切れた"), None, load_words(), load_catalogue(), "en")

    assert found.question.endswith("?")
    assert {"006", "012"} <= {answer.code for answer in found.answers}


def test_the_number_of_a_person_is_refused() -> None:
    with pytest.raises(Refused, match="my-number"):
        recognise(Report(words="番号は123456789018"))
