"""What a desk beside the terminal sees of its faults, by the desk's own probes."""

import pytest
from msgspec.structs import replace

from madoguchi.evidence.probes.output_folder import OutputFolder
from madoguchi.evidence.probes.probe import Surroundings
from madoguchi.evidence.probes.request_folder import RequestFolder
from madoguchi.evidence.probes.terminal_certificate import TerminalCertificate
from madoguchi.replica.faults import declared
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World
from tests.replica.terminal.chain import Centre, Hand

SENT = {
    "terminal.certificate_expired": "institution-former.pem",
    "terminal.certificate_revoked": "institution-revoked.pem",
}
"""The certificate a facility has that meets this cause, where it is not the usual one."""

PROBES = {probe.id: probe for probe in (OutputFolder(), RequestFolder(), TerminalCertificate())}


@pytest.mark.parametrize("name", [name for name, fault in declared("terminal").items() if set(fault.probes) & set(PROBES)])
def test_the_probes_see_what_the_fault_declares_and_all_is_well_afterwards(
    chain: Supervisor, world: World, centre: Centre, reader: Hand, name: str
) -> None:
    folder = world.folder("terminal")
    around = Surroundings(
        data=world.directory,
        clock=world.clock,
        folders=(folder / "face",),
        request_folder=folder / "req",
        # What the facility was sent, as an administrator names it; which of two is chosen, only the terminal knows.
        certificate_file=folder / "certificate" / SENT.get(name, "institution.pem"),
    )
    declares = {probe: state for probe, state in declared("terminal")[name].probes.items() if probe in PROBES}
    assert "good" == reader.whole()
    chain.turn(name, on=True)
    seen = {probe: PROBES[probe].look(around).state for probe in declares}
    chain.turn(name, on=False)
    cured = replace(around, certificate_file=folder / "certificate" / "institution.pem")
    after = {PROBES[probe].look(cured).state for probe in declares}

    assert declares == seen
    assert "down" not in after
    assert centre.asked
