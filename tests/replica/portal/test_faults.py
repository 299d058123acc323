from madoguchi.replica.faults import declared
from madoguchi.replica.portal.faults import WRAPPERS


def test_every_declared_fault_can_be_switched() -> None:
    assert set(declared("portal")) == set(WRAPPERS)
