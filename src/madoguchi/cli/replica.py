"""`madoguchi replica`: the chain as software. `up` brings all of it up, `card` puts one card into a virtual reader."""

import signal
from pathlib import Path
from types import FrameType
from typing import Annotated

import msgspec
import typer

from madoguchi.base.settings import data_directory
from madoguchi.cli import replica_chain
from madoguchi.cli.say import complain, language, show, show_json, whisper
from madoguchi.words.translate import load_words

app = typer.Typer(no_args_is_help=True)
app.command("up", help="bring up the whole chain of a clinic on loopback, until it is stopped")(replica_chain.up)
app.command("status", help="each link's state and address")(replica_chain.status)
app.command("fault", help="switch a real cause on or off, or list them")(replica_chain.fault)
app.command("deed", help="do to the chain what a person would")(replica_chain.deed)


class Listed(msgspec.Struct, frozen=True):
    """A persona and what is particular about the card."""

    id: str
    what: str


@app.command(help="put a persona's card into a virtual reader, until it is stopped")
def card(
    persona: Annotated[str, typer.Option(help="whose card: `madoguchi replica persona` lists them")] = "adult",
    vpcd: Annotated[str, typer.Option(metavar="HOST:PORT", help="where vpcd waits, on this machine")] = "127.0.0.1:35963",
    fault: Annotated[
        list[str] | None, typer.Option(help="what is wrong with it, as NAME or NAME=NUMBER; several times")
    ] = None,
    data: Annotated[Path | None, typer.Option(help="data directory, where the replica keeps its keys")] = None,
) -> None:
    """Serve a card until TERM."""
    # Loaded only by this command: a card needs an authority, and an authority needs much.
    from madoguchi.replica.card.faults import UnknownCardFaultError  # noqa: PLC0415
    from madoguchi.replica.card.in_process import insert  # noqa: PLC0415
    from madoguchi.replica.card.personas import personas  # noqa: PLC0415
    from madoguchi.replica.card.vpcd import LOOPBACK, Vpcd  # noqa: PLC0415

    host, port = _address(vpcd)
    if host not in LOOPBACK:
        complain("not-this-machine", "--vpcd")
    whose = personas().get(persona)
    if whose is None:
        complain("unknown-persona", "--persona")
    try:
        inserted = insert(whose, data_directory(data), faults=fault or ())
    except UnknownCardFaultError:
        complain("unknown-card-fault", "--fault")
    try:
        lying = Vpcd(inserted, host, port)
    except OSError:
        complain("no-virtual-reader", "--vpcd")

    def leave(_number: int, _frame: FrameType | None) -> None:
        lying.leave()

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    whisper(f"{persona} {host}:{port}")
    lying.serve()


@app.command(help="the invented people whose cards there are")
def persona(
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")] = False,
) -> None:
    """List the personas."""
    from madoguchi.replica.card.personas import personas  # noqa: PLC0415 - as above

    words, lang = load_words(), language()
    listed = [Listed(one, words.text(f"persona-{one}", lang)) for one in personas()]
    if as_json:
        show_json(listed)
    else:
        for one in listed:
            show(f"{one.id}: {one.what}")


def _address(text: str) -> tuple[str, int]:
    """A host and a port as they are written together, `127.0.0.1:35963` or `[::1]:35963`."""
    host, colon, port = text.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        complain("bad-address", "--vpcd")
    return host.strip("[]"), int(port)
