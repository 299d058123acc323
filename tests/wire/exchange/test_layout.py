"""A vendor's tables replace ours, and a slip in one is told by file, line and field."""

from importlib.resources import files
from pathlib import Path

import pytest

from madoguchi.wire.exchange.layout import TableRefused, load_layout


def ours(name: str) -> str:
    return files("madoguchi.wire.exchange").joinpath(name).read_text("utf-8")


def refused(folder: Path, name: str, text: str) -> TableRefused:
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(TableRefused) as error:
        load_layout(folder)
    return error.value


def test_a_table_of_a_vendor_replaces_ours_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "questions.toml").write_text(ours("questions.toml").replace('"BulkConfirmUnit"', '"Unit"'), "utf-8")

    assert ("Unit", load_layout().names) == ((layout := load_layout(tmp_path)).questions.unit, layout.names)


@pytest.mark.parametrize(
    ("file", "old", "new", "line_holds", "field"),
    [
        ("names.toml", "reads = true", "reads = 3", "reads = 3", "family.OQSsiquc01res.reads"),
        ("names.toml", "(?P<face>face_)?", "", "shape =", "shape"),
        ("names.toml", "(?P<face>", "(?P<face>(", "shape =", "shape"),
        (
            "messages.toml",
            'name = "Sex1", type = "OQSCD007"',
            'name = "Sex1", type = "OQSCD999"',
            '"Sex1"',
            "qualification.Sex1",
        ),
        ("questions.toml", 'rows = "registration"', 'rows = "nothing"', "OQSsiimm01req", "question.OQSsiimm01req"),
        ("questions.toml", 'needs = ["ReceptionNumber"]', 'needs = ["Name"]', "OQSmuquc02req", "question.OQSmuquc02req"),
        ("questions.toml", "OQSmuimm02req", "OQSmuxxx02req", "OQSmuxxx02req", "question.OQSmuxxx02req"),
        ("tables.toml", 'mark = "CC"', 'mark = "CCC"', 'mark = "CCC"', "mark"),
        ("tables.toml", "[OQSCD003]", "[OQSCD003", "[OQSCD003", ""),
    ],
)
def test_a_slip_is_told_by_file_line_and_field(
    tmp_path: Path, file: str, old: str, new: str, line_holds: str, field: str
) -> None:
    text = ours(file).replace(old, new, 1)
    told = refused(tmp_path, file, text)

    assert (file, True, True) == (told.file, told.field.endswith(field), line_holds in text.splitlines()[told.line - 1])


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "names.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(TableRefused, match=r"names\.toml"):
        load_layout(tmp_path)
