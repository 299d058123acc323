"""The compose file and the image, as far as they can be proven without a container engine."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]


@pytest.fixture(name="compose", scope="module")
def _compose() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    return told


def test_nothing_leaves_the_chains_own_network(compose: dict[str, Any]) -> None:
    services = compose["services"]

    assert {"chain": {"internal": True}} == compose["networks"]
    assert ["chain"] == services["replica"]["networks"]
    assert "service:replica" == services["desk"]["network_mode"]
    assert [] == [name for name, service in services.items() if "ports" in service]
    assert "networks" not in services["desk"]


def test_every_service_says_how_it_is_and_the_desk_waits_for_the_chain(compose: dict[str, Any]) -> None:
    services = compose["services"]

    assert {"CMD"} == {service["healthcheck"]["test"][0] for service in services.values()}
    assert {"replica": {"condition": "service_healthy"}} == services["desk"]["depends_on"]


def test_a_service_may_write_into_its_own_volume_only(compose: dict[str, Any]) -> None:
    services = compose["services"]

    assert {True} == {service["read_only"] for service in services.values()}
    assert set(compose["volumes"]) >= {volume.partition(":")[0] for one in services.values() for volume in one["volumes"]}
    assert "data:/chain:ro" in services["desk"]["volumes"]


def test_the_commands_are_commands_of_the_product(compose: dict[str, Any]) -> None:
    main = (ROOT / "src" / "madoguchi" / "cli" / "main.py").read_text("utf-8")

    assert {"replica", "desk"} == {service["command"][0] for service in compose["services"].values()}
    assert [] == [word for word in ("replica", "desk") if word not in main]


def test_the_image_names_an_official_one_and_no_registry() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    (base,) = [line.split()[1] for line in lines if line.startswith("FROM ")]
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ")]
    lowest = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"].removeprefix(">=")

    assert f"python:{lowest}-slim" == base
    assert not re.search(r"https?://|index-url", "\n".join(lines))
    assert [] == [name for names in copied for name in names if not (ROOT / name).exists()]
    assert any("--require-hashes" in line for line in lines)
    assert "USER reception" in lines
