from datetime import date

import pytest

from madoguchi.base.settings import BACKUP_DAYS, KEEP_DAYS, ContactSetting, Settings
from madoguchi.catalogue.load import load_catalogue
from madoguchi.desk.settings_form import Read, read
from madoguchi.words.translate import load_words

KNOWN = {
    "facility_kind": "pharmacy",
    "staff_language": "ja",
    "patient_languages": "ja",
    "reader": "generic",
    "waiting": "normal",
}


def typed(before: Settings | None = None, /, **fields: str | tuple[str, ...]) -> Read:
    everything: dict[str, str | tuple[str, ...]] = {**KNOWN, **fields}
    asked = {name: (value,) if isinstance(value, str) else value for name, value in everything.items()}
    return read(asked, before or Settings(), load_catalogue())


def test_a_form_with_nothing_typed_gives_the_defaults() -> None:
    given = typed()

    assert given.troubles == {}
    assert given.settings == Settings(facility_kind="pharmacy", patient_languages=("ja",))


def test_what_is_typed_becomes_settings() -> None:
    given = typed(
        facility_name=" みほん薬局 ",
        facility_code="１２３４５６７",
        facility_phone="０３－００００－００００",
        patient_languages=("en", "ja"),
        waiting="heavy",
        folders="C:\\OQS\\res\n\\\\reception\\face\n/mnt/oqs\nC:\\OQS\\res\n",
        terminal_certificate_expires="2027-01-29",
    )

    assert given.troubles == {}
    assert given.settings == Settings(
        facility_kind="pharmacy",
        facility_name="みほん薬局",
        facility_code="1234567",
        facility_phone="03-0000-0000",
        patient_languages=("ja", "en"),
        waiting="heavy",
        folders=("C:\\OQS\\res", "\\\\reception\\face", "/mnt/oqs"),
        terminal_certificate_expires=date(2027, 1, 29),
    )


@pytest.mark.parametrize(("written", "days"), [("90", 90), (" ９０日 ", 90), ("", 30), ("1", 1), ("3650", 3650)])
def test_the_days_until_entries_are_deleted_are_the_houses_choice(written: str, days: int) -> None:
    given = typed(ledger_keep_days=written)

    assert (given.troubles, given.settings.ledger_keep_days) == ({}, days)


@pytest.mark.parametrize("field", ["ledger_keep_days", "backup_days"])
@pytest.mark.parametrize("written", ["0", "3651", "-1", "30.5", "thirty", "9" * 30])
def test_days_nobody_means_are_said_and_nothing_is_kept(field: str, written: str) -> None:
    given = typed(**{field: written})

    assert given.settings == Settings()
    bounds = KEEP_DAYS if field == "ledger_keep_days" else BACKUP_DAYS
    said = load_words().text(given.troubles[field], "ja")
    assert f"{bounds[0]}から{bounds[1]}まで" in said


@pytest.mark.parametrize("written", ["9:00-18:00", "９：００～１８：００", "09:00〜18:00", "9:00 － 18:00"])
def test_hours_are_understood_as_people_write_them(written: str) -> None:
    given = typed(**{"vendor_mon-fri": written, "vendor_name": "みほん医療システム"})

    expected = ContactSetting(name="みほん医療システム", hours={"mon-fri": "09:00-18:00"})
    assert given.settings.contacts == {"vendor": expected}


def test_hours_may_have_a_break() -> None:
    given = typed(carrier_sat="9:00-12:00, 13:00-17:00")

    assert given.settings.contacts["carrier"].hours == {"sat": "09:00-12:00,13:00-17:00"}


def test_a_contact_that_was_emptied_is_forgotten_and_what_the_form_does_not_show_stays() -> None:
    before = Settings(
        contacts={
            "vendor": ContactSetting(name="old"),
            "carrier": ContactSetting(hours={"daily": "00:00-24:00"}),
            "eprescription": ContactSetting(name="elsewhere"),
        }
    )

    given = typed(before)
    assert given.settings.contacts == {
        "carrier": ContactSetting(hours={"daily": "00:00-24:00"}),
        "eprescription": ContactSetting(name="elsewhere"),
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("facility_kind", "bakery"),
        ("facility_code", "12345"),
        ("facility_phone", "call me"),
        ("facility_name", "x" * 61),
        ("facility_name", "two\nlines"),
        ("staff_language", "tlh"),
        ("patient_languages", ""),
        ("patient_languages", "ja tlh"),
        ("reader", "../../etc/passwd"),
        ("waiting", "crushing"),
        ("folders", "res"),
        ("folders", "../res"),
        ("folders", "\n".join(f"/mnt/{number}" for number in range(9))),
        ("terminal_certificate_expires", "2027-02-30"),
        ("terminal_certificate_expires", "0001-01-01"),
        ("vendor_phone", "なし"),
        ("vendor_mon-fri", "朝から"),
        ("vendor_sat", "18:00-9:00"),
    ],
)
def test_what_cannot_be_used_is_trouble_beside_its_field_and_changes_nothing(field: str, value: str) -> None:
    before = Settings(facility_name="みほん内科")

    given = typed(before, **{field: value})
    assert set(given.troubles) == {field}
    assert given.settings == before


def test_every_field_in_trouble_is_named_at_once() -> None:
    assert set(typed(facility_code="1", waiting="x").troubles) == {"facility_code", "waiting"}


@pytest.mark.parametrize("field", ["facility_name", "facility_code", "vendor_contract", "folders", "insurer_name"])
def test_a_number_of_a_person_is_refused_and_not_kept_to_be_shown_again(field: str) -> None:
    digits = "98765432101"
    rest = sum(weight * int(digit) for weight, digit in zip((6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), digits, strict=True)) % 11
    number = digits + str(0 if rest <= 1 else 11 - rest)

    given = typed(**{field: f"番号 {number[:4]} {number[4:8]} {number[8:]}"})
    assert given.troubles == {field: "field-my-number"}
    assert given.shown[field] == ""
    assert given.settings == Settings()
