from pathlib import Path
from typing import get_args

import pytest

from madoguchi.base.settings import SettingsError
from madoguchi.catalogue.load import CatalogueError
from madoguchi.cli.failures import KINDS, kind_of
from madoguchi.desk.refusals import Refused
from madoguchi.records.backup import BackupRefused
from madoguchi.records.errors import LedgerRefused, RecordsError, Refusal
from madoguchi.records.sealed_file import Flaw, SealedFileError
from madoguchi.words.translate import load_words


@pytest.mark.parametrize(
    ("error", "kind", "about"),
    [
        (Refused("bad-code", field="code"), "bad-code", "code"),
        (RecordsError("full"), "read-only", "full"),
        (RecordsError("unknown-entry"), "unknown-entry", ""),
        (LedgerRefused("wait", 30), "wait", "30 s"),
        (LedgerRefused("wrong-passphrase"), "wrong-passphrase", ""),
        (BackupRefused("desk-running"), "backup-desk-running", ""),
        (SealedFileError("incomplete"), "backup-incomplete", ""),
        (SettingsError(Path("settings.toml"), "a reason"), "broken-settings", "settings.toml: a reason"),
        (CatalogueError("codes/003.toml", 3, "stage", "name one"), "broken-catalogue", "codes/003.toml:3: stage: name one"),
    ],
)
def test_a_failure_somebody_can_mend_is_said(error: Exception, kind: str, about: str) -> None:
    assert kind_of(error) == (kind, about)


def test_a_fault_of_ours_is_not_explained_away() -> None:
    assert kind_of(RuntimeError("oops")) is None


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_kind_has_its_sentences(kind: str) -> None:
    assert load_words().has(f"error-{kind}.remedy", "ja")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_refusal_of_the_ledger_and_of_backups_has_its_sentences(lang: str) -> None:
    ours = ("no-data", "data-exists", "desk-running", "newer", "unwritable", *get_args(Flaw))
    kinds = ("not-the-same", "not-sure", "bad-anchor", *get_args(Refusal), *(f"backup-{one}" for one in ours))

    assert [] == [
        kind for kind in kinds for part in ("title", "detail", "remedy") if not load_words().has(f"error-{kind}.{part}", lang)
    ]
