"""A file goes from the outbox into its folder exactly once, wherever the process ends."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from madoguchi.replica.directory import claim
from madoguchi.replica.terminal.checkin import CheckIn, Switch
from madoguchi.replica.terminal.settings import Settings
from madoguchi.replica.terminal.shares import Condition, Shares, reason_of
from madoguchi.replica.terminal.store import Delivery, Store

AT = datetime(2026, 1, 15, tzinfo=UTC)
FILE = Delivery("OQSsiquc01res_face_1.xml", "face")
CHECK_IN = CheckIn("1", Switch(), "c")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = claim(tmp_path / "w") / "terminal"
    for share in ("", "req", "res", "face"):
        (folder / share).mkdir(exist_ok=True)
    return folder


def begin(folder: Path) -> tuple[Shares, Store]:
    """A new process over what the last one left."""
    store = Store(folder, AT)
    return Shares(folder, store, Settings), store


STEPS = ("ready", "written down", "put", "told")


def deliver(shares: Shares, store: Store, until: str) -> None:
    """Deliver a file, and end after one of the steps."""
    steps = {
        "ready": lambda: shares.ready(FILE, b"<x/>"),
        "written down": lambda: store.write(CHECK_IN, AT, deliver=FILE),
        "put": lambda: shares.put(FILE),
        "told": lambda: store.delivered(FILE),
    }
    for name in STEPS:
        steps[name]()
        if name == until:
            return


@pytest.mark.parametrize("takes", [True, False], ids=["taken away", "left there"])
@pytest.mark.parametrize("until", STEPS)
def test_wherever_the_process_ends_the_next_one_delivers_once(folder: Path, until: str, *, takes: bool) -> None:
    shares, store = begin(folder)
    deliver(shares, store, until)
    store.close()
    seen = 0
    for _ in range(3):
        if takes:
            for path in (folder / "face").iterdir():
                path.unlink()
                seen += 1
        shares, store = begin(folder)
        shares.sweep()
        shares.catch_up(shares.put)
        store.close()
    seen += len(list((folder / "face").iterdir()))

    assert (0 if until == "ready" else 1) == seen
    assert [] == list((folder / "outbox").iterdir())


@pytest.mark.parametrize(
    ("condition", "why"), [("away", "output-missing"), ("blocked", "output-missing"), ("full", "output-full")]
)
def test_a_folder_in_a_bad_way_refuses_and_takes_the_file_when_it_is_well(folder: Path, condition: Condition, why: str) -> None:
    shares, store = begin(folder)
    (folder / "face" / "before.xml").write_bytes(b"x")
    shares.ready(FILE, b"<x/>")
    shares.follow({"face": condition})
    with pytest.raises(OSError, match=r"\[Errno") as refused:
        shares.put(FILE)
    shares.follow({})
    shares.put(FILE)
    store.close()

    assert why == reason_of(refused.value)
    assert {"before.xml", FILE.name} == {path.name for path in (folder / "face").iterdir()}


def test_a_condition_outlives_a_process_and_is_undone_by_the_next(folder: Path) -> None:
    for conditions in ({"face": "away"}, {"face": "blocked"}, {"face": "away", "res": "away"}):
        shares, store = begin(folder)
        shares.follow(conditions)  # type: ignore[arg-type]
        store.close()
    shares, store = begin(folder)
    shares.follow({})
    store.close()

    assert {"req", "res", "face", "outbox"} == {path.name for path in folder.iterdir() if path.is_dir()}


def test_a_writer_that_is_held_is_a_time_out_until_it_is_let_go(folder: Path) -> None:
    shares, store = begin(folder)
    shares.ready(FILE, b"<x/>")
    shares.seize(stuck=True)
    with pytest.raises(TimeoutError) as stuck:
        shares.put(FILE)
    shares.seize(stuck=False)
    shares.put(FILE)
    store.close()

    assert "output-stuck" == reason_of(stuck.value)


def test_nothing_is_put_outside_what_the_replica_made(folder: Path, tmp_path: Path) -> None:
    shares, store = begin(folder)
    shares.ready(FILE, b"<x/>")
    (tmp_path / "theirs").mkdir()
    (folder / "face").rmdir()
    (folder / "face").symlink_to(tmp_path / "theirs")
    with pytest.raises(PermissionError) as refused:
        shares.put(FILE)
    store.close()

    assert ("output-no-right", []) == (reason_of(refused.value), list((tmp_path / "theirs").iterdir()))
