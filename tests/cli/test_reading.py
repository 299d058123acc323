from pathlib import Path

import pytest

from madoguchi.cli.reading import asked_for, reading
from madoguchi.desk.refusals import Refused


def test_plans_are_kept_only_beside_a_desk_that_exists(tmp_path: Path) -> None:
    reading(tmp_path / "none").policies.path("003", "normal")
    (tmp_path / "data" / "cache").mkdir(parents=True)
    reading(tmp_path / "data").policies.path("003", "normal")

    assert not (tmp_path / "none").exists()
    assert [path.name for path in (tmp_path / "data" / "cache").iterdir()] == ["003.json"]


def test_a_code_a_topic_or_words_may_be_asked_for(tmp_path: Path) -> None:
    at = reading(tmp_path)

    assert [asked_for(text, at).problem for text in ("3", "black-dot", "暗証番号を間違えた")] == ["003", "black-dot", "003"]
    with pytest.raises(Refused, match="bad-code"):
        asked_for("zzzz qqqq", at)
