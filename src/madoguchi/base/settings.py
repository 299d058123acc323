"""What a facility has told us about itself: one TOML file in the data directory, every field with a default."""

import os
import tempfile
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
import platformdirs
import tomli_w

FacilityKind = Literal["medical", "dental", "pharmacy", "hospital"]
"""医科・歯科・薬局・病院: a variable of the words."""

Waiting = Literal["light", "normal", "heavy"]
"""How much a waiting patient weighs in the guide, in three words (guide.md §3.3)."""


class ContactSetting(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the facility knows of one contact role; an empty field leaves the built-in value."""

    name: str = ""
    phone: str = ""
    contract: str = ""
    hours: dict[str, str] = {}


class LanSetting(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where other devices of the house find the desk: off until the administrator turns it on.

    `address` is one of this machine's; `name` one that the house knows it by, or empty.
    """

    on: bool = False
    address: str = ""
    name: str = ""
    port: int = 8766


Proves = Literal["gateway", "line", "centre"]
"""What a host that answers shows: the router is there, the line carries, the centre is reached."""


class HostSetting(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A host the network probes may call by TCP: `name:port`, and what its answer proves."""

    address: str
    proves: Proves


BACKUP_DAYS: Final = (1, 365)
"""After how many days without a backup staff are reminded: at least, at most."""

KEEP_DAYS: Final = (1, 3650)
"""How many days an entry of the ledger may stay after it was reconciled: at least, at most."""


class Settings(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Everything an administrator may set. A desk without any setting answers real errors all the same.

    `same_lan` says whether the terminal uses this computer's LAN and router (None: nobody answered); `hosts`, `request_folder`,
    `time_source` and `card_reader` are what the probes may look at, and nothing else (docs/protocol/probes.md).
    """

    facility_kind: FacilityKind = "medical"
    facility_name: str = ""
    facility_code: str = ""
    facility_phone: str = ""
    staff_language: Literal["ja", "en"] = "ja"
    patient_languages: tuple[str, ...] = ("ja", "ja-easy", "en")
    reader: str = "generic"
    waiting: Waiting = "normal"
    contacts: dict[str, ContactSetting] = {}
    folders: tuple[str, ...] = ()
    terminal_certificate_expires: date | None = None
    ledger_keep_days: Annotated[int, msgspec.Meta(ge=KEEP_DAYS[0], le=KEEP_DAYS[1])] = 30
    backup_days: Annotated[int, msgspec.Meta(ge=BACKUP_DAYS[0], le=BACKUP_DAYS[1])] = 7
    terminal_certificate_file: str = ""
    same_lan: bool | None = None
    hosts: tuple[HostSetting, ...] = ()
    request_folder: str = ""
    time_source: str = ""
    card_reader: str = ""
    lan: LanSetting = LanSetting()


class SettingsError(ValueError):
    """The settings file cannot be used; carries where and what to do."""

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the file and the reason, both shown to the administrator."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def data_directory(given: Path | None = None) -> Path:
    """Where everything of this desk lives: the given folder, else $MADOGUCHI_DATA, else the user's data directory."""
    if given is not None:
        return given
    named = os.environ.get("MADOGUCHI_DATA")
    return Path(named) if named else Path(platformdirs.user_data_dir("madoguchi", appauthor=False))


def load_settings(data: Path) -> Settings:
    """The facility's settings, or the defaults where nothing was ever saved.

    Raises:
        SettingsError: the file is no TOML, or a field is unknown or of the wrong kind.
    """
    path = data / "settings.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Settings)
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise SettingsError(path, str(error)) from error


def save_settings(data: Path, settings: Settings) -> None:
    """Write the settings so that a power cut leaves either the old or the new file, never half of one."""
    data.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=data, prefix="settings-", suffix=".toml")
    with os.fdopen(handle, "wb") as file:
        tomli_w.dump(msgspec.to_builtins(settings, builtin_types=(date,)), file)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(data / "settings.toml")
