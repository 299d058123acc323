"""What stands in a certificate of a practice card."""

from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from madoguchi.replica.card.authority import Authority
from madoguchi.replica.card.personas import personas
from madoguchi.replica.card.profile import POLICY, USAGES, Usage

HOLDERS = [one.id for one in personas().values() if one.name]


def loaded(der: bytes) -> x509.Certificate:
    return x509.load_der_x509_certificate(der)


def test_it_ends_with_the_day_in_japan(authority: Authority) -> None:
    assert datetime(2030, 2, 17, 14, 59, 59, tzinfo=UTC) == loaded(authority.certificate("adult", "user")).not_valid_after_utc


def test_what_the_keys_are_for(authority: Authority) -> None:
    uses = {}
    for usage in USAGES:
        found = loaded(authority.certificate("adult", usage)).extensions.get_extension_for_class(x509.KeyUsage)
        uses[usage] = (found.critical, found.value.digital_signature, found.value.content_commitment)

    assert {"user": (True, True, False), "sign": (True, True, True)} == uses


def test_the_user_certificate_says_nothing_of_its_holder(authority: Authority) -> None:
    persona = personas()["rare-kanji"]
    der = authority.certificate("rare-kanji", "user")

    assert [] == [part for part in (*persona.name.split("\u3000"), persona.address, "19581103") if part.encode() in der]


def test_the_signature_certificate_carries_the_four_items(authority: Authority) -> None:
    alternatives = loaded(authority.certificate("black-dot", "sign")).extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    )
    told = {
        one.type_id.dotted_string.rpartition(".")[2]: one.value[2:].decode()
        for one in alternatives.value.get_values_for_type(x509.OtherName)
    }

    assert {"1": "渡●　花", "2": "0100", "3": "2", "4": "319330303"} == {key: told[key] for key in "1234"}
    assert personas()["black-dot"].address == told["5"]
    assert len(told["5"]) == len(told["6"])


@pytest.mark.parametrize("persona", HOLDERS)
@pytest.mark.parametrize("usage", USAGES)
def test_it_can_never_pass_for_a_real_one(authority: Authority, persona: str, usage: Usage) -> None:
    if usage == "sign" and not personas()[persona].signature:
        return
    for der in (authority.certificate(persona, usage), *authority.generations(usage)):
        one = loaded(der)
        for name in (one.subject, one.issuer):
            (organisation,) = name.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
            assert "MADOGUCHI PRACTICE - NOT A REAL CARD" == organisation.value
        assert b"JPKI" not in der
        assert b"J-LIS" not in der
    policies = loaded(authority.certificate(persona, usage)).extensions.get_extension_for_class(x509.CertificatePolicies).value
    assert [POLICY] == [one.policy_identifier.dotted_string for one in policies]
    assert not POLICY.startswith("1.2.392")
