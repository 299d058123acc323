"""`madoguchi sample` lists the samples and writes them, with the facts beside them."""

import json
import sys
from pathlib import Path

import pytest

from madoguchi.cli.main import main
from madoguchi.wire.exchange.samples import build, cases


class Command:
    """The command line in this process: status, standard output, standard error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, output: pytest.CaptureFixture[bytes]) -> None:
        self._patch, self._output = monkeypatch, output

    def __call__(self, *words: str) -> tuple[int, bytes, str]:
        self._patch.setattr(sys, "argv", ["madoguchi", *words])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = self._output.readouterr()
        return int(end.value.code or 0), out, err.decode()


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    return Command(monkeypatch, capfdbinary)


def test_the_list_names_every_sample(command: Command) -> None:
    status, out, _ = command("sample", "--list", "--json")

    assert (status, [row["case"] for row in json.loads(out)]) == (0, list(cases()))


def test_the_list_is_readable_too(command: Command) -> None:
    status, out, _ = command("sample", "--list")

    assert (status, len(out.decode().splitlines())) == (0, len(cases()))


def test_a_sample_goes_to_standard_output_byte_for_byte(command: Command) -> None:
    status, out, _ = command("sample", "face", "--case", "windows-characters", "--encoding", "shift_jis")

    assert (status, out) == (0, build("windows-characters", "shift_jis").data)


def test_a_sample_is_written_into_a_folder_with_its_facts_beside_it(command: Command, tmp_path: Path) -> None:
    status, out, _ = command("sample", "face", "--case", "invalid", "--out", str(tmp_path / "face"))

    path = Path(out.decode().strip())
    sample = build("invalid")
    assert (status, path, path.read_bytes()) == (0, tmp_path / "face" / sample.name, sample.data)
    assert json.loads(path.with_name(f"{path.name}.json").read_bytes()) == sample.sidecar
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, f"{path.name}.json"]


def test_a_sample_can_be_of_now(command: Command, tmp_path: Path) -> None:
    command("sample", "face", "--case", "invalid", "--out", str(tmp_path), "--now")

    assert not (tmp_path / build("invalid").name).exists()
    assert len(list(tmp_path.glob("OQSsiquc01res_face_*.xml"))) == 1


def test_as_json_a_sample_is_its_facts_and_where_it_lies(command: Command, tmp_path: Path) -> None:
    _, out, _ = command("sample", "face", "--case", "invalid", "--out", str(tmp_path), "--json")

    assert json.loads(out) == build("invalid").sidecar | {"path": str(tmp_path / build("invalid").name)}


@pytest.mark.parametrize(
    ("words", "hint"),
    [(("--case", "invald"), "invalid"), (("--case", "byte-order-mark", "--encoding", "shift_jis"), "utf-8")],
)
def test_a_slip_is_answered_kindly_with_what_there_is(command: Command, words: tuple[str, ...], hint: str) -> None:
    status, out, err = command("sample", "face", *words)

    assert (status, out) == (2, b"")
    assert hint in err


def test_a_folder_that_cannot_be_written_is_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    status, out, err = command("sample", "face", "--case", "invalid", "--out", str(tmp_path / "file"))

    assert (status, out) == (2, b"")
    assert "--out" in err
