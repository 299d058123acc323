from datetime import date
from pathlib import Path

from madoguchi.base.clock import now
from madoguchi.base.settings import HostSetting, Settings
from madoguchi.evidence.probes.probe import surroundings_of, unknown


def test_an_empty_desk_gives_its_probes_nothing_to_look_at(tmp_path: Path) -> None:
    bare = surroundings_of(Settings(), tmp_path, now, {})

    assert bare.same_lan is None
    assert ((), ()) == (bare.hosts, bare.folders)
    assert bare.request_folder is None
    assert bare.certificate_file is None
    assert () == tuple(bare.notices()) == tuple(bare.arrivals())


def test_what_the_administrator_set_is_what_probes_may_look_at(tmp_path: Path) -> None:
    settings = Settings(
        folders=("/srv/face",),
        request_folder="/srv/req",
        terminal_certificate_expires=date(2027, 3, 1),
        terminal_certificate_file="/srv/end.cer",
        same_lan=True,
        hosts=(HostSetting("192.168.1.1:80", "gateway"),),
        time_source="192.168.1.1",
        card_reader="Invented Reader 00 00",
    )
    drawer = {"clock": "kept"}

    given = surroundings_of(settings, tmp_path, now, drawer)

    assert given.same_lan is True
    assert (HostSetting("192.168.1.1:80", "gateway"),) == given.hosts
    assert (Path("/srv/face"),) == given.folders
    assert Path("/srv/req") == given.request_folder
    assert date(2027, 3, 1) == given.certificate_end
    assert Path("/srv/end.cer") == given.certificate_file
    assert ("192.168.1.1", "Invented Reader 00 00") == (given.time_source, given.card_reader)
    assert drawer is given.kept


def test_unknown_is_sure_of_nothing_and_teaches_the_guide_nothing() -> None:
    reading = unknown("gateway", "not-asked", host="192.168.1.1:80")

    assert ("unknown", 0.0, {}) == (reading.state, reading.sure, reading.observes)
    assert "evidence-gateway-not-asked" == reading.evidence
