from pathlib import Path

import pytest

from madoguchi.base.settings import SettingsError
from madoguchi.catalogue.load import CatalogueError
from madoguchi.cli.failures import KINDS, kind_of
from madoguchi.desk.refusals import Refused
from madoguchi.records.errors import RecordsError
from madoguchi.words.translate import load_words


@pytest.mark.parametrize(
    ("error", "kind", "about"),
    [
        (Refused("bad-code", field="code"), "bad-code", "code"),
        (RecordsError("full"), "read-only", "full"),
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
