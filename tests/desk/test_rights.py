import pytest

from madoguchi.desk.rights import RIGHTS, Visitor, right_for, verdict

HERE = Visitor()
STRANGER = Visitor(lan=True)


def device(role: str, *, administrator: bool = False) -> Visitor:
    return Visitor(lan=True, device="d", name="x", role=role, administrator=administrator)  # type: ignore[arg-type]


STAFF = [
    "/",
    "/practice",
    "/log",
    "/log.csv",
    "/morning",
    "/booklet",
    "/paper",
    "/photos",
    "/outage",
    "/outage/entry",
    "/nowhere",
]
PROGRAMS = [
    "/api/incidents",
    "/api/incidents/x/answers",
    "/api/problems",
    "/api/status",
    "/api/recognise",
    "/schema",
    "/live/staff",
]
KEPT = [
    "/settings",
    "/audit",
    "/lan",
    "/lan/guide",
    "/lan/devices/x/remove",
    "/ledger",
    "/outage/list/x",
    "/outage/day",
    "/login/choose",
]


@pytest.mark.parametrize("path", [*STAFF, *PROGRAMS, "/patient", "/live/patient", "/static/desk.css", "/login"])
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("chosen", [False, True])
def test_the_guide_never_asks_this_machine_for_a_login(path: str, method: str, *, chosen: bool) -> None:
    assert verdict(path, method, HERE, chosen=chosen) == "open"


@pytest.mark.parametrize("path", KEPT)
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "PUT"])
def test_what_the_administrator_keeps_is_open_here_until_there_is_one(path: str, method: str) -> None:
    assert verdict(path, method, HERE, chosen=False) == "open"
    assert verdict(path, method, HERE, chosen=True) == "login"
    assert verdict(path, method, Visitor(administrator=True), chosen=True) == "open"


@pytest.mark.parametrize("path", [*STAFF, *PROGRAMS, *KEPT, "/patient", "/live/patient", "/photo", "/login", "/logout"])
def test_a_stranger_of_the_house_sees_the_pairing_page_alone(path: str) -> None:
    assert verdict(path, "GET", STRANGER, chosen=True) == "pair"
    assert verdict(path, "POST", STRANGER, chosen=True) == "pair"


@pytest.mark.parametrize("path", ["/pair", "/pair/authority.crt", "/static/desk.css", "/static/vendor/htmx.js"])
def test_the_pairing_page_and_its_look_are_for_everybody(path: str) -> None:
    assert {verdict(path, "GET", one, chosen=True) for one in (HERE, STRANGER, device("patient"))} == {"open"}


@pytest.mark.parametrize("path", [*STAFF, *PROGRAMS, *KEPT, "/photo", "/login", "/patients", "/patient-list"])
def test_a_patients_screen_shows_the_patients_page_alone(path: str) -> None:
    assert verdict(path, "GET", device("patient"), chosen=True) == "not-for-this-device"
    assert verdict("/patient", "GET", device("patient"), chosen=True) == "open"
    assert verdict("/live/patient", "GET", device("patient"), chosen=True) == "open"


@pytest.mark.parametrize("path", [*STAFF, *PROGRAMS, *KEPT, "/patient", "/live/patient", "/login"])
def test_a_device_for_photos_has_its_own_page_alone(path: str) -> None:
    assert verdict(path, "GET", device("photo"), chosen=True) == "not-for-this-device"
    assert verdict("/photo", "GET", device("photo"), chosen=True) == "open"


@pytest.mark.parametrize("path", [*STAFF, *PROGRAMS, "/patient", "/live/patient", "/login", "/logout"])
def test_a_desk_of_the_house_works_as_the_desk_does(path: str) -> None:
    assert verdict(path, "GET", device("desk"), chosen=True) == "open"
    assert verdict(path, "POST", device("desk"), chosen=True) == "open"


@pytest.mark.parametrize("path", KEPT)
@pytest.mark.parametrize("chosen", [False, True])
def test_a_desk_of_the_house_needs_the_administrator_for_what_is_kept(path: str, *, chosen: bool) -> None:
    assert verdict(path, "GET", device("desk"), chosen=chosen) == "login"
    assert verdict(path, "GET", device("desk", administrator=True), chosen=chosen) == "open"


def test_a_login_gives_a_patients_screen_nothing() -> None:
    assert verdict("/settings", "GET", device("patient", administrator=True), chosen=True) == "not-for-this-device"


def test_writing_into_the_ledger_needs_no_login_and_reading_does() -> None:
    assert verdict("/api/ledger", "POST", HERE, chosen=True) == "open"
    assert verdict("/api/ledger", "GET", HERE, chosen=True) == "login"
    assert verdict("/api/ledger/x", "HEAD", HERE, chosen=True) == "login"


@pytest.mark.parametrize("path", ["//settings", "/settings/", "/settings//", "///lan//guide", "/audit/x/y"])
def test_a_place_is_known_however_its_slashes_are_written(path: str) -> None:
    assert right_for(path, "GET").administrator


def test_every_place_has_a_row_because_the_last_one_is_everything() -> None:
    assert RIGHTS[-1].place == "/"
    assert RIGHTS[-1].methods is None
    assert right_for("", "BREW") == RIGHTS[-1]
