from datetime import date
from pathlib import Path

import pytest

from madoguchi.base.settings import ContactSetting, Settings, SettingsError, data_directory, load_settings, save_settings

FULL = Settings(
    facility_kind="dental",
    facility_name="架空歯科",
    contacts={"carrier": ContactSetting(phone="000-000-0011", hours={"mon-sun": "00:00-24:00"})},
    folders=("share/face",),
    terminal_certificate_expires=date(2027, 1, 29),
)


def test_a_desk_without_settings_has_the_defaults_and_no_file(tmp_path: Path) -> None:
    assert Settings() == load_settings(tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_what_was_saved_is_read_back(tmp_path: Path) -> None:
    save_settings(tmp_path / "new", FULL)

    assert FULL == load_settings(tmp_path / "new")
    assert ["settings.toml"] == [path.name for path in (tmp_path / "new").iterdir()]


@pytest.mark.parametrize("text", ["facility_kind = 'zoo'", "colour = 'red'", "= broken", "waiting = 3"])
def test_a_file_that_cannot_be_used_names_itself(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text, "utf-8")

    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path)
    assert tmp_path / "settings.toml" == caught.value.path


def test_bytes_that_are_no_text_are_refused_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\x82\xa0\xff")

    with pytest.raises(SettingsError):
        load_settings(tmp_path)


def test_the_data_directory_is_the_given_one_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path / "named"))

    assert tmp_path / "given" == data_directory(tmp_path / "given")
    assert tmp_path / "named" == data_directory()
    monkeypatch.delenv("MADOGUCHI_DATA")
    assert "madoguchi" == data_directory().name
