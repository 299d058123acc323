"""Where a rehearsal is played: a replica world that is up, and for each fault a fresh desk that watches it."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import uvicorn

from madoguchi.base.settings import HostSetting, Settings, save_settings
from madoguchi.desk.app import create_app as create_desk
from madoguchi.desk.context import Context
from madoguchi.records.seal import Costs
from madoguchi.replica.console.app import create_app as create_console
from madoguchi.replica.console.bench import Bench
from madoguchi.replica.link import prepare
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import LOOPBACK, World, create

PASSPHRASE: Final = "renshu renshu renshu renshu 99"
"""Opens the ledger of a desk that holds nobody but invented people and is thrown away."""

CHEAP: Final = Costs(1, 1, 64)
"""Next to no work: nobody has to be kept out of that ledger."""

CERTIFICATE: Final = "institution.pem"
FORMER: Final = "institution-former.pem"
"""The present certificate of the replica's institution, and the one before, which has ended."""

PATIENCE_SECONDS: Final = 60.0


class Served:
    """An application that answers on loopback, in a thread of this process."""

    def __init__(self, app: Any, port: int = 0) -> None:  # noqa: ANN401 - any ASGI application
        """Serve until `stop`.

        Raises:
            TimeoutError: it did not begin to answer.
        """
        config = uvicorn.Config(
            app,
            host=LOOPBACK,
            port=port,
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True, name="served")
        self._thread.start()
        until = time.monotonic() + PATIENCE_SECONDS
        while not self._server.started:
            if time.monotonic() > until or not self._thread.is_alive():
                raise TimeoutError("an application of the rehearsal did not start")
            time.sleep(0.01)
        self.address = f"http://{LOOPBACK}:{self._server.servers[0].sockets[0].getsockname()[1]}"

    def stop(self) -> None:
        """End it, and wait until it has ended."""
        self._server.should_exit = True
        self._thread.join(PATIENCE_SECONDS)


@contextmanager
def chain_up(folder: Path, seed: int) -> Iterator[World]:
    """A replica with all its links and its console, up for as long as it is needed."""
    world = create(folder, seed, prepare)
    supervisor = Supervisor(world)
    console = Served(create_console(Bench(world, supervisor), supervisor), world.port("console"))
    try:
        yield world
    finally:
        console.stop()


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
    context: Context = app.state.context
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
        self.context: Context = app.state.context
        self._data = data
        self._served = Served(app)
        self.address = self._served.address

    def probes_of(self, incident: str) -> dict[str, str]:
        """What the desk's incident learned from machines."""
        return dict(self.context.reception.read(incident).probes)

    def readings(self) -> dict[str, str]:
        """The present state of every probe."""
        return {name: reading.state for name, reading in self.context.chain.rounds.readings().items()}

    def stop(self) -> None:
        """Close the desk and throw its data away."""
        self.context.live.close()
        self._served.stop()
        shutil.rmtree(self._data, ignore_errors=True)
