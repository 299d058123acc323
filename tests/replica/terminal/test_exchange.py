"""What is thrown at the folder `req`: each refused with a word, nothing lost or done twice, the next one answered."""

import time
from pathlib import Path

import pytest

from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.world import World
from madoguchi.wire.exchange.codec import read_result
from tests.replica.terminal.chain import Centre

HEADER = """<MessageHeader><QualificationConfirmationDate>20260115</QualificationConfirmationDate>
<MedicalInstitutionCode>9910000001</MedicalInstitutionCode><ArbitraryFileIdentifier>{name}</ArbitraryFileIdentifier></MessageHeader>"""
PERSON = """<QualificationConfirmSearchInfo><InsurerNumber>  990019</InsurerNumber>
<InsuredIdentificationNumber>0000123</InsuredIdentificationNumber><Birthdate>19800229</Birthdate>
<LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg></QualificationConfirmSearchInfo>"""
RESULT = "<XmlMsg><MessageHeader><SegmentOfResult>1</SegmentOfResult></MessageHeader><MessageBody/></XmlMsg>"


def good(name: str) -> str:
    return f"<XmlMsg>{HEADER.format(name=name)}<MessageBody>{PERSON}</MessageBody></XmlMsg>"


def put(world: World, name: str, data: bytes | str) -> None:
    """As a careful program does: written elsewhere, moved in."""
    folder = world.folder("terminal")
    part = folder / "req" / f".{name}"
    part.write_bytes(data if isinstance(data, bytes) else data.encode())
    part.rename(folder / "req" / name)


def wait(path: Path, seconds: float = 10) -> bytes:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if path.exists():
            return path.read_bytes()
        time.sleep(0.02)
    raise TimeoutError(path.name)


def gone(path: Path, seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while path.exists() and time.monotonic() < until:
        time.sleep(0.02)
    return not path.exists()


@pytest.fixture(name="res")
def _res(world: World, centre: Centre) -> Path:
    assert not centre.asked
    return world.folder("terminal") / "res"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("OQSsiquc01req_a.xml", b"", "empty"),
        ("OQSsiquc01req_b.xml", good("b")[:200], "malformed"),
        ("OQSsiquc01req_c.xml", f"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>{good('c')}", "doctype"),
        ("OQSsiquc01req_d.xml", good("d") + " " * 2_000_001, "size"),
        ("OQSsiquc01req_e.xml", '<?xml version="1.0" encoding="EUC-JP"?>' + good("e"), "encoding"),
        ("OQSsiquc01req_f.xml", b"PK\x03\x04rest", "encrypted"),
        ("OQSsiquc01req_g.xml", good("g").replace("9910000001", "9910000002"), "institution MedicalInstitutionCode"),
        ("OQSsiquc01req_h.xml", RESULT, "not-a-question"),
        ("OQSsiquc01req_i.xml", good("i").replace("19800229", "today"), "value Birthdate"),
        ("OQSsiquc01req_j.xml", good("j").replace("0000123", ""), "missing InsuredIdentificationNumber"),
        ("OQSsiquc01res_k.xml", good("k"), "name"),
        ("OQSsizzz01req_l.xml", good("l"), "name"),
        ("OQSsiquc01req_m.zip", good("m"), "name"),
        ("EPSsiquc01req_n.xml", good("n"), "name"),
    ],
)
def test_a_refused_file_comes_back_with_a_word_beside_it(
    world: World, centre: Centre, res: Path, name: str, data: bytes | str, why: str
) -> None:
    put(world, name, data)
    told = wait((res / name).with_suffix(".err")).decode()
    back = (res / name).read_bytes()
    put(world, f"OQSsiquc01req_after-{name[14]}.xml", good(f"after {name}"))
    after = wait(res / f"OQSsiquc01res_after-{name[14]}.xml")

    assert why == told.splitlines()[0]
    assert back == (data if isinstance(data, bytes) else data.encode())
    assert "1" == read_result(after).segment
    assert 1 == centre.count("/v1/eligibility/number")


def test_what_is_no_exchange_file_is_left_alone(world: World, res: Path) -> None:
    req = world.folder("terminal") / "req"
    (req / "letter.txt").write_text("hello")
    (req / "OQSsiquc01req_dir.xml").mkdir()
    (req / "OQSsiquc01req_link.xml").symlink_to("/etc/hostname")
    put(world, "OQSsiquc01req_beside.xml", good("beside"))
    wait(res / "OQSsiquc01res_beside.xml")
    left = {path.name for path in req.iterdir()}
    (req / "letter.txt").unlink()
    (req / "OQSsiquc01req_dir.xml").rmdir()
    (req / "OQSsiquc01req_link.xml").unlink()

    assert {"letter.txt", "OQSsiquc01req_dir.xml", "OQSsiquc01req_link.xml"} == left
    assert not (res / "OQSsiquc01req_link.err").exists()


def test_a_file_that_is_still_being_written_is_waited_for(world: World, centre: Centre, res: Path) -> None:
    path, whole = world.folder("terminal") / "req" / "OQSsiquc01req_half.xml", good("half").encode()
    with path.open("wb", buffering=0) as slow:
        for at in range(0, len(whole), 80):
            slow.write(whole[at : at + 80])
            time.sleep(0.06)

    assert "1" == read_result(wait(res / "OQSsiquc01res_half.xml")).segment
    assert not (res / "OQSsiquc01req_half.err").exists()
    assert 1 == centre.count("/v1/eligibility/number")


def test_a_question_that_is_asked_again_under_its_name_has_the_same_answer_and_is_not_asked_on(
    world: World, centre: Centre, res: Path
) -> None:
    put(world, "OQSsiquc01req_once.xml", good("once"))
    first = wait(res / "OQSsiquc01res_once.xml")
    put(world, "OQSsiquc01req_twice.xml", good("once"))
    second = wait(res / "OQSsiquc01res_twice.xml")
    put(world, "OQSsiquc01req_other.xml", good("once").replace("0000123", "9999999"))
    other = wait(res / "OQSsiquc01res_other.xml")

    assert (first, 2) == (second, centre.count("/v1/eligibility/number"))
    assert "4" == read_result(other).validity


def test_an_answer_waits_while_its_folder_is_away(chain: Supervisor, world: World, centre: Centre, res: Path) -> None:
    away = res.with_name("res-away")
    res.rename(away)
    put(world, "OQSsiquc01req_late.xml", good("late"))
    taken = gone(world.folder("terminal") / "req" / "OQSsiquc01req_late.xml")
    away.rename(res)

    assert taken
    assert "1" == read_result(wait(res / "OQSsiquc01res_late.xml")).segment
    assert 1 == centre.count("/v1/eligibility/number")
    assert "good" == chain.health()["terminal"].state


def test_a_program_that_cannot_hand_questions_on_ends_them_abnormally(
    chain: Supervisor, world: World, centre: Centre, res: Path
) -> None:
    chain.turn("terminal.request_unreadable", on=True)
    put(world, "OQSsiquc01req_jam.xml", good("jam"))

    assert ("9", "SIM904") == ((told := read_result(wait(res / "OQSsiquc01res_jam.xml"))).segment, told.error_code)
    assert not centre.asked
