"""One report about a desk that can be pasted into a mail: no names, no paths of a person, no content."""

import platform
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from madoguchi import __version__
from madoguchi.base.clock import now
from madoguchi.base.settings import Settings, load_settings
from madoguchi.catalogue.load import load_catalogue
from madoguchi.catalogue.tier import TIERS
from madoguchi.desk.check import check
from madoguchi.records.database import FILE
from madoguchi.records.log import LogFilter
from madoguchi.records.records import Records
from madoguchi.words.translate import load_words

Facts = dict[str, str]


class Part(msgspec.Struct, frozen=True):
    """One part of the desk: whether it is well, and what was found."""

    name: str
    ok: bool
    facts: Facts


class Examined(msgspec.Struct, frozen=True):
    """The report."""

    parts: tuple[Part, ...]


def examine(data: Path) -> Examined:
    """Look at every part; one that fails is reported by the kind of its failure, and the others go on."""
    return Examined(tuple(_part(name, look, data) for name, look in PARTS.items()))


def _part(name: str, look: Callable[[Path], Facts], data: Path) -> Part:
    try:
        return Part(name, ok=True, facts=look(data))
    except Exception as error:  # noqa: BLE001 - each part survives the failure of the others
        # Only the kind and a reason of ours: a message may quote a path or a value.
        reason = getattr(error, "reason", "") if name == "records" else ""
        return Part(name, ok=False, facts={"error": type(error).__name__, "reason": str(reason)})


def _program(_data: Path) -> Facts:
    return {"version": __version__, "python": platform.python_version(), "sqlite": _sqlite()}


def _sqlite() -> str:
    return str(getattr(sys.modules.get("sqlite3"), "sqlite_version", "not loaded"))


def _machine(_data: Path) -> Facts:
    return {"system": platform.system(), "release": platform.release(), "kind": platform.machine()}


def _clock(_data: Path) -> Facts:
    return {"japan": now().isoformat(timespec="seconds")}


def _space(data: Path) -> Facts:
    there = next((folder for folder in (data, *data.parents) if folder.exists()), Path())
    return {"exists": str(data.is_dir()), "free_megabytes": str(shutil.disk_usage(there).free // 1_000_000)}


def _settings(data: Path) -> Facts:
    settings = load_settings(data)
    plain = Settings()
    told = [name for name in Settings.__struct_fields__ if getattr(settings, name) != getattr(plain, name)]
    return {
        "told": ", ".join(told) or "nothing",
        "facility_kind": settings.facility_kind,
        "reader": settings.reader,
        "folders": str(len(settings.folders)),
    }


def _folders(data: Path) -> Facts:
    folders = load_settings(data).folders
    return {str(number): "reachable" if Path(folder).is_dir() else "out of reach" for number, folder in enumerate(folders, 1)}


def _records(data: Path) -> Facts:
    records = Records.open_existing(data)
    if records is None:
        return {"file": "none yet"}
    try:
        size = (data / FILE).stat().st_size
        everything = records.log(LogFilter())
        good = records.last_good()
        return {
            "kilobytes": str(size // 1000),
            "incidents": str(everything.total),
            "open": str(len(records.open_states())),
            "last_good": good.isoformat(timespec="seconds") if good else "none",
        }
    finally:
        records.close()


def _catalogue(_data: Path) -> Facts:
    catalogue = load_catalogue()
    tiers = {tier: sum(problem.tier == tier for problem in catalogue.problems.values()) for tier in TIERS}
    return {"problems": str(len(catalogue.problems))} | {tier: str(count) for tier, count in tiers.items() if count}


def _complete(_data: Path) -> Facts:
    return {"findings": str(len(check(load_catalogue(), load_words()).findings))}


PARTS: Final[dict[str, Callable[[Path], Facts]]] = {
    "program": _program,
    "machine": _machine,
    "clock": _clock,
    "space": _space,
    "settings": _settings,
    "folders": _folders,
    "records": _records,
    "catalogue": _catalogue,
    "complete": _complete,
}
"""Everything that is looked at, in this order."""
