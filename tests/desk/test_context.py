from pathlib import Path
from typing import Any

import pytest

from madoguchi.base.settings import Settings, SettingsError, save_settings
from madoguchi.desk.context import SettingsFile
from madoguchi.desk.reception import Reported

Desk = Any


def test_without_a_file_the_settings_are_the_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path)() == Settings()
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_holds_from_the_next_look(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    settings()
    save_settings(tmp_path, Settings(facility_kind="pharmacy"))

    assert settings().facility_kind == "pharmacy"
    assert settings() is settings()


def test_a_broken_file_is_told_and_mended_by_mending_the_file(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    (tmp_path / "settings.toml").write_text("facility_kind = 3", "utf-8")
    with pytest.raises(SettingsError):
        settings()
    save_settings(tmp_path, Settings(staff_language="en"))

    assert settings().staff_language == "en"


def test_the_weight_of_a_waiting_patient_chooses_the_guide(desk: Desk) -> None:
    normal = desk.context.guide()
    save_settings(desk.context.data, Settings(waiting="heavy"))

    assert desk.context.guide().weight > normal.weight


def test_the_answer_to_an_incident_begins_with_its_current_step(desk: Desk) -> None:
    state = desk.context.reception.report(Reported("011"))
    closed = desk.context.reception.close(state.incident, None, "reported")

    assert [step.id for step in desk.context.answer_for(state).steps] == [state.step.step]
    assert desk.context.answer_for(closed).steps == ()
    assert len(desk.context.answer("011").steps) > 1


def test_the_language_is_the_one_of_the_staff_if_none_is_wanted(desk: Desk) -> None:
    save_settings(desk.context.data, Settings(staff_language="en"))

    assert desk.context.around().lang == "en"
    assert desk.context.around("ja").lang == "ja"
