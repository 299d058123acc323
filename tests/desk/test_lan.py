from typing import Any

import pytest

from madoguchi.base.settings import LanSetting, load_settings
from madoguchi.base.tls import is_private
from madoguchi.desk.lan import is_here, own_addresses, read, url_of
from madoguchi.desk.settings import values_of
from tests.desk.visitors import Administrator, Browser, open_house, paired, seated

Desk = Any

HERE = {"address": "127.0.0.2", "name": "", "port": "8766", "on": "1"}


@pytest.fixture
def administrator(desk: Desk) -> Administrator:
    return seated(desk)


def test_the_door_is_shut_until_the_administrator_opens_it(desk: Desk, administrator: Administrator) -> None:
    assert not desk.context.settings().lan.on

    answer = administrator.post("/lan", **HERE)

    assert (answer.status_code, answer.headers["location"]) == (303, "/lan")
    assert load_settings(desk.context.data).lan == LanSetting(on=True, address="127.0.0.2")
    assert desk.context.house.names() == {"127.0.0.2"}


def test_without_a_passphrase_it_cannot_be_opened(desk: Desk) -> None:
    stranger = Browser(desk)

    assert "先に、合言葉を決めます" in stranger.get("/lan").text
    assert stranger.post("/lan", **HERE).status_code == 409
    assert stranger.post("/lan/pairing", device="x", role="desk", desk="1").status_code == 409
    assert not desk.context.settings().lan.on


def test_a_stranger_cannot_open_it(desk: Desk, administrator: Administrator) -> None:
    del administrator

    assert Browser(desk).post("/lan", **HERE).status_code == 401
    assert not desk.context.settings().lan.on


def test_it_is_shut_again_and_the_address_is_remembered(desk: Desk, administrator: Administrator) -> None:
    administrator.post("/lan", **HERE)
    administrator.post("/lan", on="0")

    assert load_settings(desk.context.data).lan == LanSetting(on=False, address="127.0.0.2")
    assert desk.context.house.names() == frozenset()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("address", ""),
        ("address", "0.0.0.0"),  # noqa: S104 - refused, that is the point
        ("address", "::"),
        ("address", "127.0.0.1"),
        ("address", "8.8.8.8"),
        ("address", "uketsuke.local"),
        ("address", "10.255.255.254"),
        ("name", "clinic.example"),
        ("name", "a b.local"),
        ("name", "-a.local"),
        ("name", "evil.example/.local"),
        ("name", "192.168.0.5"),
        ("port", "80"),
        ("port", "65536"),
        ("port", ""),
        ("port", "abc"),
    ],
)
def test_trouble_stands_beside_its_field_and_nothing_is_kept(
    desk: Desk, administrator: Administrator, field: str, value: str
) -> None:
    answer = administrator.post("/lan", **(HERE | {field: value}))

    assert answer.status_code == 422
    assert f'aria-describedby="{field}-trouble"' in answer.text
    assert not (desk.context.data / "settings.toml").exists()


def test_a_form_gives_the_setting_however_it_is_typed() -> None:
    setting, troubles = read({"address": " 127.0.0.2 ", "name": "Uketsuke.LOCAL.", "port": "８７６６"})

    assert troubles == {}
    assert setting == LanSetting(on=True, address="127.0.0.2", name="uketsuke.local", port=8766)


@pytest.mark.parametrize(
    ("setting", "url"),
    [
        (LanSetting(), ""),
        (LanSetting(address="192.168.10.5"), "https://192.168.10.5:8766/"),
        (LanSetting(address="fd00::5", port=9000), "https://[fd00::5]:9000/"),
        (LanSetting(address="192.168.10.5", name="uketsuke.local"), "https://uketsuke.local:8766/"),
    ],
)
def test_devices_open_the_name_or_else_the_address(setting: LanSetting, url: str) -> None:
    assert url_of(setting) == url


def test_the_addresses_offered_are_private_and_of_this_machine() -> None:
    assert all(is_private(one) and is_here(one) for one in own_addresses())


def test_an_address_of_another_machine_is_not_here() -> None:
    assert is_here("127.0.0.2")
    assert not is_here("192.0.2.1")


def test_settings_saved_afterwards_leave_the_door_as_it_is(desk: Desk, administrator: Administrator) -> None:
    administrator.post("/lan", **HERE)

    administrator.post(
        "/settings", **(values_of(desk.context.settings()) | {"facility_name": "みほん内科", "patient_languages": "ja"})
    )
    assert desk.context.settings().facility_name == "みほん内科"
    assert desk.context.settings().lan.on


def test_the_page_lists_devices_with_a_way_to_let_each_go(desk: Desk, administrator: Administrator) -> None:
    open_house(desk)
    paired(administrator, "patient", "2")

    page = administrator.get("/lan").text

    assert "みほんのタブレット" in page
    assert page.count("/remove") == 1


def test_the_guide_has_the_address_and_both_squares(desk: Desk, administrator: Administrator) -> None:
    assert administrator.get("/lan/guide").status_code == 404
    open_house(desk)

    page = administrator.get("/lan/guide").text

    assert "https://192.168.10.5:8766/pair" in page
    assert page.count('class="square"') == 2


def test_a_name_is_never_taken_for_markup(administrator: Administrator) -> None:
    answer = administrator.post("/lan/pairing", device="<b>x</b>", role="desk", desk="1")

    assert "<b>x</b>" not in answer.text
    assert "&lt;b&gt;x" in answer.text
