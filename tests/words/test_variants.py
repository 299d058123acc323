from pathlib import Path

import pytest

from madoguchi.words.translate import Entry, read_entries
from madoguchi.words.variants import for_patients, lines, references, variables


def entries(folder: Path, text: str, file: str = "patient.ftl") -> dict[str, Entry]:
    (folder / "ja").mkdir()
    (folder / "ja" / file).write_text(text, "utf-8")
    return read_entries("ja", folder)


def test_every_variant_of_a_message_is_read(tmp_path: Path) -> None:
    read = entries(tmp_path, "x = 今日の{ $facility ->\n [dental] 治療\n *[other] 診察\n }は\n    .note = あと{ $tries }回\n")
    assert [(line.name, line.text) for line in lines(read, "ja")] == [
        ("x", "今日の治療は"),
        ("x", "今日の診察は"),
        ("x.note", "あと{$tries}回"),
    ]


def test_messages_and_terms_it_points_at_are_followed(tmp_path: Path) -> None:
    read = entries(tmp_path, "-reader = 読取機\ncalm = { -reader }は休み\nx =\n    .calm = { calm }です\n")
    assert [line.text for line in lines(read, "ja") if line.message == "x"] == ["読取機は休みです"]
    assert list(references(read["x"].node)) == [("calm", "")]


def test_the_values_of_a_message_it_points_at_are_its_own(tmp_path: Path) -> None:
    read = entries(tmp_path, "calm = { $facility ->\n *[other] 診察\n }\nx = { calm } { NUMBER($tries) }\n")
    assert variables(read["x"].node, read) == {"facility", "tries"}


def test_a_message_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    read = entries(tmp_path, "x = あ{ y }\ny = い{ x }\n")
    assert [list(lines(read, "ja")), variables(read["x"].node, read)] == [[], frozenset()]


@pytest.mark.parametrize(("file", "seen"), [("patient.ftl", True), ("screens-patient.ftl", True), ("steps-chain.ftl", False)])
def test_the_file_tells_who_reads_a_message(tmp_path: Path, file: str, *, seen: bool) -> None:
    assert for_patients(entries(tmp_path, "x = あ\n", file)["x"]) == seen
