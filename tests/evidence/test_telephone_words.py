"""What an incident says on the telephone, and that it keeps its meaning when the catalogue grows."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.model import ActionModel, Catalogue, QuestionModel
from madoguchi.evidence.telephone_words import (
    NUMBERED,
    PROBE_STATES,
    VERSIONS,
    Told,
    table_of,
    tables,
    telephone_words,
    understood,
)
from madoguchi.wire.telephone.six_words import NotHeard, capacity, spoken

NEWEST = tables()[-1]


@st.composite
def anything_told(draw: st.DrawFn) -> Told:
    space = draw(st.sampled_from(NEWEST.problems))
    probes = draw(st.dictionaries(st.sampled_from(NEWEST.probes), st.sampled_from(PROBE_STATES[1:])))
    tried: dict[str, Any] = {step: draw(st.sampled_from(("yes", "no"))) for step in space.questions if draw(st.booleans())}
    tried |= {step: "tried" for step in space.others if draw(st.booleans())}
    number = f"{draw(st.integers(0, 999)):03d}" if space.problem == NUMBERED else ""
    return Told(space.problem, draw(st.sampled_from(NEWEST.readers)), number, probes, tried)


@given(anything_told())
def test_whatever_is_told_is_understood(told: Told) -> None:
    words = telephone_words(told)

    assert words is not None
    understood_again = understood(" ".join(words))
    assert told == understood_again


def test_a_number_that_nobody_knows_is_carried() -> None:
    words = telephone_words(Told("unknown-code", "generic", "651"))

    assert words is not None
    assert "651" == understood("".join(words)).number


@pytest.mark.parametrize("number", ["", "1234567", "AB12", "六五一"])
def test_a_number_too_long_or_with_letters_is_left_to_the_mouth(number: str) -> None:
    words = telephone_words(Told("unknown-code", "generic", number))

    assert words is not None
    assert "" == understood("".join(words)).number


def test_a_problem_or_reader_that_no_table_has_gives_no_words() -> None:
    assert None is telephone_words(Told("998", "generic"))
    assert None is telephone_words(Told("011", "a reader from next year"))


def test_a_step_or_probe_that_no_table_has_is_left_out() -> None:
    words = telephone_words(Told("011", "generic", probes={"moon": "down"}, tried={"dance": "tried"}))

    assert words == telephone_words(Told("011", "generic"))


def test_the_newest_table_holds_everything_the_catalogue_does() -> None:
    """Where this fails, `scripts/telephone-table` adds the next table."""
    further = table_of(load_catalogue(), tables())

    assert NEWEST == msgspec.structs.replace(further, version=NEWEST.version)


def test_every_table_fits_into_six_words() -> None:
    for table in tables():
        assert (
            sum(space.size() for space in table.problems)
            * len(PROBE_STATES) ** len(table.probes)
            * len(table.readers)
            * VERSIONS
            <= capacity()
        )


def grown(catalogue: Catalogue) -> Catalogue:
    """The catalogue of next year: 011 has a question and a step more, and there is a new code before all others."""
    before = catalogue.problems["011"]
    assert before.model is not None
    model = msgspec.structs.replace(
        before.model,
        question=(QuestionModel("is-it-full-moon", {}), *before.model.question),
        action=(ActionModel("look-up", {}), *before.model.action),
    )
    problems = {
        "000": msgspec.structs.replace(catalogue.problems["001"], id="000"),
        **catalogue.problems,
        "011": msgspec.structs.replace(before, model=model),
    }
    return msgspec.structs.replace(catalogue, problems=problems)


def test_a_catalogue_that_grows_gets_a_further_table_in_which_nothing_moves() -> None:
    further = table_of(grown(load_catalogue()), tables())

    assert NEWEST.version + 1 == further.version
    assert further.problems[: len(NEWEST.problems)] != NEWEST.problems
    for old, new in zip(NEWEST.problems, further.problems, strict=False):
        assert old.problem == new.problem
        assert old.questions == new.questions[: len(old.questions)]
        assert old.others == new.others[: len(old.others)]
    assert "000" == further.problems[-1].problem


def test_the_tables_come_to_an_end_and_say_so() -> None:
    last = msgspec.structs.replace(NEWEST, version=VERSIONS - 1)

    with pytest.raises(ValueError, match=str(VERSIONS - 1)):
        table_of(load_catalogue(), (last,))


def test_words_of_a_newer_table_than_any_here_are_refused() -> None:
    with pytest.raises(NotHeard) as refusal:
        understood(" ".join(spoken(VERSIONS - 1)))

    assert "range" == refusal.value.reason


def test_a_number_too_large_for_its_table_is_refused() -> None:
    with pytest.raises(NotHeard) as refusal:
        understood(" ".join(spoken((capacity() - 1) // VERSIONS * VERSIONS - VERSIONS)))

    assert "range" == refusal.value.reason
