from datetime import datetime

import msgspec
import pytest

from madoguchi.base.clock import JAPAN
from madoguchi.base.settings import ContactSetting, Settings
from madoguchi.catalogue.load import load_catalogue
from madoguchi.desk.answer import Around, answer, patient_text_id, tried, ways_of
from madoguchi.guide.state import State
from madoguchi.words.translate import LANGUAGES, load_words

MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=JAPAN)
HOLIDAY = datetime(2026, 11, 23, 9, 0, tzinfo=JAPAN)
CATALOGUE = load_catalogue()


def around(settings: Settings | None = None, now: datetime = MORNING, lang: str = "ja") -> Around:
    return Around(CATALOGUE, load_words(), settings or Settings(), now, lang)


def state(problem: str, *trace: str) -> State:
    return State(
        incident="1",
        problem=problem,
        desk="1",
        source="staff",
        reader="generic",
        practice=False,
        opened_at=MORNING.replace(hour=8, minute=50),
        changed_at=MORNING,
        trace=tuple((step, "failed") for step in trace),
    )


@pytest.mark.parametrize("problem", CATALOGUE.problems)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_problem_has_an_answer_in_both_languages_of_the_staff(problem: str, lang: str) -> None:
    found = answer(problem, around(lang=lang), ())

    assert found.name
    assert set(found.patient) == set(LANGUAGES)
    assert all(call.say for call in found.calls)


@pytest.mark.parametrize("kind", ["medical", "dental", "pharmacy", "hospital"])
def test_every_kind_of_facility_can_be_spoken_of(kind: str) -> None:
    settings = msgspec.convert({"facility_kind": kind}, Settings)

    assert all(answer(problem, around(settings), ()).summary for problem in CATALOGUE.problems)


def test_the_patient_text_is_that_of_the_first_step() -> None:
    step = next(name for name, step in CATALOGUE.steps.items() if step.patient != CATALOGUE.problems["011"].patient)

    assert answer("011", around(), (step,)).patient_text == CATALOGUE.steps[step].patient
    assert answer("011", around(), ()).patient_text == CATALOGUE.problems["011"].patient
    assert patient_text_id(CATALOGUE.problems["011"], None, CATALOGUE) == CATALOGUE.problems["011"].patient


def test_the_call_centre_is_built_in_and_open_on_a_weekday_morning_but_not_on_a_holiday() -> None:
    weekday = next(call for call in answer("011", around(), ()).calls if call.role == "call-centre")
    holiday = next(call for call in answer("011", around(now=HOLIDAY), ()).calls if call.role == "call-centre")

    assert weekday.phone == "0800-080-4583"
    assert weekday.open.open
    assert not holiday.open.open


def test_what_the_facility_knows_of_a_contact_replaces_what_is_built_in() -> None:
    ours = ContactSetting(name="青空システム", phone="03-0000-0000", contract="A-1", hours={"daily": "00:00-24:00"})
    settings = Settings(contacts={"vendor": ours})

    call = next(call for call in answer("011", around(settings), ()).calls if call.role == "vendor")

    assert (call.name, call.phone, call.contract) == ("青空システム", "03-0000-0000", "A-1")
    assert call.open.open


def test_a_contact_nobody_told_us_hours_of_is_neither_open_nor_closed() -> None:
    call = next(call for call in answer("011", around(), ()).calls if call.role == "vendor")

    assert not call.open.known


def test_the_sentence_to_read_out_holds_the_code_the_time_and_what_was_tried() -> None:
    action = next(action.id for action in CATALOGUE.problems["011"].model.action)  # type: ignore[union-attr]
    now = around()

    calls = answer("011", now, (), state("011", action)).calls
    call = next(call for call in calls if call.role == "call-centre")

    assert "011" in call.say
    assert "08:50" in call.say
    assert now.text(f"step-{action}") in call.say


def test_only_actions_count_as_tried_and_each_once() -> None:
    model = CATALOGUE.problems["011"].model
    assert model is not None
    action, question = model.action[0].id, model.question[0].id
    now = around()

    assert tried(state("011", question), now) == ""
    assert tried(state("011", action, question, action), now) == now.text(f"step-{action}")


def test_the_visit_goes_on_without_the_ways_a_problem_takes_away() -> None:
    for problem in CATALOGUE.problems.values():
        assert not set(problem.without) & set(ways_of(problem, CATALOGUE))


def test_wrong_data_never_leads_to_the_four_items() -> None:
    data = [problem for problem in CATALOGUE.problems.values() if problem.breaks == "data"]

    assert data
    assert all(not CATALOGUE.ways[way].ledger for problem in data for way in ways_of(problem, CATALOGUE))
