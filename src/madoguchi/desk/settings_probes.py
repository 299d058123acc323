"""The part of the settings form that says what the probes may look at: whether the LAN is shared, and which hosts to call."""

import re
import unicodedata
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final, get_args

from madoguchi.base.settings import HostSetting, Proves, Settings
from madoguchi.desk.field_trouble import FieldTrouble

SAME_LAN: Final[dict[str, bool | None]] = {"yes": True, "no": False, "": None}
"""What can be answered to whether the terminal uses this computer's LAN and router; the last is no answer."""

PROVES: Final[tuple[Proves, ...]] = get_args(Proves)

HOSTS: Final = 4
"""Most hosts of one kind: each is called every minute."""

READER_LIMIT: Final = 120
PATH_LIMIT: Final = 500

_NAME: Final = re.compile(r"(?=.{1,253}$)[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\.[A-Za-z0-9_-]{1,63})*\.?")
_PARTS: Final = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[^\s:/\[\]]+))(?::(?P<port>[0-9]{1,5}))?")

Parsed = Callable[[str, Callable[[str], Any]], Any]
"""Gives a field's value, or None and its trouble."""


def probe_values(settings: Settings) -> dict[str, str]:
    """The settings as the form's fields."""
    values = {
        "same_lan": next(word for word, value in SAME_LAN.items() if value is settings.same_lan),
        "request_folder": settings.request_folder,
        "time_source": settings.time_source,
        "card_reader": settings.card_reader,
        "terminal_certificate_file": settings.terminal_certificate_file,
    }
    for kind in PROVES:
        values[f"hosts_{kind}"] = "\n".join(host.address for host in settings.hosts if host.proves == kind)
    return values


def read_probes(parsed: Parsed) -> dict[str, Any]:
    """The settings that the fields ask for."""
    hosts = [HostSetting(address, kind) for kind in PROVES for address in parsed(f"hosts_{kind}", _hosts) or ()]
    return {
        "same_lan": parsed("same_lan", _same_lan),
        "hosts": tuple(hosts),
        "request_folder": parsed("request_folder", _path) or "",
        "time_source": parsed("time_source", _time_source) or "",
        "card_reader": parsed("card_reader", _reader) or "",
        "terminal_certificate_file": parsed("terminal_certificate_file", _path) or "",
    }


def _same_lan(text: str) -> bool | None:
    if text not in SAME_LAN:
        raise FieldTrouble("settings-bad-choice")
    return SAME_LAN[text]


def _hosts(text: str) -> tuple[str, ...]:
    lines = [unicodedata.normalize("NFKC", line).strip() for line in re.split(r"[\n、,]", text)]
    hosts = tuple(dict.fromkeys(_host(line, port_needed=True) for line in lines if line))
    if len(hosts) > HOSTS:
        raise FieldTrouble("settings-many-hosts")
    return hosts


def _host(text: str, *, port_needed: bool) -> str:
    """A host as `name:port`, checked sign by sign: it becomes a call from this machine."""
    parts = _PARTS.fullmatch(text)
    if parts is None or not (_is_address(parts["six"]) if parts["six"] else _is_name(parts["name"])):
        raise FieldTrouble("settings-bad-host")
    port = parts["port"]
    if (port is None and port_needed) or (port is not None and not 1 <= int(port) <= 65535):
        raise FieldTrouble("settings-bad-port")
    return text


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_name(text: str) -> bool:
    # Digits and dots alone are meant as an address, so they have to be one.
    return _is_address(text) if re.fullmatch(r"[0-9.]+", text) else _NAME.fullmatch(text) is not None


def _time_source(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    return _host(plain, port_needed=False) if plain else ""


def _path(text: str) -> str:
    if not text:
        return ""
    absolute = PureWindowsPath(text).is_absolute() or PurePosixPath(text).is_absolute()
    if not absolute or "\n" in text or "\0" in text or len(text) > PATH_LIMIT:
        raise FieldTrouble("settings-bad-folder")
    return text


def _reader(text: str) -> str:
    if len(text) > READER_LIMIT or any(unicodedata.category(sign) == "Cc" for sign in text):
        raise FieldTrouble("settings-bad-name")
    return text
