"""The administrator's page for the house: the door on and off, devices to pair and to let go, and the guide to print."""

import ipaddress
import socket
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import msgspec
from anyio import to_thread
from litestar import MediaType, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect
from markupsafe import Markup

from madoguchi.base.clock import JAPAN
from madoguchi.base.settings import LanSetting, Settings, save_settings
from madoguchi.base.tls import address_of, is_private
from madoguchi.desk import codes
from madoguchi.desk.audit import note
from madoguchi.desk.context import Context, Here
from madoguchi.desk.guardrails import is_loopback
from madoguchi.desk.house import PORTS
from madoguchi.desk.login import Form, Page, drawn, field, shown, square
from madoguchi.desk.pairing import LASTING, Wanted, offer, wanted
from madoguchi.desk.refusals import Refused
from madoguchi.desk.rights import Visitor
from madoguchi.records.devices import ROLES, Device

_ROUTES: Final = Path("/proc/net/fib_trie")
"""Where Linux tells its own addresses; elsewhere the system is asked for those of its own name."""


class DeviceView(msgspec.Struct, frozen=True):
    """A paired device in words."""

    id: str
    name: str
    role: str
    desk: str
    seen: str


class LanView(msgspec.Struct, frozen=True):
    """Everything the page shows; `values` and `troubles` are by field."""

    chosen: bool
    state: str
    url: str
    addresses: tuple[str, ...]
    values: dict[str, str]
    devices: tuple[DeviceView, ...]
    roles: tuple[str, ...]
    troubles: dict[str, str] = {}


class CodeView(msgspec.Struct, frozen=True):
    """A pairing code, shown once; `minutes` is how long it waits."""

    code: str
    name: str
    role: str
    url: str
    square: Markup
    minutes: int


class GuideView(msgspec.Struct, frozen=True):
    """The page to print for whoever sets a device up."""

    url: str
    square: Markup
    fingerprint: tuple[str, ...]
    fingerprint_square: Markup
    facility: str


def own_addresses() -> tuple[str, ...]:
    """The private addresses of this machine, found without sending anything to anybody."""
    try:
        lines = _ROUTES.read_text("utf-8").splitlines()
        found = {line.split()[-1] for line, kind in pairwise(lines) if "/32 host LOCAL" in kind}
    except OSError:
        found = {str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    parsed = {
        address for one in found if (address := address_of(one)) is not None and is_private(one) and not address.is_loopback
    }
    return tuple(str(one) for one in sorted(parsed, key=lambda one: (one.version, int(one))))


def is_here(address: str) -> bool:
    """Whether this machine has an address: it lets us stand on it."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as door:
            door.bind((address, 0))
    except OSError:
        return False
    return True


def read(data: dict[str, Any]) -> tuple[LanSetting, dict[str, str]]:
    """What a form asks for, and a message beside each field that needs one."""
    address, name = field(data, "address").strip(), field(data, "name").strip().lower().rstrip(".")
    port = codes.tidied(field(data, "port"))
    parsed, troubles = address_of(address), {}
    if parsed is None or not is_private(address) or is_loopback(address) or not is_here(address):
        troubles["address"] = "lan-bad-address"
    if name and (address_of(name) is not None or not _is_name(name) or not is_private(name)):
        troubles["name"] = "lan-bad-name"
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and int(port) in PORTS):
        troubles["port"] = "lan-bad-port"
    if troubles:
        return LanSetting(), troubles
    return LanSetting(on=True, address=str(ipaddress.ip_address(address)), name=name, port=int(port)), {}


def _is_name(name: str) -> bool:
    labels = name.split(".")
    return len(name) <= 200 and all(
        label.isascii() and label.replace("-", "").isalnum() and label.strip("-") == label for label in labels
    )


def url_of(lan: LanSetting) -> str:
    """The address that devices of the house open; empty while none is chosen."""
    host = lan.name or (f"[{lan.address}]" if ":" in lan.address else lan.address)
    return f"https://{host}:{lan.port}/" if host else ""


def lan_view(context: Context, values: dict[str, str] | None = None, troubles: dict[str, str] | None = None) -> LanView:
    """The page as things are, or with what was typed."""
    around, lan = context.around(), context.settings().lan
    found = own_addresses()
    present = {
        "address": lan.address or (found[0] if found else ""),
        "name": lan.name,
        "port": str(lan.port),
        "device": "",
        "role": "desk",
        "desk": "1",
    }
    return LanView(
        chosen=context.keeper.exists(),
        state=context.house.state,
        url=url_of(lan),
        addresses=found,
        values=present | (values or {}),
        devices=tuple(_device(device) for device in context.records.devices.paired()),
        roles=ROLES,
        troubles={name: around.text(message) for name, message in (troubles or {}).items()},
    )


def _device(device: Device) -> DeviceView:
    seen = device.seen_at.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M")
    return DeviceView(device.id, device.name, device.role, device.desk, seen)


@get("/lan", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def lan_page(context: Here) -> str:
    """The door to the house and the devices that know it."""
    return drawn(context, "lan.html", lan_view(context))


@post("/lan", include_in_schema=False)
async def switch(context: Here, visitor: Visitor, data: Form) -> Page:
    """Turn the door on or off; it opens or shuts at once."""
    answer = await to_thread.run_sync(_switched, context, visitor, data)
    if answer is not None:
        return answer
    await context.house.follow()
    context.gate.look_again()
    return Redirect("/lan", status_code=303)


def _switched(context: Context, visitor: Visitor, data: dict[str, Any]) -> Response[str] | None:
    before = context.settings()
    if field(data, "on") != "1":
        return _kept(context, visitor, msgspec.structs.replace(before, lan=msgspec.structs.replace(before.lan, on=False)))
    if not context.keeper.exists():
        raise Refused("passphrase-first")
    lan, troubles = read(data)
    if troubles:
        typed = {name: field(data, name) if name not in troubles else "" for name in ("address", "name", "port")}
        return shown(context, "lan.html", lan_view(context, typed, troubles), 422)
    return _kept(context, visitor, msgspec.structs.replace(before, lan=lan))


def _kept(context: Context, visitor: Visitor, settings: Settings) -> Response[str] | None:
    try:
        save_settings(context.data, settings)
    except OSError:
        return shown(context, "lan.html", lan_view(context, troubles={"on": "settings-not-kept"}), 503)
    note(context, visitor, "house-changed")
    return None


@post("/lan/pairing", sync_to_thread=True, include_in_schema=False)
def make_code(context: Here, visitor: Visitor, data: Form) -> Response[str]:
    """A code for one device, shown once."""
    if not context.keeper.exists():
        raise Refused("passphrase-first")
    device: Wanted = wanted(field(data, "device"), field(data, "role"), field(data, "desk"))
    if device.trouble:
        typed = {"device": device.name, "role": device.role, "desk": device.desk}
        return shown(context, "lan.html", lan_view(context, typed, {"device": device.trouble}), 422)
    url = f"{url_of(context.settings().lan)}pair"
    minutes = int(LASTING.total_seconds() // 60)
    code = codes.grouped(offer(context, device))
    note(context, visitor, "device-offered")
    return shown(context, "lan_code.html", CodeView(code, device.name, device.role, url, square(url), minutes))


@post("/lan/devices/{device:str}/remove", sync_to_thread=True, include_in_schema=False)
def remove(context: Here, visitor: Visitor, device: FromPath[str]) -> Redirect:
    """Let go of a device: its next request, and its open screens, are a stranger's."""
    if context.records.devices.remove(device) is None:
        raise Refused("not-found")
    note(context, visitor, "device-removed", device)
    context.gate.look_again()
    return Redirect("/lan#devices", status_code=303)


@get("/lan/guide", media_type=MediaType.HTML, sync_to_thread=True, include_in_schema=False)
def guide_page(context: Here) -> str:
    """One page to print: the address, the fingerprint, and what to do on the new device."""
    settings = context.settings()
    if not settings.lan.address:
        raise Refused("not-found")
    fingerprint = context.house.certificates.fingerprint(context.clock())
    pairs = fingerprint.split(":")
    url = f"{url_of(settings.lan)}pair"
    view = GuideView(
        url=url,
        square=square(url),
        fingerprint=tuple(" ".join(pairs[start : start + 8]) for start in range(0, len(pairs), 8)),
        fingerprint_square=square(f"SHA256 {fingerprint}"),
        facility=settings.facility_name,
    )
    return drawn(context, "lan_guide.html", view)


routes = [lan_page, switch, make_code, remove, guide_page]
