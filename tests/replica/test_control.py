import os

from litestar import Litestar
from litestar.testing import TestClient

from madoguchi.replica.control import control
from madoguchi.replica.faults import Switches


def desk_of(felt: list[int]) -> Litestar:
    switches: Switches[str] = Switches("prescription", {})
    return Litestar([control("prescription", os.getpid(), switches, lambda: felt.append(1))], logging_config=None)


def test_a_switched_fault_is_seen_and_felt() -> None:
    felt: list[int] = []
    with TestClient(desk_of(felt)) as client:
        answer = client.put("/control/faults/prescription.jammed", json={"on": True})

        assert {
            "link": "prescription",
            "state": "faulty",
            "faults": ["prescription.jammed"],
            "process": os.getpid(),
        } == answer.json()
        assert [1] == felt
        assert answer.json() == client.get("/control/health").json()


def test_an_unknown_fault_is_refused_and_changes_nothing() -> None:
    with TestClient(desk_of([])) as client:
        refused = client.put("/control/faults/line.cut", json={"on": True})

        assert (404, "good") == (refused.status_code, client.get("/control/health").json()["state"])
