"""The terminal with the real centre, portal and prescription service behind the real line."""

import base64
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

import httpx
import pytest

from madoguchi.replica.authority import app as authority
from madoguchi.replica.authority.office import keys_of
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.personas import personas
from madoguchi.replica.centre import app as centre
from madoguchi.replica.centre.people import holders
from madoguchi.replica.faults import declared
from madoguchi.replica.supervisor import Supervisor
from madoguchi.replica.terminal import app as terminal
from madoguchi.replica.terminal.settings import Settings, as_text
from madoguchi.replica.world import World, create
from madoguchi.wire.exchange.codec import read_result
from tests.replica.terminal.chain import Hand, faces

LINKS = ("authority", "centre", "portal", "prescription", "line", "terminal")


def prepare(world: World) -> None:
    for link in (authority, centre, terminal):
        link.prepare(world)
    # The first answer about a card makes keys at the authority; a busy machine needs a moment for it.
    patient = Settings(institution=world.institution, far_seconds=20, poll_seconds=0.05)
    (world.folder("terminal") / "settings.toml").write_text(as_text(patient), "utf-8")


@pytest.fixture(name="world", scope="module")
def _world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return create(tmp_path_factory.mktemp("whole") / "w", 7, prepare)


@pytest.fixture(name="chain", scope="module")
def _chain(world: World) -> Iterator[Supervisor]:
    chain = Supervisor(world, LINKS)
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture(name="reader")
def _reader(world: World, chain: Supervisor) -> Iterator[Callable[[str], Hand]]:
    """A reader on which a persona's card lies."""
    cards = Authority(personas().values(), keys_of(world), world.began.date())
    with httpx.Client(trust_env=False, timeout=20) as client:

        def with_card(persona: str) -> Hand:
            held = base64.b64encode(cards.certificate(persona, "user")).decode()
            return Hand(client, world.url("terminal"), held, keys_of(world).get(f"{persona}-user"))

        yield with_card
    for name in chain.on():
        chain.turn(name, on=False)


def test_a_card_leads_to_a_result_that_the_desk_can_read(world: World, reader: Callable[[str], Hand]) -> None:
    before = set(faces(world))
    shown = reader("adult").whole(prescription="electronic")
    (new,) = set(faces(world)) - before

    assert ("good", "1", "1") == (shown, (told := read_result(new.read_bytes())).validity, told.prescription)


@pytest.mark.parametrize(("persona", "code"), [("revoked", "006"), ("ended", "006")])
def test_a_card_whose_certificate_does_not_hold_is_006(reader: Callable[[str], Hand], persona: str, code: str) -> None:
    assert code == reader(persona).whole("pin")


@pytest.mark.parametrize("name", [name for name, fault in declared("terminal").items() if fault.shows in {"902", "903"}])
def test_what_the_centre_refuses_of_the_terminal_shows_its_code(
    chain: Supervisor, reader: Callable[[str], Hand], name: str
) -> None:
    chain.turn(name, on=True)
    shown = reader("adult").whole("face")
    chain.turn(name, on=False)

    assert (declared("terminal")[name].shows, "good") == (shown, reader("adult").whole("face"))


def test_a_card_that_is_new_is_registered_on_the_spot(world: World, reader: Callable[[str], Hand]) -> None:
    httpx.put(f"{world.url('centre')}/inside/people/child", json={"registered": False}).raise_for_status()

    assert "good" == reader("child").whole("pin")


def test_nobody_valid_is_016_and_an_insurer_that_never_told_is_017(world: World, reader: Callable[[str], Hand]) -> None:
    httpx.put(f"{world.url('centre')}/inside/people/grace", json={"validity": "3"}).raise_for_status()
    change = {"registered": False, "told": False}
    httpx.put(f"{world.url('centre')}/inside/people/phone", json=change).raise_for_status()

    assert ("016", "017") == (reader("grace").whole("pin"), reader("phone").whole("pin"))


def asked(world: World, prefix: str, body: str) -> ET.Element:
    """Put a question into `req`; its answer."""
    folder, free = world.folder("terminal"), str(time.time_ns())
    head = f"<MessageHeader><MedicalInstitutionCode>{world.institution}</MedicalInstitutionCode></MessageHeader>"
    text = f"<XmlMsg>{head}<MessageBody>{body}</MessageBody></XmlMsg>"
    (folder / "req" / f"{prefix}_{free}.xml").write_text(text, "utf-8")
    answer, until = folder / "res" / f"{prefix.replace('req', 'res')}_{free}.xml", time.monotonic() + 15
    while not answer.exists() and time.monotonic() < until:
        time.sleep(0.05)
    return ET.fromstring(answer.read_bytes())  # noqa: S314 - it comes from the terminal that the test started


def test_numbers_are_looked_up_one_by_one_and_in_bulk(world: World, chain: Supervisor) -> None:
    person = next(one for one in holders(world.began.date()) if one.id == "adult")
    search = f"""<QualificationConfirmSearchInfo><InsurerNumber>{person.insurer_number}</InsurerNumber>
<InsuredCardSymbol>{person.symbol}</InsuredCardSymbol><InsuredIdentificationNumber>{person.number}</InsuredIdentificationNumber>
<InsuredBranchNumber>{person.branch}</InsuredBranchNumber><Birthdate>{person.born}</Birthdate>
<LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg></QualificationConfirmSearchInfo>"""
    one = asked(world, "OQSsiquc01req", search)
    taken = asked(world, "OQSmuquc01req", search * 2).findtext("MessageHeader/ReceptionNumber")
    segments: list[str | None] = []
    while segments[-1:] != ["1"] and len(segments) < 30:
        many = asked(world, "OQSmuquc02req", f"<ReceptionNumber>{taken}</ReceptionNumber>")
        segments.append(many.findtext("MessageHeader/SegmentOfResult"))

    assert person.name == one.findtext("MessageBody/ResultList/ResultOfQualificationConfirmation/Name")
    assert {"1", "2"} >= set(segments)
    assert [person.name] * 2 == [
        unit.findtext("ResultOfQualificationConfirmation/Name") for unit in many.iter("BulkConfirmUnit")
    ]
    assert "good" == chain.health()["terminal"].state
