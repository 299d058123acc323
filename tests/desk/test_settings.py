from datetime import date
from pathlib import Path
from typing import Any

import pytest

from madoguchi.base.settings import Settings, load_settings, save_settings
from madoguchi.desk.settings import folder_state, values_of

Desk = Any


def send(desk: Desk, **changed: str) -> Any:
    fields = values_of(desk.context.settings()) | {"patient_languages": "ja"} | changed
    return desk.client.post("/settings", data=fields, follow_redirects=False)


def test_the_page_can_be_sent_back_as_it_is(desk: Desk) -> None:
    answer = desk.client.post("/settings", data=values_of(Settings()), follow_redirects=False)

    assert answer.status_code == 303
    assert load_settings(desk.context.data) == Settings()


def test_what_is_saved_stands_on_the_page_and_in_the_file(desk: Desk) -> None:
    answer = send(desk, facility_name="みほん内科", terminal_certificate_expires="2027-01-29")
    assert (answer.status_code, answer.headers["location"]) == (303, "/settings?saved=1")

    page = desk.client.get("/settings?saved=1").text
    assert "保存しました" in page
    assert 'value="みほん内科"' in page
    assert load_settings(desk.context.data).terminal_certificate_expires == date(2027, 1, 29)


def test_what_is_saved_counts_at_once(desk: Desk) -> None:
    send(desk, vendor_name="みほん医療システム", vendor_phone="03-0000-0000")

    calls = {call.role: call for call in desk.context.answer("013").calls}
    assert (calls["vendor"].name, calls["vendor"].phone) == ("みほん医療システム", "03-0000-0000")


def test_trouble_stands_beside_its_field_and_nothing_is_saved(desk: Desk) -> None:
    answer = send(desk, facility_name="みほん内科", facility_code="12345")

    assert answer.status_code == 422
    assert "7けたか10けたの数字" in answer.text
    assert 'aria-describedby="facility_code-trouble"' in answer.text
    assert 'value="みほん内科"' in answer.text
    assert load_settings(desk.context.data) == Settings()


def test_a_number_of_a_person_is_never_shown_again(desk: Desk) -> None:
    digits = "98765432101"
    rest = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), digits, strict=True)) % 11
    number = digits + str(0 if rest <= 1 else 11 - rest)

    answer = send(desk, vendor_contract=number)
    assert answer.status_code == 422
    assert number not in answer.text
    assert "12けたの番号" in answer.text
    assert not (desk.context.data / "settings.toml").exists()


def test_what_was_typed_is_shown_again_but_never_as_markup(desk: Desk) -> None:
    answer = send(desk, facility_name="<b>x</b>", facility_code="1")

    assert "<b>x</b>" not in answer.text
    assert "&lt;b&gt;x&lt;/b&gt;" in answer.text


def test_several_languages_can_be_chosen(desk: Desk) -> None:
    fields: Any = values_of(Settings()) | {"patient_languages": ["en", "ja"]}

    assert desk.client.post("/settings", data=fields, follow_redirects=False).status_code == 303
    assert load_settings(desk.context.data).patient_languages == ("ja", "en")


def test_every_reader_and_every_language_can_be_chosen(desk: Desk) -> None:
    page = desk.client.get("/settings").text

    assert all(f'<option value="{reader}"' in page for reader in desk.context.catalogue.readers)
    assert page.count('name="patient_languages"') == 3


def test_each_folder_says_whether_it_is_in_view(desk: Desk, tmp_path: Path) -> None:
    save_settings(desk.context.data, Settings(folders=(str(tmp_path), str(tmp_path / "gone"))))

    page = desk.client.get("/settings").text
    assert page.count("見えています") == 1
    assert page.count("見えません") == 1


@pytest.mark.parametrize(("known", "expected"), [("watching", "good"), ("unavailable", "bad")])
def test_the_watcher_knows_a_folder_best(tmp_path: Path, known: str, expected: str) -> None:
    assert folder_state(str(tmp_path / "anything"), known) == expected


def test_settings_written_before_keep_what_the_page_does_not_show(desk: Desk) -> None:
    (desk.context.data / "settings.toml").write_text('[contacts.eprescription]\nname = "elsewhere"\n', "utf-8")

    send(desk, facility_name="みほん内科")

    assert load_settings(desk.context.data).contacts["eprescription"].name == "elsewhere"


def test_the_page_speaks_the_staffs_language(desk: Desk) -> None:
    send(desk, staff_language="en")

    assert "How much a waiting patient weighs" in desk.client.get("/settings").text
