"""`madoguchi recognise` ranks problems for words and files, and tells nothing of a person."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from madoguchi.cli.main import main
from madoguchi.wire.exchange.samples import build


@pytest.fixture
def recognise(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["madoguchi", "recognise", *words])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capfdbinary.readouterr()
        return int(end.value.code or 0), out.decode(), err.decode()

    return run


def lay(folder: Path, case: str) -> str:
    sample = build(case)
    path = folder / sample.name
    path.write_bytes(sample.data)
    return str(path)


def test_a_sentence_is_ranked(recognise: Any) -> None:
    status, out, _ = recognise("--words", "ネットワークエラーと出た", "--json")

    found = json.loads(out)
    assert (status, found["unknown"], found["problems"][0]["code"]) == (0, False, "011")


def test_what_nobody_knows_is_unknown(recognise: Any) -> None:
    status, out, _ = recognise("--words", "今日の天気", "--json")

    assert (status, json.loads(out)) == (0, {"problems": [], "unknown": True})


def test_each_line_of_standard_input_gives_one_line(recognise: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "011と出た\n\n今日の天気\n".encode() + b"\x81\xff\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))

    status, out, _ = recognise("--words", "-", "--json")

    found = [json.loads(line) for line in out.splitlines()]
    assert (status, [one["unknown"] for one in found]) == (0, [False, True, True, True])
    assert found[0]["problems"][0]["code"] == "011"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("valid", (0, [], True)),
        ("invalid", (1, ["eligibility-invalid"], False)),
        ("black-dot-name", (0, ["black-dot"], True)),
        ("person-error", (1, ["terminal-abnormal-result"], False)),
        ("still-working", (0, [], False)),
    ],
)
def test_a_file_is_understood(recognise: Any, tmp_path: Path, case: str, expected: tuple[int, list[str], bool]) -> None:
    status, out, _ = recognise("--file", lay(tmp_path, case), "--json")

    found = json.loads(out)
    assert (status, [one["code"] for one in found["problems"]], found["good"]) == expected


@pytest.mark.parametrize(
    ("case", "reason"),
    [("document-type", "doctype"), ("zip", "encrypted"), ("empty", "empty"), ("too-large", "size"), ("half", "malformed")],
)
def test_a_file_that_cannot_be_read_is_refused_kindly(recognise: Any, tmp_path: Path, case: str, reason: str) -> None:
    status, out, err = recognise("--file", lay(tmp_path, case), "--json")

    assert (status, json.loads(out)) == (2, {"problems": [], "unknown": True, "refused": reason})
    assert "。" in err


def test_for_people_a_file_is_one_line_for_each_finding(recognise: Any, tmp_path: Path) -> None:
    _, out, _ = recognise("--file", lay(tmp_path, "black-dot-invalid"))

    assert [line.split()[0] for line in out.splitlines()] == ["eligibility-invalid", "black-dot"]


@pytest.mark.parametrize("case", ["valid", "black-dot-everywhere", "assistance-beside-insurance"])
def test_nothing_of_the_person_is_printed(recognise: Any, tmp_path: Path, case: str) -> None:
    path = lay(tmp_path, case)
    said = "".join(part for flags in ((), ("--json",)) for part in recognise("--file", path, *flags)[1:])

    assert not [part for part in ("架空", "花子", "ﾊﾅｺ", "0000123", "0000789", "見本市", "19800229") if part in said]


@pytest.mark.parametrize("words", [(), ("--words", "x", "--file", "y"), ("--file", "nowhere.xml")])
def test_a_slip_is_answered_kindly(recognise: Any, words: tuple[str, ...]) -> None:
    status, out, err = recognise(*words)

    assert (status, out) == (2, "")
    assert "。" in err


def test_the_number_of_a_person_is_refused_without_being_said_again(recognise: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, err = recognise("--words", "番号は1234 5678 9018です", "--json")

    assert (status, json.loads(out)) == (2, {"problems": [], "unknown": True, "refused": "my-number"})
    assert "9018" not in err

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("123456789018\n011と出た\n".encode())))
    status, out, _ = recognise("--words", "-", "--json")

    refused, found = (json.loads(line) for line in out.splitlines())
    assert (status, refused["refused"], found["problems"][0]["code"]) == (0, "my-number", "011")


def test_close_problems_bring_one_question_whose_answers_lead_on(recognise: Any) -> None:
    _, out, _ = recognise("--words", "証明書が切れた", "--json")

    found = json.loads(out)
    assert found["question"].endswith("か")
    assert {"006", "012"} <= {answer["code"] for answer in found["answers"]}
