import pytest

from madoguchi.base.log import ALLOWED, Log, logger, only_allowed


@pytest.fixture(autouse=True)
def _speaking(monkeypatch: pytest.MonkeyPatch) -> None:
    # A rehearsal in the same process keeps its desks quiet for good.
    monkeypatch.setattr(Log, "quiet", False)


def test_a_desk_inside_another_command_says_only_what_went_wrong(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Log, "quiet", True)
    logger().info("incident_opened", problem="011")
    logger().error("refused", reason="empty")

    assert ["refused"] == [line.split("event=")[1].split()[0] for line in capsys.readouterr().err.splitlines()]


def test_a_line_has_its_event_and_what_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    logger().info("incident_opened", problem="011", count=3)

    line = capsys.readouterr().err
    assert "event=incident_opened" in line
    assert "problem=011" in line
    assert "level=info" in line


def test_what_is_not_listed_never_reaches_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    logger().error("refused", name="架空　花子", address_of_patient="架空県", reason="empty")

    line = capsys.readouterr().err
    assert "架空" not in line
    assert "reason=empty" in line


def test_no_listed_key_is_made_for_a_person() -> None:
    assert set() == ALLOWED & {"name", "kana", "birthdate", "number", "insurer", "patient", "file", "words", "text"}
    assert {"event": "x"} == only_allowed(None, "info", {"event": "x", "name": "y"})
