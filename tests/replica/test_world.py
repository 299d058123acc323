from datetime import timedelta
from pathlib import Path

import pytest

from madoguchi.base.clock import now
from madoguchi.replica.world import World, create, read


def test_a_world_is_made_once_and_found_again(tmp_path: Path) -> None:
    prepared: list[World] = []

    made = create(tmp_path / "w", 7, prepared.append)
    again = create(tmp_path / "w", 8, prepared.append)

    assert made == again == read(tmp_path / "w")
    assert [made] == prepared


def test_every_door_has_a_port_of_its_own_on_loopback(tmp_path: Path) -> None:
    world = create(tmp_path / "w", 7)

    assert len(world.ports) == len(set(world.ports.values()))
    assert f"http://127.0.0.1:{world.port('centre')}" == world.url("centre")


def test_time_is_moved_for_all_links_at_once(tmp_path: Path) -> None:
    world = create(tmp_path / "w", 7)
    world.move_time(timedelta(days=400))

    assert 399 < (read(tmp_path / "w").clock() - now()) / timedelta(days=1) < 401


def test_where_no_world_was_made_none_is_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path)
