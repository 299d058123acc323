"""Fetches the institution's next certificate from the authority, and chooses it."""

from typing import Final

import msgspec
from litestar import Response, post
from litestar.handlers import HTTPRouteHandler

from madoguchi.replica.authority.office import hand_out
from madoguchi.replica.calling import Kept, NotAnsweredError, NotConnectedError, Question
from madoguchi.replica.directory import write_whole
from madoguchi.replica.terminal.codes import Failed
from madoguchi.replica.terminal.running import Terminal
from madoguchi.replica.terminal.settings import as_text
from madoguchi.replica.world import LOOPBACK

PATIENCE_SECONDS: Final = 10.0


class Pair(msgspec.Struct, frozen=True):
    """A certificate and its private key, PEM, and the name under which the authority keeps them."""

    label: str
    certificate: str
    key: str


def enrol(terminal: Terminal) -> str | None:
    """Enrol the next certificate; its name, or None where the present one still has long to go.

    Raises:
        Failed: the settings cannot be read, or the authority does not answer.
    """
    settings = terminal.settings(terminal.effects)
    line = Kept(lambda: (LOOPBACK, terminal.world.port("authority")))
    try:
        answer = line.ask(Question("POST", "/institution/renewal", b""), PATIENCE_SECONDS)
    except (NotConnectedError, NotAnsweredError):
        raise Failed("line-unreached") from None
    finally:
        line.close()
    if not answer.is_success:
        return None
    made = msgspec.json.decode(answer.content, type=Pair)
    files = {f"{made.label}.key": made.key.encode(), f"{made.label}.pem": made.certificate.encode()}
    hand_out(terminal.folder / "certificate", files)
    chosen = msgspec.structs.replace(settings, certificate=made.label)
    write_whole(terminal.folder / "settings.toml", as_text(chosen).encode())
    terminal.settings(terminal.effects)
    terminal.follow()
    return made.label


def enrolment(terminal: Terminal) -> HTTPRouteHandler:
    """The door at which whoever is in charge of the certificate says: now."""

    @post("/enrolment", status_code=200, sync_to_thread=True)
    def next_certificate() -> Response[dict[str, str]]:
        try:
            label = enrol(terminal)
        except Failed as failed:
            return Response({"refused": failed.reason}, status_code=503)
        return Response({"chosen": label}) if label else Response({"refused": "too-early"}, status_code=409)

    return next_certificate
