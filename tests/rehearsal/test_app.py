"""The page of a drill, as a browser without scripts gets it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest
from litestar import Litestar, get
from litestar.testing import TestClient

from madoguchi.catalogue.load import load_catalogue
from madoguchi.rehearsal.app import Drill, Served, context_of, drill_app
from madoguchi.rehearsal.drill import Debrief, Steps, choices, debrief
from madoguchi.replica.supervisor import all_faults
from madoguchi.words.translate import load_words

FAULT = all_faults()["terminal.lan_cable"]


def ended(done: Steps) -> Debrief:
    return debrief(FAULT, done, datetime(2026, 11, 23, tzinfo=UTC), over=True)


@pytest.fixture(name="going")
def _going() -> Drill:
    offered = choices(load_catalogue().problems["011"])
    return Drill("http://kiosk", "http://desk/practice", offered, lambda _step: "fixed", ended)


@pytest.fixture(name="client", params=["ja", "en"])
def _client(going: Drill, request: pytest.FixtureRequest) -> Iterator[TestClient[Litestar]]:
    with TestClient(drill_app(going, load_words(), request.param)) as client:
        yield client


def test_kiosk_and_desk_stand_side_by_side_and_the_cause_is_not_named(client: TestClient[Litestar]) -> None:
    page = client.get("/").text

    assert 'href="http://kiosk"' in page
    assert 'href="http://desk/practice"' in page
    assert FAULT.id not in page


def test_a_press_does_the_step_and_is_remembered(client: TestClient[Litestar], going: Drill) -> None:
    client.post("/act", data={"step": "reseat-lan-cable"})

    assert (("reseat-lan-cable", "fixed"),) == going.done


def test_a_step_that_is_not_offered_is_not_done(client: TestClient[Litestar], going: Drill) -> None:
    client.post("/act", data={"step": "pray"})

    assert () == going.done


def test_looking_back_ends_it_and_tells_the_cause(client: TestClient[Litestar], going: Drill) -> None:
    client.post("/act", data={"step": "reseat-lan-cable"})
    page = client.post("/done").text
    client.post("/act", data={"step": "restart-router"})

    assert going.told is not None
    assert load_words().text("cause-terminal-lan_cable", "ja" if 'lang="ja"' in page else "en") in page
    assert 1 == len(going.done)


def test_an_application_answers_until_it_is_stopped() -> None:
    @get("/", sync_to_thread=False)
    def here() -> str:
        return "here"

    served = Served(Litestar([here], openapi_config=None, logging_config=None))
    told = httpx.get(served.address, trust_env=False).text
    served.stop()

    assert "here" == told
    with pytest.raises(httpx.ConnectError):
        httpx.get(served.address, trust_env=False)


def test_only_a_desk_has_a_desks_context() -> None:
    with pytest.raises(TypeError):
        context_of(Litestar(openapi_config=None, logging_config=None))
