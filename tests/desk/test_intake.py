import pytest

from madoguchi.catalogue.load import load_catalogue
from madoguchi.desk.intake import Named, Observation, by_code, by_file, by_words, name_of_place, observed
from madoguchi.desk.refusals import Refused
from madoguchi.wire.exchange.samples import build
from madoguchi.words.translate import load_words

CATALOGUE, WORDS = load_catalogue(), load_words()


@pytest.mark.parametrize("problem", CATALOGUE.problems)
def test_every_problem_is_known_by_its_own_id(problem: str) -> None:
    assert by_code(problem, CATALOGUE) == Named(problem)


@pytest.mark.parametrize(("written", "problem"), [(11, "011"), ("エラー11", "011"), ("【９０１】", "901"), (" 3 番 ", "003")])
def test_codes_are_read_as_people_write_them(written: str | int, problem: str) -> None:
    assert by_code(written, CATALOGUE).problem == problem


def test_an_unknown_code_is_kept_beside_the_problem() -> None:
    assert by_code("E-77", CATALOGUE) == Named("unknown-code", (("code", "E-77"),))


@pytest.mark.parametrize("garbage", ["", "あ", "1234567", "abcde1", "0;drop", "../1", "9" * 5000])
def test_what_is_no_code_is_refused(garbage: str) -> None:
    with pytest.raises(Refused, match="bad-code"):
        by_code(garbage, CATALOGUE)


def test_words_are_a_problem_or_the_question_what_is_seen() -> None:
    assert by_words("暗証番号を間違えた", WORDS, CATALOGUE) == Named("003")
    assert by_words("zzzz qqqq", WORDS, CATALOGUE) == Named("no-code")


@pytest.mark.parametrize(("text", "kind"), [(" ", "empty"), ("あ" * 501, "too-large")])
def test_no_words_or_too_many_are_refused(text: str, kind: str) -> None:
    with pytest.raises(Refused, match=kind):
        by_words(text, WORDS, CATALOGUE)


def test_a_file_is_what_it_means() -> None:
    assert [finding.problem for finding in by_file(build("none").data)] == ["eligibility-none"]


def test_a_file_that_cannot_be_read_is_refused_by_its_reason() -> None:
    with pytest.raises(Refused, match="xml-doctype"):
        by_file(b"<!DOCTYPE a><a/>")


def test_a_name_is_trimmed() -> None:
    assert name_of_place(" 受付2 ") == "受付2"


def test_an_observation_is_its_facts() -> None:
    told = Observation(code="004", tries_left=0, transaction_running=True, probes={"line": "down"})

    assert observed(told, WORDS, CATALOGUE) == (
        ("problem", "004"),
        ("tries_left", "0"),
        ("transaction_running", "yes"),
        ("probe:line", "down"),
    )


def test_an_unknown_code_seen_later_changes_no_problem() -> None:
    assert observed(Observation(code="777"), WORDS, CATALOGUE) == (("code", "777"),)
