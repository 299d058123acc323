from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from madoguchi.replica.prescription.app import create_app
from madoguchi.replica.world import create


@pytest.fixture(name="service")
def _service(tmp_path: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(create_app(create(tmp_path / "w", 7))) as client:
        yield client


def turn(service: TestClient[Litestar], name: str, *, on: bool) -> None:
    service.put(f"/control/faults/{name}", json={"on": on}).raise_for_status()


def test_a_chosen_form_is_taken_and_the_same_again_is_no_second_one(service: TestClient[Litestar]) -> None:
    answers = [service.put("/forms/t", json={"form": form}) for form in ("paper", "paper", "electronic")]

    assert [(200, "taken"), (200, "taken"), (422, "other-form-before")] == [
        (one.status_code, one.json()["result"]) for one in answers
    ]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"form": 1}', b'{"form": "paper", "name": "x"}'])
def test_what_is_no_choice_is_refused_and_the_service_goes_on(service: TestClient[Litestar], body: bytes) -> None:
    refused = service.put("/forms/t", content=body, headers={"content-type": "application/json"})

    assert (400, 200) == (refused.status_code, service.get("/status").status_code)


def test_a_service_that_is_down_takes_nothing_and_takes_it_when_it_is_back(service: TestClient[Litestar]) -> None:
    turn(service, "prescription.service_down", on=True)
    down = (service.get("/status").status_code, service.put("/forms/t", json={"form": "paper"}).status_code)
    turn(service, "prescription.service_down", on=False)

    assert ((503, 503), 200) == (down, service.put("/forms/t", json={"form": "paper"}).status_code)


def test_a_jammed_service_says_it_is_open_and_takes_nothing(service: TestClient[Litestar]) -> None:
    turn(service, "prescription.jammed", on=True)

    assert (200, 503) == (service.get("/status").status_code, service.put("/forms/t", json={"form": "paper"}).status_code)
