from pathlib import Path

import msgspec

from madoguchi.base.settings import ContactSetting, Settings, save_settings
from madoguchi.desk.doctor import PARTS, examine
from madoguchi.records.records import Records


def test_a_fresh_machine_is_well_and_stays_untouched(tmp_path: Path) -> None:
    report = examine(tmp_path / "nothing" / "yet")

    assert [part.name for part in report.parts] == list(PARTS)
    assert all(part.ok for part in report.parts)
    assert list(tmp_path.iterdir()) == []


def test_a_desk_with_records_is_counted(tmp_path: Path) -> None:
    Records.open(tmp_path).close()

    facts = {part.name: part.facts for part in examine(tmp_path).parts}

    assert facts["records"]["incidents"] == "0"


def test_each_part_survives_the_failure_of_the_others(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("facility_kind = 3", "utf-8")
    (tmp_path / "madoguchi.db").write_bytes(b"no database at all" * 100)

    ok = {part.name: part.ok for part in examine(tmp_path).parts}

    assert {name for name, well in ok.items() if not well} == {"settings", "folders", "records"}


def test_nothing_personal_is_in_the_report(tmp_path: Path) -> None:
    folder = tmp_path / "青空医院"
    contact = ContactSetting(name="架空 花子", phone="03-0000-0000", contract="A-1")
    save_settings(
        folder,
        Settings(
            facility_name="青空医院",
            facility_code="9999999",
            facility_phone="03-1111-1111",
            folders=(str(folder / "山田"),),
            contacts={"vendor": contact},
        ),
    )

    report = msgspec.json.encode(examine(folder)).decode()

    assert not [word for word in ("青空", "9999999", "03-", "架空", "A-1", "山田", str(tmp_path)) if word in report]
