"""What goes wrong below the command line, by the kind in which it is said; loaded only when something has."""

from typing import Final

from madoguchi.base.settings import SettingsError
from madoguchi.catalogue.load import CatalogueError
from madoguchi.catalogue.own import ModelError
from madoguchi.desk.refusals import Refused
from madoguchi.records.backup import BackupRefused
from madoguchi.records.errors import LedgerRefused, RecordsError
from madoguchi.records.sealed_file import SealedFileError
from madoguchi.words.translate import BrokenWordsError

KINDS: Final[dict[type[Exception], str]] = {
    ModelError: "broken-model",
    CatalogueError: "broken-catalogue",
    BrokenWordsError: "broken-catalogue",
    SettingsError: "broken-settings",
    RecordsError: "read-only",
}
"""Every failure that is somebody's to mend; any other is a fault of ours and keeps its trace."""


def kind_of(error: Exception) -> tuple[str, str] | None:
    """The kind of refusal an exception is, and what it is about; None where it is a fault of ours."""
    if isinstance(error, Refused):
        return error.kind, error.field
    if isinstance(error, LedgerRefused):
        return error.reason, f"{error.seconds} s" if error.seconds else ""
    if isinstance(error, BackupRefused):
        return f"backup-{error.reason}", ""
    if isinstance(error, SealedFileError):
        return f"backup-{error.flaw}", ""
    if isinstance(error, RecordsError) and error.reason == "unknown-entry":
        return error.reason, ""
    return next(((kind, str(error)) for failure, kind in KINDS.items() if isinstance(error, failure)), None)
