"""The ten points of docs/protocol/card-reader.md#promise, each tried at the replica's own cards."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtensionOID
from msgspec.structs import replace
from typer.testing import CliRunner

from madoguchi.base.clock import JAPAN
from madoguchi.catalogue.load import load_catalogue
from madoguchi.cli.replica import app as replica_app
from madoguchi.desk import card_check
from madoguchi.evidence.probes.card_reader.gate import FILES, ForbiddenError, Gate
from madoguchi.evidence.probes.card_reader.press import CardReader, Pressed
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.in_process import CardInProcess
from madoguchi.replica.card.issue import issue
from madoguchi.replica.card.keys import Keys
from madoguchi.replica.card.pcsc_fake import FakePcsc, Faults
from madoguchi.replica.card.personas import Persona, check_digit, personas
from madoguchi.words.translate import load_words

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "src" / "madoguchi"
PROBE = SOURCE / "evidence" / "probes" / "card_reader"
NAME = "みほんリーダー 00 00"
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=JAPAN)

WHAT_OTHERS_SEND = ("20", "24", "2A", "2C", "32", "82", "84", "88", "A2", "D0", "D6", "DC", "E0", "E2", "E4")
"""Instructions that present, change, sign, prove or write."""


@cache
def keys() -> Keys:
    """Keys by name, so that a persona's second card needs no new ones."""
    return Keys()


def card_of(persona: str | Persona) -> CardInProcess:
    who = personas()[persona] if isinstance(persona, str) else persona
    return CardInProcess(issue(who, Authority((who,), keys(), NOON.date()), keys(), NOON.date()))


def look(card: CardInProcess, faults: Faults = Faults()) -> tuple[Pressed, FakePcsc]:  # noqa: B008
    service = FakePcsc({NAME: card}, faults)
    return CardReader(lambda: NOON, lambda: service).press(NAME), service


@pytest.fixture(scope="module")
def looks() -> dict[str, tuple[Pressed, FakePcsc, CardInProcess]]:
    """Every persona's card, looked at once."""
    made = {}
    for persona in personas():
        card = card_of(persona)
        made[persona] = (*look(card), card)
    return made


def modules(first: str) -> Iterator[Path]:
    """A module of ours with everything of ours that it imports, near or far."""
    waiting, seen = [first], set[str]()
    while waiting:
        name = waiting.pop()
        spec = find_spec(name) if name not in seen else None
        seen.add(name)
        if spec is None or spec.origin is None:
            continue
        path = Path(spec.origin)
        yield path
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("madoguchi"):
                waiting += [
                    str(node.module),
                    *(f"{node.module}.{alias.name}" for alias in node.names if _is_module(node, alias)),
                ]
            if isinstance(node, ast.Import):
                waiting += [alias.name for alias in node.names if alias.name.startswith("madoguchi")]


def _is_module(node: ast.ImportFrom, alias: ast.alias) -> bool:
    try:
        return find_spec(f"{node.module}.{alias.name}") is not None
    except ModuleNotFoundError:
        return False


def whole_code() -> list[Path]:
    return sorted(
        {*modules("madoguchi.evidence.probes.card_reader.press"), *modules("madoguchi.evidence.probes.card_reader.presence")}
    )


def test_1_no_secret_is_ever_sent(looks: dict[str, tuple[Pressed, FakePcsc, CardInProcess]]) -> None:
    for _pressed, service, _card in looks.values():
        presented = [command for command in service.commands if command[1] == 0x20]
        assert set(presented) <= {bytes.fromhex("00200080")}


def test_1_a_thousand_looks_leave_every_counter_as_it_was() -> None:
    card = card_of("adult")
    before = dict(card.card.tries)
    for _ in range(1000):
        look(card)

    assert before == dict(card.card.tries)


def test_2_the_counter_is_known_before_anything_else_and_the_last_try_is_never_asked_for() -> None:
    for left in (3, 2, 1, 0):
        who = personas()["adult"]
        card = card_of(replace(who, tries={"user-pin": left}))
        pressed, _service = look(card)
        assert left == pressed.tries["pin"]
        assert left == dict(card.card.tries)["jpki", 0x18]
    for lang, words in (("ja", "入れてもらわず"), ("en", "Do not ask for it")):
        assert words in load_words().text("card-found-pin-left", lang, tries=1)
    assert "pin-entry" in {rule for step in load_catalogue().steps.values() for rule in step.rules}


def test_3_there_is_nowhere_to_type_a_secret_for_a_card() -> None:
    page = (SOURCE / "desk" / "templates" / "card_check.html").read_text("utf-8")
    fields = {name for form in (card_check.Press, card_check.Tap, card_check.Chosen) for name in form.__struct_fields__}

    assert {"hidden"} == set(re.findall(r'<input type="(\w+)"', page))
    assert {"desk", "another", "code", "incident", "reader", "tries"} == fields
    shown = (SOURCE / "cli" / "card.py").read_text("utf-8")
    assert not re.search(r"getpass|prompt|stdin|pin:|password", shown, re.IGNORECASE)


def test_4_number_b_is_never_sent() -> None:
    for persona in ("adult", "locked", "foreign"):
        card = card_of(persona)
        _pressed, service = look(card)
        secret = dict(card.card.secrets).get(("face", 0x12), b"?" * 14)
        assert not [command for command in service.commands if secret in command]


def test_5_nothing_of_a_my_number_can_be_named_by_the_code_that_touches_a_card() -> None:
    known = whole_code()
    said = {path: path.read_text("utf-8") for path in known}

    assert PROBE / "gate.py" in known
    assert SOURCE / "wire" / "card" / "applications.py" in known
    assert not [path for path in known if "replica" in path.parts]
    forbidden = re.compile(r"number_a\b|NUMBER_A|照合番号A|MY_NUMBER|0x0013\b|0x0005\b|0x0014\b|0x0015\b|D3921000310001010401")
    assert [] == [path.name for path, text in said.items() if forbidden.search(text) and "private_numbers" not in path.name]


def test_5_the_files_of_the_text_application_cannot_be_opened() -> None:
    card = card_of("adult")
    card.power(True)
    sent: list[bytes] = []

    def send(command: bytes) -> tuple[int, bytes]:
        sent.append(command)
        return 0, card.transmit(command)

    gate = Gate(send)
    for application in FILES:
        gate.transmit(b"\x00\xa4\x04\x0c" + bytes((len(application),)) + application)
        for file in set(range(0x40)) - FILES[application].keys():
            with pytest.raises(ForbiddenError):
                gate.transmit(b"\x00\xa4\x02\x0c\x02" + file.to_bytes(2))

    assert len(FILES) == len(sent)


def test_6_nothing_of_the_holder_is_in_what_a_look_gives(looks: dict[str, tuple[Pressed, FakePcsc, CardInProcess]]) -> None:
    for persona, (pressed, _service, card) in looks.items():
        who = personas()[persona]
        said = repr(pressed)
        holder = [who.name, who.address, who.number, who.serial, who.code, *who.secrets.values()]
        assert [] == [one for one in holder if one and one in said]
        for application in card.card.issued.applications:
            contents = [getattr(file, "content", b"") for file in application.files.values()]
            assert not [content for content in contents if len(content) > 8 and content.hex() in said]


def test_6_the_code_that_touches_a_card_writes_and_logs_nothing() -> None:
    writes = re.compile(r"\b(open\(|write_|print\(|logger|logging|structlog|sqlite|sqlalchemy|save_)")
    own = [path for path in PROBE.glob("*.py") if path.name != "__init__.py"]

    assert [] == [
        path.name for path in own if writes.search(path.read_text("utf-8").replace("def open(", "").replace(".open()", ""))
    ]


@pytest.mark.parametrize("after", range(25))
def test_7_a_look_ends_without_power_wherever_it_breaks(after: int) -> None:
    card = shared()
    for faults in (Faults(dies_after=after), Faults(pulled_after=after), Faults(unplugged_after=after)):
        _pressed, service = look(card, faults)
        assert (False, 0) == (service.powered, service.open_contexts)
        assert not card.card.powered


@cache
def shared() -> CardInProcess:
    return card_of("adult")


def test_8_nothing_is_sent_that_writes_signs_or_proves(looks: dict[str, tuple[Pressed, FakePcsc, CardInProcess]]) -> None:
    used = {command[1] for _pressed, service, _card in looks.values() for command in service.commands}

    assert {0xA4, 0xB0, 0x20} == used
    for instruction in WHAT_OTHERS_SEND:
        for body in ("0000", "0080", "008004" + "31323334"):
            with pytest.raises(ForbiddenError):
                Gate(lambda _command: (0, b"\x90\x00")).transmit(bytes.fromhex(f"00{instruction}{body}"))


def test_8_no_instruction_that_writes_signs_or_presents_stands_in_the_code_that_touches_a_card() -> None:
    found = re.compile(rf"\b0x(?:{'|'.join(set(WHAT_OTHERS_SEND) - {'20'})})\b", re.IGNORECASE)
    numbers = {
        path.name: found.findall(path.read_text("utf-8"))
        for path in whole_code()
        if "probes" in path.parts or "wire" in path.parts
    }

    assert {"gate.py", "sequence.py", "apdu.py"} <= numbers.keys()
    assert {} == {name: seen for name, seen in numbers.items() if seen}


def test_8_the_signature_key_and_its_password_have_no_name_here() -> None:
    named = {file for files in FILES.values() for file in files}

    assert not named & {0x0001, 0x001A, 0x001B, 0x0017}


def test_8_one_module_loads_the_library() -> None:
    loading = [
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(r"^\s*(from|import) smartcard", path.read_text("utf-8"), re.MULTILINE)
    ]

    assert ["evidence/probes/card_reader/pcsc.py"] == loading


CLAIMS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "an ended certificate is not called revoked": (
        "card-found-certificate-ended",
        lambda said: "失効かどうかは、ここではわかりません" in said,
    ),
    "a good one is not called unrevoked": (
        "card-found-certificate-good",
        lambda said: "失効かどうかは、ここではわかりません" in said,
    ),
    "number B is mended at the municipal office": ("card-found-number-b-locked", lambda said: "市区町村の窓口だけ" in said),
    "a locked PIN stops neither face nor visual check": (
        "card-found-pin-locked",
        lambda said: "顔認証と目視確認は、そのまま使えます" in said,
    ),
    "what cannot be known is listed": ("card-limits", lambda said: all(one in said for one in ("失効", "顔認証", "センター"))),
}


@pytest.mark.parametrize(("message", "holds"), CLAIMS.values(), ids=CLAIMS)
def test_9_the_limits_are_said(message: str, holds: Callable[[str], bool]) -> None:
    assert holds(load_words().text(message, "ja"))


def test_9_a_revoked_card_is_not_found_out(looks: dict[str, tuple[Pressed, FakePcsc, CardInProcess]]) -> None:
    assert looks["revoked"][0].code is None


def test_9_each_persona_gets_its_code(looks: dict[str, tuple[Pressed, FakePcsc, CardInProcess]]) -> None:
    expected = {"ended": "006", "face-only": "004", "locked": "004"} | dict.fromkeys(
        ("old", "licence", "residence", "transit"), "002"
    )

    assert {persona: expected.get(persona) for persona in looks} == {
        persona: pressed.code for persona, (pressed, *_) in looks.items()
    }


def test_9_each_phase_is_told(looks: dict[str, tuple[Pressed, FakePcsc, CardInProcess]]) -> None:
    expected = {"adult": "none", "notice": "notice", "grace": "grace", "ended": "ended", "phone": None}

    assert expected == {persona: looks[persona][0].phase for persona in expected}


def test_10_a_virtual_card_cannot_pass_for_a_real_one() -> None:
    authority = Authority((personas()["adult"],), keys(), NOON.date())
    for usage in ("user", "sign"):
        certificate = x509.load_der_x509_certificate(authority.certificate("adult", usage))
        organisations = [one.value for name in (certificate.issuer, certificate.subject) for one in name]
        assert not [one for one in organisations if str(one).startswith(("JPKI", "Japan Agency"))]
        policies = [one for one in certificate.extensions if one.oid == ExtensionOID.CERTIFICATE_POLICIES]
        assert "1.2.392.200149" not in repr(policies)


def test_10_its_holders_are_nobody_and_their_numbers_are_no_numbers() -> None:
    holders = [who for who in personas().values() if who.number]

    assert holders
    assert not [who.id for who in holders if int(who.number[-1]) == check_digit(who.number)]
    assert all(who.address.startswith("練習県") for who in holders)


def test_10_it_is_offered_to_this_machine_alone() -> None:
    said = CliRunner().invoke(replica_app, ["card", "--vpcd", "192.0.2.1:35963"])

    assert 2 == said.exit_code


def test_every_point_of_the_promise_has_a_test() -> None:
    page = (ROOT / "docs" / "protocol" / "card-reader.md").read_text("utf-8").split("## Promise")[1]
    points = re.findall(r"^\| (\d+) \|.*`test_(\d+)…`", page, re.MULTILINE)
    tests = {name.split("_")[1] for name in globals() if re.match(r"test_\d+_", name)}

    assert [(str(one), str(one)) for one in range(1, 11)] == points
    assert {str(one) for one in range(1, 11)} == tests
