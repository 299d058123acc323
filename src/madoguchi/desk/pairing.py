"""How a device of the house joins: it shows a code that the administrator made for it, and keeps a token from then on."""

import unicodedata
from datetime import timedelta
from typing import Final

import msgspec
from anyio import to_thread
from litestar import Response, get, post
from litestar.response import Redirect

from madoguchi.base.ids import new_id
from madoguchi.desk import codes
from madoguchi.desk.administrator import minutes
from madoguchi.desk.audit import note
from madoguchi.desk.context import Context, Here
from madoguchi.desk.gate import device_cookie, home
from madoguchi.desk.intake import name_of_place
from madoguchi.desk.login import Asked, Form, Page, address_of, field, shown
from madoguchi.desk.refusals import Refused
from madoguchi.desk.rights import Visitor
from madoguchi.evidence.private_numbers import holds_my_number
from madoguchi.records.devices import ROLES, Offer

LASTING: Final = timedelta(minutes=10)
"""How long a code waits for its device."""

NAME_LIMIT: Final = 40
"""Longest name of a device, in characters."""


class PairView(msgspec.Struct, frozen=True):
    """The page of a device that is not paired; `wait` is in minutes."""

    trouble: str = ""
    wait: int = 0


class Wanted(msgspec.Struct, frozen=True):
    """A device to come, as the administrator describes it; `trouble` is a message where that cannot be taken."""

    name: str
    role: str
    desk: str
    trouble: str = ""


def wanted(name: str, role: str, desk: str) -> Wanted:
    """The description of a device, looked through."""
    name, trouble = name.strip(), ""
    if not name or len(name) > NAME_LIMIT or any(unicodedata.category(one) == "Cc" for one in name):
        trouble = "lan-bad-device-name"
    elif holds_my_number(name):
        return Wanted("", role, desk, "field-my-number")
    elif role not in ROLES:
        trouble = "settings-bad-choice"
    try:
        desk = name_of_place(desk.strip() or "1")
    except Refused:
        trouble = trouble or "lan-bad-desk"
    return Wanted(name, role, desk, trouble)


def offer(context: Context, device: Wanted) -> str:
    """A fresh code for a device to come."""
    code, at = codes.new_code(codes.PAIRING_LENGTH), context.clock()
    role = next(role for role in ROLES if role == device.role)
    context.records.devices.offer(Offer(codes.hashed(code), device.name, role, device.desk, at, at + LASTING))
    return code


def _page(context: Context, trouble: str = "", wait: int = 0, status: int = 200) -> Response[str]:
    return shown(context, "pairing.html", PairView(trouble, wait), status)


@get("/pair", include_in_schema=False)
async def pair_page(context: Here, visitor: Visitor) -> Page:
    """Where a new device shows its code; this machine and paired devices need none."""
    if visitor.role is not None or not visitor.lan:
        return Redirect(home(visitor), status_code=303)
    return await to_thread.run_sync(_page, context)


@post("/pair", sync_to_thread=True, include_in_schema=False)
def pair(context: Here, request: Asked, visitor: Visitor, data: Form) -> Page:
    """Take a code: it is gone afterwards, and the device is known."""
    if not visitor.lan:
        return Redirect("/", status_code=303)
    address = address_of(request)
    wait = context.keeper.wait("pair", address)
    if wait:
        return _page(context, "login-wait", minutes(wait), 429)
    at, token = context.clock(), codes.new_token()
    code = codes.hashed(codes.tidied(field(data, "code")))
    device = context.records.devices.claim(code, new_id(at), codes.hashed(token), at)
    if device is None:
        return _page(context, "pair-no", status=401)
    context.keeper.forgive("pair", address)
    paired = Visitor(lan=True, device=device.id, name=device.name, role=device.role, desk=device.desk)
    note(context, paired, "device-paired", device.id, who="")
    return Redirect(home(paired), status_code=303, cookies=[device_cookie(token)])


@get("/pair/authority.crt", sync_to_thread=True, include_in_schema=False)
def authority_file(context: Here) -> Response[bytes]:
    """The local authority's certificate, which a device installs to know the desk again."""
    certificate = context.house.certificates.authority(context.clock()).certificate
    return Response(
        certificate,
        media_type="application/x-x509-ca-cert",
        headers={"content-disposition": 'attachment; filename="madoguchi-authority.crt"'},
    )


routes = [pair_page, pair, authority_file]
