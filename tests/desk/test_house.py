import asyncio
import ssl
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from madoguchi.base.settings import LanSetting, Settings
from madoguchi.desk.house import House, is_usable

ON = LanSetting(on=True, address="192.168.10.5")


class Server:
    """A web server that only says what it is told."""

    def __init__(self, *, taken: bool = False) -> None:
        self.taken = taken
        self.told: list[str] = []

    async def listen(self, address: str, port: int, tls: ssl.SSLContext) -> None:
        assert tls.minimum_version == ssl.TLSVersion.TLSv1_2
        if self.taken:
            raise OSError
        self.told.append(f"{address}:{port}")

    async def stop_listening(self) -> None:
        self.told.append("stop")


class World:
    """A house with a server, an administrator and settings that change."""

    def __init__(self, data: Path, lan: LanSetting = ON) -> None:
        self.settings = Settings(lan=lan)
        self.chosen = True
        self.server = Server()
        self.house = House(data, lambda: self.settings, lambda: self.chosen, lambda: datetime.now(UTC))
        self.house.listener = self.server

    def follow(self) -> str:
        return asyncio.run(self.house.follow())

    def set(self, **changed: object) -> None:
        self.settings = Settings(lan=msgspec.structs.replace(self.settings.lan, **changed))


def test_a_house_that_is_off_hears_nobody(tmp_path: Path) -> None:
    world = World(tmp_path, LanSetting(address="192.168.10.5"))

    assert world.follow() == "off"
    assert world.server.told == []
    assert world.house.names() == frozenset()


def test_it_opens_moves_and_shuts_as_the_settings_say(tmp_path: Path) -> None:
    world = World(tmp_path)

    states = [world.follow(), world.follow()]
    world.set(port=9000)
    states.append(world.follow())
    world.set(on=False)
    states.append(world.follow())

    assert states == ["open", "open", "open", "off"]
    assert world.server.told == ["192.168.10.5:8766", "stop", "192.168.10.5:9000", "stop"]


def test_without_an_administrator_it_stays_shut_whatever_the_file_says(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.chosen = False

    assert world.follow() == "no-administrator"
    assert world.server.told == []


def test_an_address_that_is_gone_is_told_and_tried_again(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.server.taken = True
    gone = world.follow()
    world.server.taken = False
    asyncio.run(world.house.keep())

    assert gone == "no-address"
    assert world.house.state == "open"
    assert world.server.told == ["192.168.10.5:8766"]


def test_a_folder_that_cannot_be_written_keeps_it_shut(tmp_path: Path) -> None:
    (tmp_path / "tls").write_text("a file stands where the folder should be")
    world = World(tmp_path)

    assert world.follow() == "no-certificate"
    assert world.server.told == []


def test_a_certificate_is_kept_fresh_while_the_door_is_open(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.follow()
    before = world.house.certificates.chain.read_bytes()
    asyncio.run(world.house.keep())
    same = world.house.certificates.chain.read_bytes()
    world.house.certificates.chain.write_bytes(b"")
    asyncio.run(world.house.keep())

    assert same == before
    assert world.house.certificates.chain.read_bytes() not in {b"", before}


@pytest.mark.parametrize(
    ("lan", "usable"),
    [
        (ON, True),
        (LanSetting(on=True), False),
        (LanSetting(on=True, address="0.0.0.0"), False),  # noqa: S104 - refused, that is the point
        (LanSetting(on=True, address="8.8.8.8"), False),
        (LanSetting(on=True, address="192.168.10.5", name="clinic.example"), False),
        (LanSetting(on=True, address="192.168.10.5", name="uketsuke.local"), True),
        (LanSetting(on=True, address="192.168.10.5", port=80), False),
    ],
)
def test_a_setting_written_by_hand_is_looked_through(tmp_path: Path, lan: LanSetting, *, usable: bool) -> None:
    world = World(tmp_path, lan)

    assert is_usable(lan) == usable
    assert world.follow() == ("open" if usable else "unusable")
