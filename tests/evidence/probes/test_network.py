"""The network probes together: what one of them says must not be said by another, and nobody is called unasked."""

from pathlib import Path

import pytest

from madoguchi.base.settings import Settings
from tests.evidence.probes.house import ALL, CENTRE, GATEWAY, LINE, House, states


def test_a_chain_that_works_is_good_in_every_link(built: House, tmp_path: Path) -> None:
    for where, port in (("router", 80), ("outside", 443), ("outside", 444)):
        built.listen(where, port)
    here = built.computer(ALL, tmp_path)

    found = states(here, "cable", "gateway", "line", "centre", "name-resolution")

    assert {"cable": "good", "gateway": "good", "line": "good", "centre": "good", "name-resolution": "unknown"} == found


@pytest.mark.parametrize(("answer", "why"), [(None, "unanswered"), (False, "other-lan")])
def test_without_a_yes_nobody_is_called(built: House, tmp_path: Path, answer: object, why: str) -> None:
    server = built.listen("router", 80)
    server.setblocking(False)
    here = built.computer(Settings(same_lan=None if answer is None else False, hosts=(GATEWAY, LINE, CENTRE)), tmp_path)

    for reading in here.looks("cable", "gateway", "line", "centre", "name-resolution").values():
        assert ("unknown", f"evidence-network-{why}", {}) == (reading.state, reading.evidence, reading.observes)

    with pytest.raises(BlockingIOError):
        server.accept()
