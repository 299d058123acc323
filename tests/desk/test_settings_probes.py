"""The settings say what may be looked at, and refuse kindly what cannot be a host or a place."""

from typing import Any

import pytest

from madoguchi.base.settings import HostSetting, Settings, load_settings
from madoguchi.desk.settings import values_of
from madoguchi.desk.settings_probes import probe_values
from tests.desk.conftest import Desk
from tests.desk.pages import said, tree
from tests.desk.visitors import Browser, seated

FILLED = {
    "same_lan": "yes",
    "hosts_gateway": "192.168.1.1:80",
    "hosts_line": "dns.example.jp:53\n[2001:db8::1]:443",
    "hosts_centre": "",
    "request_folder": r"\\reception\req",
    "time_source": "192.168.1.1",
    "card_reader": "Virtual PCD 00 00",
    "terminal_certificate_file": "C:\\cert\\terminal.cer",
}


def save(desk: Desk, **fields: str) -> Any:
    form = values_of(Settings()) | {"patient_languages": "ja"} | fields
    return desk.client.post("/settings", data=form, follow_redirects=False)


def trouble(desk: Desk, field: str, value: str) -> str:
    answer = save(desk, **{field: value})
    assert 422 == answer.status_code, answer.text
    return said(tree(answer.text), f"//*[@id='{field}-trouble']")


def test_everything_is_kept_and_shown_again(desk: Desk) -> None:
    assert 303 == save(desk, **FILLED).status_code

    kept = load_settings(desk.context.data)
    assert kept.same_lan is True
    assert (
        HostSetting("192.168.1.1:80", "gateway"),
        HostSetting("dns.example.jp:53", "line"),
        HostSetting("[2001:db8::1]:443", "line"),
    ) == kept.hosts
    assert FILLED == {name: probe_values(kept)[name] for name in FILLED}


@pytest.mark.parametrize(("answer", "kept"), [("yes", True), ("no", False), ("", None)])
def test_the_question_about_the_lan_can_be_left_open(desk: Desk, answer: str, kept: bool | None) -> None:  # noqa: FBT001
    assert 303 == save(desk, same_lan=answer).status_code

    assert kept is load_settings(desk.context.data).same_lan


def test_full_width_signs_are_taken_as_meant(desk: Desk) -> None:
    save(desk, hosts_gateway="１９２．１６８．１．１：８０")

    assert (HostSetting("192.168.1.1:80", "gateway"),) == load_settings(desk.context.data).hosts


@pytest.mark.parametrize(
    "host",
    [
        *("http://router:80", "router", "router:0", "router:99999", "256.1.1.1:80"),
        *("1.2.3:80", "a b:80", "-:80", "[::g]:80", ":80", "x;y:1"),
    ],
)
def test_what_is_no_host_is_named_beside_its_field_and_nothing_is_kept(desk: Desk, host: str) -> None:
    assert trouble(desk, "hosts_line", host)

    assert Settings() == load_settings(desk.context.data)


def test_too_many_hosts_of_a_kind_are_refused(desk: Desk) -> None:
    assert "4つまで" in trouble(desk, "hosts_line", "\n".join(f"10.0.0.{one}:80" for one in range(1, 6)))


@pytest.mark.parametrize("field", ["request_folder", "terminal_certificate_file"])
@pytest.mark.parametrize("path", ["here", "a/b", "/x" * 300])
def test_a_place_is_named_from_its_beginning(desk: Desk, field: str, path: str) -> None:
    assert trouble(desk, field, path)


@pytest.mark.parametrize(
    ("field", "value"), [("same_lan", "perhaps"), ("time_source", "a b"), ("card_reader", "x" * 200), ("card_reader", "a\x07b")]
)
def test_other_fields_are_checked_too(desk: Desk, field: str, value: str) -> None:
    assert trouble(desk, field, value)


def test_only_the_administrator_says_what_is_looked_at(desk: Desk) -> None:
    seated(desk)

    answer = Browser(desk).post("/settings", **FILLED)

    assert answer.status_code in (303, 401, 403)
    assert Settings() == load_settings(desk.context.data)


def test_the_probes_hear_of_it_at_once(desk: Desk) -> None:
    save(desk, same_lan="no")

    desk.client.post("/chain/look")

    assert "evidence-network-other-lan" == desk.context.chain.rounds.readings()["gateway"].evidence
