"""What the terminal is told by `terminal/settings.toml`, and every way in which that can be unusable."""

import tomllib
from pathlib import Path
from typing import Final, Literal

import msgspec
import tomli_w

from madoguchi.replica.world import INSTITUTION

PROFILE: Final = "replica-reader-1"
"""The profile that terminal and reader of one replica agree on."""

FOLDERS: Final = ("req", "res", "face")
"""The shared folders (docs/protocol/exchange.md#folders)."""


class Folders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of the shared folders, inside the terminal's own."""

    req: str = "req"
    res: str = "res"
    face: str = "face"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the terminal knows of its place.

    `passcode` switches one check-in to 目視 at the reader. `certificate` names the chosen one in the folder
    `certificate`. `far_seconds`
    is how long a far service may take. `face_room` is how many bytes of results the output folder holds. `memory` is what the
    process may take beyond what it starts with. `zip_collected` gives collected bulk answers as ZIP.
    """

    institution: str = INSTITUTION
    profile: str = PROFILE
    passcode: str = "2468"
    certificate: str = "institution"
    face_encoding: Literal["utf-8", "shift_jis"] = "utf-8"
    zip_collected: bool = False
    far_seconds: float = 3.0
    poll_seconds: float = 0.2
    settle_seconds: float = 0.3
    half_seconds: float = 3.0
    face_room: int = 64_000_000
    memory: int = 400_000_000
    folders: Folders = Folders()


class SettingsRefused(ValueError):  # noqa: N818 - a refusal is an answer, not a fault
    """The settings cannot be used; `why` is one word."""

    def __init__(self, why: str) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why


def parse(text: str, world_institution: str) -> Settings:
    """The settings of a text.

    Raises:
        SettingsRefused: `unreadable` (no TOML), `unknown` (a field or value that does not exist), or what contradicts what.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise SettingsRefused("unreadable") from None
    try:
        settings = msgspec.convert(told, Settings)
    except msgspec.ValidationError:
        raise SettingsRefused("unknown") from None
    wrong = next((why for why, bad in _contradictions(settings, world_institution).items() if bad), None)
    if wrong is not None:
        raise SettingsRefused(wrong)
    return settings


def _contradictions(settings: Settings, world_institution: str) -> dict[str, bool]:
    names = [getattr(settings.folders, name) for name in FOLDERS]
    plain = [name for name in names if name and Path(name).name == name and not name.startswith(".")]
    seconds = (settings.far_seconds, settings.poll_seconds, settings.settle_seconds, settings.half_seconds)
    return {
        "institution": settings.institution != world_institution,
        "folders-same": len({name.lower() for name in names}) != len(names),
        "folders-outside": len(plain) != len(names),
        "passcode": not (settings.passcode.isdigit() and len(settings.passcode) == 4),
        "certificate": Path(settings.certificate).name != settings.certificate or not settings.certificate,
        "times": not all(0 < value <= 600 for value in seconds),
        "room": settings.face_room <= 0 or settings.memory <= 0,
    }


def as_text(settings: Settings) -> str:
    """The settings as they stand in the file."""
    return tomli_w.dumps(msgspec.to_builtins(settings))
