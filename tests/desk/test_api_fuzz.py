"""Generated requests at every door for programs: whatever comes, the answer is one of the documented ones and kind."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis.checks import positive_data_acceptance

pytestmark = pytest.mark.fuzz


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    data = tmp_path_factory.mktemp("fuzz")
    command = [sys.executable, "-m", "madoguchi", "desk", "--port", "0", "--data", str(data)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    address = next(line.strip() for line in process.stderr if line.startswith("http://"))
    threading.Thread(target=process.stderr.read, daemon=True).start()
    try:
        yield schemathesis.openapi.from_url(f"{address}schema")
    finally:
        process.kill()
        process.wait(30)


DOORS = [
    ("POST", "/api/incidents"),
    ("GET", "/api/incidents/{incident}"),
    ("POST", "/api/incidents/{incident}/observations"),
    ("POST", "/api/incidents/{incident}/answers"),
    ("POST", "/api/incidents/{incident}/close"),
    ("GET", "/api/problems"),
    ("GET", "/api/problems/{code}"),
    ("GET", "/api/status"),
    ("POST", "/api/recognise"),
]


@pytest.mark.parametrize(("method", "door"), DOORS)
def test_every_answer_is_one_of_those_the_schema_tells(api: Any, method: str, door: str) -> None:
    @settings(derandomize=True)
    @given(api[door][method].as_strategy())
    def ask(case: Any) -> None:
        # A well-formed request may still mean nothing (no code, a file that is no result): only its meaning is refused.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    ask()


def test_no_door_of_the_schema_is_left_out(api: Any) -> None:
    told = {(method.upper(), door) for door, methods in api.raw_schema["paths"].items() for method in methods}

    assert told == set(DOORS)
