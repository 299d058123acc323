from pathlib import Path

from madoguchi.replica.link import module_of, remember, remembered
from madoguchi.replica.world import create


def test_what_outlives_a_restart_is_kept_for_each_link(tmp_path: Path) -> None:
    world = create(tmp_path / "w", 7)
    before = remembered(world, "line")
    remember(world, {"line": ("line.cut",)})

    assert ((), ("line.cut",), ()) == (before, remembered(world, "line"), remembered(world, "centre"))


def test_a_link_is_its_app_module() -> None:
    assert callable(module_of("prescription").create_app)
