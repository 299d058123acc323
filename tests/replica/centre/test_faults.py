from madoguchi.replica.centre.faults import WRAPPERS
from madoguchi.replica.faults import declared


def test_every_declared_fault_can_be_switched() -> None:
    assert set(declared("centre")) == set(WRAPPERS)
