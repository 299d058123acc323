import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from madoguchi.base.tls import SERVER_DAYS
from madoguchi.desk.authority import Certificates

NOW = datetime.now(UTC)
HOSTS = frozenset({"192.168.10.5"})


def test_nothing_is_made_before_it_is_needed(tmp_path: Path) -> None:
    Certificates(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_the_authority_is_made_once_and_found_again(tmp_path: Path) -> None:
    first = Certificates(tmp_path).authority(NOW)

    assert Certificates(tmp_path).authority(NOW + timedelta(days=400)) == first


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_keys_are_their_owners_alone(tmp_path: Path) -> None:
    Certificates(tmp_path).renew(HOSTS, NOW)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "tls").iterdir()}
    assert modes == {"authority.key": 0o600, "authority.crt": 0o600, "server.pem": 0o600}


def test_the_servers_certificate_is_renewed_when_it_is_due(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path)

    renewed = [certificates.renew(HOSTS, NOW + timedelta(days=days)) for days in (0, 1, SERVER_DAYS - 1, SERVER_DAYS)]

    assert renewed == [True, False, True, False]


def test_a_damaged_certificate_is_made_anew(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path)
    certificates.renew(HOSTS, NOW)
    certificates.chain.write_bytes(b"half")

    assert certificates.renew(HOSTS, NOW)
    assert certificates.context().minimum_version.name == "TLSv1_2"


def test_hosts_outside_the_house_get_none(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="private"):
        Certificates(tmp_path).renew(frozenset({"clinic.example"}), NOW)
