import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from madoguchi.evidence.photo import engine as module
from madoguchi.evidence.photo.engine import MODELS, Engine, Line, is_available
from madoguchi.evidence.photo.picture import picture_of
from tests.evidence.photo.screens import drawn, error_screen, photograph, png

ROOT = Path(__file__).parents[3]

READS = """
import socket, sys
from madoguchi.evidence.photo.engine import Engine
from madoguchi.evidence.photo.picture import picture_of
try:
    socket.create_connection(("192.0.2.1", 80), 1)
    sys.exit("there is a network")
except OSError:
    pass
print("|".join(line.text for line in Engine().lines(picture_of(sys.stdin.buffer.read()))))
"""


def test_lines_come_with_their_place_and_how_sure_they_are(engine: Engine) -> None:
    screen = drawn("【003】\n暗証番号入力誤り", "", random.Random(1))
    lines = engine.lines(picture_of(png(screen)))
    read = {line.text: line for line in lines}

    assert "暗証番号入力誤り" in read
    assert read["暗証番号入力誤り"].score > 0.9
    assert read["【003】"].middle[1] < read["暗証番号入力誤り"].middle[1]
    assert 10 < read["暗証番号入力誤り"].height < read["暗証番号入力誤り"].width


def test_an_empty_picture_has_no_lines(engine: Engine) -> None:
    from PIL import Image  # noqa: PLC0415

    assert () == engine.lines(picture_of(png(Image.new("RGB", (640, 480), "grey"))))


def test_it_loads_and_reads_with_the_network_off() -> None:
    cut = [shutil.which("unshare") or "unshare", "--net"] if os.getuid() == 0 else ["unshare", "--user", "--net"]
    screen = png(error_screen("103", random.Random(2)))
    environment = {"PATH": os.environ["PATH"], "HOME": "/nowhere"}
    command = [*cut, sys.executable, "-c", READS]
    done = subprocess.run(command, input=screen, capture_output=True, check=False, cwd=ROOT, env=environment, timeout=120)

    assert 0 == done.returncode, done.stderr.decode()
    assert "スクリーンキーボード不良" in done.stdout.decode()


def test_the_models_lie_inside_the_package_and_loading_them_writes_nothing() -> None:
    import rapidocr  # noqa: PLC0415

    folder = Path(rapidocr.__file__).with_name("models")
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    Engine()

    assert set(MODELS.values()) <= set(before)
    assert before == {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_missing_extra_is_noticed_without_loading_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_available()
    monkeypatch.setattr(module, "NEEDED", (*module.NEEDED, "no_such_package"))

    assert not is_available()


def test_a_line_knows_its_measures_though_it_is_turned() -> None:
    line = Line("a", ((0, 0), (0, 300), (-40, 300), (-40, 0)), 1.0)

    assert (300.0, 40.0, (-20.0, 150.0)) == (line.width, line.height, line.middle)


def test_the_same_seed_draws_the_same_picture() -> None:
    def once() -> bytes:
        dice = random.Random(4)
        return photograph(error_screen("011", dice), 2, dice)

    assert once() == once()
