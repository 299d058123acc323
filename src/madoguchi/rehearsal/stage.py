"""Where a rehearsal is played: a replica world that is up, and for each fault a fresh desk that watches it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from madoguchi.base.settings import HostSetting, Settings, save_settings
from madoguchi.desk.app import create_app as create_desk
from madoguchi.records.seal import Costs
from madoguchi.rehearsal.app import Served, context_of
from madoguchi.replica.console.app import create_app as create_console
from madoguchi.replica.console.bench import Bench
from madoguchi.replica.directory import write_whole
from madoguchi.replica.link import prepare
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.terminal.settings import as_text, parse
from madoguchi.replica.world import LOOPBACK, World, create

PASSPHRASE: Final = "renshu renshu renshu renshu 99"  # noqa: S105 - of a ledger that is thrown away
"""Opens the ledger of a desk that holds nobody but invented people and is thrown away."""

CHEAP: Final = Costs(1, 1, 64)
"""Next to no work: nobody has to be kept out of that ledger."""

FAR_SECONDS: Final = 2.0
"""How long the terminal waits for an answer from afar; on loopback an answer that comes is there within a few hundredths."""

CERTIFICATE: Final = "institution.pem"
FORMER: Final = "institution-former.pem"
"""The present certificate of the replica's institution, and the one before, which has ended."""


@contextmanager
def chain_up(folder: Path, seed: int) -> Iterator[World]:
    """A replica with all its links and its console, up for as long as it is needed."""
    world = create(folder, seed, prepare)
    _hurry(world)
    supervisor = Supervisor(world)
    console = Served(create_console(Bench(world, supervisor), supervisor), world.port("console"))
    try:
        yield world
    finally:
        console.stop()


def _hurry(world: World) -> None:
    """Let the terminal wait for far services only as long as a rehearsal has time."""
    path = world.folder("terminal") / "settings.toml"
    settings = msgspec.structs.replace(parse(path.read_text("utf-8"), world.institution), far_seconds=FAR_SECONDS)
    write_whole(path, as_text(settings).encode())


def settings_for(world: World, certificate: str = CERTIFICATE) -> Settings:
    """What an administrator of a desk beside this chain would have set; the facility is invented.

    Args:
        world: the chain.
        certificate: the newest certificate that the institution has.
    """
    hosts = (
        HostSetting(f"{LOOPBACK}:{world.port('line-gateway')}", "gateway"),
        HostSetting(f"{LOOPBACK}:{world.port('line-far')}", "line"),
    )
    return Settings(
        facility_name="練習医院",
        facility_code=world.institution,
        facility_phone="000-0000-0000",
        folders=(str(world.folder("terminal") / "face"),),
        request_folder=str(world.folder("terminal") / "req"),
        terminal_certificate_file=str(world.folder("terminal") / "certificate" / certificate),
        same_lan=True,
        hosts=hosts,
    )


def warm(folder: Path) -> None:
    """Make a data directory that every desk begins with: records, plans and a ledger's key, all at once."""
    app = create_desk(folder, watch=False)
    context = context_of(app)
    context.policies.warm("normal")
    context.records.make_ledger(PASSPHRASE, "", "rehearsal", context.clock(), CHEAP)
    context.records.close()


class DeskUp:
    """A fresh desk beside the chain."""

    def __init__(self, data: Path, warmed: Path, settings: Settings) -> None:
        """Begin with a copy of the warmed data directory."""
        shutil.copytree(warmed, data)
        save_settings(data, settings)
        app = create_desk(data)
        self.context = context_of(app)
        self._data = data
        self._served = Served(app)
        self.address = self._served.address

    def probes_of(self, incident: str) -> dict[str, str]:
        """What the desk's incident learned from machines."""
        return dict(self.context.reception.read(incident).probes)

    def stop(self) -> None:
        """Close the desk and throw its data away."""
        self.context.live.close()
        self._served.stop()
        shutil.rmtree(self._data, ignore_errors=True)
