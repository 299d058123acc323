from typing import Any

import msgspec
import pytest

from madoguchi.base.settings import Settings, save_settings
from madoguchi.desk.intake import Report
from madoguchi.desk.reception import Taken
from madoguchi.desk.refusals import Refused
from madoguchi.desk.reporting import take
from madoguchi.guide.state import State
from madoguchi.wire.exchange.samples import build

Desk = Any


def told(desk: Desk, report: Report, content: bytes | None = None) -> State:
    state = take(desk.context, report, content)
    assert isinstance(state, State)
    return state


def test_a_code_is_told_from_the_first_desk_unless_another_is_named(desk: Desk) -> None:
    assert told(desk, Report(code="011")).desk == "1"
    assert told(desk, Report(code="011", desk="2")).desk == "2"


def test_the_reader_is_the_one_of_the_settings_and_an_unknown_one_degrades(desk: Desk) -> None:
    ours = next(name for name in desk.context.catalogue.readers if name != "generic")
    save_settings(desk.context.data, Settings(reader=ours))

    assert told(desk, Report(code="003")).reader == ours
    assert told(desk, Report(code="004", reader="unheard-of")).reader == "generic"


def test_two_files_about_the_terminal_join_and_two_about_people_do_not(desk: Desk) -> None:
    for case, joins in (("person-error", True), ("invalid", False)):
        first, again = (take(desk.context, Report(), build(case).data) for _ in range(2))

        assert isinstance(first, Taken)
        assert isinstance(again, Taken)
        assert joins is (first.incidents[0].incident == again.incidents[0].incident)


def test_a_file_sent_for_a_desk_belongs_to_it(desk: Desk) -> None:
    taken = take(desk.context, Report(desk="3"), build("invalid").data)

    assert isinstance(taken, Taken)
    assert taken.incidents[0].desk == "3"


@pytest.mark.parametrize("report", [Report(), Report(code="011", words="線"), Report(code="011", source="<b>")])
def test_what_tells_nothing_or_too_much_is_refused(desk: Desk, report: Report) -> None:
    with pytest.raises(Refused):
        take(desk.context, report, None)


def test_who_told_it_is_kept(desk: Desk) -> None:
    assert told(desk, msgspec.structs.replace(Report(code="011"), source="receipt-computer")).source == "receipt-computer"
