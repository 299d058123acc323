"""The practice card can never pass for a real one."""

from collections.abc import Callable

import pytest
from asn1crypto.core import ObjectIdentifier
from cryptography import x509
from PIL import ImageChops

from madoguchi.replica.card import pictures
from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.card import Card, Elementary, Records
from madoguchi.replica.card.personas import check_digit, personas
from madoguchi.replica.card.profile import USAGES

HOLDERS = sorted(one.id for one in personas().values() if one.name)

PRODUCTION = ("1.2.392.200149.8.5.1.1.20", "1.2.392.200149.8.5.1.3.30")
"""The policies of real signature and user certificates."""


def contents(card: Card) -> list[bytes]:
    files = [file for one in card.issued.applications for file in one.files.values()]
    whole = [file.content for file in files if isinstance(file, Elementary)]
    return whole + [record for file in files if isinstance(file, Records) for record in file.records]


@pytest.mark.parametrize("persona", HOLDERS)
def test_no_byte_on_the_card_is_of_the_real_authority(issued: Callable[[str], Card], persona: str) -> None:
    organisation = b"\x55\x04\x0a"
    real = [ObjectIdentifier(policy).dump()[2:] for policy in PRODUCTION]
    for content in contents(issued(persona)):
        named = [content[at + 5 : at + 9] for at in range(len(content)) if content.startswith(organisation, at)]

        assert {b"MADO"} >= set(named)
        assert [] == [policy for policy in real if policy in content]


@pytest.mark.parametrize("persona", HOLDERS)
def test_who_reads_a_certificate_reads_that_it_is_for_practice(authority: Authority, persona: str) -> None:
    for usage in USAGES if personas()[persona].signature else USAGES[:1]:
        certificate = x509.load_der_x509_certificate(authority.certificate(persona, usage))

        assert "O=MADOGUCHI PRACTICE - NOT A REAL CARD" in certificate.subject.rfc4514_string()
        assert "O=MADOGUCHI PRACTICE - NOT A REAL CARD" in certificate.issuer.rfc4514_string()


@pytest.mark.parametrize("persona", HOLDERS)
def test_the_digits_in_the_place_of_my_number_are_nobodys(issued: Callable[[str], Card], persona: str) -> None:
    card = issued(persona)
    numbers = {value.decode() for (_, secret), value in card.secrets.items() if len(value) == 12 and value.isdigit()}

    assert [] == [number for number in numbers if int(number[-1]) == check_digit(number)]


def test_the_photo_on_the_card_says_practice_from_edge_to_edge() -> None:
    for persona in HOLDERS:
        number = personas()[persona].photo
        ink = pictures.drawn(pictures.WATERMARK)
        marked = pictures.portrait(number).convert("L")
        large = ink.resize((ink.width * 6, ink.height * 6)).convert("L").point(lambda dot: 255 - dot)
        place = ((marked.width - large.width) // 2, marked.height - large.height - 4)
        under = marked.crop((*place, place[0] + large.width, place[1] + large.height))

        # Every dot of the large sign has its one shade of grey.
        assert {60} == {shade for shade, dot in zip(under.tobytes(), large.tobytes(), strict=True) if dot}
        assert ImageChops.invert(marked).getbbox() is not None


def test_nobody_lives_in_a_real_place() -> None:
    assert {"練習県"} == {personas()[persona].address[:3] for persona in HOLDERS}
    assert {"99"} == {personas()[persona].municipality[:2] for persona in HOLDERS}
