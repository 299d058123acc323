"""The console over two links of a chain."""

import re
from collections.abc import Iterator

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from madoguchi.replica.console.app import create_app
from madoguchi.replica.console.bench import Bench
from madoguchi.replica.supervisor import Supervisor, all_faults
from madoguchi.replica.world import World, create


@pytest.fixture(name="world", scope="module")
def _world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return create(tmp_path_factory.mktemp("console") / "w", 7)


@pytest.fixture(name="console", scope="module")
def _console(world: World) -> Iterator[TestClient[Litestar]]:
    supervisor = Supervisor(world, ("prescription", "line"))
    with TestClient(create_app(Bench(world, supervisor), supervisor)) as client:
        yield client


def states(console: TestClient[Litestar]) -> dict[str, str]:
    return {link["link"]: link["state"] for link in console.get("/status").json()}


def test_the_chain_is_up_while_the_console_is(console: TestClient[Litestar], world: World) -> None:
    assert {"prescription": "good", "line": "good"} == states(console)
    assert 200 == httpx.get(f"{world.url('prescription')}/status").status_code


def test_a_cause_is_switched_on_seen_and_cured_by_what_a_person_does(console: TestClient[Litestar]) -> None:
    console.put("/faults/line.plug_loose", json={"on": True}).raise_for_status()
    during = states(console)
    done = console.post("/deeds/plug_router_line").json()

    assert "faulty" == during["line"]
    assert {"deed": "plug_router_line", "cured": ["line.plug_loose"]} == done
    assert "good" == states(console)["line"]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("PUT", "/faults/line.no_such", {"on": True}, 404),
        ("POST", "/deeds/pray", None, 404),
        ("PUT", "/time", {"days": 99999}, 422),
        ("PUT", "/time", {"days": "soon"}, 400),
        ("POST", "/hands", {"do": "place_card"}, 503),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    console: TestClient[Litestar], method: str, path: str, body: object, status: int
) -> None:
    refused = console.request(method, path, json=body)

    assert status == refused.status_code
    assert {"prescription": "good", "line": "good"} == states(console)


def test_the_page_works_by_buttons_alone_and_says_that_it_is_practice(console: TestClient[Litestar]) -> None:
    console.post("/press", data={"what": "fault", "name": "line.carrier", "on": "true"}, follow_redirects=False)
    page = console.get("/").text
    console.post("/press", data={"what": "deed", "name": "repair_line"}, follow_redirects=False)
    console.post("/press", data={"what": "time", "name": "30"}, follow_redirects=False)
    console.post("/press", data={"what": "time", "name": "0"}, follow_redirects=False)

    assert "練習" in page
    assert "非公式" in page
    assert re.search(r'class="faulty"><b>回線</b>', page)
    assert "good" == states(console)["line"]


def test_every_fault_can_be_switched_on_the_page_in_both_languages(console: TestClient[Litestar]) -> None:
    for lang in ("ja", "en"):
        page = console.get(f"/?lang={lang}").text

        assert [] == [name for name in all_faults() if f'value="{name}"' not in page]
