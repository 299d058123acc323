"""`madoguchi replica up`, `status`, `fault`, `deed`: the whole chain of a clinic on loopback, and what goes wrong in it."""

from pathlib import Path
from typing import Annotated, Any, Final

import httpx
import typer

from madoguchi.base.settings import data_directory
from madoguchi.cli.say import complain, show, show_json, whisper

FOLDER: Final = "replica"
"""Where the chain lives in the data directory, if nobody says otherwise."""

Where = Annotated[Path | None, typer.Option("--dir", help="the chain's own folder; else `replica` in the data directory")]
AsJson = Annotated[bool, typer.Option("--json", help="as JSON, and nothing else on standard output")]


def up(
    folder: Where = None,
    seed: Annotated[int, typer.Option(help="what the invented people of a new chain are drawn from")] = 7,
) -> None:
    """Bring the chain up until it is stopped."""
    # Loaded only by this command: a chain is authorities, a database and eight processes.
    import uvicorn  # noqa: PLC0415

    from madoguchi.replica.console.app import create_app  # noqa: PLC0415
    from madoguchi.replica.console.bench import Bench  # noqa: PLC0415
    from madoguchi.replica.directory import NotOurs  # noqa: PLC0415
    from madoguchi.replica.link import prepare  # noqa: PLC0415
    from madoguchi.replica.supervisor import Supervisor  # noqa: PLC0415
    from madoguchi.replica.world import LOOPBACK, create  # noqa: PLC0415

    try:
        world = create(_folder(folder), seed, prepare)
    except NotOurs:
        complain("not-the-replicas", "--dir")
    supervisor = Supervisor(world)
    whisper(f"console {world.url('console')}  reader {world.url('reader')}  terminal {world.url('terminal')}")
    app = create_app(Bench(world, supervisor), supervisor)
    uvicorn.run(app, host=LOOPBACK, port=world.port("console"), log_level="warning", access_log=False, proxy_headers=False)


def status(folder: Where = None, as_json: AsJson = False) -> None:
    """Each link's state and address; exit 1 where one is down or has a fault."""
    links = _ask("GET", "/status", folder)
    if as_json:
        show_json(links)
    else:
        for link in links:
            show(f"{link['link']:14}{link['state']:8}{link['address']}  {' '.join(link['faults'])}")
    if any(link["state"] != "good" for link in links):
        raise typer.Exit(1)


def fault(
    turn: Annotated[str, typer.Argument(help="on, off or list")],
    name: Annotated[str, typer.Argument(help="the fault, such as line.authentication_lost")] = "",
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Switch a real cause on or off, or list them all."""
    if turn == "list":
        from madoguchi.replica.supervisor import all_faults  # noqa: PLC0415 - as above

        known = list(all_faults().values())
        if as_json:
            show_json(known)
        else:
            for one in known:
                show(f"{one.shows or '---':5}{one.id}")
        return
    if turn not in {"on", "off"}:
        complain("bad-turn")
    links = _ask("PUT", f"/faults/{name}", folder, {"on": turn == "on"})
    if as_json:
        show_json(links)


def deed(
    name: Annotated[str, typer.Argument(help="what a person does, such as restart_router")],
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Do to the chain what a person would, and say which causes that cured."""
    done = _ask("POST", f"/deeds/{name}", folder)
    if as_json:
        show_json(done)
    else:
        show(" ".join(done["cured"]))


def _folder(given: Path | None) -> Path:
    return data_directory(None) / FOLDER if given is None else given


def _ask(method: str, path: str, folder: Path | None, body: Any = None) -> Any:  # noqa: ANN401 - JSON
    from madoguchi.replica.world import read  # noqa: PLC0415 - as above

    try:
        console = read(_folder(folder)).url("console")
        answer = httpx.request(method, console + path, json=body, timeout=60, trust_env=False)
    except (FileNotFoundError, httpx.HTTPError):
        complain("chain-not-up", "--dir")
    if answer.status_code == httpx.codes.NOT_FOUND:
        complain("unknown-in-chain")
    return answer.raise_for_status().json()
