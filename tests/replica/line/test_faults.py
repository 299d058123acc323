from madoguchi.replica.faults import declared
from madoguchi.replica.line.faults import REAL, WRAPPERS


def test_every_declared_fault_can_be_switched() -> None:
    assert set(declared("line")) == set(WRAPPERS)


def test_each_fault_is_another_fault() -> None:
    def seen(name: str) -> tuple[object, ...]:
        effects = WRAPPERS[name](REAL)
        doors = ("line-gateway", "line-names", "line-far", "line-centre")
        return (
            *map(effects.listens, doors),
            *map(effects.admits, doors),
            effects.tells("line-centre"),
            effects.carries(b"x"),
            effects.late(),
        )

    same_to_the_line = {"line.plug_loose", "line.carrier"}
    assert len({seen(name) for name in WRAPPERS}) == len(WRAPPERS) - len(same_to_the_line) + 1
