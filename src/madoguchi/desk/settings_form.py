"""Reads the settings form: either new settings, or what is wrong with which field; never keeps somebody's number."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final, get_args

import msgspec

from madoguchi.base.settings import BACKUP_DAYS, KEEP_DAYS, ContactSetting, FacilityKind, Settings, Waiting
from madoguchi.catalogue.hours import HoursError, week
from madoguchi.catalogue.model import Catalogue
from madoguchi.desk.field_trouble import FieldTrouble
from madoguchi.desk.settings_probes import read_probes
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.words.translate import LANGUAGES, STAFF_LANGUAGES

ROLES: Final = ("call-centre", "vendor", "maker", "carrier", "municipality", "insurer")
"""Whom a facility may know better than we do, in the order of the page."""

SPANS: Final = ("mon-fri", "sat", "sun")
"""The days whose hours can be typed."""

NAME_LIMIT: Final = 60
FOLDERS: Final = 8
"""Most folders watched."""

_PHONE: Final = re.compile(r"[0-9+][0-9()\- ]{2,18}[0-9]|[0-9]{3}")
_CODE: Final = re.compile(r"[0-9]{7}(?:[0-9]{3})?")
"""A facility's number: seven digits, or the ten of the terminal's files, with prefecture and kind before them."""

_YEARS: Final = range(2020, 2100)

Fields = Mapping[str, Sequence[str]]
"""What was typed, by field; a field of several choices has several texts."""


class Read(msgspec.Struct, frozen=True):
    """What the form gives: the settings, or troubles by field, and the texts to show again."""

    settings: Settings
    troubles: dict[str, str]
    shown: dict[str, str]


def read(fields: Fields, before: Settings, catalogue: Catalogue) -> Read:
    """The settings a form asks for. Where there is any trouble, `settings` are those from before.

    Args:
        fields: what was typed.
        before: the settings as they stand; what the form does not show stays.
        catalogue: knows the reader models.
    """
    troubles: dict[str, str] = {}
    shown = {name: "\n".join(texts) for name, texts in fields.items()}
    for name, text in shown.items():
        if holds_my_number(text):
            troubles[name], shown[name] = "field-my-number", ""

    def parsed(name: str, parse: Callable[[str], Any]) -> Any:  # noqa: ANN401 - each field has its own kind
        try:
            return parse(shown.get(name, "").strip())
        except FieldTrouble as trouble:
            troubles.setdefault(name, str(trouble))
            return None

    given: dict[str, Any] = {name: parsed(name, parse) for name, parse in _parsers(catalogue).items()}
    given |= read_probes(parsed)
    contacts = before.contacts | {role: _contact(role, before, parsed) for role in ROLES}
    given["contacts"] = {role: contact for role, contact in contacts.items() if contact != ContactSetting()}
    return Read(before if troubles else msgspec.structs.replace(before, **given), troubles, shown)


def _parsers(catalogue: Catalogue) -> dict[str, Callable[[str], Any]]:
    return {
        "facility_kind": _one_of(get_args(FacilityKind)),
        "facility_name": _name,
        "facility_code": _like(_CODE, "settings-bad-code"),
        "facility_phone": _like(_PHONE, "settings-bad-phone"),
        "staff_language": _one_of(STAFF_LANGUAGES),
        "patient_languages": _languages,
        "reader": _one_of(tuple(catalogue.readers)),
        "waiting": _one_of(get_args(Waiting)),
        "folders": _folders,
        "terminal_certificate_expires": _day,
        "ledger_keep_days": _count(KEEP_DAYS, Settings().ledger_keep_days, "settings-bad-keep-days"),
        "backup_days": _count(BACKUP_DAYS, Settings().backup_days, "settings-bad-backup-days"),
    }


def _contact(role: str, before: Settings, parsed: Callable[[str, Callable[[str], Any]], Any]) -> ContactSetting:
    kept = {days: hours for days, hours in before.contacts.get(role, ContactSetting()).hours.items() if days not in SPANS}
    hours = {days: parsed(f"{role}_{days}", _hours) for days in SPANS}
    return ContactSetting(
        name=parsed(f"{role}_name", _name) or "",
        phone=parsed(f"{role}_phone", _like(_PHONE, "settings-bad-phone")) or "",
        contract=parsed(f"{role}_contract", _name) or "",
        hours=kept | {days: spans for days, spans in hours.items() if spans},
    )


def _half_width(text: str) -> str:
    """Digits and signs in the form programs read: people type ０９：００～１８：００."""
    return re.sub("[\u2010-\u2015\u2212\u30fc\u301c~]", "-", unicodedata.normalize("NFKC", text)).strip()


def _one_of(allowed: Sequence[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in allowed:
            raise FieldTrouble("settings-bad-choice")
        return text

    return parse


def _like(pattern: re.Pattern[str], trouble: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        plain = _half_width(text)
        if plain and not pattern.fullmatch(plain):
            raise FieldTrouble(trouble)
        return plain

    return parse


def _name(text: str) -> str:
    if len(text) > NAME_LIMIT or any(unicodedata.category(one) == "Cc" for one in text):
        raise FieldTrouble("settings-bad-name")
    return text


def _count(bounds: tuple[int, int], default: int, trouble: str) -> Callable[[str], int]:
    def parse(text: str) -> int:
        plain = _half_width(text).removesuffix("日").strip()
        if not plain:
            return default
        if not re.fullmatch("[0-9]{1,6}", plain) or not bounds[0] <= int(plain) <= bounds[1]:
            raise FieldTrouble(trouble)
        return int(plain)

    return parse


def _hours(text: str) -> str:
    plain = re.sub("[、・, ]+", ",", re.sub(r"\s*-\s*", "-", _half_width(text)))
    # People write 9:00; the hour of a table of hours has two digits.
    plain = re.sub(r"(?<!\d)(\d):", r"0\1:", plain)
    if plain:
        try:
            week({"mon": plain})
        except HoursError as error:
            raise FieldTrouble("settings-bad-hours") from error
    return plain


def _languages(text: str) -> tuple[str, ...]:
    chosen = set(text.split())
    if not chosen or not chosen <= set(LANGUAGES):
        raise FieldTrouble("settings-no-language")
    return tuple(one for one in LANGUAGES if one in chosen)


def _folders(text: str) -> tuple[str, ...]:
    folders = tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if len(folders) > FOLDERS:
        raise FieldTrouble("settings-many-folders")
    if not all(PureWindowsPath(one).is_absolute() or PurePosixPath(one).is_absolute() for one in folders):
        raise FieldTrouble("settings-bad-folder")
    if any("\0" in one or len(one) > 500 for one in folders):
        raise FieldTrouble("settings-bad-folder")
    return folders


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(_half_width(text).replace("/", "-"))
    except ValueError as error:
        raise FieldTrouble("settings-bad-day") from error
    if day.year not in _YEARS:
        raise FieldTrouble("settings-bad-day")
    return day
